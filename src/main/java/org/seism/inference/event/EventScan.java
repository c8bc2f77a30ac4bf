package org.seism.inference.event;

import java.util.Arrays;

import org.seism.TaskRunner;

/**
 * Decides for one chain whether points along a move stay in the selection event. A move changes v by k1 m + k2 w, and x_g by
 * k1 beta_g + k2 gamma_g; each trial point is one pass over the candidates, cut short by asking those first that failed
 * lately. Holds the chain's x; not safe for use by several threads.
 */
public final class EventScan {
    /** Candidates per pass: the arrays of a pass stay in the first-level cache. */
    static final int CHUNK = 1024;
    private static final int RECENT = 32;
    private static final int FINE = 32;
    private static final float[] ZEROS = new float[CHUNK];

    private final EventShape m_shape;
    private final float[] m_x;
    private final float[] m_beta;
    private final float[] m_gamma;
    /** Zero where a candidate is certainly inside, in the part looked at last. */
    private final float[] m_excess;
    private final int[] m_recent = new int[RECENT];
    private int m_recentSize;
    private final double[] m_trial;
    private final double[] m_ratios;
    private long m_trials;
    private long m_refinements;
    /** An accepted move that x does not show yet: it is added when the next move passes over x anyway. */
    private float m_pending1;
    private float m_pending2;
    private boolean m_pending;
    private double m_first1;
    private double m_first2;
    private double m_firstTau;
    private final boolean[] m_suspicious;
    private final int[] m_from;
    private int m_passes;
    private boolean m_filled;

    public EventScan(final EventShape shape, final double[] v) {
        m_shape = shape;
        final int p = shape.activations().candidates();
        m_x = new float[p];
        m_beta = new float[p];
        m_gamma = new float[p];
        m_excess = new float[p];
        m_trial = new double[v.length];
        m_ratios = new double[shape.cones().size()];
        m_suspicious = new boolean[p / CHUNK + shape.activations().classes() + 1];
        m_from = new int[m_suspicious.length];
        refresh(v);
    }

    /** Computes x from v afresh, which removes the rounding errors of the updates. */
    public void refresh(final double[] v) {
        final double[] exact = m_shape.activations().transposeTimes(v, TaskRunner.sequential());
        for (int g = 0; g < m_x.length; g++) {
            m_x[g] = (float)exact[g];
        }
        m_pending = false;
    }

    /** Brings x up to date. */
    public void settle() {
        if (m_pending) {
            add(m_x, m_beta, m_pending1, m_gamma, m_pending2, 0, m_x.length);
            m_pending = false;
        }
    }

    /**
     * Begins a move whose beta and gamma are about to be absorbed, with its first trial point.
     *
     * @param move the move
     * @param k1 multiple of m at the first trial
     * @param k2 multiple of w at the first trial
     */
    public void begin(final Move move, final double k1, final double k2) {
        m_first1 = k1;
        m_first2 = k2;
        m_firstTau = move.tau + k1 * move.tauM + k2 * move.tauW;
        setRatios(move, k1, k2, m_firstTau);
        m_trials++;
        m_passes = 0;
    }

    private void setRatios(final Move move, final double k1, final double k2, final double tau) {
        m_filled = false;
        if (m_shape.isRefined()) {
            fillTrial(move, k1, k2);
            for (int c = 0; c < m_ratios.length; c++) {
                m_ratios[c] = m_shape.cones().get(c).ratio(tau, m_trial);
            }
            return;
        }
        for (int c = 0; c < m_ratios.length; c++) {
            m_ratios[c] = m_shape.cones().get(c).ratio(tau);
        }
    }

    /**
     * Takes the products of a move for some candidates, and in the same pass adds the move before to x and looks at the
     * first trial point.
     *
     * @param sums fixed point: beta in the upper half, gamma in the lower
     * @param inverse unit of the fixed point
     * @param from first candidate
     * @param to candidate after the last, at most CHUNK further
     */
    void absorb(final long[] sums, final float inverse, final int from, final int to) {
        if (m_pending) {
            add(m_x, m_beta, m_pending1, m_gamma, m_pending2, from, to);
        }
        unpack(sums, inverse, m_beta, m_gamma, from, to);
        m_from[m_passes] = from;
        m_suspicious[m_passes++] = suspicious(m_beta, (float)m_first1, (float)m_first2, m_firstTau, from, to);
    }

    private static void unpack(final long[] sums, final float inverse, final float[] beta, final float[] gamma, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            final long sum = sums[g - from];
            final int low = (int)sum;
            beta[g] = (int)(sum - low >> 32) * inverse;
            gamma[g] = low * inverse;
        }
    }

    /** @return whether the first trial point of the move just absorbed is in the event */
    public boolean firstInside(final Move move) {
        m_pending = false;
        boolean any = false;
        for (int pass = 0; pass < m_passes; pass++) {
            any |= m_suspicious[pass];
        }
        if (any && recentFails(m_beta, (float)m_first1, (float)m_first2, m_firstTau)
            || !delicateObey(move, m_first1, m_first2, m_firstTau)) {
            return false;
        }
        for (int pass = 0; pass < m_passes; pass++) {
            final int to = pass + 1 < m_passes ? m_from[pass + 1] : m_x.length;
            if (m_suspicious[pass] && !settleChunk(move, m_beta, m_first1, m_first2, m_firstTau, m_from[pass], to)) {
                return false;
            }
        }
        return refinesAlike(move, m_first1, m_first2);
    }

    /** The costly part of the event, after the words' scan has said yes. */
    private boolean refinesAlike(final Move move, final double k1, final double k2) {
        if (!m_shape.isRefined()) {
            return true;
        }
        fillTrial(move, k1, k2);
        m_refinements++;
        return m_shape.refinesAlike(m_trial);
    }

    /** How often the words' scan said yes, so that the refinement had to run. */
    public long refinements() {
        return m_refinements;
    }

    public float[] x() {
        return m_x;
    }

    /** To be filled before a move. */
    public float[] beta() {
        return m_beta;
    }

    /** To be filled before a move. */
    public float[] gamma() {
        return m_gamma;
    }

    public long trials() {
        return m_trials;
    }

    /** A direction to move in: v changes at the given rows by k1 m + k2 w. */
    public record Move(double[] v, int[] rows, int size, double[] m, double[] w, double tau, double tauM, double tauW) {
    }

    /**
     * @param move the move
     * @param beta this scan's beta or x itself
     * @param k1 multiple of m
     * @param k2 multiple of w
     * @return whether v + k1 m + k2 w is in the event
     */
    public boolean inside(final Move move, final float[] beta, final double k1, final double k2) {
        m_trials++;
        final double tau = move.tau + k1 * move.tauM + k2 * move.tauW;
        setRatios(move, k1, k2, tau);
        final float f1 = (float)k1;
        final float f2 = (float)k2;
        if (recentFails(beta, f1, f2, tau) || !delicateObey(move, k1, k2, tau)) {
            return false;
        }
        for (int from = 0; from < m_x.length; from += CHUNK) {
            final int to = Math.min(m_x.length, from + CHUNK);
            if (suspicious(beta, f1, f2, tau, from, to) && !settleChunk(move, beta, k1, k2, tau, from, to)) {
                return false;
            }
        }
        return refinesAlike(move, k1, k2);
    }

    private boolean recentFails(final float[] beta, final float f1, final float f2, final double tau) {
        for (int k = 0; k < m_recentSize; k++) {
            final int g = m_recent[k];
            if (verdict(g, m_x[g] + f1 * beta[g] + f2 * m_gamma[g], tau) < 0) {
                moveToFront(k, g);
                return true;
            }
        }
        return false;
    }

    private boolean delicateObey(final Move move, final double k1, final double k2, final double tau) {
        for (final int g : m_shape.delicate()) {
            fillTrial(move, k1, k2);
            if (!obeysAll(g, tau)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at a chunk candidate by candidate, in double where float can't tell. */
    private boolean settleChunk(final Move move, final float[] beta, final double k1, final double k2, final double tau,
        final int from, final int to) {
        final float f1 = (float)k1;
        final float f2 = (float)k2;
        for (int start = from; start < to; start += FINE) {
            final int end = Math.min(to, start + FINE);
            for (int g = start; g < end && (g > start || suspicious(beta, f1, f2, tau, start, end)); g++) {
                final int verdict = verdict(g, m_x[g] + f1 * beta[g] + f2 * m_gamma[g], tau);
                if (verdict == 0) {
                    fillTrial(move, k1, k2);
                }
                if (verdict < 0 || verdict == 0 && !obeysAll(g, tau)) {
                    moveToFront(Math.min(m_recentSize, RECENT - 1), g);
                    m_recentSize = Math.min(RECENT, m_recentSize + 1);
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes the absorbed move, but leaves it to the next pass over x to add it. */
    public void acceptLater(final double k1, final double k2) {
        m_pending1 = (float)k1;
        m_pending2 = (float)k2;
        m_pending = true;
    }

    /** Takes the move: x becomes x + k1 beta + k2 gamma. */
    public void accept(final float[] beta, final double k1, final double k2) {
        add(m_x, beta, (float)k1, m_gamma, (float)k2, 0, m_x.length);
    }

    private static void add(final float[] x, final float[] beta, final float k1, final float[] gamma, final float k2,
        final int from, final int to) {
        for (int g = from; g < to; g++) {
            x[g] += k1 * beta[g] + k2 * gamma[g];
        }
    }

    private void moveToFront(final int from, final int g) {
        System.arraycopy(m_recent, 0, m_recent, 1, from);
        m_recent[0] = g;
    }

    private void fillTrial(final Move move, final double k1, final double k2) {
        if (m_filled) {
            return;
        }
        m_filled = true;
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
                    final double slack = step.winnerRatio(m_shape.geometry().path(), 0, null) * step.scale(g) - Math.abs(step.offset(g) + x);
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
        if (m_shape.lower() != null) {
            box(m_x, beta, m_gamma, k1, k2, m_shape.lower(), m_shape.upper(), m_excess, from, to);
            if (exceeds(from, to)) {
                return true;
            }
        }
        for (int c = 0; c < m_ratios.length; c++) {
            final EventShape.Cone cone = m_shape.cones().get(c);
            final float m = (float)(m_ratios[c] - cone.margin());
            if (!(m > 0)) {
                return true;
            }
            if (cone.offset() == null) {
                cone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), m_excess, from, to);
            } else if (cone.coupling() == null) {
                offsetCone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), cone.offset(), m_excess, from, to);
            } else {
                coupledCone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), cone.offset(), cone.coupling(), (float)tau, m_excess,
                    from, to);
            }
            if (exceeds(from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an excess is not zero; the library compares many at once. */
    private boolean exceeds(final int from, final int to) {
        return !Arrays.equals(m_excess, from, to, ZEROS, 0, to - from);
    }

    // The four loops below write |slack| - slack, which is exactly 0 where the slack is not negative. No branch, no
    // reduction, and every array at the same index: so the JIT (of JDK 17) vectorises them.

    private static void box(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float[] lower, final float[] upper, final float[] excess, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float t = x[g] + k1 * beta[g] + k2 * gamma[g];
            final float slack = Math.min(t - lower[g], upper[g] - t);
            excess[g] = Math.abs(slack) - slack;
        }
    }

    private static void cone(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float m, final float[] scale, final float[] excess, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(x[g] + k1 * beta[g] + k2 * gamma[g]);
            excess[g] = Math.abs(slack) - slack;
        }
    }

    private static void offsetCone(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float m, final float[] scale, final float[] offset, final float[] excess, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(offset[g] + x[g] + k1 * beta[g] + k2 * gamma[g]);
            excess[g] = Math.abs(slack) - slack;
        }
    }

    private static void coupledCone(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float m, final float[] scale, final float[] offset, final float[] coupling, final float tau,
        final float[] excess, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(offset[g] + x[g] + k1 * beta[g] + k2 * gamma[g] - coupling[g] * tau);
            excess[g] = Math.abs(slack) - slack;
        }
    }
}
