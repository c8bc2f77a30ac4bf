package org.seism.inference.event;

import java.util.Arrays;

import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.candidate.activation.Activations;
import org.seism.candidate.activation.WhitenedActivations;
import org.seism.selection.AssociationScore;

/**
 * One chain's products with one activation matrix, x_g = phi_g^T v, and the look at a trial point: one pass over the
 * candidates, cut short by asking those first that failed lately. Not safe for use by several threads.
 */
final class PartScan {
    /** Candidates per pass: the arrays of a pass stay in the first-level cache. */
    static final int CHUNK = 1024;
    private static final int RECENT = 32;
    private static final int FINE = 32;
    private static final float[] ZEROS = new float[CHUNK];

    /** Decides in double what float can't tell. */
    interface Exact {
        /** @return whether a candidate leaves all steps of the part to their winners */
        boolean obeysAll(EventPart part, int g);
    }

    /** Products of a block of rows of a matrix of activations with two vectors at once. Belongs to one chain. */
    interface Products {
        /**
         * beta = Phi_block^T m and gamma = Phi_block^T w for all candidates, handed to the scan part by part.
         *
         * @param rows sequences of the block
         * @param size how many there are
         * @param m one value per sequence of the block, in order
         * @param w likewise
         * @param scan takes the products
         * @param first the trial point it is to look at
         */
        void run(int[] rows, int size, double[] m, double[] w, PartScan scan, EventScan.First first);

        static Products of(final Activations phi) {
            return phi instanceof final ActivationMatrix codes ? new BlockProducts(codes) : new RowProducts((WhitenedActivations)phi);
        }
    }

    private final EventPart m_part;
    private final boolean m_signed;
    private final float[] m_x;
    private final float[] m_beta;
    private final float[] m_gamma;
    /** Zero where a candidate is certainly inside, in the part looked at last. */
    private final float[] m_excess;
    private final float[] m_values;
    private final int[] m_recent = new int[RECENT];
    private int m_recentSize;
    private final double[] m_ratios;
    /** Values of the functionals at the trial point; shared by all parts of the scan. */
    private final double[] m_trial;
    private final boolean[] m_suspicious;
    private final int[] m_from;
    private int m_passes;

    PartScan(final EventPart part, final double[] trial) {
        m_part = part;
        m_signed = part.sign() == AssociationScore.Sign.POSITIVE;
        m_trial = trial;
        final int p = part.activations().candidates();
        m_x = new float[p];
        m_beta = new float[p];
        m_gamma = new float[p];
        m_excess = new float[p];
        m_values = m_signed || part.cones().stream().anyMatch(c -> c.coupled().length > 0) ? new float[p] : null;
        m_ratios = new double[part.cones().size()];
        m_suspicious = new boolean[p / CHUNK + part.activations().classes() + 1];
        m_from = new int[m_suspicious.length];
    }

    EventPart part() {
        return m_part;
    }

    float[] gamma() {
        return m_gamma;
    }

    void refresh(final double[] v) {
        final double[] exact = m_part.activations().transposeTimes(v, TaskRunner.sequential());
        for (int g = 0; g < m_x.length; g++) {
            m_x[g] = (float)exact[g];
        }
    }

    void negate() {
        for (int g = 0; g < m_x.length; g++) {
            m_x[g] = -m_x[g];
        }
    }

    /** Makes beta the products with e and gamma those with the rest of v, cos being e^T v. */
    void splitAlongDirection(final float cos) {
        final float[] alongE = m_part.alongDirection();
        for (int g = 0; g < m_x.length; g++) {
            m_beta[g] = alongE[g];
            m_gamma[g] = m_x[g] - cos * alongE[g];
        }
    }

    /** The same from the rest itself, and x anew from both, cos being e^T v: no digits are lost where the rest is short. */
    void splitAlongDirection(final float cos, final double[] rest) {
        final float[] alongE = m_part.alongDirection();
        final double[] exact = m_part.activations().transposeTimes(rest, TaskRunner.sequential());
        for (int g = 0; g < m_x.length; g++) {
            m_beta[g] = alongE[g];
            m_gamma[g] = (float)exact[g];
            m_x[g] = cos * alongE[g] + m_gamma[g];
        }
    }

    /** x becomes x + k1 b + k2 gamma, b being beta or x itself. */
    void add(final boolean alongState, final float k1, final float k2) {
        add(m_x, alongState ? m_x : m_beta, k1, m_gamma, k2, 0, m_x.length);
    }

    /**
     * Sets the winners' ratios from the functionals at the trial point.
     *
     * @return false if some winner's association does not count there, or is nothing but rounding, so that it wins nothing
     */
    boolean setRatios() {
        boolean all = true;
        for (int c = 0; c < m_ratios.length; c++) {
            final EventPart.Cone cone = m_part.cones().get(c);
            m_ratios[c] = cone.step().winnerRatio(m_trial[cone.winner()]);
            all &= m_ratios[c] > 0;
        }
        return all;
    }

    void begin() {
        m_passes = 0;
    }

    /** Adds the move before to x for some candidates, before the products of another take the place of its own. */
    void addPending(final int from, final int to, final EventScan.First first) {
        if (first.pending()) {
            add(m_x, m_beta, first.pending1(), m_gamma, first.pending2(), from, to);
        }
    }

    /** Takes the products of a move for some candidates in fixed point, two in a long; in the same pass as all else. */
    void absorb(final long[] sums, final float inverse, final int from, final int to, final EventScan.First first) {
        addPending(from, to, first);
        unpack(sums, inverse, m_beta, m_gamma, from, to);
        lookAtFirst(from, to, first);
    }

    /** Looks at the first trial point for some candidates whose products are there. */
    void lookAtFirst(final int from, final int to, final EventScan.First first) {
        m_from[m_passes] = from;
        m_suspicious[m_passes++] = suspicious(m_beta, first.k1(), first.k2(), from, to);
    }

    float[] beta() {
        return m_beta;
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

    /** Whether the trial point looked at while the move was absorbed is in the part's event. */
    boolean firstInside(final float k1, final float k2, final Exact exact) {
        boolean any = false;
        for (int pass = 0; pass < m_passes; pass++) {
            any |= m_suspicious[pass];
        }
        if (any && recentFails(m_beta, k1, k2) || !delicateObey(exact)) {
            return false;
        }
        for (int pass = 0; pass < m_passes; pass++) {
            final int to = pass + 1 < m_passes ? m_from[pass + 1] : m_x.length;
            if (m_suspicious[pass] && !settleChunk(m_beta, k1, k2, m_from[pass], to, exact)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the trial point is in the part's event. */
    boolean inside(final boolean alongState, final float k1, final float k2, final Exact exact) {
        final float[] beta = alongState ? m_x : m_beta;
        if (recentFails(beta, k1, k2) || !delicateObey(exact)) {
            return false;
        }
        for (int from = 0; from < m_x.length; from += CHUNK) {
            final int to = Math.min(m_x.length, from + CHUNK);
            if (suspicious(beta, k1, k2, from, to) && !settleChunk(beta, k1, k2, from, to, exact)) {
                return false;
            }
        }
        return true;
    }

    private boolean recentFails(final float[] beta, final float k1, final float k2) {
        for (int k = 0; k < m_recentSize; k++) {
            final int g = m_recent[k];
            if (verdict(g, m_x[g] + k1 * beta[g] + k2 * m_gamma[g]) < 0) {
                moveToFront(k, g);
                return true;
            }
        }
        return false;
    }

    private boolean delicateObey(final Exact exact) {
        for (final int g : m_part.delicate()) {
            if (!exact.obeysAll(m_part, g)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at a chunk candidate by candidate, in double where float can't tell. */
    private boolean settleChunk(final float[] beta, final float k1, final float k2, final int from, final int to,
        final Exact exact) {
        for (int start = from; start < to; start += FINE) {
            final int end = Math.min(to, start + FINE);
            for (int g = start; g < end && (g > start || suspicious(beta, k1, k2, start, end)); g++) {
                final int verdict = verdict(g, m_x[g] + k1 * beta[g] + k2 * m_gamma[g]);
                if (verdict < 0 || verdict == 0 && !exact.obeysAll(m_part, g)) {
                    moveToFront(Math.min(m_recentSize, RECENT - 1), g);
                    m_recentSize = Math.min(RECENT, m_recentSize + 1);
                    return false;
                }
            }
        }
        return true;
    }

    private void moveToFront(final int from, final int g) {
        System.arraycopy(m_recent, 0, m_recent, 1, from);
        m_recent[0] = g;
    }

    /** 1 certainly inside, -1 certainly outside, 0 too close to tell in float. */
    private int verdict(final int g, final float x) {
        int verdict = 1;
        if (m_part.lower() != null) {
            for (final StepGeometry step : m_part.steps()) {
                if (EventPart.isConstant(step) && m_part.upper()[g] < EventPart.UNBOUNDED) {
                    final double slack = step.winnerRatio(0) * step.scale(g) - m_part.sign().magnitude(step.offset(g) + x);
                    verdict = Math.min(verdict, sign(slack, m_part.margin(step, g)));
                }
            }
        }
        for (int c = 0; c < m_ratios.length; c++) {
            final EventPart.Cone cone = m_part.cones().get(c);
            if (cone.scale()[g] < EventPart.UNBOUNDED) {
                double a = cone.step().offset(g) + x;
                for (int l = 0; l < cone.coupled().length; l++) {
                    a -= cone.step().coupling(l, g) * m_trial[cone.coupled()[l]];
                }
                final double slack = m_ratios[c] * cone.step().scale(g) - m_part.sign().magnitude(a);
                verdict = Math.min(verdict, sign(slack, m_part.margin(cone.step(), g)));
            }
        }
        return verdict;
    }

    private static int sign(final double slack, final double margin) {
        return slack > margin ? 1 : slack < -margin ? -1 : 0;
    }

    /** Whether some candidate of the chunk is not certainly inside. */
    private boolean suspicious(final float[] beta, final float k1, final float k2, final int from, final int to) {
        if (m_part.lower() != null) {
            box(m_x, beta, m_gamma, k1, k2, m_part.lower(), m_part.upper(), m_excess, from, to);
            if (exceeds(from, to)) {
                return true;
            }
        }
        for (int c = 0; c < m_ratios.length; c++) {
            final EventPart.Cone cone = m_part.cones().get(c);
            final float m = (float)(m_ratios[c] - cone.margin());
            if (!(m > 0)) {
                return true;
            }
            if (m_signed || cone.coupled().length > 0) {
                values(cone, beta, k1, k2, from, to);
                if (m_signed) {
                    below(m_values, m, cone.scale(), m_excess, from, to);
                } else {
                    between(m_values, m, cone.scale(), m_excess, from, to);
                }
            } else if (cone.offset() == null) {
                cone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), m_excess, from, to);
            } else {
                offsetCone(m_x, beta, m_gamma, k1, k2, m, cone.scale(), cone.offset(), m_excess, from, to);
            }
            if (exceeds(from, to)) {
                return true;
            }
        }
        return false;
    }

    private void values(final EventPart.Cone cone, final float[] beta, final float k1, final float k2, final int from,
        final int to) {
        point(m_x, beta, m_gamma, k1, k2, m_values, from, to);
        if (cone.offset() != null) {
            accumulate(m_values, cone.offset(), 1, from, to);
        }
        for (int l = 0; l < cone.coupled().length; l++) {
            accumulate(m_values, cone.coupling()[l], -(float)m_trial[cone.coupled()[l]], from, to);
        }
    }

    /** Whether an excess is not zero; the library compares many at once. */
    private boolean exceeds(final int from, final int to) {
        return !Arrays.equals(m_excess, from, to, ZEROS, 0, to - from);
    }

    // The loops below write |slack| - slack, which is exactly 0 where the slack is not negative. No branch, no reduction, and
    // every array at the same index: so the JIT (of JDK 17) vectorises them.

    private static void add(final float[] x, final float[] beta, final float k1, final float[] gamma, final float k2,
        final int from, final int to) {
        for (int g = from; g < to; g++) {
            x[g] += k1 * beta[g] + k2 * gamma[g];
        }
    }

    private static void point(final float[] x, final float[] beta, final float[] gamma, final float k1, final float k2,
        final float[] values, final int from, final int to) {
        for (int g = from; g < to; g++) {
            values[g] = x[g] + k1 * beta[g] + k2 * gamma[g];
        }
    }

    private static void accumulate(final float[] values, final float[] more, final float factor, final int from, final int to) {
        for (int g = from; g < to; g++) {
            values[g] += factor * more[g];
        }
    }

    private static void below(final float[] values, final float m, final float[] scale, final float[] excess, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - values[g];
            excess[g] = Math.abs(slack) - slack;
        }
    }

    private static void between(final float[] values, final float m, final float[] scale, final float[] excess, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(values[g]);
            excess[g] = Math.abs(slack) - slack;
        }
    }

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
}
