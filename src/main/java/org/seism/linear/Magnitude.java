package org.seism.linear;

/**
 * Brings columns of extreme size into a range in which sums of squares neither overflow nor lose what matters: a large offset is taken
 * off, which is exact, and a huge or tiny scale is changed by a power of two, which is exact too. Tests of a motif depend on neither.
 */
public final class Magnitude {
    /** An offset that many times the spread costs digits. */
    private static final double FAR = 1e6;
    /** Squares of larger values, and of the reciprocals of smaller ones, summed over many sequences stay finite. */
    private static final double HUGE = 1e100;
    /** Spread in units of the last place up to which a column is constant: nothing but rounding. */
    private static final double CONSTANT_UNITS = 128;

    private Magnitude() {
    }

    /**
     * @param values finite values
     * @return whether they are alike but for rounding, whatever their offset and scale
     */
    public static boolean isConstant(final double[] values) {
        // the difference of two huge numbers overflows to infinity, which is right here
        return high(values) - low(values) <= CONSTANT_UNITS * Math.ulp(Math.max(Math.abs(low(values)), Math.abs(high(values))));
    }

    /**
     * @param values finite values
     * @return the values themselves where they are of ordinary size, or constant; else {@code (values - offset) * 2^k}
     */
    public static double[] moderate(final double[] values) {
        if (values.length == 0 || isConstant(values)) {
            return values;
        }
        final double largest = Math.max(Math.abs(low(values)), Math.abs(high(values)));
        double[] result = values;
        if (largest > HUGE) {
            result = scaled(result, -Math.getExponent(largest));
        }
        final double low = low(result);
        final double spread = high(result) - low;
        if (Math.min(Math.abs(low), Math.abs(low + spread)) > FAR * spread) {
            result = result == values ? values.clone() : result;
            for (int i = 0; i < result.length; i++) {
                result[i] -= low;
            }
        }
        final double left = Math.max(Math.abs(low(result)), Math.abs(high(result)));
        return left < 1 / HUGE ? scaled(result, -Math.getExponent(left)) : result;
    }

    private static double[] scaled(final double[] values, final int exponent) {
        final double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.scalb(values[i], exponent);
        }
        return result;
    }

    private static double low(final double[] values) {
        double low = Double.POSITIVE_INFINITY;
        for (final double v : values) {
            low = Math.min(low, v);
        }
        return low;
    }

    private static double high(final double[] values) {
        double high = Double.NEGATIVE_INFINITY;
        for (final double v : values) {
            high = Math.max(high, v);
        }
        return high;
    }
}
