package org.seism.inference;

import java.util.Locale;

/**
 * How a sampled p-value is written (METHOD, section 13): one that is as small as the number of replicates allows is a bound,
 * and says so. The one place where this is decided, for terminal, report and tables.
 */
public final class PValueText {
    private PValueText() {
    }

    /**
     * @param sample the sample
     * @return for instance {@code 0.0310} or {@code <= 2.0e-4 (0 of 4999 as large)}
     */
    public static String of(final NullSample sample) {
        return sample.atFloor() ? bound(sample.p()) + " (0 of " + (sample.size() - 1) + " as large)" : number(sample.p());
    }

    /**
     * The same for little room.
     *
     * @param p p-value, or one derived from p-values
     * @param floor whether it rests on one that is as small as the replicates allow
     * @return for instance {@code 0.0310} or {@code <= 2.0e-4}
     */
    public static String of(final double p, final boolean floor) {
        return floor ? bound(p) : number(p);
    }

    private static String bound(final double p) {
        // rounded up, as a bound has to be
        final double unit = Math.pow(10, Math.floor(Math.log10(p)) - 1);
        final double up = Math.ceil(p / unit - 1e-9) * unit;
        return "<= " + (up < 0.001 ? exponent(up) : String.format(Locale.ROOT, "%.2g", up));
    }

    private static String number(final double p) {
        return Double.isNaN(p) ? "" : p != 0 && p < 0.001 ? exponent(p) : String.format(Locale.ROOT, "%.4f", p);
    }

    /** 2.0e-4, without the leading zero of the exponent. */
    private static String exponent(final double p) {
        return String.format(Locale.ROOT, "%.1e", p).replaceFirst("e-0", "e-");
    }
}
