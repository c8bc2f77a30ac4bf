package org.seism.inference.chain;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.inference.event.EventScan;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;

/**
 * Moves of the gaussian null that need no product with the activation matrix, since phi_g^T v and phi_g^T e are known. Each
 * is reversible by itself. Both join parts of the selection event that rotations of a few sequences seldom or never join:
 * the event excludes e^T v = 0, so that it consists of at least two parts.
 */
final class FreeMoves {
    private static final int MAX_TRIALS = 200;

    private final NullGeometry m_geometry;
    private final EventScan m_scan;
    private final double[] m_v;
    private final UniformRandomProvider m_random;
    private final double[] m_rest;
    private final int[] m_allRows;
    private long m_moves;

    /**
     * @param shape the event
     * @param scan the chain's scan, which holds its products with v
     * @param v the chain's state, changed by the moves
     * @param random the chain's random numbers
     */
    FreeMoves(final EventShape shape, final EventScan scan, final double[] v, final UniformRandomProvider random) {
        m_geometry = shape.geometry();
        m_scan = scan;
        m_v = v;
        m_random = random;
        m_rest = new double[v.length];
        m_allRows = PermutationSampler.natural(v.length);
    }

    /**
     * v becomes -v if that is in the event: the uniform law on the sphere does not change under a reflection (Metropolis).
     * Every step of the event with no offset holds at -v as it does at v.
     */
    void reflect() {
        m_scan.settle();
        m_moves++;
        if (!m_scan.inside(new EventScan.Move(m_v, m_allRows, m_v.length, m_v, m_v), true, -2, 0)) {
            return;
        }
        m_scan.negate();
        for (int i = 0; i < m_v.length; i++) {
            m_v[i] = -m_v[i];
        }
    }

    /**
     * Redraws the angle between v and the motif's direction e while the direction of the rest stays, by a slice: the full
     * conditional of the exact test's angle, density sin^(d-2) on the arcs inside the event.
     */
    void turn() {
        final double[] e = m_geometry.direction();
        m_scan.summarise(m_v);
        final double cos = m_scan.tau();
        double squared = 0;
        for (int i = 0; i < m_v.length; i++) {
            m_rest[i] = m_v[i] - cos * e[i];
            squared += m_rest[i] * m_rest[i];
        }
        final double length = Math.sqrt(squared);
        if (!(length > 1e-9)) {
            return;
        }
        // v = cos e + rest; a turn to angle t is v + (cos t - cos) e + (sin t / length - 1) rest
        m_scan.settle();
        m_scan.splitAlongDirection(m_rest, length);
        final EventScan.Move move = new EventScan.Move(m_v, m_allRows, m_v.length, e, m_rest);
        final int power = m_geometry.degreesOfFreedom() - 2;
        final double now = Math.atan2(length, cos);
        final double level = power * Math.log(Math.sin(now)) + Math.log(m_random.nextDouble());
        double low = 0;
        double high = Math.PI;
        m_moves++;
        for (int trial = 0; trial < MAX_TRIALS; trial++) {
            final double t = low + (high - low) * m_random.nextDouble();
            if (power * Math.log(Math.sin(t)) > level) {
                final double k1 = Math.cos(t) - cos;
                final double k2 = Math.sin(t) / length - 1;
                if (m_scan.inside(move, false, k1, k2)) {
                    m_scan.accept(false, k1, k2);
                    for (int i = 0; i < m_v.length; i++) {
                        m_v[i] += k1 * e[i] + k2 * m_rest[i];
                    }
                    return;
                }
            }
            if (t < now) {
                low = t;
            } else {
                high = t;
            }
        }
    }

    /** @return moves tried so far */
    long moves() {
        return m_moves;
    }
}
