package org.seism.inference;

import java.util.List;

import org.seism.TaskRunner;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.walk.ReplicateCounter;
import org.seism.inference.walk.Walk;
import org.seism.inference.walk.WalkSource;
import org.seism.inference.walk.Walks;

/** The walk through one motif's null and what it says about the motif. */
final class SampledWalk {
    private static final double WANTED_RELATIVE_ERROR = 0.1;

    private final int m_motif;
    private final Walk m_walk;
    private final boolean m_adaptive;
    private final boolean m_approximate;

    SampledWalk(final int motif, final WalkSource source, final SamplingSettings settings, final boolean approximate) {
        m_motif = motif;
        m_walk = Walks.of(source, settings.branches(), settings.replicates() + 1);
        m_adaptive = settings.adaptive();
        m_approximate = approximate;
    }

    /** Makes all walks as long as the settings want, those of the adaptive scheme until they are precise. */
    static void run(final List<SampledWalk> walks, final SamplingSettings settings, final TaskRunner runner,
        final ReplicateCounter counter) {
        int wanted = settings.replicates() + 1;
        List<SampledWalk> open = walks;
        while (!open.isEmpty()) {
            Walks.extend(open.stream().map(w -> w.m_walk).toList(), wanted, runner, counter);
            if (wanted >= settings.maxReplicates() + 1) {
                break;
            }
            open = open.stream().filter(w -> !w.precise()).toList();
            wanted = (int)Math.min(settings.maxReplicates() + 1L, 2L * wanted);
        }
    }

    private boolean precise() {
        final NullSample sample = sample();
        return sample.standardError() <= WANTED_RELATIVE_ERROR * sample.p() && sample.exceeding() > 1;
    }

    NullSample sample() {
        return new NullSample(m_motif, m_walk.statistics(), m_walk.observedPosition(), m_walk.branches(),
            Walks.trialsPerMove(m_walk), m_adaptive, m_approximate);
    }
}
