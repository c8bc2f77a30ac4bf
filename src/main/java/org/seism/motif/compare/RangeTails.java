package org.seism.motif.compare;

import java.util.Arrays;

/**
 * Null distributions of alignment scores: for every range of query columns the distribution of the sum of one score per column,
 * each drawn at random from that column's scores with the whole library. Exact, by convolution.
 */
final class RangeTails {
    private final int[] m_low;
    /** {@code [first][last + 1 - first - 1][sum - lowest sum]}: probability of at least that sum. */
    private final double[][][] m_tails;

    /** @param scores {@code [query column][any order]}: the scores of the column with every column of the library */
    RangeTails(final int[][] scores) {
        final int width = scores.length;
        m_low = new int[width];
        final double[][] pmf = new double[width][];
        for (int i = 0; i < width; i++) {
            m_low[i] = Arrays.stream(scores[i]).min().orElse(0);
            pmf[i] = new double[Arrays.stream(scores[i]).max().orElse(0) - m_low[i] + 1];
            for (final int s : scores[i]) {
                pmf[i][s - m_low[i]] += 1.0 / scores[i].length;
            }
        }
        m_tails = new double[width][][];
        for (int first = 0; first < width; first++) {
            m_tails[first] = new double[width - first][];
            double[] sum = {1};
            for (int last = first; last < width; last++) {
                sum = convolve(sum, pmf[last]);
                m_tails[first][last - first] = tail(sum);
            }
        }
    }

    private static double[] convolve(final double[] a, final double[] b) {
        final double[] c = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            if (a[i] != 0) {
                for (int k = 0; k < b.length; k++) {
                    c[i + k] += a[i] * b[k];
                }
            }
        }
        return c;
    }

    private static double[] tail(final double[] pmf) {
        final double[] tail = new double[pmf.length];
        double sum = 0;
        for (int k = pmf.length - 1; k >= 0; k--) {
            sum += pmf[k];
            tail[k] = Math.min(1, sum);
        }
        return tail;
    }

    /**
     * @param first first column of the range
     * @param end behind its last column
     * @param score a sum
     * @return probability of a sum at least as large
     */
    double atLeast(final int first, final int end, final int score) {
        int low = 0;
        for (int i = first; i < end; i++) {
            low += m_low[i];
        }
        final double[] tail = m_tails[first][end - first - 1];
        final int k = score - low;
        return k <= 0 ? 1 : k >= tail.length ? 0 : tail[k];
    }
}
