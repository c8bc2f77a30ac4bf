package org.seism.inference.tail;

import java.util.Locale;

/**
 * An estimate of a small p-value, in decimal logarithms. It is no p-value: it may be too small as well as too large.
 *
 * @param log10P the estimate
 * @param lower lower end of its 95% interval
 * @param upper upper end
 * @param bound whether the search was given up on the way: the p-value is then about as small as the estimate, or smaller
 */
public record TailEstimate(double log10P, double lower, double upper, boolean bound) {

    /** @return the estimate in words */
    public String text() {
        return bound ? String.format(Locale.ROOT, "< 1e%.0f (estimate)", Math.ceil(upper))
            : String.format(Locale.ROOT, "about 1e%.1f (1e%.1f to 1e%.1f)", log10P, lower, upper);
    }
}
