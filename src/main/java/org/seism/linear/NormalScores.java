package org.seism.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Normal scores: every value becomes the quantile of the standard normal law at (midrank - 1/2) / n. */
public final class NormalScores {
    private NormalScores() {
    }

    /**
     * @param values values, equal ones share their mean rank
     * @return one score per value
     */
    public static double[] of(final double[] values) {
        final int n = values.length;
        final int[] order = IntStream.range(0, n).boxed().sorted((i, j) -> Double.compare(values[i], values[j]))
            .mapToInt(Integer::intValue).toArray();
        final NormalDistribution normal = new NormalDistribution(null, 0, 1);
        final double[] scores = new double[n];
        for (int from = 0; from < n;) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            final double midrank = (from + 1 + to) / 2.0;
            final double score = normal.inverseCumulativeProbability((midrank - 0.5) / n);
            for (int k = from; k < to; k++) {
                scores[order[k]] = score;
            }
            from = to;
        }
        return scores;
    }

    /**
     * Cuts values into bins of equal size, in the order of the values; equal values share a bin.
     *
     * @param values values
     * @param bins how many bins are wanted
     * @return bin of each value, 0 for the smallest; fewer bins where values are equal
     */
    public static int[] bins(final double[] values, final int bins) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int[] of = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            final int at = Arrays.binarySearch(sorted, values[i]);
            int first = at;
            while (first > 0 && sorted[first - 1] == values[i]) {
                first--;
            }
            of[i] = (int)((long)first * bins / values.length);
        }
        return of;
    }
}
