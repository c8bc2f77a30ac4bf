package org.seism.inference.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Branches that meet in a hub: the form of the walk for many threads. The N recorded states are dealt to the branches, whose
 * lengths differ by at most one; the state at distance d = 1, 2, ... from the hub is d times the thinning steps away from it,
 * and the hub itself is not recorded. The observed state takes a uniform place among the N. From it a leg runs inward to the
 * hub and another one outward; the other branches are independent legs from the hub.
 * <p>
 * Why p is exact: a stationary chain of a reversible kernel has the same law along a branch in either direction. So the law
 * of such a chain indexed by the nodes of a fixed tree does not depend on the node at which it was begun: beginning at the
 * observed state, at whatever node, gives the N statistics the law that beginning at the hub would give. The observed node is
 * drawn uniformly and independently of them, hence its rank is uniform but for ties (Besag, Clifford 1989; their parallel form is
 * the star with branches of length 1). Branches that all began at the observed state itself would not do: it would stand in the
 * middle of every one of them, and not at a uniform place.
 * <p>
 * A walk that grows does so outward; the place of the observed state is that among the first N.
 */
public final class StarWalk implements Walk {
    /** Shorter branches would be too much alike, all being close to the hub, and save hardly any time. */
    public static final int SHORTEST = 10;

    private final WalkSource m_source;
    /** The observed state's branch; it comes first among the statistics. */
    private final int m_branch;
    private final int m_distance;
    private final Leg m_inward;
    private final Leg m_outward;
    private final List<Leg> m_others = new ArrayList<>();

    /**
     * @param source chains
     * @param branches how many, at most size
     * @param size N, the observed state counted
     */
    public StarWalk(final WalkSource source, final int branches, final int size) {
        m_source = source;
        int node = (int)(source.drawPlace() * size);
        int branch = 0;
        while (node >= length(size, branches, branch)) {
            node -= length(size, branches, branch);
            branch++;
        }
        m_branch = branch;
        m_distance = node + 1;
        m_outward = source.legFromObserved(1);
        m_inward = source.legFromObserved(2, source.thinning());
        m_inward.target(m_distance - 1);
        for (int k = 1; k < branches; k++) {
            m_others.add(source.legFrom(m_inward::end, 2 + k));
        }
    }

    private static int length(final int size, final int branches, final int branch) {
        return size / branches + (branch < size % branches ? 1 : 0);
    }

    @Override
    public void extendTo(final int size) {
        final int branches = m_others.size() + 1;
        m_outward.target(length(size, branches, m_branch) - m_distance);
        for (int k = 0; k < m_others.size(); k++) {
            m_others.get(k).target(length(size, branches, k < m_branch ? k : k + 1));
        }
    }

    @Override
    public List<List<Leg>> stages() {
        return List.of(List.of(m_outward, m_inward), m_others);
    }

    /** The observed state's branch from its outer end to the hub, then the others from the hub to their outer ends. */
    @Override
    public double[] statistics() {
        final double[] all = new double[Arrays.stream(branches()).sum()];
        final int observed = observedPosition();
        all[observed] = m_source.statistic();
        m_outward.copyBefore(observed, all);
        m_inward.copyBehind(observed, all);
        int last = observed + m_inward.size();
        for (final Leg other : m_others) {
            other.copyBehind(last, all);
            last += other.size();
        }
        return all;
    }

    @Override
    public int observedPosition() {
        return m_outward.size();
    }

    @Override
    public int[] branches() {
        final int[] lengths = new int[m_others.size() + 1];
        lengths[0] = m_outward.size() + 1 + m_inward.size();
        for (int k = 1; k < lengths.length; k++) {
            lengths[k] = m_others.get(k - 1).size();
        }
        return lengths;
    }
}
