package org.seism.inference.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.inference.NullSample;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.ChainFactory;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;

/**
 * Walks over a reversible chain of five states, whose stationary law is known: begun there, the observed state's rank among
 * the recorded ones has to be uniform (ties broken at random), whatever the form of the walk.
 */
class WalkTest {
    private static final int RUNS = 100_000;

    /** A random walk on a weighted graph: reversible, its stationary law proportional to the weights at a state. */
    private enum Graph {
        /** Leaves a state slowly. */
        STICKY(new double[][]{{4, 1, 0, 0, 0.2}, {1, 9, 1, 0, 0}, {0, 1, 5, 2, 0}, {0, 0, 2, 3, 0.5}, {0.2, 0, 0, 0.5, 6}}),
        /** Leaves a state at once. */
        RESTLESS(new double[][]{{0, 1, 0, 0, 2}, {1, 0, 2, 0, 0}, {0, 2, 0, 1, 0}, {0, 0, 1, 0, 3}, {2, 0, 0, 3, 0}});

        private static final double[] STATISTIC = {0.3, 0.1, 0.7, 0.2, 0.9};
        private final double[][] m_weights;
        private final double[] m_stationary;

        Graph(final double[][] weights) {
            m_weights = weights;
            m_stationary = Arrays.stream(weights).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        }

        static int draw(final double[] weights, final UniformRandomProvider random) {
            double left = random.nextDouble() * Arrays.stream(weights).sum();
            int k = 0;
            while (k < weights.length - 1 && left >= weights[k]) {
                left -= weights[k++];
            }
            return k;
        }

        Chain chain(final double[] start, final UniformRandomProvider random) {
            return new Chain() {
                private int m_state = (int)start[0];
                private long m_moves;

                @Override
                public void step() {
                    m_state = draw(m_weights[m_state], random);
                    m_moves++;
                }

                @Override
                public double statistic() {
                    return STATISTIC[m_state];
                }

                @Override
                public double[] residual() {
                    return new double[]{m_state};
                }

                @Override
                public long trials() {
                    return 2 * m_moves;
                }

                @Override
                public long moves() {
                    return m_moves;
                }
            };
        }
    }

    /** Branches, N and thinning of a walk; fewer than three branches are a path. */
    private record Form(Graph graph, int branches, int size, int thinning) {
    }

    static Stream<Form> forms() {
        return Stream.of(Graph.values()).flatMap(g -> Stream.of(new Form(g, 1, 7, 1), new Form(g, 3, 6, 1), new Form(g, 3, 11, 2),
            new Form(g, 4, 9, 1), new Form(g, 8, 8, 1), new Form(g, 5, 20, 3)));
    }

    static Stream<Form> stars() {
        return forms().filter(f -> f.branches() > 2);
    }

    /** A walk from a state of the stationary law. */
    private static Walk walk(final Form form, final boolean pooled, final long run) {
        final int state = Graph.draw(form.graph().m_stationary, RandomData.random(1, run));
        final double[] observed = {state};
        // the mistake: chains that ought to begin at the hub begin at the observed state
        final ChainFactory chains = pooled ? (start, random) -> form.graph().chain(observed, random) : form.graph()::chain;
        final WalkSource source = new WalkSource(chains, observed, Graph.STATISTIC[state],
            leg -> RandomStreams.of(2, StreamPurpose.WALK, run, leg),
            RandomStreams.of(2, StreamPurpose.PLACE, run), form.thinning(), false);
        final Walk walk =
            form.branches() < 3 ? new PathWalk(source) : new StarWalk(source, form.branches(), form.size());
        run(walk, form.size());
        return walk;
    }

    private static void run(final Walk walk, final int size) {
        walk.extendTo(size);
        final ReplicateCounter counter = new ReplicateCounter(Progress.NONE);
        walk.stages().forEach(stage -> stage.forEach(leg -> leg.run(counter)));
    }

    /** What is wrong with the ranks and p-values of many walks, by 4.5 standard deviations; nothing if they are right. */
    private static List<String> faults(final Form form, final boolean pooled) {
        final int[] ranks = new int[form.size() + 1];
        final int[] p = new int[form.size() + 1];
        final UniformRandomProvider ties = RandomData.random(3);
        for (int run = 0; run < RUNS; run++) {
            final Walk walk = walk(form, pooled, run);
            final double[] t = walk.statistics();
            assertEquals(form.size(), t.length);
            final NullSample sample = new NullSample(0, t, walk.observedPosition(), walk.branches(), 1, false, false);
            final int larger = (int)Arrays.stream(t).filter(x -> x > sample.observed()).count();
            ranks[larger + 1 + ties.nextInt(sample.exceeding() - larger)]++;
            p[sample.exceeding()]++;
        }
        final List<String> faults = new ArrayList<>();
        int cumulated = 0;
        for (int k = 1; k <= form.size(); k++) {
            final double share = 1.0 / form.size();
            if (Math.abs(ranks[k] - RUNS * share) > 4.5 * Math.sqrt(RUNS * share * (1 - share))) {
                faults.add("rank " + k + " has a share of " + (double)ranks[k] / RUNS);
            }
            cumulated += p[k];
            final double level = k * share;
            if (cumulated > RUNS * level + 4.5 * Math.sqrt(RUNS * level * (1 - level))) {
                faults.add("p <= " + level + " has a share of " + (double)cumulated / RUNS);
            }
        }
        return faults;
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("ranks are uniform, p-values valid")
    void exact(final Form form) {
        assertEquals(List.of(), faults(form, false), form::toString);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("stars")
    @DisplayName("branches that all begin at the observed state are found out")
    void pooledIsNot(final Form form) {
        final List<String> faults = faults(form, true);
        assertTrue(faults.stream().anyMatch(f -> f.startsWith("rank")), form::toString);
        // no neighbour of the largest statistic has it too
        if (form.graph() == Graph.RESTLESS && form.branches() == form.size()) {
            assertTrue(faults.stream().anyMatch(f -> f.startsWith("p <=")), () -> form + " errs too often: " + faults);
        }
    }

    @ParameterizedTest
    @CsvSource({"3,30", "3,31", "3,32", "8,100", "10,10", "7,500"})
    @DisplayName("branches differ by one at most; the observed state stands on the first of them, at a uniform place")
    void lengths(final int branches, final int size) {
        int sum = 0;
        final int runs = 400;
        for (int run = 0; run < runs; run++) {
            final Walk walk = walk(new Form(Graph.STICKY, branches, size, 1), false, run);
            final int[] lengths = walk.branches();
            assertEquals(branches, lengths.length);
            assertEquals(size, Arrays.stream(lengths).sum());
            for (final int length : lengths) {
                assertTrue(length == size / branches || length == (size + branches - 1) / branches);
            }
            assertTrue(walk.observedPosition() < lengths[0]);
            sum += walk.observedPosition();
        }
        final double longest = size / branches + 1;
        assertEquals((size / (double)branches - 1) / 2, (double)sum / runs, 4.5 * longest / Math.sqrt(12 * runs) + 0.5);
    }

    @Test
    @DisplayName("a star that grows keeps what it has and the observed state's distance from the hub")
    void grows() {
        final double[] observed = {2};
        for (int seed = 0; seed < 50; seed++) {
            final long s = seed;
            final WalkSource source = new WalkSource(Graph.STICKY::chain, observed, Graph.STATISTIC[2],
                leg -> RandomStreams.of(s, StreamPurpose.WALK, leg), RandomStreams.of(s, StreamPurpose.PLACE), 2, true);
            final Walk walk = new StarWalk(source, 4, 41);
            run(walk, 41);
            final double[] first = walk.statistics();
            final int[] before = walk.branches();
            final int position = walk.observedPosition();
            run(walk, 83);
            final double[] second = walk.statistics();
            final int[] after = walk.branches();
            assertEquals(83, second.length);
            final int added = after[0] - before[0];
            assertEquals(position + added, walk.observedPosition());
            assertArrayEquals(Arrays.copyOf(first, before[0]), Arrays.copyOfRange(second, added, after[0]));
            int from = before[0];
            int to = after[0];
            for (int k = 1; k < 4; k++) {
                assertArrayEquals(Arrays.copyOfRange(first, from, from + before[k]), Arrays.copyOfRange(second, to, to + before[k]));
                from += before[k];
                to += after[k];
            }
        }
    }

    @Test
    @DisplayName("a leg holds no more memory than it needs by now")
    void memory() {
        final Walk walk = new PathWalk(new WalkSource(Graph.STICKY::chain, new double[]{1}, 0.1,
            leg -> RandomStreams.of(4, StreamPurpose.WALK, leg), RandomStreams.of(4, StreamPurpose.PLACE), 1, false));
        // both legs together would take 16 GB
        walk.extendTo(Integer.MAX_VALUE);
        assertFalse(IntStream.range(0, 2).anyMatch(k -> walk.stages().get(0).get(k).size() > 0));
        assertEquals(1, walk.statistics().length);
    }
}
