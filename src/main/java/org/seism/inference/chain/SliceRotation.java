package org.seism.inference.chain;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the angle of a rotation uniformly from the arcs that lie in the event, by a slice with shrinkage (Neal, <em>Slice
 * sampling</em>, 2003; Murray, Adams, MacKay, <em>Elliptical slice sampling</em>, 2010): the bracket starts as the whole
 * circle at a random cut and shrinks towards 0, where the chain is now.
 */
final class SliceRotation {
    /** After so many halvings on average the angle is 0 in double precision, and the chain stays. */
    private static final int MAX_TRIALS = 400;

    private final UniformRandomProvider m_random;
    private double m_angle;
    private double m_low;
    private double m_high;
    private int m_trials = 1;

    /** Begins with a uniform angle. */
    SliceRotation(final UniformRandomProvider random) {
        m_random = random;
        m_angle = 2 * Math.PI * random.nextDouble();
        m_low = m_angle - 2 * Math.PI;
        m_high = m_angle;
    }

    /**
     * Called when the angle is outside the event: shrinks the bracket and draws again.
     *
     * @return false if the chain is to stay where it is
     */
    boolean shrink() {
        if (++m_trials > MAX_TRIALS) {
            return false;
        }
        if (m_angle < 0) {
            m_low = m_angle;
        } else {
            m_high = m_angle;
        }
        m_angle = m_low + (m_high - m_low) * m_random.nextDouble();
        return true;
    }

    /** cos(angle) - 1 without cancellation. */
    double cosMinusOne() {
        final double s = Math.sin(m_angle / 2);
        return -2 * s * s;
    }

    double sin() {
        return Math.sin(m_angle);
    }
}
