package org.seism.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.seism.sequence.Strands;

/**
 * Words anywhere, in places and with gaps, with erasing: METHOD sections 4b and 5b written down on text with no attempt to be fast.
 * Candidates are patterns with dots for free letters.
 */
final class NaiveForms {
    /**
     * A candidate.
     *
     * @param pattern letters, dots in a gap
     * @param from first start from 0, or -1 for anywhere
     * @param to last start
     */
    record Word(String pattern, int from, int to) {
        String text() {
            final int gap = (int)pattern.chars().filter(c -> c == '.').count();
            final String word = gap == 0 ? pattern
                : pattern.substring(0, pattern.indexOf('.')) + "-N" + gap + "-" + pattern.substring(pattern.lastIndexOf('.') + 1);
            return from < 0 ? word : from == to ? word + "@" + (from + 1) : word + "@" + (from + 1) + "-" + (to + 1);
        }

        int letters() {
            return (int)pattern.chars().filter(c -> c != '.').count();
        }
    }

    /** A way to look: how many letters, a gap, a place. */
    private record Form(int left, int gap, int right, int from, int to) {
        String cut(final String text, final int start) {
            return text.substring(start, start + left) + ".".repeat(gap) + text.substring(start + left + gap, start + left + gap + right);
        }

        int width() {
            return left + gap + right;
        }

        boolean allows(final int start) {
            return from < 0 || start >= from && start <= to;
        }
    }

    private final List<String> m_texts;
    private final Strands m_strands;
    private final int m_width;
    private final int m_support;
    private final int[] m_places;
    private final boolean m_gapped;

    NaiveForms(final List<String> texts, final Strands strands, final int width, final int support, final int[] places, final boolean gapped) {
        m_texts = texts;
        m_strands = strands;
        m_width = width;
        m_support = support;
        m_places = places;
        m_gapped = gapped;
    }

    private List<Form> forms() {
        final List<Form> forms = new ArrayList<>(List.of(new Form(m_width, 0, 0, -1, -1)));
        final int starts = m_texts.get(0).length() - m_width + 1;
        for (final int size : m_places) {
            final Set<Integer> firsts = new TreeSet<>();
            for (int first = 0; first + size <= starts; first += Math.max(1, size / 2)) {
                firsts.add(first);
            }
            firsts.add(starts - size);
            firsts.forEach(first -> forms.add(new Form(m_width, 0, 0, first, first + size - 1)));
        }
        if (m_gapped) {
            for (int width = 6; width <= 8; width++) {
                if (width != m_width) {
                    forms.add(new Form(width, 0, 0, -1, -1));
                }
            }
            for (final int[] lr : new int[][]{{3, 3}, {3, 4}, {4, 3}, {4, 4}}) {
                for (int gap = 1; gap <= 20; gap++) {
                    forms.add(new Form(lr[0], gap, lr[1], -1, -1));
                }
            }
        }
        return forms;
    }

    Step first() {
        final String[] strata = new String[m_texts.size()];
        Arrays.fill(strata, "");
        return new Step(m_texts.stream().map(t -> new boolean[t.length()]).toList(), strata, true);
    }

    /** A step after given earlier words. */
    final class Step {
        private final List<boolean[]> m_erased;
        private final String[] m_strata;
        private final NaiveErasing.Basis m_nuisance;
        private final NaiveErasing.Basis m_intercept;
        private final boolean m_first;
        /** Support by candidate, in grid order. */
        final Map<Word, Integer> m_words = new LinkedHashMap<>();

        Step(final List<boolean[]> erased, final String[] strata, final boolean first) {
            m_erased = erased;
            m_strata = strata;
            m_first = first;
            final Map<String, double[]> indicators = new HashMap<>();
            for (int i = 0; i < strata.length; i++) {
                indicators.computeIfAbsent(strata[i], s -> new double[strata.length])[i] = 1;
            }
            final List<double[]> given = new ArrayList<>(indicators.values());
            if (!first) {
                given.add(windows());
            }
            m_nuisance = new NaiveErasing.Basis(given);
            final double[] ones = new double[strata.length];
            Arrays.fill(ones, 1);
            m_intercept = new NaiveErasing.Basis(List.of(ones));
            forms().forEach(this::count);
        }

        /** Of words anywhere. */
        private double[] windows() {
            final double[] windows = new double[m_texts.size()];
            for (int i = 0; i < windows.length; i++) {
                for (int start = 0; start + m_width <= m_texts.get(i).length(); start++) {
                    windows[i] += usable(i, start, "A".repeat(m_width)) ? 1 : 0;
                }
            }
            return windows;
        }

        private void count(final Form form) {
            final Map<String, Integer> support = new TreeMap<>();
            for (int i = 0; i < m_texts.size(); i++) {
                final Set<String> own = new TreeSet<>();
                for (int start = 0; start + form.width() <= m_texts.get(i).length(); start++) {
                    for (int strand = 0; strand < (m_strands == Strands.BOTH ? 2 : 1) && form.allows(start); strand++) {
                        final String text = m_texts.get(i).substring(start, start + form.width());
                        final String read = form.cut(strand == 0 ? text : reversed(text), 0);
                        if (usable(i, start, strand == 0 ? read : reversed(read))) {
                            own.add(read);
                        }
                    }
                }
                own.forEach(w -> support.merge(w, 1, Integer::sum));
            }
            support.forEach((pattern, s) -> {
                final boolean second = m_strands == Strands.BOTH
                    && (form.left() > form.right() && form.gap() > 0 || form.left() == form.right() || form.gap() == 0)
                    && (form.gap() > 0 && form.left() > form.right() || reversed(pattern).compareTo(pattern) < 0);
                if (s >= m_support && !second) {
                    m_words.put(new Word(pattern, form.from(), form.to()), s);
                }
            });
        }

        private boolean usable(final int i, final int start, final String pattern) {
            int gone = 0;
            int letters = 0;
            for (int k = 0; k < pattern.length(); k++) {
                if (pattern.charAt(k) != '.') {
                    letters++;
                    gone += m_erased.get(i)[start + k] ? 1 : 0;
                }
            }
            return gone < (letters <= 7 ? 1 : letters / 2 + 1);
        }

        private int[] distances(final int i, final Word word, final int strand) {
            final String pattern = strand == 0 ? word.pattern() : reversed(word.pattern());
            final String text = m_texts.get(i);
            final int[] distances = new int[Math.max(0, text.length() - pattern.length() + 1)];
            for (int start = 0; start < distances.length; start++) {
                for (int k = 0; k < pattern.length(); k++) {
                    distances[start] += pattern.charAt(k) == '.' || pattern.charAt(k) == text.charAt(start + k) ? 0 : 1;
                }
                if (!usable(i, start, pattern) || word.from() >= 0 && (start < word.from() || start > word.to())) {
                    distances[start] = Integer.MAX_VALUE;
                }
            }
            return distances;
        }

        private int nearest(final int i, final Word word) {
            int nearest = word.letters();
            for (int strand = 0; strand < (m_strands == Strands.BOTH ? 2 : 1); strand++) {
                nearest = Math.min(nearest, Arrays.stream(distances(i, word, strand)).min().orElse(word.letters()));
            }
            return nearest;
        }

        double[] activation(final Word word) {
            final double[] phi = new double[m_texts.size()];
            Arrays.setAll(phi, i -> Math.exp(-nearest(i, word)));
            return phi;
        }

        int[] levels(final Word word) {
            final int[] levels = new int[m_texts.size()];
            final int e = word.letters() <= 7 ? 1 : 2;
            Arrays.setAll(levels, i -> Math.min(e + 3, nearest(i, word)));
            return levels;
        }

        /** Squared normed products with what is left of y, for those that the step looks at. */
        Map<Word, Double> scores(final double[] y) {
            final double[] r = m_nuisance.residual(y);
            final Map<Word, Double> scores = new LinkedHashMap<>();
            for (final Word word : m_words.keySet()) {
                final double[] phi = activation(word);
                final double[] f = m_nuisance.residual(phi);
                final double[] centred = m_intercept.residual(phi);
                final double norm = NaiveErasing.dot(f, f);
                if (norm >= (m_first ? 0 : 1e-4) * NaiveErasing.dot(centred, centred) && norm > 1e-12) {
                    scores.put(word, Math.pow(NaiveErasing.dot(f, r), 2) / norm);
                }
            }
            return scores;
        }

        Step after(final Word word) {
            final String[] strata = m_strata.clone();
            final int[] levels = levels(word);
            final List<boolean[]> erased = new ArrayList<>();
            for (int i = 0; i < strata.length; i++) {
                strata[i] += levels[i] + " ";
                final boolean[] letters = m_erased.get(i).clone();
                for (int strand = 0; strand < (m_strands == Strands.BOTH ? 2 : 1); strand++) {
                    final String pattern = strand == 0 ? word.pattern() : reversed(word.pattern());
                    final int[] distances = distances(i, word, strand);
                    for (int start = 0; start < distances.length; start++) {
                        for (int k = 0; k < pattern.length() && distances[start] <= (word.letters() <= 7 ? 1 : 2); k++) {
                            letters[start + k] |= pattern.charAt(k) != '.';
                        }
                    }
                }
                erased.add(letters);
            }
            return new Step(erased, strata, false);
        }

        String[] strata() {
            return m_strata;
        }
    }

    static String reversed(final String word) {
        final StringBuilder s = new StringBuilder();
        for (int k = word.length() - 1; k >= 0; k--) {
            s.append("TGCA.".charAt("ACGT.".indexOf(word.charAt(k))));
        }
        return s.toString();
    }
}
