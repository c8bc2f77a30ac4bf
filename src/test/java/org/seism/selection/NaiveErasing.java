package org.seism.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.seism.sequence.Strands;

/** Selection with erasing: METHOD section 5b written down on text, for words of one width, with no attempt to be fast. */
public final class NaiveErasing {
    private static final double TIE = 1e-9;

    /**
     * What is chosen.
     *
     * @param width letters of a word
     * @param support sequences that must hold a word
     * @param mismatches e: a window with at most so many is a site
     * @param overlap r: a window with so many erased letters is not usable
     * @param strands which strands are looked at
     * @param positive whether only positive associations count
     */
    public record Rule(int width, int support, int mismatches, int overlap, Strands strands, boolean positive) {
        /** The rule of words below eight letters, both signs. */
        public static Rule narrow(final int width, final int support, final Strands strands) {
            return new Rule(width, support, 1, 1, strands, false);
        }

        double magnitude(final double product) {
            return positive ? Math.max(0, product) : Math.abs(product);
        }
    }

    /** An orthonormal basis by Gram and Schmidt, twice. */
    public static final class Basis {
        private final List<double[]> m_vectors = new ArrayList<>();

        /** Of the span of the vectors. */
        public Basis(final List<double[]> vectors) {
            for (final double[] v : vectors) {
                final double[] b = residual(v);
                final double norm = Math.sqrt(dot(b, b));
                if (norm > 1e-9 * Math.sqrt(dot(v, v))) {
                    m_vectors.add(Arrays.stream(b).map(t -> t / norm).toArray());
                }
            }
        }

        /** @return dimension */
        public int rank() {
            return m_vectors.size();
        }

        /** What of x is orthogonal to the span. */
        public double[] residual(final double[] x) {
            final double[] r = x.clone();
            for (int pass = 0; pass < 2; pass++) {
                for (final double[] b : m_vectors) {
                    final double c = dot(r, b);
                    for (int i = 0; i < r.length; i++) {
                        r[i] -= c * b[i];
                    }
                }
            }
            return r;
        }
    }

    private final List<String> m_texts;
    private final Rule m_rule;
    private final double[][] m_covariates;

    /** The sequences, the rule and covariates without the intercept. */
    public NaiveErasing(final List<String> texts, final Rule rule, final double[]... covariates) {
        m_texts = texts;
        m_rule = rule;
        m_covariates = covariates;
    }

    /** @return the sequences */
    public List<String> texts() {
        return m_texts;
    }

    /** @return the first step: nothing is erased */
    public Step first() {
        final String[] strata = new String[m_texts.size()];
        Arrays.fill(strata, "");
        return new Step(m_texts.stream().map(t -> new boolean[t.length()]).toList(), strata, true);
    }

    /** Indicators of the strata, and the covariates. */
    public List<double[]> given(final String[] strata) {
        final Map<String, double[]> indicators = new HashMap<>();
        for (int i = 0; i < strata.length; i++) {
            indicators.computeIfAbsent(strata[i], s -> new double[strata.length])[i] = 1;
        }
        final List<double[]> all = new ArrayList<>(indicators.values());
        all.addAll(List.of(m_covariates));
        return all;
    }

    /** A step after given earlier words. */
    public final class Step {
        private final List<boolean[]> m_erased;
        private final String[] m_strata;
        private final boolean m_first;
        private final Basis m_nuisance;
        private final List<String> m_words = new ArrayList<>();
        private final List<double[]> m_directions = new ArrayList<>();

        Step(final List<boolean[]> erased, final String[] strata, final boolean first) {
            m_erased = erased;
            m_strata = strata;
            m_first = first;
            m_nuisance = new Basis(nuisance());
            final double[] ones = new double[strata.length];
            Arrays.fill(ones, 1);
            final Basis intercept = new Basis(List.of(ones));
            for (final String word : words()) {
                final double[] phi = activation(word);
                final double[] f = m_nuisance.residual(phi);
                final double norm = dot(f, f);
                final double[] centred = intercept.residual(phi);
                if (norm >= 1e-4 * dot(centred, centred) && norm > 1e-12) {
                    m_words.add(word);
                    m_directions.add(Arrays.stream(f).map(t -> t / Math.sqrt(norm)).toArray());
                }
            }
        }

        /** @return levels of the earlier words, one text per sequence */
        public String[] strata() {
            return m_strata;
        }

        /** @return number of words in the step */
        public int size() {
            return m_words.size();
        }

        /** @return vectors that span what the step projects off */
        public List<double[]> nuisance() {
            final List<double[]> all = given(m_strata);
            if (!m_first) {
                all.add(windows());
            }
            return all;
        }

        /** @return number of usable windows per sequence */
        public double[] windows() {
            final double[] windows = new double[m_texts.size()];
            Arrays.setAll(windows, i -> usable(i).size());
            return windows;
        }

        /** The score of the best word: squared correlation times the squared length of what is left of y. */
        public double score(final double[] y) {
            final double[] r = m_nuisance.residual(y);
            return m_directions.stream().mapToDouble(f -> Math.pow(m_rule.magnitude(dot(f, r)), 2)).max().orElse(0);
        }

        /** T of the step: the largest correlation, 0 where nothing is left of y. */
        public double statistic(final double[] y) {
            final double[] r = m_nuisance.residual(y);
            final double length = dot(r, r);
            return length > 1e-18 * dot(y, y) ? Math.sqrt(score(y) / length) : 0;
        }

        /** The word with the best score, among tied ones the first; null where nothing is left to explain. */
        public String winner(final double[] y) {
            final double[] r = m_nuisance.residual(y);
            if (!(dot(r, r) > 1e-20 * dot(y, y))) {
                return null;
            }
            String best = null;
            double score = 0;
            for (int g = 0; g < m_words.size(); g++) {
                final double a = m_rule.magnitude(dot(m_directions.get(g), r));
                if (a * a > score * (1 + TIE)) {
                    score = a * a;
                    best = m_words.get(g);
                }
            }
            return best;
        }

        /** Smallest numbers of mismatches, far ones alike. */
        public int[] levels(final String word) {
            final int[] levels = new int[m_texts.size()];
            Arrays.setAll(levels, i -> Math.min(m_rule.mismatches() + 3, nearest(i, word)));
            return levels;
        }

        /** exp(-mismatches) of the nearest usable window. */
        public double[] activation(final String word) {
            final double[] phi = new double[m_texts.size()];
            Arrays.setAll(phi, i -> Math.exp(-nearest(i, word)));
            return phi;
        }

        /** The next step, where this one selected the word. */
        public Step after(final String word) {
            final String[] strata = m_strata.clone();
            final int[] levels = levels(word);
            final List<boolean[]> erased = new ArrayList<>();
            for (int i = 0; i < strata.length; i++) {
                strata[i] += levels[i] + " ";
                final boolean[] letters = m_erased.get(i).clone();
                for (final int start : usable(i)) {
                    if (distance(m_texts.get(i), start, word, m_rule.strands()) <= m_rule.mismatches()) {
                        Arrays.fill(letters, start, start + m_rule.width(), true);
                    }
                }
                erased.add(letters);
            }
            return new Step(erased, strata, false);
        }

        /** Starts of windows with few erased letters. */
        private List<Integer> usable(final int i) {
            final List<Integer> starts = new ArrayList<>();
            for (int start = 0; start + m_rule.width() <= m_texts.get(i).length(); start++) {
                int gone = 0;
                for (int k = start; k < start + m_rule.width(); k++) {
                    gone += m_erased.get(i)[k] ? 1 : 0;
                }
                if (gone < m_rule.overlap()) {
                    starts.add(start);
                }
            }
            return starts;
        }

        private Set<String> words() {
            final Map<String, Integer> support = new HashMap<>();
            for (int i = 0; i < m_texts.size(); i++) {
                final Set<String> own = new HashSet<>();
                for (final int start : usable(i)) {
                    final String window = m_texts.get(i).substring(start, start + m_rule.width());
                    final String other = reversed(window);
                    own.add(m_rule.strands() == Strands.BOTH && other.compareTo(window) < 0 ? other : window);
                }
                own.forEach(w -> support.merge(w, 1, Integer::sum));
            }
            final Set<String> words = new TreeSet<>();
            support.forEach((w, s) -> {
                if (s >= m_rule.support()) {
                    words.add(w);
                }
            });
            return words;
        }

        private int nearest(final int i, final String word) {
            return usable(i).stream().mapToInt(start -> distance(m_texts.get(i), start, word, m_rule.strands())).min()
                .orElse(m_rule.width());
        }
    }

    private static int distance(final String text, final int start, final String word, final Strands strands) {
        int distance = 0;
        for (int k = 0; k < word.length(); k++) {
            distance += text.charAt(start + k) == word.charAt(k) ? 0 : 1;
        }
        return strands == Strands.SINGLE ? distance : Math.min(distance, distance(text, start, reversed(word), Strands.SINGLE));
    }

    private static String reversed(final String word) {
        final StringBuilder s = new StringBuilder();
        for (int k = word.length() - 1; k >= 0; k--) {
            s.append("TGCA".charAt("ACGT".indexOf(word.charAt(k))));
        }
        return s.toString();
    }

    /** Inner product. */
    public static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
