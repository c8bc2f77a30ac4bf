package org.seism.motif.logo;

import java.util.Objects;

/**
 * How a sequence logo is drawn. Immutable; change it with the {@code with} methods.
 *
 * @param title shown above the logo and read out by screen readers; may be empty
 * @param smallSample whether heights are corrected for the number of sites, e(n) = (s - 1) / (2 ln 2 n)
 * @param reading the strand or strands to draw
 * @param leftFlank number of columns at the left that do not belong to the motif; drawn on grey, the motif itself bracketed
 * @param rightFlank the same at the right
 * @param idPrefix put before the ids in the SVG's definitions; give each logo another one if several stand in one HTML page
 */
public record LogoOptions(String title, boolean smallSample, Reading reading, int leftFlank, int rightFlank, String idPrefix) {

    /** Which strand of the motif a logo shows. */
    public enum Reading {
        /** The motif as given. */
        FORWARD,
        /** Its reverse complement. */
        REVERSE_COMPLEMENT,
        /** Both, side by side. */
        BOTH
    }

    /** Checks the values. */
    public LogoOptions {
        Objects.requireNonNull(title);
        Objects.requireNonNull(reading);
        if (leftFlank < 0 || rightFlank < 0) {
            throw new IllegalArgumentException("a flank can't be negative");
        }
        if (!idPrefix.matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException("'" + idPrefix + "' is no XML name");
        }
    }

    /** @return no title, no correction, the motif as given, no flanks */
    public static LogoOptions defaults() {
        return new LogoOptions("", false, Reading.FORWARD, 0, 0, "seism-logo-");
    }

    /** @return these options with another title */
    public LogoOptions withTitle(final String value) {
        return new LogoOptions(value, smallSample, reading, leftFlank, rightFlank, idPrefix);
    }

    /** @return these options with or without the small-sample correction */
    public LogoOptions withSmallSample(final boolean value) {
        return new LogoOptions(title, value, reading, leftFlank, rightFlank, idPrefix);
    }

    /** @return these options for another strand */
    public LogoOptions withReading(final Reading value) {
        return new LogoOptions(title, smallSample, value, leftFlank, rightFlank, idPrefix);
    }

    /** @return these options with other flanks */
    public LogoOptions withFlanks(final int left, final int right) {
        return new LogoOptions(title, smallSample, reading, left, right, idPrefix);
    }

    /** @return these options with another prefix of ids */
    public LogoOptions withIdPrefix(final String value) {
        return new LogoOptions(title, smallSample, reading, leftFlank, rightFlank, value);
    }
}
