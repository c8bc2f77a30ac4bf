package org.seism.inference;

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
        double mean = 0;
        for (final double x : series) {
            mean += x / n;
        }
        final double[] centred = new double[n];
        double variance = 0;
        for (int i = 0; i < n; i++) {
            centred[i] = series[i] - mean;
            variance += centred[i] * centred[i];
        }
        if (!(variance > 1e-24 * n * Math.max(mean * mean, 1e-300))) {
            return 1;
        }
        double sum = 0;
        double previous = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            final double pair = Math.min(previous, (covariance(centred, lag) + covariance(centred, lag + 1)) / variance);
            if (pair <= 0) {
                break;
            }
            sum += pair;
            previous = pair;
        }
        return Math.max(1, Math.min(n, n / Math.max(1, 2 * sum - 1)));
    }

    private static double covariance(final double[] centred, final int lag) {
        double sum = 0;
        for (int i = 0; i + lag < centred.length; i++) {
            sum += centred[i] * centred[i + lag];
        }
        return sum;
    }
}
