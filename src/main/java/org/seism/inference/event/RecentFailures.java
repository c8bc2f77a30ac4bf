package org.seism.inference.event;

/**
 * The candidates that left the event lately, the last first: those that the next arrangement on trial is asked about
 * before all others. Which they are decides how fast a trial is, never how it ends. Not safe for use by several threads.
 */
final class RecentFailures {
    private static final int MOST = 32;

    private final int[] m_steps = new int[MOST];
    private final int[] m_candidates = new int[MOST];
    private int m_size;

    /** The product of a candidate of one of the matrices with the arrangement on trial. */
    interface Product {
        double of(int matrix, int candidate);
    }

    /** Whether a candidate is certainly outside a step's part of the event. */
    interface Question {
        boolean fails(int step, int candidate);
    }

    /** @return whether one of them fails again; it then comes first */
    boolean again(final Question question) {
        for (int k = 0; k < m_size; k++) {
            if (question.fails(m_steps[k], m_candidates[k])) {
                putFirst(k, m_steps[k], m_candidates[k]);
                return true;
            }
        }
        return false;
    }

    /** Another one comes first; the last makes room. */
    void add(final int step, final int candidate) {
        putFirst(Math.min(m_size, MOST - 1), step, candidate);
        m_size = Math.min(MOST, m_size + 1);
    }

    private void putFirst(final int from, final int step, final int candidate) {
        System.arraycopy(m_steps, 0, m_steps, 1, from);
        System.arraycopy(m_candidates, 0, m_candidates, 1, from);
        m_steps[0] = step;
        m_candidates[0] = candidate;
    }
}
