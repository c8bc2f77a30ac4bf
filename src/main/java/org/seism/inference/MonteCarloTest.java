package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.NullModel;
import org.seism.inference.walk.Leg;
import org.seism.inference.walk.PathWalk;
import org.seism.inference.walk.ReplicateCounter;
import org.seism.inference.walk.StarWalk;
import org.seism.inference.walk.Walk;
import org.seism.inference.walk.WalkSource;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;

/**
 * The sampled selective test (Besag, Clifford 1989; METHOD, section 10): the observed data take a uniform position among N
 * replicates on a path or a star of branches, the kernel runs from them to all the others, and p is the share of statistics
 * at least as large as the observed one. Valid for any number of steps and any mixing. The legs of all motifs are independent
 * tasks with random streams of their own.
 */
public final class MonteCarloTest {
    private static final double WANTED_RELATIVE_ERROR = 0.1;

    private final SelectionPath m_path;
    private final double[] m_y;
    private final SamplingSettings m_settings;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final ReplicateCounter m_counter;

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
        m_counter = new ReplicateCounter(progress);
    }

    /** @return one sample per motif, in order of rank */
    public List<NullSample> run() {
        return run(IntStream.range(0, m_path.size()).toArray());
    }

    /**
     * @param motifs 0-based ranks of the motifs to test
     * @return one sample per motif asked for
     */
    public List<NullSample> run(final int... motifs) {
        final List<MotifWalk> walks = Arrays.stream(motifs).mapToObj(MotifWalk::new).toList();
        int wanted = m_settings.replicates() + 1;
        List<MotifWalk> open = walks;
        while (!open.isEmpty()) {
            extend(open.stream().map(w -> w.m_walk).toList(), wanted);
            if (wanted >= m_settings.maxReplicates() + 1) {
                break;
            }
            open = open.stream().filter(w -> !w.precise()).toList();
            wanted = (int)Math.min(m_settings.maxReplicates() + 1L, 2L * wanted);
        }
        return walks.stream().map(MotifWalk::sample).toList();
    }

    /** All walks at once, stage by stage. */
    private void extend(final List<Walk> walks, final int size) {
        final List<List<Leg>> stages = new ArrayList<>();
        long missing = 0;
        for (final Walk walk : walks) {
            walk.extendTo(size);
            for (int k = 0; k < walk.stages().size(); k++) {
                if (k == stages.size()) {
                    stages.add(new ArrayList<>());
                }
                stages.get(k).addAll(walk.stages().get(k));
            }
        }
        for (final List<Leg> stage : stages) {
            missing += stage.stream().mapToLong(Leg::missing).sum();
        }
        m_counter.expect(missing);
        for (final List<Leg> stage : stages) {
            // long ones first, so that the threads finish together
            stage.sort((a, b) -> Long.compare(b.work(), a.work()));
            final List<Callable<Void>> tasks = new ArrayList<>();
            for (final Leg leg : stage) {
                tasks.add(() -> {
                    leg.run(m_counter);
                    return null;
                });
            }
            m_runner.runAll(tasks);
        }
    }

    /** One motif's walk and what it says about the motif. */
    private final class MotifWalk {
        private final int m_motif;
        private final NullGeometry m_geometry;
        private final Walk m_walk;

        MotifWalk(final int motif) {
            m_motif = motif;
            m_geometry = new NullGeometry(m_path, motif, m_settings.hypothesis(), m_y);
            final WalkSource source = new WalkSource(ChainFactory.of(m_geometry, m_settings, m_runner, m_progress),
                m_geometry.residual(), m_geometry.statistic(),
                leg -> RandomStreams.of(m_settings.seed(), StreamPurpose.WALK, motif, leg),
                RandomStreams.of(m_settings.seed(), StreamPurpose.PLACE, motif), m_settings.thinning(), m_settings.adaptive());
            final int size = m_settings.replicates() + 1;
            final int branches = Math.min(m_settings.branches(), size / StarWalk.SHORTEST);
            // a path through the observed state is a star of two branches
            m_walk = branches <= 2 ? new PathWalk(source) : new StarWalk(source, branches, size);
        }

        boolean precise() {
            final NullSample sample = sample();
            return sample.standardError() <= WANTED_RELATIVE_ERROR * sample.p() && sample.exceeding() > 1;
        }

        NullSample sample() {
            long moves = 0;
            long trials = 0;
            for (final List<Leg> stage : m_walk.stages()) {
                moves += stage.stream().mapToLong(Leg::moves).sum();
                trials += stage.stream().mapToLong(Leg::trials).sum();
            }
            return new NullSample(m_motif, m_walk.statistics(), m_walk.observedPosition(), m_walk.branches(),
                moves == 0 ? 0 : (double)trials / moves, m_settings.adaptive(),
                m_settings.nullModel() == NullModel.PERMUTATION && m_geometry.nuisance().rank() > 1);
        }
    }
}
