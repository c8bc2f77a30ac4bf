package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.CancelledException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.BlockRotationChain;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.HypersphereChain;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Threads do not change a bit; seeds change nothing but the Monte Carlo error. */
@Tag("slow")
class DeterminismTest {
    private static final double[] Y;
    private static final SelectionPath PATH;

    static {
        final UniformRandomProvider random = RandomData.random(66);
        final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, 45, 15, 20, random), Strands.BOTH,
            GridSettings.DEFAULT.withWidths(3, 4));
        Y = RandomData.draw(45, RandomData.normal(random));
        final double[] phi = grid.activations().column(17);
        Arrays.setAll(Y, i -> Y[i] + 1.5 * phi[i]);
        PATH = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(Y,
            new double[0][], 3);
    }

    /** Which null, and how it is sampled. */
    static Stream<Arguments> settings() {
        final SamplingSettings base = SamplingSettings.DEFAULT.withReplicates(400);
        return Stream.concat(
            Stream.of(base, base.withHypothesis(Hypothesis.PARTIAL), base.withKernel(Kernel.HYPERSPHERE).withThinning(2),
                base.withReplicates(99).withMaxReplicates(1599), base.withBranches(8),
                base.withBranches(5).withKernel(Kernel.HYPERSPHERE).withThinning(2),
                base.withReplicates(99).withMaxReplicates(1599).withBranches(4)).map(s -> Arguments.of(NullModel.GAUSSIAN, s)),
            Stream.of(base, base.withHypothesis(Hypothesis.PARTIAL), base.withBranches(3))
                .map(s -> Arguments.of(NullModel.PERMUTATION, s)));
    }

    private static List<NullSample> run(final NullModel model, final SamplingSettings settings, final TaskRunner runner) {
        return test(model, settings, runner).run();
    }

    private static MonteCarloTest test(final NullModel model, final SamplingSettings settings, final TaskRunner runner) {
        return new MonteCarloTest(PATH, NullDesign.plain(model, Y, new double[0][]), settings, runner, Progress.NONE);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void threadsDoNotMatter(final NullModel model, final SamplingSettings settings) {
        final List<NullSample> one = run(model, settings, TaskRunner.sequential());
        for (final int threads : new int[]{1, 2, 4}) {
            try (TaskRunner.Pool pool = TaskRunner.withThreads(threads)) {
                final List<NullSample> other = run(model, settings, pool);
                for (int j = 0; j < one.size(); j++) {
                    assertArrayEquals(one.get(j).statistics(), other.get(j).statistics(), 0);
                    assertEquals(one.get(j).observedPosition(), other.get(j).observedPosition());
                    assertArrayEquals(one.get(j).branches(), other.get(j).branches());
                    assertEquals(one.get(j).trials(), other.get(j).trials(), 0);
                }
            }
        }
        // nor does it matter which other motifs are tested at the same time
        final NullSample alone =
            test(model, settings, TaskRunner.sequential()).run(1).get(0);
        assertArrayEquals(one.get(1).statistics(), alone.statistics(), 0);
    }

    /** Up to two branches are a path, with the streams of the same names: its definition, written out. */
    @ParameterizedTest
    @MethodSource("settings")
    void onePathThroughTheObservedData(final NullModel model, final SamplingSettings settings) {
        for (final int branches : new int[]{1, 2}) {
            final SamplingSettings path = settings.withReplicates(150).withBranches(branches);
            for (final NullSample sample : run(model, path, TaskRunner.sequential())) {
                final NullGeometry geometry = new NullGeometry(PATH, sample.motif(), path.hypothesis(), Y);
                final double[] expected = new double[151];
                final int observed = (int)(RandomStreams.of(path.seed(), StreamPurpose.PLACE, sample.motif()).nextDouble()
                    * expected.length);
                expected[observed] = geometry.statistic();
                final Chain later = chain(model, geometry, path, RandomStreams.of(path.seed(), StreamPurpose.WALK, sample.motif(), 1));
                for (int t = observed + 1; t < expected.length; t++) {
                    expected[t] = moved(later, path.thinning());
                }
                final Chain earlier = chain(model, geometry, path, RandomStreams.of(path.seed(), StreamPurpose.WALK, sample.motif(), 2));
                for (int t = observed - 1; t >= 0; t--) {
                    expected[t] = moved(earlier, path.thinning());
                }
                assertArrayEquals(expected, sample.statistics(), 1e-13);
                assertEquals(observed, sample.observedPosition());
                assertArrayEquals(new int[]{expected.length}, sample.branches());
            }
        }
    }

    private static Chain chain(final NullModel model, final NullGeometry geometry, final SamplingSettings settings,
        final UniformRandomProvider random) {
        if (model == NullModel.PERMUTATION) {
            return PermutationChains.chain(PermutationChains.nullOf(geometry.path(), geometry.motif(), geometry.hypothesis(), Y), random);
        }
        final EventShape shape = new EventShape(geometry, TaskRunner.sequential());
        return settings.kernel() == Kernel.BLOCK ? new BlockRotationChain(shape, random, Progress.NONE)
            : new HypersphereChain(shape, random);
    }

    private static ChainFactory chains(final NullModel model, final NullGeometry geometry, final SamplingSettings settings) {
        return model == NullModel.PERMUTATION
            ? ChainFactory.permutation(PermutationChains.nullOf(geometry.path(), geometry.motif(), geometry.hypothesis(), Y), TaskRunner.sequential(), Progress.NONE)
            : ChainFactory.gaussian(geometry, settings.kernel(), TaskRunner.sequential(), Progress.NONE);
    }

    private static double moved(final Chain chain, final int steps) {
        for (int k = 0; k < steps; k++) {
            chain.step();
        }
        return chain.statistic();
    }

    /** A star by its definition: inward to the hub, outward, and from the hub along every other branch. */
    @ParameterizedTest
    @MethodSource("settings")
    void branchesFromTheHub(final NullModel model, final SamplingSettings settings) {
        final int count = 4;
        final SamplingSettings star = settings.withReplicates(160).withBranches(count);
        for (final NullSample sample : run(model, star, TaskRunner.sequential())) {
            final int[] lengths = sample.branches();
            // 161 = 41 + 40 + 40 + 40
            assertEquals(List.of(40, 40, 40, 41), Arrays.stream(lengths).sorted().boxed().toList());
            final NullGeometry geometry = new NullGeometry(PATH, sample.motif(), star.hypothesis(), Y);
            final double[] expected = new double[161];
            final int observed = sample.observedPosition();
            expected[observed] = geometry.statistic();
            final Chain outward = chain(model, geometry, star, RandomStreams.of(star.seed(), StreamPurpose.WALK, sample.motif(), 1));
            for (int t = observed - 1; t >= 0; t--) {
                expected[t] = moved(outward, star.thinning());
            }
            final Chain inward = chain(model, geometry, star, RandomStreams.of(star.seed(), StreamPurpose.WALK, sample.motif(), 2));
            for (int t = observed + 1; t < lengths[0]; t++) {
                expected[t] = moved(inward, star.thinning());
            }
            moved(inward, star.thinning());
            int next = lengths[0];
            for (int k = 1; k < count; k++) {
                final Chain branch = chains(model, geometry, star).start(inward.residual(),
                    RandomStreams.of(star.seed(), StreamPurpose.WALK, sample.motif(), 2 + k));
                for (int t = 0; t < lengths[k]; t++) {
                    expected[next++] = moved(branch, star.thinning());
                }
            }
            assertArrayEquals(expected, sample.statistics(), 1e-13);
        }
    }

    @Test
    void shortBranchesAreNotMade() {
        assertEquals(9, run(NullModel.GAUSSIAN, SamplingSettings.DEFAULT.withReplicates(98).withBranches(1000), TaskRunner.sequential())
            .get(0).branches().length);
        assertEquals(1, run(NullModel.GAUSSIAN, SamplingSettings.DEFAULT.withReplicates(28).withBranches(1000), TaskRunner.sequential())
            .get(0).branches().length);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void seedsAgreeWithinTheirError(final NullModel model, final SamplingSettings settings) {
        final int seeds = 8;
        final double[][] p = new double[3][seeds];
        final double[][] se = new double[3][seeds];
        final SamplingSettings longer = settings.adaptive() ? settings : settings.withReplicates(3000);
        boolean different = false;
        for (int seed = 0; seed < seeds; seed++) {
            final List<NullSample> samples = run(model, longer.withSeed(seed), TaskRunner.sequential());
            for (int j = 0; j < 3; j++) {
                p[j][seed] = samples.get(j).p();
                // what the start at the observed data adds: about one autocorrelation time counts as exceeding
                se[j][seed] = samples.get(j).standardError() + 1 / samples.get(j).effectiveSampleSize();
                different |= p[j][seed] != p[j][0];
            }
        }
        assertTrue(different, "the seed changes the sample");
        for (int j = 0; j < 3; j++) {
            final double mean = Arrays.stream(p[j]).average().orElseThrow();
            final double rank = j + 1;
            for (int seed = 0; seed < seeds; seed++) {
                // 24 comparisons per setting at 4.5 standard errors: error probability 2e-4
                assertEquals(mean, p[j][seed], 4.5 * se[j][seed],
                    model + ", " + settings + ", motif " + rank + ": " + Arrays.toString(p[j]));
            }
        }
    }

    @Test
    void theObservedOneStandsAtAUniformPlace() {
        final int[] thirds = new int[3];
        for (int seed = 0; seed < 600; seed++) {
            final NullSample sample = new MonteCarloTest(PATH, Y, SamplingSettings.DEFAULT.withReplicates(2).withSeed(seed),
                TaskRunner.sequential(), Progress.NONE).run(0).get(0);
            assertEquals(3, sample.size());
            thirds[sample.observedPosition()]++;
            assertEquals(new NullGeometry(PATH, 0, Hypothesis.SEQUENTIAL, Y).statistic(), sample.observed(), 0);
        }
        for (final int count : thirds) {
            // 200 expected, standard deviation 11.5
            assertEquals(200, count, 4.5 * 11.6);
        }
    }

    @Test
    void adaptiveSamplesGrowWhereTheyMust() {
        final SamplingSettings settings = SamplingSettings.DEFAULT.withReplicates(99).withMaxReplicates(6399);
        for (final NullSample sample : run(NullModel.GAUSSIAN, settings, TaskRunner.sequential())) {
            assertTrue(sample.adaptive());
            assertTrue(sample.size() >= 100 && sample.size() <= 6400);
            assertTrue(sample.size() == 6400 || sample.standardError() <= 0.1 * sample.p());
        }
        assertFalse(run(NullModel.GAUSSIAN, settings.withReplicates(99), TaskRunner.sequential()).get(0).adaptive());
    }

    @Test
    void cancellationStopsAtOnce() {
        final Progress cancelled = new Progress() {
            private int m_asked;

            @Override
            public void report(final double fraction, final java.util.function.Supplier<String> message) {
                // silent
            }

            @Override
            public synchronized boolean isCancelled() {
                return ++m_asked > 500;
            }
        };
        assertThrows(CancelledException.class, () -> new MonteCarloTest(PATH, Y,
            SamplingSettings.DEFAULT.withReplicates(100_000_000), TaskRunner.sequential(), cancelled).run());
    }
}
