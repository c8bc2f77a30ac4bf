package org.seism.inference;

import java.util.Arrays;

import org.seism.TaskRunner;

/**
 * Decides for one chain whether points along a move stay in the selection event. A move changes v by k1 m + k2 w, and x_g by
 * k1 beta_g + k2 gamma_g; each trial point is one pass over the candidates, cut short by asking those first that failed
 * lately. Holds the chain's x; not safe for use by several threads.
 */
final class EventScan {
    private static final int CHUNK = 2048;
    private static final int RECENT = 32;

    private final EventShape m_shape;
    private final float[] m_x;
    private final float[] m_beta;
    private final float[] m_gamma;
    private final int[] m_recent = new int[RECENT];
    private int m_recentSize;
    private final double[] m_trial;
    private final double[] m_ratios;
    private long m_trials;

    EventScan(final EventShape shape, final double[] v) {
        m_shape = shape;
        final int p = shape.activations().candidates();
        m_x = new float[p];
        m_beta = new float[p];
        m_gamma = new float[p];
        m_trial = new double[v.length];
        m_ratios = new double[shape.cones().size()];
        refresh(v);
    }

    /** Computes x from v afresh, which removes the rounding errors of the updates. */
    void refresh(final double[] v) {
        final double[] exact = m_shape.activations().transposeTimes(v, TaskRunner.sequential());
        for (int g = 0; g < m_x.length; g++) {
            m_x[g] = (float)exact[g];
        }
    }

    float[] x() {
        return m_x;
    }

    /** To be filled before a move. */
    float[] beta() {
        return m_beta;
    }

    /** To be filled before a move. */
    float[] gamma() {
        return m_gamma;
    }

    long trials() {
        return m_trials;
    }

    /** A direction to move in: v changes at the given rows by k1 m + k2 w. */
    record Move(double[] v, int[] rows, int size, double[] m, double[] w, double tau, double tauM, double tauW) {
    }

    /**
     * @param move the move
     * @param beta this scan's beta or x itself
     * @param k1 multiple of m
     * @param k2 multiple of w
     * @return whether v + k1 m + k2 w is in the event
     */
    boolean inside(final Move move, final float[] beta, final double k1, final double k2) {
        m_trials++;
        final double tau = move.tau + k1 * move.tauM + k2 * move.tauW;
        for (int c = 0; c < m_ratios.length; c++) {
            m_ratios[c] = m_shape.cones().get(c).ratio(tau);
        }
        final float f1 = (float)k1;
        final float f2 = (float)k2;
        for (int k = 0; k < m_recentSize; k++) {
            final int g = m_recent[k];
            if (verdict(g, m_x[g] + f1 * beta[g] + f2 * m_gamma[g], tau) < 0) {
                moveToFront(k, g);
                return false;
            }
        }
        boolean filled = false;
        if (m_shape.delicate().length > 0) {
            fillTrial(move, k1, k2);
            filled = true;
            for (final int g : m_shape.delicate()) {
                if (!obeysAll(g, tau)) {
                    return false;
                }
            }
        }
        for (int from = 0; from < m_x.length; from += CHUNK) {
            final int to = Math.min(m_x.length, from + CHUNK);
            if (suspicious(beta, f1, f2, tau, from, to)) {
                for (int g = from; g < to; g++) {
                    final int verdict = verdict(g, m_x[g] + f1 * beta[g] + f2 * m_gamma[g], tau);
                    if (verdict == 0 && !filled) {
                        fillTrial(move, k1, k2);
                        filled = true;
                    }
                    if (verdict < 0 || verdict == 0 && !obeysAll(g, tau)) {
                        moveToFront(Math.min(m_recentSize, RECENT - 1), g);
                        m_recentSize = Math.min(RECENT, m_recentSize + 1);
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Takes the move: x becomes x + k1 beta + k2 gamma. */
    void accept(final float[] beta, final double k1, final double k2) {
        add(m_x, beta, (float)k1, m_gamma, (float)k2);
    }

    private static void add(final float[] x, final float[] beta, final float k1, final float[] gamma, final float k2) {
        for (int g = 0; g < x.length; g++) {
            x[g] += k1 * beta[g] + k2 * gamma[g];
        }
    }

    private void moveToFront(final int from, final int g) {
        System.arraycopy(m_recent, 0, m_recent, 1, from);
        m_recent[0] = g;
    }

    private void fillTrial(final Move move, final double k1, final double k2) {
        System.arraycopy(move.v, 0, m_trial, 0, m_trial.length);
        for (int k = 0; k < move.size; k++) {
            m_trial[move.rows[k]] += k1 * move.m[k] + k2 * move.w[k];
        }
    }

    private boolean obeysAll(final int g, final double tau) {
        for (final StepGeometry step : m_shape.steps()) {
            if (!m_shape.obeys(step, g, m_trial, tau)) {
                return false;
            }
        }
        return true;
    }

    /** 1 certainly inside, -1 certainly outside, 0 too close to tell in float. */
    private int verdict(final int g, final float x, final double tau) {
        int verdict = 1;
        if (m_shape.lower() != null) {
            for (final StepGeometry step : m_shape.steps()) {
                if (step.step() < m_shape.geometry().motif() && m_shape.lower()[g] > -EventShape.UNBOUNDED) {
                    final double slack = step.winnerRatio(m_shape.geometry().path(), 0) * step.scale(g) - Math.abs(step.offset(g) + x);
                    verdict = Math.min(verdict, sign(slack, m_shape.margin(step, g)));
                }
            }
        }
        for (int c = 0; c < m_ratios.length; c++) {
            final EventShape.Cone cone = m_shape.cones().get(c);
            if (cone.scale()[g] < EventShape.UNBOUNDED) {
                final double slack = m_ratios[c] * cone.step().scale(g)
                    - Math.abs(cone.step().offset(g) + x - cone.step().coupling(g) * tau);
                verdict = Math.min(verdict, sign(slack, m_shape.margin(cone.step(), g)));
            }
        }
        return verdict;
    }

    private static int sign(final double slack, final double margin) {
        return slack > margin ? 1 : slack < -margin ? -1 : 0;
    }

    /** Whether some candidate of the chunk is not certainly inside. */
    private boolean suspicious(final float[] beta, final float k1, final float k2, final double tau, final int from,
        final int to) {
        if (m_shape.lower() != null && box(m_x, beta, m_gamma, k1, k2, m_shape.lower(), m_shape.upper(), from, to) < 0) {
            return true;
        }
        for (int c = 0; c < m_ratios.length; c++) {
            final EventShape.Cone cone = m_shape.cones().get(c);
            final float m = (float)(m_ratios[c] - cone.margin());
            if (!(m > 0)) {
                return true;
            }
            final int bits;
            if (cone.offset() == null) {
                bits = cone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), from, to);
            } else if (cone.coupling() == null) {
                bits = offsetCone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), cone.offset(), from, to);
            } else {
                bits = coupledCone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), cone.offset(), cone.coupling(), (float)tau, from, to);
            }
            if (bits < 0) {
                return true;
            }
        }
        return false;
    }

    // The four loops below OR the sign bits of all slacks: no branch, so the JIT keeps them straight.

    private static int box(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float[] lower, final float[] upper, final int from, final int to) {
        int bits = 0;
        for (int g = from; g < to; g++) {
            final float t = x[g] + k1 * beta[g] + k2 * gamma[g];
            bits |= Float.floatToRawIntBits(t - lower[g]) | Float.floatToRawIntBits(upper[g] - t);
        }
        return bits;
    }

    private static int cone(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float m, final float[] scale, final int from, final int to) {
        int bits = 0;
        for (int g = from; g < to; g++) {
            bits |= Float.floatToRawIntBits(m * scale[g] - Math.abs(x[g] + k1 * beta[g] + k2 * gamma[g]));
        }
        return bits;
    }

    private static int offsetCone(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float m, final float[] scale, final float[] offset, final int from, final int to) {
        int bits = 0;
        for (int g = from; g < to; g++) {
            bits |= Float.floatToRawIntBits(m * scale[g] - Math.abs(offset[g] + x[g] + k1 * beta[g] + k2 * gamma[g]));
        }
        return bits;
    }

    private static int coupledCone(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float m, final float[] scale, final float[] offset, final float[] coupling, final float tau, final int from,
        final int to) {
        int bits = 0;
        for (int g = from; g < to; g++) {
            bits |= Float.floatToRawIntBits(
                m * scale[g] - Math.abs(offset[g] + x[g] + k1 * beta[g] + k2 * gamma[g] - coupling[g] * tau));
        }
        return bits;
    }

    @Override
    public String toString() {
        return "EventScan, recently failing: " + Arrays.toString(Arrays.copyOf(m_recent, m_recentSize));
    }
}
