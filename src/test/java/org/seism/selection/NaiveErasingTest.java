package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Selection with erasing against METHOD section 5b written down on text, with no attempt to be fast. */
class NaiveErasingTest {
    private static final int WIDTH = 4;
    private static final int SUPPORT = 3;
    private static final int MISMATCHES = 1;
    private static final int CAP = MISMATCHES + 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sameWordsScoresAndStrata(final int seed) {
        final UniformRandomProvider random = RandomData.random(seed, 17);
        final Strands strands = seed % 2 == 0 ? Strands.BOTH : Strands.SINGLE;
        final List<String> texts = new ArrayList<>();
        final double[] y = new double[60];
        for (int i = 0; i < y.length; i++) {
            final StringBuilder s = new StringBuilder();
            final int length = 14 + random.nextInt(12);
            for (int k = 0; k < length; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            texts.add(s.toString());
            y[i] = seed < 5 ? random.nextInt(2) : random.nextDouble() + (s.indexOf("GAT") >= 0 ? 1 : 0);
        }
        final WordGrid grid = WordGrid.build(RandomData.set(Alphabet.DNA, texts), strands,
            GridSettings.DEFAULT.withWidths(WIDTH, WIDTH).withMinSupport(SUPPORT), Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(y,
            new double[0][], 3);
        final List<boolean[]> erased = new ArrayList<>();
        texts.forEach(t -> erased.add(new boolean[t.length()]));
        final String[] strata = new String[y.length];
        Arrays.fill(strata, "");
        for (int step = 0; step < path.size(); step++) {
            assertEquals(new HashSet<>(List.of(strata)).size(), path.step(step).strata().count());
            final List<double[]> nuisance = nuisance(texts, erased, strata, step);
            final double[] r = residual(y, nuisance);
            String best = null;
            double score = 0;
            for (final String word : words(texts, erased, strands)) {
                final double[] phi = new double[y.length];
                for (int i = 0; i < phi.length; i++) {
                    phi[i] = Math.exp(-nearest(texts.get(i), erased.get(i), word, strands));
                }
                final double[] f = residual(phi, nuisance);
                final double norm = dot(f, f);
                final double[] centred = residual(phi, List.of(ones(y.length)));
                if (norm >= 1e-4 * dot(centred, centred) && norm > 1e-12 && dot(f, r) * dot(f, r) / norm > score * (1 + 1e-9)) {
                    score = dot(f, r) * dot(f, r) / norm;
                    best = word;
                }
            }
            final String expected = best;
            final SelectionStep own = path.step(step);
            assertTrue(own.candidate().members().stream().anyMatch(m -> m.toString().equals(expected)),
                own.candidate().members() + " instead of " + expected + " at step " + step);
            assertEquals(score, own.score(), 1e-9 * score);
            for (int i = 0; i < y.length; i++) {
                strata[i] += Math.min(CAP, nearest(texts.get(i), erased.get(i), best, strands)) + " ";
            }
            erase(texts, erased, best, strands);
        }
    }

    private static List<double[]> nuisance(final List<String> texts, final List<boolean[]> erased, final String[] strata,
        final int step) {
        final Map<String, double[]> indicators = new HashMap<>();
        for (int i = 0; i < strata.length; i++) {
            indicators.computeIfAbsent(strata[i], s -> new double[strata.length])[i] = 1;
        }
        final List<double[]> all = new ArrayList<>(indicators.values());
        if (step > 0) {
            final double[] windows = new double[strata.length];
            for (int i = 0; i < windows.length; i++) {
                windows[i] = usable(texts.get(i), erased.get(i)).size();
            }
            all.add(windows);
        }
        return all;
    }

    /** Starts of windows without an erased letter: at widths below 8 any overlap counts. */
    private static List<Integer> usable(final String text, final boolean[] erased) {
        final List<Integer> starts = new ArrayList<>();
        for (int start = 0; start + WIDTH <= text.length(); start++) {
            boolean free = true;
            for (int k = start; k < start + WIDTH; k++) {
                free &= !erased[k];
            }
            if (free) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static Set<String> words(final List<String> texts, final List<boolean[]> erased, final Strands strands) {
        final Map<String, Integer> support = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            final Set<String> own = new HashSet<>();
            for (final int start : usable(texts.get(i), erased.get(i))) {
                final String window = texts.get(i).substring(start, start + WIDTH);
                final String other = reversed(window);
                own.add(strands == Strands.BOTH && other.compareTo(window) < 0 ? other : window);
            }
            own.forEach(w -> support.merge(w, 1, Integer::sum));
        }
        final Set<String> words = new TreeSet<>();
        support.forEach((w, s) -> {
            if (s >= SUPPORT) {
                words.add(w);
            }
        });
        return words;
    }

    private static int distance(final String text, final int start, final String word, final Strands strands) {
        int distance = 0;
        for (int k = 0; k < WIDTH; k++) {
            distance += text.charAt(start + k) == word.charAt(k) ? 0 : 1;
        }
        return strands == Strands.SINGLE ? distance : Math.min(distance, distance(text, start, reversed(word), Strands.SINGLE));
    }

    private static int nearest(final String text, final boolean[] erased, final String word, final Strands strands) {
        return usable(text, erased).stream().mapToInt(start -> distance(text, start, word, strands)).min().orElse(WIDTH);
    }

    private static void erase(final List<String> texts, final List<boolean[]> erased, final String word, final Strands strands) {
        for (int i = 0; i < texts.size(); i++) {
            for (final int start : usable(texts.get(i), erased.get(i))) {
                if (distance(texts.get(i), start, word, strands) <= MISMATCHES) {
                    Arrays.fill(erased.get(i), start, start + WIDTH, true);
                }
            }
        }
    }

    private static String reversed(final String word) {
        final StringBuilder s = new StringBuilder();
        for (int k = word.length() - 1; k >= 0; k--) {
            s.append("TGCA".charAt("ACGT".indexOf(word.charAt(k))));
        }
        return s.toString();
    }

    /** Gram and Schmidt, twice. */
    private static double[] residual(final double[] x, final List<double[]> vectors) {
        final List<double[]> basis = new ArrayList<>();
        for (final double[] v : vectors) {
            final double[] b = off(off(v, basis), basis);
            final double norm = Math.sqrt(dot(b, b));
            if (norm > 1e-9 * Math.sqrt(dot(v, v))) {
                basis.add(Arrays.stream(b).map(t -> t / norm).toArray());
            }
        }
        return off(off(x, basis), basis);
    }

    private static double[] off(final double[] x, final List<double[]> basis) {
        final double[] r = x.clone();
        for (final double[] b : basis) {
            final double c = dot(r, b);
            for (int i = 0; i < r.length; i++) {
                r[i] -= c * b[i];
            }
        }
        return r;
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] ones(final int n) {
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
