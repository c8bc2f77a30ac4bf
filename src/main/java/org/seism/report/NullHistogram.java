package org.seism.report;

import java.util.Arrays;

import org.seism.inference.NullSample;

/**
 * The null distribution in bins. The observed value is an edge, so that the bars at and to the right of it add up to the
 * number that the p-value counts.
 *
 * @param from left edge of the first bin
 * @param width width of every bin
 * @param counts replicates per bin, the observed one among them
 */
record NullHistogram(double from, double width, int[] counts) {
    private static final int BINS = 48;
    /** The same tolerance as the p-value's: ties count as exceeding. */
    private static final double EQUAL = 1e-9;

    static NullHistogram of(final NullSample sample) {
        final double observed = sample.observed();
        final double min = Arrays.stream(sample.statistics()).min().getAsDouble();
        final double max = Arrays.stream(sample.statistics()).max().getAsDouble();
        final double width = nice(Math.max(max - min, 1e-6) / BINS);
        final int first = bin(min, observed, width);
        final int[] counts = new int[bin(max, observed, width) - first + 1];
        for (final double t : sample.statistics()) {
            counts[bin(t, observed, width) - first]++;
        }
        return new NullHistogram(observed + first * width, width, counts);
    }

    private static int bin(final double t, final double observed, final double width) {
        return (int)Math.floor((t - observed + EQUAL) / width);
    }

    /** The next of 1, 2, 5 times a power of ten. */
    private static double nice(final double width) {
        final double power = Math.pow(10, Math.floor(Math.log10(width)));
        final double ratio = width / power;
        return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
    }
}
