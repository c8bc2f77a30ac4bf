package org.seism.inference.walk;

import java.util.List;

/**
 * A chain through the observed state: one leg for the places behind it and one, the kernel being its own reverse, for the
 * places before it.
 */
public final class PathWalk implements Walk {
    private final WalkSource m_source;
    private final double m_place;
    private final Leg m_later;
    private final Leg m_earlier;

    public PathWalk(final WalkSource source) {
        m_source = source;
        m_place = source.drawPlace();
        m_later = source.legFromObserved(1);
        m_earlier = source.legFromObserved(2);
    }

    /** The observed state's place is uniform among so many; the chains go on from where they are. */
    @Override
    public void extendTo(final int size) {
        final int earlier = (int)(m_place * size);
        m_earlier.target(earlier);
        m_later.target(size - 1 - earlier);
    }

    @Override
    public List<List<Leg>> stages() {
        return List.of(List.of(m_later, m_earlier));
    }

    @Override
    public double[] statistics() {
        final double[] all = new double[m_earlier.size() + 1 + m_later.size()];
        final int observed = observedPosition();
        all[observed] = m_source.statistic();
        m_earlier.copyBefore(observed, all);
        m_later.copyBehind(observed, all);
        return all;
    }

    @Override
    public int observedPosition() {
        return m_earlier.size();
    }

    @Override
    public int[] branches() {
        return new int[]{m_earlier.size() + 1 + m_later.size()};
    }
}
