package org.seism.linear;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A division of n sequences into strata, numbered 0, 1, ... in the order in which they first occur. Exchanges within strata are
 * what the permutation null allows, and indicators of strata are nuisance parameters (METHOD, sections 5b and 9). Immutable.
 */
public final class Strata {
    private final int[] m_of;
    private final int m_count;

    private Strata(final int[] of, final int count) {
        m_of = of;
        m_count = count;
    }

    /**
     * @param n number of sequences
     * @return one stratum for all of them
     */
    public static Strata single(final int n) {
        return new Strata(new int[n], n == 0 ? 0 : 1);
    }

    /**
     * @param n number of sequences
     * @return no stratum at all, not even one for all of them: a nuisance space without indicators
     */
    public static Strata none(final int n) {
        final int[] of = new int[n];
        Arrays.fill(of, -1);
        return new Strata(of, 0);
    }

    /**
     * @param labels any numbers, one per sequence; equal numbers share a stratum
     * @return the strata
     */
    public static Strata of(final int[] labels) {
        return single(labels.length).split(labels);
    }

    /**
     * Crosses these strata with a division of each of them; none are merged.
     *
     * @param labels any numbers, one per sequence
     * @return strata of the sequences that share both their stratum and their label
     */
    public Strata split(final int[] labels) {
        final Map<Long, Integer> seen = new HashMap<>();
        final int[] of = new int[m_of.length];
        for (int i = 0; i < of.length; i++) {
            final long key = (long)m_of[i] << 32 | labels[i] & 0xffffffffL;
            final Integer known = seen.putIfAbsent(key, seen.size());
            of[i] = known == null ? seen.size() - 1 : known;
        }
        return new Strata(of, seen.size());
    }

    /** @return number of sequences */
    public int size() {
        return m_of.length;
    }

    /** @return number of strata */
    public int count() {
        return m_count;
    }

    /**
     * @param sequence a sequence
     * @return its stratum, 0 .. count-1; -1 where there is no stratum at all
     */
    public int of(final int sequence) {
        return m_of[sequence];
    }

    /** @return the sequences of each stratum, in their order: {@code [stratum][member]} */
    public int[][] members() {
        final int[] sizes = new int[m_count];
        if (m_count == 0) {
            return new int[0][];
        }
        for (final int s : m_of) {
            sizes[s]++;
        }
        final int[][] members = new int[m_count][];
        Arrays.setAll(members, s -> new int[sizes[s]]);
        Arrays.fill(sizes, 0);
        for (int i = 0; i < m_of.length; i++) {
            members[m_of[i]][sizes[m_of[i]]++] = i;
        }
        return members;
    }
}
