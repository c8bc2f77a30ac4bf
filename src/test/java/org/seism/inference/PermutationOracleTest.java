package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.chain.SwapChain;
import org.seism.inference.event.Hypothesis;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.NullModel;
import org.seism.inference.event.PermutationShape;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.BruteForceSelection;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionEvent;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * All 8! permutations of eight phenotypes, kept where the selection is the same, against the chain of exchanges. The
 * truth is the whole event, also where single exchanges do not connect it. Tied phenotypes are included: they make
 * exact ties of scores, where the tie rule decides. Comparisons allow 5 standard errors.
 */
@Tag("slow")
class PermutationOracleTest {
    private static final int N = 8;

    private record Case(String name, WordGrid grid, double[][] covariates, AssociationScore score, double[] y, int motifs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        final AssociationScore hsic = new AssociationScore(AssociationScore.Kind.HSIC, 0);
        final AssociationScore lambda = new AssociationScore(AssociationScore.Kind.RIDGE, 0.3);
        final double[] cases = {0, 0, 0, 0, 1, 1, 1, 1};
        final double[] fewCases = {0, 1, 0, 0, 0, 1, 0, 0};
        final double[] ties = {0, 0, 0, 1, 1, 2, 2, 5};
        return Stream.of(tiny("distinct", 1, null, AssociationScore.DEFAULT, 2, 0),
            tiny("distinct, HSIC, covariate", 2, null, hsic, 1, 1), tiny("distinct, ridge lambda", 3, null, lambda, 2, 0),
            tiny("distinct, ridge, 2 motifs again", 4, null, AssociationScore.DEFAULT, 2, 0),
            tiny("balanced binary", 5, cases, AssociationScore.DEFAULT, 2, 0),
            tiny("balanced binary, HSIC", 6, cases, hsic, 1, 0),
            tiny("two cases of eight", 7, fewCases, AssociationScore.DEFAULT, 1, 0),
            tiny("two cases of eight, ridge lambda", 8, fewCases, lambda, 2, 0),
            tiny("ties", 9, ties, AssociationScore.DEFAULT, 2, 0), tiny("ties, HSIC", 10, ties, hsic, 2, 0));
    }

    private static Case tiny(final String name, final int seed, final double[] values, final AssociationScore score,
        final int motifs, final int covariates) {
        final UniformRandomProvider random = RandomData.random(31, seed);
        final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, N, 4, 6, random), Strands.BOTH,
            GridSettings.DEFAULT.withWidths(2, 2));
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(N, normal));
        final double[] y = values == null ? RandomData.draw(N, normal) : values.clone();
        for (int i = N - 1; i > 0; i--) {
            final int j = random.nextInt(i + 1);
            final double t = y[i];
            y[i] = y[j];
            y[j] = t;
        }
        return new Case(name, grid, w, score, y, motifs);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chainVisitsTheEventEvenly(final Case c) {
        final SelectionPath path = new GreedySelection(c.grid(), c.score(), TaskRunner.sequential(), Progress.NONE).run(c.y(),
            c.covariates(), c.motifs());
        System.out.printf("%n%s: %d candidates%n", c, c.grid().size());
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            for (int motif = 0; motif < path.size(); motif++) {
                final NullGeometry geometry = new NullGeometry(path, motif, hypothesis, c.y());
                final Truth truth = new Truth(c, path, geometry);
                final SamplingSettings settings = SamplingSettings.DEFAULT.withNullModel(NullModel.PERMUTATION)
                    .withHypothesis(hypothesis).withReplicates(60_000);
                final NullSample sample =
                    new MonteCarloTest(path, c.y(), settings, TaskRunner.sequential(), Progress.NONE).run(motif).get(0);
                final double[] t = truth.statistics();
                Arrays.sort(t);
                final StringBuilder line = new StringBuilder();
                for (final double threshold : new double[]{geometry.statistic(), t[t.length / 4], t[t.length / 2],
                    t[t.length * 9 / 10]}) {
                    final double[] hits = Arrays.stream(sample.statistics()).map(x -> x >= threshold - 1e-9 ? 1 : 0).toArray();
                    final double share = Arrays.stream(hits).average().orElseThrow();
                    final double expected = (double)Arrays.stream(t).filter(x -> x >= threshold - 1e-9).count() / t.length;
                    final double ess = expected == 1 ? hits.length : EffectiveSampleSize.of(hits);
                    final double error = Math.sqrt(Math.max(expected * (1 - expected), 0) / ess);
                    line.append(String.format(Locale.ROOT, "  %.4f/%.4f", share, expected));
                    assertEquals(expected, share, 5 * error + 1e-12,
                        () -> c + " " + hypothesis + " motif " + geometry.motif() + line);
                }
                System.out.printf("%-10s motif %d: %d of 40320 in the event, %d connected by single exchanges%s%n", hypothesis, motif + 1,
                    truth.m_inEvent, truth.m_connected, line);
                truth.compareWithChain(path, geometry);
            }
        }
    }

    /** The event by brute force, and how much of it single exchanges connect with the observed order. */
    private static final class Truth {
        private final NullGeometry m_geometry;
        private final boolean[] m_in = new boolean[40_320];
        private final int[][] m_permutations = new int[40_320][];
        private int m_connected;
        private int m_inEvent;

        Truth(final Case c, final SelectionPath path, final NullGeometry geometry) {
            m_geometry = geometry;
            final List<BruteForceSelection.Step> steps = new ArrayList<>();
            final BruteForceSelection brute = new BruteForceSelection(c.grid(), c.score(), c.covariates());
            final List<Integer> chosen = new ArrayList<>();
            for (int s = 0; s < geometry.steps(); s++) {
                steps.add(brute.step(chosen));
                chosen.add(path.selected(s));
            }
            final SelectionEvent event = new SelectionEvent(path, geometry.steps());
            for (int k = 0; k < m_in.length; k++) {
                m_permutations[k] = unrank(k);
                final double[] y = phenotype(m_permutations[k]);
                m_in[k] = true;
                for (int s = 0; s < steps.size() && m_in[k]; s++) {
                    m_in[k] = steps.get(s).winner(y) == c.grid().rank(path.selected(s));
                }
                m_inEvent += m_in[k] ? 1 : 0;
                if (k % 20 == 0) {
                    assertEquals(m_in[k], event.contains(y), "brute force and SelectionEvent");
                }
            }
            assertTrue(m_in[0], "the observed order is in its own event");
            final Deque<Integer> queue = new ArrayDeque<>(List.of(0));
            final Set<Integer> seen = new HashSet<>(queue);
            while (!queue.isEmpty()) {
                final int k = queue.remove();
                m_connected++;
                final int[] p = m_permutations[k];
                for (int a = 0; a < N; a++) {
                    for (int b = a + 1; b < N; b++) {
                        final int[] q = p.clone();
                        q[a] = p[b];
                        q[b] = p[a];
                        final int r = rank(q);
                        if (m_in[r] && seen.add(r)) {
                            queue.add(r);
                        }
                    }
                }
            }
        }

        private double[] phenotype(final int[] permutation) {
            final double[] y = m_geometry.fit().clone();
            for (int i = 0; i < N; i++) {
                y[i] += m_geometry.residual()[permutation[i]];
            }
            return y;
        }

        private static int[] unrank(final int index) {
            final List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            final int[] p = new int[N];
            int rest = index;
            int radix = 5040;
            for (int i = 0; i < N; i++) {
                p[i] = left.remove(rest / radix);
                rest %= radix;
                radix /= Math.max(1, N - 1 - i);
            }
            return p;
        }

        private static int rank(final int[] p) {
            int index = 0;
            for (int i = 0; i < N; i++) {
                int smaller = 0;
                for (int k = i + 1; k < N; k++) {
                    smaller += p[k] < p[i] ? 1 : 0;
                }
                index = index * (N - i) + smaller;
            }
            return index;
        }

        double[] statistics() {
            return IntStream.range(0, m_in.length).filter(k -> m_in[k]).mapToDouble(k -> {
                final double[] e = new double[N];
                for (int i = 0; i < N; i++) {
                    e[i] = m_geometry.residual()[m_permutations[k][i]];
                }
                return Math.abs(OrthonormalBasis.dot(m_geometry.direction(), e))
                    / OrthonormalBasis.norm(m_geometry.nuisance().residual(e));
            }).toArray();
        }

        /** Every state of a chain is a permutation of the residuals that lies in the event. */
        void compareWithChain(final SelectionPath path, final NullGeometry geometry) {
            final SwapChain chain =
                new SwapChain(new PermutationShape(geometry, TaskRunner.sequential()), RandomData.random(8), Progress.NONE);
            final SelectionEvent event = new SelectionEvent(path, geometry.steps());
            final double[] values = Arrays.stream(geometry.residual()).sorted().toArray();
            for (int step = 0; step < 2000; step++) {
                chain.step();
                final double[] e = chain.residual();
                assertTrue(event.contains(RejectionOracleTest.shifted(geometry, e)), "outside the event after step " + step);
                final double[] sorted = Arrays.stream(e).sorted().toArray();
                for (int i = 0; i < N; i++) {
                    assertEquals(values[i], sorted[i], 1e-12, "not a permutation of the residuals");
                }
            }
        }
    }
}
