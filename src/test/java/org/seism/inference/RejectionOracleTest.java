package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.BlockRotationChain;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.HypersphereChain;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.BruteForceSelection;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionEvent;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The truth by rejection (METHOD, section 15): on a grid of about ten candidates phenotypes are drawn from the null without
 * conditioning, and those kept that lead to the same selection. Chains of both kernels and the exact test must agree.
 * Comparisons allow 5 standard errors (error probability below 1e-6 each, seeds are fixed).
 */
@Tag("slow")
class RejectionOracleTest {
    private static final int WANTED = 20_000;
    private static final int MOST_DRAWS = 6_000_000;

    /** A tiny case with everything chosen. */
    record Case(String name, WordGrid grid, double[][] covariates, AssociationScore score, double[] y, int motifs) {

        SelectionPath path() {
            return path(y);
        }

        SelectionPath path(final double[] phenotype) {
            return new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(phenotype, covariates, motifs);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        final AssociationScore ridge = AssociationScore.DEFAULT;
        final AssociationScore lambda = new AssociationScore(AssociationScore.Kind.RIDGE, 0.5);
        final AssociationScore hsic = new AssociationScore(AssociationScore.Kind.HSIC, 0);
        final GridSettings words = GridSettings.DEFAULT.withWidths(2, 2);
        return Stream.of(tiny("one motif, ridge", 1, 14, 6, 0, ridge, words, 1),
            tiny("two motifs, ridge", 2, 14, 6, 0, ridge, words, 2),
            tiny("two motifs, ridge lambda 0.5, covariate", 3, 16, 6, 1, lambda, words, 2),
            tiny("two motifs, HSIC", 4, 14, 6, 0, hsic, words, 2),
            tiny("one motif, HSIC, two bandwidths", 5, 14, 7, 1, hsic, words.withBandwidths(List.of(0.7, 1.4)), 1),
            tiny("two motifs, ridge, 30 sequences", 6, 30, 6, 0, ridge, words, 2));
    }

    private static Case tiny(final String name, final int seed, final int n, final int length, final int covariates,
        final AssociationScore score, final GridSettings settings, final int motifs) {
        final UniformRandomProvider random = RandomData.random(4711, seed);
        final SequenceSet set = RandomData.sequences(Alphabet.DNA, n, length, length, random);
        final WordGrid grid = RandomData.grid(set, Strands.BOTH, settings);
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(n, normal));
        return new Case(name, grid, w, score, RandomData.draw(n, normal), motifs);
    }

    /** Membership by brute force. */
    static final class Definition {
        private final List<BruteForceSelection.Step> m_steps = new ArrayList<>();
        private final List<Integer> m_winners = new ArrayList<>();

        Definition(final Case c, final SelectionPath path, final int steps) {
            final BruteForceSelection brute = new BruteForceSelection(c.grid(), c.score(), c.covariates());
            final List<Integer> chosen = new ArrayList<>();
            for (int s = 0; s < steps; s++) {
                m_steps.add(brute.step(chosen));
                m_winners.add(c.grid().rank(path.selected(s)));
                chosen.add(path.selected(s));
            }
        }

        boolean contains(final double[] y) {
            for (int s = 0; s < m_steps.size(); s++) {
                if (m_steps.get(s).winner(y) != m_winners.get(s)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static double[] plus(final double[] a, final double[] b) {
        final double[] sum = a.clone();
        OrthonormalBasis.addScaled(sum, b, 1);
        return sum;
    }

    /** Phenotypes from the null that land in the event. */
    private static List<double[]> accepted(final Case c, final SelectionPath path, final NullGeometry geometry, final int wanted) {
        final Definition definition = new Definition(c, path, geometry.steps());
        final SelectionEvent event = new SelectionEvent(path, geometry.steps());
        final DoubleSupplier normal = RandomData.normal(RandomData.random(99, geometry.motif(), geometry.hypothesis().ordinal()));
        final List<double[]> kept = new ArrayList<>();
        for (int draw = 0; draw < MOST_DRAWS && kept.size() < wanted; draw++) {
            final double[] u = geometry.nuisance().residual(RandomData.draw(c.y().length, normal));
            final double norm = OrthonormalBasis.norm(u);
            for (int i = 0; i < u.length; i++) {
                u[i] = geometry.fit()[i] + u[i] / norm;
            }
            final boolean in = definition.contains(u);
            if (draw < 2000) {
                assertEquals(in, event.contains(u), "brute force and SelectionEvent");
            }
            if (in) {
                kept.add(u);
            }
        }
        return kept;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chains(final Case c) {
        final SelectionPath path = c.path();
        assertEquals(c.motifs(), path.size());
        System.out.printf("%n%s: %d candidates%n", c, c.grid().size());
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            for (int motif = 0; motif < path.size(); motif++) {
                final NullGeometry geometry = new NullGeometry(path, motif, hypothesis, c.y());
                final List<double[]> truth = accepted(c, path, geometry, WANTED);
                assertTrue(truth.size() >= 3000, () -> "only " + truth.size() + " draws landed in the event");
                final double[] t = truth.stream()
                    .mapToDouble(u -> Math.abs(OrthonormalBasis.dot(geometry.direction(), u))).sorted().toArray();
                for (final Kernel kernel : Kernel.values()) {
                    final NullSample sample = sample(c, path, hypothesis, kernel, motif);
                    final double[] thresholds = {geometry.statistic() - 1e-9, t[t.length / 10], t[t.length / 2],
                        t[t.length * 9 / 10], t[t.length * 99 / 100]};
                    final StringBuilder line = new StringBuilder();
                    for (final double threshold : thresholds) {
                        final double[] hits = Arrays.stream(sample.statistics()).map(x -> x >= threshold ? 1 : 0).toArray();
                        final double share = Arrays.stream(hits).average().orElseThrow();
                        final double expected = (double)Arrays.stream(t).filter(x -> x >= threshold).count() / t.length;
                        final double ess = Math.min(EffectiveSampleSize.of(sample.statistics()), EffectiveSampleSize.of(hits));
                        // floors for shares so near 0 or 1 that neither run has seen them vary
                        final double error = Math.sqrt(Math.max(expected * (1 - expected), 1 / ess) / ess
                            + Math.max(expected * (1 - expected), 1.0 / t.length) / t.length);
                        line.append(String.format(Locale.ROOT, "  %.4f/%.4f (z %.1f)", share, expected, (share - expected) / error));
                        assertEquals(expected, share, 5 * error,
                            () -> c + " " + hypothesis + " motif " + geometry.motif() + " " + kernel + line);
                    }
                    System.out.printf("%-10s motif %d %-11s%s%n", hypothesis, motif + 1, kernel, line);
                }
            }
        }
    }

    private static NullSample sample(final Case c, final SelectionPath path, final Hypothesis hypothesis, final Kernel kernel,
        final int motif) {
        final SamplingSettings settings = SamplingSettings.DEFAULT.withHypothesis(hypothesis).withKernel(kernel)
            .withReplicates(40_000).withThinning(kernel == Kernel.BLOCK ? 1 : 3);
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            return new MonteCarloTest(path, c.y(), settings, pool, Progress.NONE).run(motif).get(0);
        }
    }

    /**
     * Started from draws of the truth, the distribution of T is the same after some steps; and a pair of neighbours is as
     * likely as its reverse, so that among the pairs that cross two levels as many go up as down.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void kernelsAreInvariantAndReversible(final Case c) {
        final SelectionPath path = c.path();
        final int motif = path.size() - 1;
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            final NullGeometry geometry = new NullGeometry(path, motif, hypothesis, c.y());
            final List<double[]> truth = accepted(c, path, geometry, 6000);
            final double[] before = new double[truth.size()];
            Arrays.setAll(before, k -> Math.abs(OrthonormalBasis.dot(geometry.direction(), truth.get(k))));
            for (final Kernel kernel : Kernel.values()) {
                final double[] after = new double[truth.size()];
                for (int k = 0; k < after.length; k++) {
                    final EventShape shape =
                        new EventShape(new NullGeometry(path, motif, hypothesis, truth.get(k)), TaskRunner.sequential());
                    final UniformRandomProvider random = RandomData.random(5, k, kernel.ordinal());
                    final Chain chain = kernel == Kernel.BLOCK ? new BlockRotationChain(shape, random, Progress.NONE)
                        : new HypersphereChain(shape, random);
                    assertEquals(before[k], chain.statistic(), 1e-9);
                    chain.step();
                    if (kernel == Kernel.HYPERSPHERE) {
                        chain.step();
                    }
                    after[k] = chain.statistic();
                }
                // independent halves: T of the first half before, of the second half after
                final int half = after.length / 2;
                final double ks = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(Arrays.copyOf(before, half),
                    Arrays.copyOfRange(after, half, after.length));
                assertTrue(ks > 1e-4, () -> c + " " + hypothesis + " " + kernel + ": KS p " + ks);
                final double[] sorted = Arrays.stream(before).sorted().toArray();
                final double low = sorted[sorted.length * 2 / 5];
                final double high = sorted[sorted.length * 3 / 5];
                final long up = IntStream.range(0, after.length).filter(k -> before[k] < low && after[k] > high).count();
                final long down = IntStream.range(0, after.length).filter(k -> before[k] > high && after[k] < low).count();
                assertTrue(up + down > 50, () -> c + ": hardly any moves across the middle");
                assertTrue(Math.abs(up - down) <= 4.5 * Math.sqrt(up + down),
                    () -> c + " " + hypothesis + " " + kernel + ": " + up + " up, " + down + " down");
            }
        }
    }

    /** Conditioned on the residual's direction too, the angle is drawn by its density and kept where the event holds. */
    @ParameterizedTest
    @MethodSource("cases")
    void exact(final Case c) {
        final int angles = 20_000;
        int informative = 0;
        for (int set = 0; set < 30; set++) {
            final UniformRandomProvider random = RandomData.random(1234, set);
            final DoubleSupplier normal = RandomData.normal(random);
            final double[] y = RandomData.draw(c.y().length, normal);
            final SelectionPath path = c.path(y);
            for (final Hypothesis hypothesis : Hypothesis.values()) {
                for (int motif = 0; motif < path.size(); motif++) {
                    final NullGeometry geometry = new NullGeometry(path, motif, hypothesis, y);
                    final ExactTest.Result result = ExactTest.test(geometry, TaskRunner.sequential(), Progress.NONE);
                    final Definition definition = new Definition(c, path, geometry.steps());
                    final double[] w = geometry.residual().clone();
                    OrthonormalBasis.addScaled(w, geometry.direction(), -OrthonormalBasis.dot(w, geometry.direction()));
                    final double length = OrthonormalBasis.norm(w);
                    int in = 0;
                    int extreme = 0;
                    for (int k = 0; k < angles; k++) {
                        // the first coordinate of a uniform direction in d dimensions
                        final double first = normal.getAsDouble();
                        double rest = 0;
                        for (int d = 1; d < geometry.degreesOfFreedom(); d++) {
                            final double x = normal.getAsDouble();
                            rest += x * x;
                        }
                        final double cos = first / Math.sqrt(first * first + rest);
                        final double[] u = geometry.fit().clone();
                        OrthonormalBasis.addScaled(u, geometry.direction(), cos);
                        OrthonormalBasis.addScaled(u, w, Math.sqrt(1 - cos * cos) / length);
                        if (definition.contains(u)) {
                            in++;
                            extreme += Math.abs(cos) >= geometry.statistic() ? 1 : 0;
                        }
                    }
                    if (in >= 500) {
                        informative++;
                        final double p = result.p().value();
                        final double share = (double)extreme / in;
                        assertEquals(p, share, 5 * Math.sqrt(Math.max(p * (1 - p), 1.0 / in) / in),
                            c + " set " + set + " " + hypothesis + " motif " + motif);
                        informative += p > 0.01 && p < 0.99 ? 0 : -1;
                    }
                    checkIntervals(c, definition, geometry, result, w, length);
                }
            }
        }
        final int seen = informative;
        assertTrue(seen >= 20, () -> c + ": only " + seen + " comparisons with p inside (0.01, 0.99)");
    }

    /** Membership by definition on a dense grid of angles, next to the ends of the intervals apart. */
    private static void checkIntervals(final Case c, final Definition definition, final NullGeometry geometry,
        final ExactTest.Result result, final double[] w, final double length) {
        boolean observedInside = false;
        for (final double[] interval : result.intervals()) {
            observedInside |= interval[0] - 1e-9 <= result.observed() && result.observed() <= interval[1] + 1e-9;
        }
        assertTrue(observedInside, "the observed angle lies in the event");
        for (int k = 1; k < 400; k++) {
            final double theta = k * Math.PI / 400;
            boolean inside = false;
            boolean close = false;
            for (final double[] interval : result.intervals()) {
                inside |= interval[0] < theta && theta < interval[1];
                close |= Math.abs(theta - interval[0]) < 1e-7 || Math.abs(theta - interval[1]) < 1e-7;
            }
            if (!close) {
                final double[] u = geometry.fit().clone();
                OrthonormalBasis.addScaled(u, geometry.direction(), Math.cos(theta));
                OrthonormalBasis.addScaled(u, w, Math.sin(theta) / length);
                assertEquals(definition.contains(u), inside, () -> c + " at angle " + theta);
            }
        }
    }

    /** The cases are what they claim: a handful of candidates, and a naive p-value far from the truth. */
    @ParameterizedTest
    @MethodSource("cases")
    void casesAreTiny(final Case c) {
        assertTrue(c.grid().size() >= 8 && c.grid().size() <= 20, () -> c + " has " + c.grid().size());
    }

    static double[] shifted(final NullGeometry geometry, final double[] residual) {
        return plus(geometry.fit(), residual);
    }
}
