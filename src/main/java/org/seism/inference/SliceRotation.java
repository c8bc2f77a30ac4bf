package org.seism.inference;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the angle of a rotation uniformly from the arcs that lie in the event, by a slice with shrinkage (Neal, <em>Slice
 * sampling</em>, 2003; Murray, Adams, MacKay, <em>Elliptical slice sampling</em>, 2010): the bracket starts as the whole
 * circle at a random cut and shrinks towards 0, where the chain is now.
 */
final class SliceRotation {
    /** After so many halvings on average the angle is 0 in double precision, and the chain stays. */
    private static final int MAX_TRIALS = 400;

    private SliceRotation() {
    }

    /** Asks for the event at an angle. */
    @FunctionalInterface
    interface Membership {
        boolean inside(double cosMinusOne, double sin);
    }

    /**
     * @return the angle's {cos - 1, sin}, or null if the chain stays
     */
    static double[] draw(final UniformRandomProvider random, final Membership membership) {
        double angle = 2 * Math.PI * random.nextDouble();
        double low = angle - 2 * Math.PI;
        double high = angle;
        for (int trial = 0; trial < MAX_TRIALS; trial++) {
            final double s = Math.sin(angle / 2);
            final double cosMinusOne = -2 * s * s;
            final double sin = Math.sin(angle);
            if (membership.inside(cosMinusOne, sin)) {
                return new double[]{cosMinusOne, sin};
            }
            if (angle < 0) {
                low = angle;
            } else {
                high = angle;
            }
            angle = low + (high - low) * random.nextDouble();
        }
        return null;
    }
}
