package org.seism.motif.scan;

import java.util.Arrays;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;

/**
 * A matrix as log-odds scores in hundredths of a bit, and the exact p-value of every score under a background of independent
 * letters. Immutable and safe for several threads.
 */
public final class LogOddsMatrix {
    /** Whole numbers per bit. */
    public static final int PER_BIT = 100;

    private static final double PSEUDOCOUNT = 0.1;
    private static final double LEAST_SITES = 20;

    private final int[][] m_scores;
    private final int m_lowest;
    /** {@code [score - lowest]}: probability that a window of background letters scores at least that. */
    private final double[] m_tail;

    private LogOddsMatrix(final int[][] scores, final int lowest, final double[] tail) {
        m_scores = scores;
        m_lowest = lowest;
        m_tail = tail;
    }

    /**
     * @param matrix frequencies; counted on at least 20 sites, or taken as if
     * @param background probability of every letter in the sequences to be scanned, all above 0
     * @return the scores, with 0.1 added to every count
     * @throws InputException if a background probability is not above 0
     */
    public static LogOddsMatrix of(final FrequencyMatrix matrix, final double[] background) {
        final int letters = matrix.alphabet().size();
        final double sites = Math.max(LEAST_SITES, matrix.sites());
        final int[][] scores = new int[matrix.width()][letters];
        for (int c = 0; c < scores.length; c++) {
            for (int a = 0; a < letters; a++) {
                if (!(background[a] > 0)) {
                    throw new InputException("The letter " + matrix.alphabet().letter(a) + " does not occur in the sequences.",
                        "Give a background in which every letter has a share.");
                }
                final double p = (matrix.frequencies()[c][a] * sites + PSEUDOCOUNT) / (sites + letters * PSEUDOCOUNT);
                scores[c][a] = (int)Math.round(PER_BIT * Math.log(p / background[a]) / Math.log(2));
            }
        }
        return of(scores, background);
    }

    /**
     * @param bits {@code [column][letter]}: log-odds scores in bits, which are rounded to hundredths
     * @param background probability of every letter
     * @return the scores as they are, with their p-values
     */
    public static LogOddsMatrix ofBits(final double[][] bits, final double[] background) {
        final int[][] scores = new int[bits.length][];
        for (int c = 0; c < bits.length; c++) {
            scores[c] = Arrays.stream(bits[c]).mapToInt(x -> (int)Math.round(PER_BIT * x)).toArray();
        }
        return of(scores, background);
    }

    private static LogOddsMatrix of(final int[][] scores, final double[] background) {
        int most = 1;
        for (final int[] column : scores) {
            most += range(column);
        }
        int lowest = 0;
        int size = 1;
        double[] pmf = new double[most];
        double[] next = new double[most];
        pmf[0] = 1;
        for (final int[] column : scores) {
            final int low = lowest(column);
            final int longer = size + range(column);
            Arrays.fill(next, 0, longer, 0);
            for (int a = 0; a < column.length; a++) {
                add(pmf, size, background[a], next, column[a] - low);
            }
            final double[] before = pmf;
            pmf = next;
            next = before;
            size = longer;
            lowest += low;
        }
        for (int k = pmf.length - 2; k >= 0; k--) {
            pmf[k] += pmf[k + 1];
        }
        return new LogOddsMatrix(scores, lowest, pmf);
    }

    // loops, not streams: a library has tens of thousands of columns

    private static int lowest(final int[] column) {
        int lowest = column[0];
        for (final int score : column) {
            lowest = Math.min(lowest, score);
        }
        return lowest;
    }

    private static int range(final int[] column) {
        int highest = column[0];
        for (final int score : column) {
            highest = Math.max(highest, score);
        }
        return highest - lowest(column);
    }

    private static void add(final double[] pmf, final int size, final double share, final double[] sum, final int shift) {
        for (int k = 0; k < size; k++) {
            sum[k + shift] += pmf[k] * share;
        }
    }

    /** @return {@code [column][letter]}: scores in hundredths of a bit, whole numbers */
    public double[][] scores() {
        return Arrays.stream(m_scores).map(c -> Arrays.stream(c).asDoubleStream().toArray()).toArray(double[][]::new);
    }

    /** @return number of columns */
    public int width() {
        return m_scores.length;
    }

    /**
     * @param letters codes of letters; a code without a place in the alphabet makes the window unusable
     * @param from the window's first letter
     * @return its score in hundredths of a bit, or {@link Integer#MIN_VALUE} for an unusable window
     */
    public int score(final byte[] letters, final int from) {
        int sum = 0;
        for (int c = 0; c < m_scores.length; c++) {
            final int letter = letters[from + c];
            if (letter < 0 || letter >= m_scores[c].length) {
                return Integer.MIN_VALUE;
            }
            sum += m_scores[c][letter];
        }
        return sum;
    }

    /**
     * @param score a score
     * @return probability that a window of background letters scores at least that; 1 below the lowest score, 0 above the largest
     */
    public double pValue(final int score) {
        final int k = score - m_lowest;
        return k <= 0 ? 1 : k >= m_tail.length ? 0 : Math.min(1, m_tail[k]);
    }

    /**
     * @param p a probability in (0, 1]
     * @return the smallest score whose p-value is at most p; one more than the largest score where there is none
     */
    public int threshold(final double p) {
        int low = 0;
        int high = m_tail.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (m_tail[middle] <= p) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return m_lowest + low;
    }

    /** @return the largest score */
    public int best() {
        return m_lowest + m_tail.length - 1;
    }
}
