package org.seism.inference.effect;

import java.util.Locale;

/**
 * The effect of a motif, given that it was selected.
 *
 * @param estimate median-unbiased: the effect under which the observed statistic is as likely exceeded as not
 * @param lower lower end of the 95% interval; minus infinity where the data set no bound
 * @param upper upper end; plus infinity where the data set no bound
 * @param scale what all three are measured in, per unit of activation
 */
public record EffectInterval(double estimate, double lower, double upper, EffectScale scale) {
    /** Probability of an effect outside the interval on either side. */
    static final double TAIL = 0.025;

    /** @return the interval in words */
    public String text() {
        final String middle = Double.isFinite(estimate) ? number(estimate) : estimate > 0 ? "large" : estimate < 0 ? "very negative" : "unknown";
        return middle + " (" + (Double.isFinite(lower) ? number(lower) : "no bound") + " to "
            + (Double.isFinite(upper) ? number(upper) : "no bound") + "), " + scale.text();
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /**
     * Finds where a probability that rises with the effect crosses the levels of the interval.
     *
     * @param family the statistic's laws under all effects
     * @param unit what one unit of the family's parameter is on the scale; positive
     * @param scale the scale
     * @return the interval
     */
    static EffectInterval of(final TiltedFamily family, final double unit, final EffectScale scale) {
        // ties count on both sides at the ends, which makes the interval longer, and half in the middle
        return new EffectInterval(unit * family.solve(0.5, 0.5), unit * family.solve(TAIL, 1), unit * family.solve(1 - TAIL, 0),
            scale);
    }
}
