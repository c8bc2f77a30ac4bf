package org.seism.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** METHOD section 4 with no attempt to be fast: every word, its support, order, cap, classes and activations, on text. */
final class GridDefinition {

    /** One input of the grid. */
    record Case(String name, Alphabet alphabet, List<String> texts, Strands strands, GridSettings settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A word over sets of letters with its support and, for one bandwidth, its activations. */
    record Word(List<Integer> masks, int support, double bandwidth, double[] phi) {
        int width() {
            return masks.size();
        }
    }

    private final Case m_case;
    private final Alphabet m_alphabet;
    final List<Word> m_candidates = new ArrayList<>();
    final List<List<Word>> m_classes = new ArrayList<>();
    private final Map<String, List<int[]>> m_windows = new HashMap<>();
    private final Map<Integer, Double> m_distances = new HashMap<>();
    long m_leftOut;
    int m_constant;

    GridDefinition(final Case c) {
        m_case = c;
        m_alphabet = c.alphabet();
        final List<Word> words = new ArrayList<>();
        for (int width = c.settings().minWidth(); width <= c.settings().maxWidth(); width++) {
            final Set<List<Integer>> found = new TreeSet<>(order());
            for (final String text : c.texts()) {
                for (final int[] window : windows(text, width)) {
                    generalise(window, 0, c.settings().degeneracy(), new ArrayList<>(), found);
                }
            }
            for (final List<Integer> masks : found) {
                final int support = (int)c.texts().stream()
                    .filter(t -> windows(t, masks.size()).stream().anyMatch(w -> matches(masks, w))).count();
                final boolean canonical = c.strands() == Strands.SINGLE || order().compare(masks, reversed(masks)) <= 0;
                if (canonical && support >= c.settings().effectiveMinSupport(c.texts().size())) {
                    words.add(new Word(masks, support, 0, null));
                }
            }
        }
        final int bandwidths = c.settings().bandwidths().size();
        final int cap = Math.max(1, c.settings().maxGridSize() / bandwidths);
        List<Word> kept = words;
        if (words.size() > cap) {
            // a stable sort of words in grid order
            final Set<Word> largest = Collections.newSetFromMap(new IdentityHashMap<>());
            words.stream().sorted(Comparator.comparingInt(w -> -w.support())).limit(cap).forEach(largest::add);
            kept = words.stream().filter(largest::contains).toList();
            m_leftOut = (long)(words.size() - cap) * bandwidths;
        }
        for (final Word w : kept) {
            for (final double b : c.settings().bandwidths()) {
                m_candidates.add(new Word(w.masks(), w.support(), b,
                    c.texts().stream().mapToDouble(t -> activation(w.masks(), t, b)).toArray()));
            }
        }
        join();
    }

    /** Letters in alphabet order, then ambiguity codes in order of their sets; narrower words first. */
    private static Comparator<List<Integer>> order() {
        return (a, b) -> {
            for (int c = 0; c < a.size(); c++) {
                final boolean plainA = Integer.bitCount(a.get(c)) == 1;
                final boolean plainB = Integer.bitCount(b.get(c)) == 1;
                final int order = plainA != plainB ? plainA ? -1 : 1 : a.get(c) - b.get(c);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private List<Integer> reversed(final List<Integer> masks) {
        final List<Integer> r = new ArrayList<>();
        for (final int mask : masks) {
            int complement = 0;
            for (int c = 0; c < 4; c++) {
                complement |= (mask >> c & 1) << 3 - c;
            }
            r.add(0, complement);
        }
        return r;
    }

    private void generalise(final int[] window, final int column, final int left, final List<Integer> masks,
        final Set<List<Integer>> found) {
        if (column == window.length) {
            found.add(List.copyOf(masks));
            return;
        }
        final List<Integer> choices = new ArrayList<>(List.of(1 << window[column]));
        if (left > 0) {
            Arrays.stream(m_alphabet.ambiguityMasks()).filter(m -> (m >> window[column] & 1) != 0).forEach(choices::add);
        }
        for (final int mask : choices) {
            masks.add(mask);
            generalise(window, column + 1, left - (Integer.bitCount(mask) > 1 ? 1 : 0), masks, found);
            masks.remove(masks.size() - 1);
        }
    }

    /** All windows of plain letters, with both strands also those of the reverse complement. */
    private List<int[]> windows(final String text, final int width) {
        return m_windows.computeIfAbsent(width + text, key -> allWindows(text, width));
    }

    private List<int[]> allWindows(final String text, final int width) {
        final List<int[]> windows = new ArrayList<>();
        for (int start = 0; start + width <= text.length(); start++) {
            final int[] window = text.substring(start, start + width).chars().map(c -> m_alphabet.letters().indexOf(c)).toArray();
            if (Arrays.stream(window).allMatch(c -> c >= 0)) {
                windows.add(window);
                if (m_case.strands() == Strands.BOTH) {
                    windows.add(IntStream.range(0, width).map(k -> 3 - window[width - 1 - k]).toArray());
                }
            }
        }
        return windows;
    }

    private static boolean matches(final List<Integer> masks, final int[] window) {
        return IntStream.range(0, window.length).allMatch(c -> (masks.get(c) >> window[c] & 1) != 0);
    }

    private double activation(final List<Integer> masks, final String text, final double bandwidth) {
        double best = Double.POSITIVE_INFINITY;
        for (final int[] window : windows(text, masks.size())) {
            double distance = 0;
            for (int c = 0; c < window.length; c++) {
                distance += squaredDistance(masks.get(c), window[c]);
            }
            best = Math.min(best, distance);
        }
        return Math.exp(-best / (2 * bandwidth * bandwidth));
    }

    /** Between a column uniform over a set of letters and a letter, both as points of the simplex. */
    private double squaredDistance(final int mask, final int letter) {
        return m_distances.computeIfAbsent(mask << 5 | letter, key -> {
            double distance = 0;
            for (int k = 0; k < m_alphabet.size(); k++) {
                final double z = (mask >> k & 1) != 0 ? 1.0 / Integer.bitCount(mask) : 0;
                distance += (z - (letter == k ? 1 : 0)) * (z - (letter == k ? 1 : 0));
            }
            return distance;
        });
    }

    private void join() {
        final List<double[]> representatives = new ArrayList<>();
        for (final Word w : m_candidates) {
            final double[] x = centred(w.phi());
            if (norm(x) <= 1e-9 * norm(w.phi())) {
                m_constant++;
                continue;
            }
            int home = 0;
            while (home < representatives.size() && !same(x, representatives.get(home))) {
                home++;
            }
            if (home == representatives.size()) {
                representatives.add(x);
                m_classes.add(new ArrayList<>());
            }
            m_classes.get(home).add(w);
        }
    }

    private static boolean same(final double[] x, final double[] y) {
        double equal = 0;
        double opposite = 0;
        double norm = 0;
        for (int i = 0; i < x.length; i++) {
            equal += (x[i] - y[i]) * (x[i] - y[i]);
            opposite += (x[i] + y[i]) * (x[i] + y[i]);
            norm += y[i] * y[i];
        }
        return Math.min(equal, opposite) <= 1e-18 * norm;
    }

    private static double[] centred(final double[] x) {
        final double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(v -> v - mean).toArray();
    }

    private static double norm(final double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
    }

    static String name(final Alphabet alphabet, final Word word) {
        return word.masks().stream().map(m -> String.valueOf(alphabet.symbol(m))).collect(Collectors.joining()) + " "
            + word.bandwidth();
    }
}
