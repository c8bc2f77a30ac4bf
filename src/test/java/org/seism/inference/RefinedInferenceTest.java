package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import org.seism.inference.chain.StrataChain;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.Refinement;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionEvent;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Chains and exact test where words are refined: every state is in the event by its definition (the whole procedure run
 * again), the exact test's intervals are the event, and on tiny cases both agree with rejection sampling.
 */
@Tag("slow")
class RefinedInferenceTest {

    private record Case(String name, SequenceSet set, Strands strands, WordGrid grid, double[][] covariates,
        AssociationScore score, RefinementSettings refinement, double[] y, int motifs) {

        SelectionPath path() {
            return path(y);
        }

        SelectionPath path(final double[] phenotype) {
            return new GreedySelection(grid, score, Refinement.of(refinement, set, strands, score),
                TaskRunner.sequential(), Progress.NONE).run(phenotype, covariates, motifs);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(final String name, final int seed, final int n, final int shortest, final int longest,
        final int covariates, final AssociationScore score, final GridSettings grid, final RefinementSettings refinement,
        final int motifs, final double planted) {
        final UniformRandomProvider random = RandomData.random(515, seed);
        final SequenceSet set = RandomData.sequences(Alphabet.DNA, n, shortest, longest, random);
        final Strands strands = seed % 2 == 0 ? Strands.BOTH : Strands.SINGLE;
        final WordGrid words = RandomData.grid(set, strands, grid);
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(n, normal));
        final double[] y = RandomData.draw(n, normal);
        OrthonormalBasis.addScaled(y, words.activations().column(random.nextInt(words.size())), planted);
        return new Case(name, set, strands, words, w, score, refinement, y, motifs);
    }

    private static final AssociationScore LAMBDA = new AssociationScore(AssociationScore.Kind.RIDGE, 0.5);
    private static final AssociationScore HSIC = new AssociationScore(AssociationScore.Kind.HSIC, 0);
    private static final GridSettings THREE = GridSettings.DEFAULT.withWidths(3, 3);

    static Stream<Case> cases() {
        final AssociationScore ridge = AssociationScore.DEFAULT;
        return Stream.of(of("m = 1", 1, 40, 10, 14, 0, ridge, THREE, RefinementSettings.lattice(1), 3, 0),
            of("m = 2, both strands", 2, 40, 10, 14, 0, ridge, THREE, RefinementSettings.lattice(2), 3, 0),
            of("m = 4, lambda, covariate", 3, 30, 10, 14, 1, LAMBDA, THREE, RefinementSettings.lattice(4), 2, 0),
            of("m = 2, HSIC, bandwidths", 4, 40, 6, 12, 1, HSIC, THREE.withBandwidths(List.of(0.7, 1.3)),
                RefinementSettings.lattice(2), 3, 0),
            of("m = 2, IUPAC words, short", 5, 30, 2, 8, 0, ridge, THREE.withWidths(2, 3).withDegeneracy(1),
                RefinementSettings.lattice(2), 2, 0),
            of("m = 2, almost without noise", 6, 40, 10, 14, 0, ridge, THREE, RefinementSettings.lattice(2), 2, 1e4),
            of("network", 7, 30, 8, 12, 0, ridge, THREE, RefinementSettings.network(2).withStarts(3), 2, 4));
    }

    private static void forAll(final Case c, final ChainInvariantTest.Check check) {
        final SelectionPath path = c.path();
        assertTrue(path.isRefined());
        ChainInvariantTest.forAll(path, c.y(), check);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chainsStayInTheEvent(final Case c) {
        final boolean network = c.refinement().mode() == RefinementSettings.Mode.NETWORK;
        forAll(c, (geometry, event) -> {
            final EventShape shape = new EventShape(geometry, TaskRunner.sequential());
            final UniformRandomProvider random = RandomData.random(6, geometry.motif());
            final PermutationNull exchanged = PermutationChains.nullOf(geometry);
            for (final Chain chain : List.of(new BlockRotationChain(shape, random, Progress.NONE),
                new HypersphereChain(shape, random),
                PermutationChains.chain(exchanged, random))) {
                final String where = c + ", " + geometry.hypothesis() + ", motif " + (geometry.motif() + 1) + ", " + chain;
                final boolean exchanges = chain instanceof StrataChain;
                assertEquals(geometry.statistic(), chain.statistic(), 1e-12);
                final double[] before = chain.residual().clone();
                for (int step = 0; step < (network ? 15 : 60); step++) {
                    chain.step();
                    final double[] v = chain.residual();
                    final double[] y = exchanges ? exchanged.phenotype(v) : RejectionOracleTest.shifted(geometry, v);
                    assertTrue(event.contains(y), () -> "outside the event: " + where);
                    if (!exchanges) {
                        assertEquals(1, OrthonormalBasis.norm(v), 1e-9, where);
                        assertEquals(0, OrthonormalBasis.norm(geometry.nuisance().project(v)), 1e-9, where);
                    }
                    final double[] rest = geometry.nuisance().residual(y);
                    assertEquals(Math.abs(OrthonormalBasis.dot(geometry.direction(), rest)) / OrthonormalBasis.norm(rest), chain.statistic(), 1e-9, where);
                }
                OrthonormalBasis.addScaled(before, chain.residual(), -1);
                assertTrue(OrthonormalBasis.norm(before) > 1e-5 || exchanges, () -> "not moved: " + where);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exactIntervalsAreTheEvent(final Case c) {
        final boolean network = c.refinement().mode() == RefinementSettings.Mode.NETWORK;
        final int[] wrong = new int[2];
        forAll(c, (geometry, event) -> {
            final ExactTest.Result result = ExactTest.test(geometry, TaskRunner.sequential(), Progress.NONE);
            final double[] w = geometry.residual().clone();
            OrthonormalBasis.addScaled(w, geometry.direction(), -OrthonormalBasis.dot(w, geometry.direction()));
            final double length = OrthonormalBasis.norm(w);
            boolean observed = false;
            double last = -1;
            for (final double[] interval : result.intervals()) {
                assertTrue(interval[0] > last && interval[1] > interval[0], "ascending and disjoint");
                last = interval[1];
                observed |= interval[0] - 1e-9 <= result.observed() && result.observed() <= interval[1] + 1e-9;
                final double step = Math.min(1e-7, (interval[1] - interval[0]) / 4);
                // a network's event has gaps narrower than the grid
                if (interval[1] - interval[0] > 1e-6 && !network) {
                    assertTrue(at(geometry, event, w, length, interval[0] + step), () -> c + ": just inside from");
                    assertTrue(at(geometry, event, w, length, interval[1] - step), () -> c + ": just inside to");
                    assertTrue(at(geometry, event, w, length, (interval[0] + interval[1]) / 2), () -> c + ": middle");
                }
            }
            assertTrue(observed, () -> c + ": the observed angle is outside");
            final int angles = network ? 333 : 2000;
            for (int k = 1; k < angles; k++) {
                final double theta = k * Math.PI / angles;
                boolean inside = false;
                boolean close = false;
                for (final double[] interval : result.intervals()) {
                    inside |= interval[0] < theta && theta < interval[1];
                    close |= Math.min(Math.abs(theta - interval[0]), Math.abs(theta - interval[1])) < 1e-7;
                }
                if (!close) {
                    wrong[0]++;
                    wrong[1] += inside == at(geometry, event, w, length, theta) ? 0 : 1;
                }
            }
        });
        // intervals of a network may miss parts narrower than their grid
        assertTrue(wrong[1] <= (network ? 0.01 * wrong[0] : 0), () -> wrong[1] + " wrong angles of " + wrong[0]);
    }

    private static boolean at(final NullGeometry geometry, final SelectionEvent event, final double[] w, final double length,
        final double theta) {
        final double[] v = new double[w.length];
        OrthonormalBasis.addScaled(v, geometry.direction(), Math.cos(theta));
        OrthonormalBasis.addScaled(v, w, Math.sin(theta) / length);
        return event.contains(RejectionOracleTest.shifted(geometry, v));
    }

    static Stream<Case> tiny() {
        final GridSettings two = GridSettings.DEFAULT.withWidths(2, 2);
        final AssociationScore ridge = AssociationScore.DEFAULT;
        return Stream.of(of("one motif, m = 1", 1, 14, 6, 6, 0, ridge, two, RefinementSettings.lattice(1), 1, 0),
            of("one motif, m = 2, both strands", 2, 12, 5, 5, 0, ridge, two, RefinementSettings.lattice(2), 1, 1),
            of("two motifs, m = 2, HSIC", 4, 12, 5, 5, 0, HSIC, two, RefinementSettings.lattice(2), 2, 1),
            of("two motifs, m = 1, both strands", 6, 14, 5, 5, 0, ridge, two, RefinementSettings.lattice(1), 2, 1));
    }

    @ParameterizedTest
    @MethodSource("tiny")
    @DisplayName("chains and exact test agree with phenotypes drawn without conditioning and kept where they select the same")
    void rejection(final Case c) {
        final SelectionPath path = c.path();
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            for (int motif = 0; motif < path.size(); motif++) {
                final NullGeometry geometry = new NullGeometry(path, motif, hypothesis, c.y());
                final SelectionEvent event = new SelectionEvent(path, geometry.steps());
                final DoubleSupplier normal = RandomData.normal(RandomData.random(98, motif, hypothesis.ordinal()));
                final List<Double> kept = new ArrayList<>();
                for (int draw = 0; draw < 600_000 && kept.size() < 4000; draw++) {
                    final double[] u = geometry.nuisance().residual(RandomData.draw(c.y().length, normal));
                    final double norm = OrthonormalBasis.norm(u);
                    for (int i = 0; i < u.length; i++) {
                        u[i] /= norm;
                    }
                    if (event.contains(RejectionOracleTest.shifted(geometry, u))) {
                        kept.add(Math.abs(OrthonormalBasis.dot(geometry.direction(), u)));
                    }
                }
                if (kept.size() < 300) {
                    System.out.println(c + ", " + hypothesis + ", motif " + (motif + 1) + ": only " + kept.size() + " kept");
                    continue;
                }
                final double[] truth = kept.stream().mapToDouble(Double::doubleValue).toArray();
                final double p = Arrays.stream(truth).filter(t -> t >= geometry.statistic()).count() / (double)truth.length;
                for (final Kernel kernel : Kernel.values()) {
                    final SamplingSettings settings = SamplingSettings.DEFAULT.withHypothesis(hypothesis).withKernel(kernel)
                        .withReplicates(6000).withThinning(kernel == Kernel.BLOCK ? 2 : 6).withSeed(5);
                    final NullSample sample =
                        new MonteCarloTest(path, c.y(), settings, TaskRunner.sequential(), Progress.NONE).run(motif).get(0);
                    final double se = Math.sqrt(p * (1 - p) / truth.length + Math.pow(sample.standardError(), 2));
                    final String where = String.format(Locale.ROOT, "%s, %s, motif %d, %s: rejection %.4f (%d), chain %.4f, se %.4f",
                        c, hypothesis, motif + 1, kernel, p, truth.length, sample.p(), se);
                    System.out.println(where);
                    assertEquals(p, sample.p(), 5 * se + 1e-3, where);
                    final int every = (int)Math.max(1, sample.size() / sample.effectiveSampleSize());
                    final double[] thinned = java.util.stream.IntStream.range(0, sample.size() / every)
                        .mapToDouble(k -> sample.statistics()[k * every]).toArray();
                    assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(truth, thinned) > 1e-6, where);
                }
            }
        }
    }

    @Test
    @DisplayName("the same bytes with 1, 2 and 4 threads")
    void threads() {
        for (final RefinementSettings refinement : List.of(RefinementSettings.lattice(2),
            RefinementSettings.network(2).withStarts(2))) {
            final Case c = of("threads", 8, 40, 10, 14, 0, AssociationScore.DEFAULT, THREE, refinement, 2, 2);
            for (final NullModel model : List.of(NullModel.GAUSSIAN, NullModel.PERMUTATION)) {
                double[] first = null;
                for (final int threads : new int[]{1, 2, 4}) {
                    try (TaskRunner.Pool pool = TaskRunner.withThreads(threads)) {
                        final SelectionPath path = new GreedySelection(c.grid(), c.score(),
                            Refinement.of(refinement, c.set(), c.strands(), c.score()), pool, Progress.NONE)
                                .run(c.y(), c.covariates(), 2);
                        final double[] all = new MonteCarloTest(path, NullDesign.plain(model, c.y(), c.covariates()),
                            SamplingSettings.DEFAULT.withReplicates(19), pool, Progress.NONE).run().stream()
                                .flatMapToDouble(s -> Arrays.stream(s.statistics())).toArray();
                        first = first == null ? all : first;
                        assertArrayEquals(first, all, 0);
                    }
                }
            }
        }
    }
}
