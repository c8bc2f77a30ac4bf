package org.seism.inference.event;

import java.util.Arrays;

import org.seism.candidate.activation.WhitenedActivations;

/**
 * Products with activations that are floats. Each row is read once and serves both vectors; four rows go together, so that sums are
 * written a quarter as often. What is lost in single precision, as much as by the updates of x themselves, is within the margin
 * inside which candidates are decided in double.
 */
final class RowProducts implements PartScan.Products {
    private static final int CHUNK = PartScan.CHUNK;

    private final WhitenedActivations m_phi;

    /** @param phi the activations */
    RowProducts(final WhitenedActivations phi) {
        m_phi = phi;
    }

    @Override
    public void run(final int[] rows, final int size, final double[] m, final double[] w, final PartScan scan,
        final EventScan.First first) {
        final float[] beta = scan.beta();
        final float[] gamma = scan.gamma();
        for (int from = 0; from < m_phi.candidates(); from += CHUNK) {
            final int to = Math.min(m_phi.candidates(), from + CHUNK);
            scan.addPending(from, to, first);
            Arrays.fill(beta, from, to, 0);
            Arrays.fill(gamma, from, to, 0);
            int k = 0;
            for (; k + 4 <= size; k += 4) {
                final float[] a = m_phi.row(rows[k]);
                final float[] b = m_phi.row(rows[k + 1]);
                final float[] c = m_phi.row(rows[k + 2]);
                final float[] d = m_phi.row(rows[k + 3]);
                addFour(beta, a, b, c, d, (float)m[k], (float)m[k + 1], (float)m[k + 2], (float)m[k + 3], from, to);
                addFour(gamma, a, b, c, d, (float)w[k], (float)w[k + 1], (float)w[k + 2], (float)w[k + 3], from, to);
            }
            for (; k < size; k++) {
                addOne(beta, m_phi.row(rows[k]), (float)m[k], from, to);
                addOne(gamma, m_phi.row(rows[k]), (float)w[k], from, to);
            }
            scan.lookAtFirst(from, to, first);
        }
    }

    private static void addFour(final float[] sum, final float[] a, final float[] b, final float[] c, final float[] d, final float ka,
        final float kb, final float kc, final float kd, final int from, final int to) {
        for (int g = from; g < to; g++) {
            sum[g] += ka * a[g] + kb * b[g] + (kc * c[g] + kd * d[g]);
        }
    }

    private static void addOne(final float[] sum, final float[] a, final float ka, final int from, final int to) {
        for (int g = from; g < to; g++) {
            sum[g] += ka * a[g];
        }
    }
}
