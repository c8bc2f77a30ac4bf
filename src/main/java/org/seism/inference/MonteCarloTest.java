package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.selection.SelectionPath;

/**
 * The sampled selective test (Besag, Clifford 1989; METHOD, section 10): the observed data take a uniform position among N
 * replicates, the kernel runs forward from them for the later ones and again from them for the earlier ones, and p is the
 * share of statistics at least as large as the observed one. Valid for any number of steps and any mixing. The chains of
 * all motifs and directions are independent tasks with random streams of their own.
 */
public final class MonteCarloTest {
    private static final double WANTED_RELATIVE_ERROR = 0.1;

    private final SelectionPath m_path;
    private final double[] m_y;
    private final SamplingSettings m_settings;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final AtomicLong m_done = new AtomicLong();
    private long m_total;

    /**
     * @param path the selection
     * @param y the observed phenotype, one value per sequence
     * @param settings how the null is sampled
     * @param runner runs the chains
     * @param progress progress and cancellation
     */
    public MonteCarloTest(final SelectionPath path, final double[] y, final SamplingSettings settings, final TaskRunner runner,
        final Progress progress) {
        m_path = path;
        m_y = y;
        m_settings = settings;
        m_runner = runner;
        m_progress = progress;
    }

    /** @return one sample per motif, in order of rank */
    public List<NullSample> run() {
        final int[] motifs = new int[m_path.size()];
        Arrays.setAll(motifs, j -> j);
        return run(motifs);
    }

    /**
     * @param motifs 0-based ranks of the motifs to test
     * @return one sample per motif asked for
     */
    public List<NullSample> run(final int... motifs) {
        final List<Walk> walks = new ArrayList<>();
        for (final int motif : motifs) {
            walks.add(new Walk(motif));
        }
        int wanted = m_settings.replicates() + 1;
        List<Walk> open = walks;
        while (!open.isEmpty()) {
            final List<Callable<Void>> tasks = new ArrayList<>();
            m_total = m_done.get();
            // long ones first, so that the threads finish together
            final List<Leg> legs = new ArrayList<>();
            for (final Walk walk : open) {
                legs.addAll(walk.extendTo(wanted));
            }
            legs.sort((a, b) -> Integer.compare(b.missing(), a.missing()));
            for (final Leg leg : legs) {
                m_total += leg.missing();
                tasks.add(() -> {
                    leg.run();
                    return null;
                });
            }
            m_runner.runAll(tasks);
            if (wanted >= m_settings.maxReplicates() + 1) {
                break;
            }
            open = open.stream().filter(w -> !w.precise()).toList();
            wanted = (int)Math.min(m_settings.maxReplicates() + 1L, 2L * wanted);
        }
        return walks.stream().map(Walk::sample).toList();
    }

    /** The two directions from the observed data of one motif. */
    private final class Walk {
        private final int m_motif;
        private final NullGeometry m_geometry;
        private final double m_position;
        private final Leg m_later;
        private final Leg m_earlier;

        Walk(final int motif) {
            m_motif = motif;
            m_geometry = new NullGeometry(m_path, motif, m_settings.hypothesis(), m_y);
            final Shapes shapes = new Shapes(m_geometry, m_settings.nullModel(), m_runner);
            m_position = RandomStreams.of(m_settings.seed(), motif, 0).nextDouble();
            m_later = new Leg(shapes, motif, 1);
            m_earlier = new Leg(shapes, motif, 2);
        }

        /** The observed data's place is uniform among so many; the chains go on from where they are. */
        List<Leg> extendTo(final int size) {
            final int earlier = (int)(m_position * size);
            m_earlier.target(earlier);
            m_later.target(size - 1 - earlier);
            return List.of(m_later, m_earlier);
        }

        boolean precise() {
            final NullSample sample = sample();
            return sample.standardError() <= WANTED_RELATIVE_ERROR * sample.p() && sample.exceeding() > 1;
        }

        NullSample sample() {
            final double[] earlier = m_earlier.statistics();
            final double[] later = m_later.statistics();
            final double[] all = new double[earlier.length + 1 + later.length];
            for (int t = 0; t < earlier.length; t++) {
                all[earlier.length - 1 - t] = earlier[t];
            }
            all[earlier.length] = m_geometry.statistic();
            System.arraycopy(later, 0, all, earlier.length + 1, later.length);
            final long moves = m_later.moves() + m_earlier.moves();
            return new NullSample(m_motif, all, earlier.length,
                moves == 0 ? 0 : (double)(m_later.trials() + m_earlier.trials()) / moves, m_settings.adaptive(),
                m_settings.nullModel() == NullModel.PERMUTATION && m_geometry.nuisance().rank() > 1);
        }
    }

    /** What the chains of a motif share. */
    private record Shapes(EventShape gaussian, PermutationShape permutation) {
        Shapes(final NullGeometry geometry, final NullModel model, final TaskRunner runner) {
            this(model == NullModel.GAUSSIAN ? new EventShape(geometry, runner) : null,
                model == NullModel.PERMUTATION ? new PermutationShape(geometry, runner) : null);
        }
    }

    /** One direction: a chain and the statistics it has passed. */
    private final class Leg {
        private final Shapes m_shapes;
        private final UniformRandomProvider m_random;
        private Chain m_chain;
        private double[] m_statistics = new double[0];
        private int m_size;

        Leg(final Shapes shapes, final int motif, final int direction) {
            m_shapes = shapes;
            m_random = RandomStreams.of(m_settings.seed(), motif, direction);
        }

        void target(final int size) {
            m_statistics = Arrays.copyOf(m_statistics, size);
        }

        int missing() {
            return m_statistics.length - m_size;
        }

        void run() {
            if (m_chain == null && missing() > 0) {
                m_chain = chain();
            }
            for (; m_size < m_statistics.length; m_size++) {
                for (int k = 0; k < m_settings.thinning(); k++) {
                    m_progress.checkCancelled();
                    m_chain.step();
                }
                m_statistics[m_size] = m_chain.statistic();
                final long done = m_done.incrementAndGet();
                if ((done & 15) == 0) {
                    m_progress.report((double)done / m_total, () -> "Replicate " + done + " of " + m_total);
                }
            }
        }

        private Chain chain() {
            if (m_settings.nullModel() == NullModel.PERMUTATION) {
                return new SwapChain(m_shapes.permutation(), m_random, m_progress);
            }
            return m_settings.kernel() == Kernel.BLOCK ? new BlockRotationChain(m_shapes.gaussian(), m_random, m_progress)
                : new HypersphereChain(m_shapes.gaussian(), m_random);
        }

        double[] statistics() {
            return m_statistics;
        }

        long trials() {
            return m_chain == null ? 0 : m_chain.trials();
        }

        long moves() {
            return m_chain == null ? 0 : m_chain.moves();
        }
    }
}
