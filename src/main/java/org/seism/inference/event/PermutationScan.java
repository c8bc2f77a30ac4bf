package org.seism.inference.event;

import java.util.Arrays;

import org.seism.TaskRunner;
import org.seism.inference.event.PermutationShape.Step;
import org.seism.linear.OrthonormalBasis;

/**
 * Decides for one chain whether a permutation of the residuals is in the selection event. Holds the products with the
 * present permutation and with the one on trial; candidates that failed lately are asked first. Not safe for use by several
 * threads.
 */
public final class PermutationScan {
    private static final int CHUNK = 2048;
    private static final int RECENT = 32;
    private static final float[] ZEROS = new float[CHUNK];

    private final PermutationShape m_shape;
    private float[] m_x;
    private float[] m_trialX;
    private final double[] m_tau;
    private final double[] m_trialTau;
    private final double[] m_winners;
    private final double[] m_trialWinners;
    private final double[] m_ratios;
    private final float[] m_projected;
    /** Zero where a candidate is certainly inside, in the part looked at last. */
    private final float[] m_excess;
    private final int[] m_recent = new int[RECENT];
    private int m_recentSize;
    private long m_trials;

    public PermutationScan(final PermutationShape shape, final double[] e) {
        m_shape = shape;
        final int p = shape.activations().candidates();
        m_trialX = new float[p];
        m_projected = new float[p];
        m_excess = new float[p];
        m_tau = new double[shape.basis().rank()];
        m_trialTau = new double[m_tau.length];
        m_winners = new double[shape.steps().length];
        m_trialWinners = new double[m_winners.length];
        m_ratios = new double[m_winners.length];
        refresh(e);
        summarise(e);
    }

    /** Computes x from e afresh, which removes the rounding errors of the updates. */
    public void refresh(final double[] e) {
        m_x = EventShape.toFloat(m_shape.activations().transposeTimes(e, TaskRunner.sequential()));
    }

    /** Computes the inner products with the basis and the winners from e afresh. */
    public void summarise(final double[] e) {
        for (int l = 0; l < m_tau.length; l++) {
            m_tau[l] = OrthonormalBasis.dot(m_shape.basis().vector(l), e);
        }
        for (int s = 0; s < m_winners.length; s++) {
            final double[] f = m_shape.steps()[s].winnerResidual();
            m_winners[s] = OrthonormalBasis.dot(f, m_shape.geometry().fit()) + OrthonormalBasis.dot(f, e);
        }
    }

    /**
     * @param rows sequences whose values change
     * @param change by how much
     * @param size how many there are
     * @param products products of the change, filled
     * @param e the present permutation
     * @return whether the changed permutation is in the event
     */
    public boolean inside(final int[] rows, final double[] change, final int size, final ExchangeProducts products, final double[] e) {
        m_trials++;
        for (int l = 1; l < m_tau.length; l++) {
            m_trialTau[l] = m_tau[l] + dot(m_shape.basis().vector(l), rows, change, size);
        }
        for (int s = 0; s < m_winners.length; s++) {
            m_trialWinners[s] = m_winners[s] + dot(m_shape.steps()[s].winnerResidual(), rows, change, size);
        }
        setRatios();
        for (int k = 0; k < m_recentSize; k++) {
            final int g = m_recent[k];
            if (verdict(g, m_x[g] + products.of(g)) < 0) {
                moveToFront(k, g);
                return false;
            }
        }
        double[] y = null;
        for (int c = 0; c < m_shape.activations().classes(); c++) {
            final int end = m_shape.activations().classStart(c + 1);
            for (int from = m_shape.activations().classStart(c); from < end; from += CHUNK) {
                final int to = Math.min(end, from + CHUNK);
                products.add(c, m_x, m_trialX, from, to);
                if (suspicious(from, to)) {
                    y = y == null ? phenotype(rows, change, size, e) : y;
                    if (!settle(y, from, to)) {
                        return false;
                    }
                }
            }
        }
        return !m_shape.isRefined() || m_shape.refinesAlike(y == null ? phenotype(rows, change, size, e) : y);
    }

    /** @return whether another permutation altogether is in the event; costs a full product */
    public boolean inside(final double[] e) {
        m_trials++;
        for (int l = 0; l < m_tau.length; l++) {
            m_trialTau[l] = OrthonormalBasis.dot(m_shape.basis().vector(l), e);
        }
        for (int s = 0; s < m_winners.length; s++) {
            final double[] f = m_shape.steps()[s].winnerResidual();
            m_trialWinners[s] = OrthonormalBasis.dot(f, m_shape.geometry().fit()) + OrthonormalBasis.dot(f, e);
        }
        setRatios();
        m_trialX = EventShape.toFloat(m_shape.activations().transposeTimes(e, TaskRunner.sequential()));
        final double[] y = phenotype(new int[0], new double[0], 0, e);
        for (int from = 0; from < m_x.length; from += CHUNK) {
            final int to = Math.min(m_x.length, from + CHUNK);
            if (suspicious(from, to) && !settle(y, from, to)) {
                return false;
            }
        }
        return m_shape.refinesAlike(y);
    }

    /** The permutation on trial becomes the present one. */
    public void accept() {
        final float[] x = m_x;
        m_x = m_trialX;
        m_trialX = x;
        System.arraycopy(m_trialTau, 0, m_tau, 0, m_tau.length);
        System.arraycopy(m_trialWinners, 0, m_winners, 0, m_winners.length);
    }

    public long trials() {
        return m_trials;
    }

    private void setRatios() {
        for (int s = 0; s < m_ratios.length; s++) {
            m_ratios[s] = Math.abs(m_trialWinners[s]) * m_shape.steps()[s].inverseWinnerScale();
        }
    }

    private static double dot(final double[] vector, final int[] rows, final double[] change, final int size) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += vector[rows[k]] * change[k];
        }
        return sum;
    }

    private double[] phenotype(final int[] rows, final double[] change, final int size, final double[] e) {
        final double[] y = e.clone();
        for (int k = 0; k < size; k++) {
            y[rows[k]] += change[k];
        }
        OrthonormalBasis.addScaled(y, m_shape.geometry().fit(), 1);
        return y;
    }

    /** Looks at a chunk candidate by candidate, in double where float can't tell. */
    private boolean settle(final double[] y, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final int verdict = verdict(g, m_trialX[g]);
            if (verdict < 0 || verdict == 0 && !m_shape.obeys(g, y, m_ratios)) {
                moveToFront(Math.min(m_recentSize, RECENT - 1), g);
                m_recentSize = Math.min(RECENT, m_recentSize + 1);
                return false;
            }
        }
        return true;
    }

    private void moveToFront(final int from, final int g) {
        System.arraycopy(m_recent, 0, m_recent, 1, from);
        m_recent[0] = g;
    }

    /** 1 certainly inside, -1 certainly outside, 0 too close to tell in float. */
    private int verdict(final int g, final double x) {
        int verdict = 1;
        double a = x;
        int used = 1;
        for (int s = 0; s < m_ratios.length; s++) {
            final Step step = m_shape.steps()[s];
            for (; used < step.basis().rank(); used++) {
                a -= m_shape.loadings()[used][g] * m_trialTau[used];
            }
            if (step.scale()[g] < EventShape.UNBOUNDED) {
                final double slack = m_ratios[s] - Math.abs(a + step.offset()[g]) / step.scale()[g];
                verdict = Math.min(verdict, slack > step.margin() ? 1 : slack < -step.margin() ? -1 : 0);
            }
        }
        return verdict;
    }

    /** Whether some candidate of the chunk is not certainly inside. */
    private boolean suspicious(final int from, final int to) {
        float[] values = m_trialX;
        int used = 1;
        for (int s = 0; s < m_ratios.length; s++) {
            final Step step = m_shape.steps()[s];
            for (; used < step.basis().rank(); used++) {
                project(values, m_projected, m_shape.loadings()[used], (float)m_trialTau[used], from, to);
                values = m_projected;
            }
            final float m = (float)(m_ratios[s] - step.margin());
            if (!(m > 0)) {
                return true;
            }
            excess(values, step.offset(), m, step.scale(), m_excess, from, to);
            if (!Arrays.equals(m_excess, from, to, ZEROS, 0, to - from)) {
                return true;
            }
        }
        return false;
    }

    // As in EventScan: no branch, no reduction and every array at the same index, which the JIT vectorises.

    private static void project(final float[] in, final float[] out, final float[] loading, final float tau, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            out[g] = in[g] - loading[g] * tau;
        }
    }

    private static void excess(final float[] values, final float[] offset, final float m, final float[] scale,
        final float[] excess, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(values[g] + offset[g]);
            excess[g] = Math.abs(slack) - slack;
        }
    }
}
