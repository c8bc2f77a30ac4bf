package org.seism.inference;

import java.util.Arrays;

/**
 * Effective sample size of a stationary series: its length divided by the integrated autocorrelation time, estimated by
 * the initial monotone sequence (Geyer, <em>Practical Markov chain Monte Carlo</em>, Statistical Science 1992).
 */
final class EffectiveSampleSize {
    private EffectiveSampleSize() {
    }

    /**
     * @param series the values in order
     * @return between 1 and the length; the length itself for fewer than four values, 1 for a constant series
     */
    static double of(final double[] series) {
        final int n = series.length;
        if (n < 4) {
            return n;
        }
        final double mean = mean(series);
        final double[] centred = centred(series, mean);
        final double variance = products(centred, 0, n, 0);
        if (constant(n, mean, variance)) {
            return 1;
        }
        double sum = 0;
        double previous = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            final double pair =
                Math.min(previous, (products(centred, 0, n, lag) + products(centred, 0, n, lag + 1)) / variance);
            if (pair <= 0) {
                break;
            }
            sum += pair;
            previous = pair;
        }
        return Math.max(1, Math.min(n, n / Math.max(1, 2 * sum - 1)));
    }

    /**
     * The same for branches that meet in a hub, one lag before the first value of each. The autocorrelation is seen within the
     * branches. Values of different branches are correlated too, over the hub, and with many short branches that counts for
     * most: their first values are all close to each other. So the variance of the mean is summed over all pairs by their
     * distance.
     *
     * @param series the values, branch after branch, each from the hub outward or towards it
     * @param lengths lengths of the branches
     * @return between 1 and the number of values
     */
    static double ofStar(final double[] series, final int[] lengths) {
        final int n = series.length;
        if (n < 4) {
            return n;
        }
        final double mean = mean(series);
        final double[] centred = centred(series, mean);
        final double variance = products(centred, 0, n, 0);
        if (constant(n, mean, variance)) {
            return 1;
        }
        final int shortest = Arrays.stream(lengths).min().orElseThrow();
        final long[] reaching = reaching(lengths);
        double sum = n;
        double left = (double)n * n - n;
        double previous = 2;
        for (int lag = 0; previous > 0 && lag + 1 < shortest; lag += 2) {
            double first = meanProduct(centred, lengths, lag) * n / variance;
            double second = meanProduct(centred, lengths, lag + 1) * n / variance;
            if (first + second > previous) {
                first = previous / 2;
                second = first;
            }
            previous = first + second;
            if (previous > 0) {
                final double near = lag == 0 ? 0 : pairs(lengths, reaching, lag);
                final double far = pairs(lengths, reaching, lag + 1);
                sum += first * near + second * far;
                left -= near + far;
            }
        }
        // where the branches are too short to see the end, the last correlation holds for all beyond: on the safe side
        sum += Math.max(0, previous) / 2 * left;
        return Math.max(1, Math.min(n, (double)n * n / Math.max(n, sum)));
    }

    /** Mean product of values of one branch with so many steps between them. */
    private static double meanProduct(final double[] centred, final int[] lengths, final int lag) {
        double sum = 0;
        long pairs = 0;
        int from = 0;
        for (final int length : lengths) {
            sum += products(centred, from, from + length, lag);
            pairs += Math.max(0, length - lag);
            from += length;
        }
        return sum / pairs;
    }

    /** {@code [d]}: how many branches have a value at distance d from the hub. */
    private static long[] reaching(final int[] lengths) {
        final long[] reaching = new long[Arrays.stream(lengths).max().orElseThrow() + 1];
        for (final int length : lengths) {
            reaching[length]++;
        }
        for (int d = reaching.length - 2; d > 0; d--) {
            reaching[d] += reaching[d + 1];
        }
        return reaching;
    }

    /** Ordered pairs of values with so many steps between them, within the branches and across the hub. */
    private static double pairs(final int[] lengths, final long[] reaching, final int lag) {
        double pairs = 0;
        for (final int length : lengths) {
            pairs += 2L * Math.max(0, length - lag);
        }
        for (int d = Math.max(1, lag - reaching.length + 1); d < Math.min(lag, reaching.length); d++) {
            // two different branches that reach so far
            pairs += reaching[d] * reaching[lag - d] - reaching[Math.max(d, lag - d)];
        }
        return pairs;
    }

    private static double mean(final double[] series) {
        double mean = 0;
        for (final double x : series) {
            mean += x / series.length;
        }
        return mean;
    }

    private static double[] centred(final double[] series, final double mean) {
        return Arrays.stream(series).map(x -> x - mean).toArray();
    }

    private static boolean constant(final int n, final double mean, final double variance) {
        return !(variance > 1e-24 * n * Math.max(mean * mean, 1e-300));
    }

    /** Sum of the products of values with so many steps between them. */
    private static double products(final double[] centred, final int from, final int to, final int lag) {
        double sum = 0;
        for (int i = from; i + lag < to; i++) {
            sum += centred[i] * centred[i + lag];
        }
        return sum;
    }
}
