package org.seism.inference.effect;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The tilted laws of the closed form under the gaussian null: V = cos(theta), theta with density sin(theta)^(d-2)
 * exp(kappa cos(theta)) on the arcs of the selection event (METHOD, sections 11 and 17). kappa is r e^T mu / sigma^2.
 */
final class SphereFamily extends TiltedFamily {
    /** Beyond so many standard deviations of V no data set a bound. */
    private static final double REACH = 400;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16, 0, 1);

    private final int m_power;
    private final double[][] m_arcs;
    private final double m_angle;
    private final double m_most;

    /**
     * @param d degrees of freedom, at least 2
     * @param arcs the event: ascending disjoint {from, to} within (0, pi)
     * @param angle the observed angle
     */
    SphereFamily(final int d, final double[][] arcs, final double angle) {
        m_power = d - 2;
        m_arcs = arcs;
        m_angle = angle;
        m_most = REACH * Math.sqrt(d);
    }

    @Override
    double least() {
        return -m_most;
    }

    @Override
    double most() {
        return m_most;
    }

    private double logDensity(final double theta, final double kappa) {
        return (m_power == 0 ? 0 : m_power * Math.log(Math.sin(theta))) + kappa * Math.cos(theta);
    }

    /** The density has no ties, whatever their share. */
    @Override
    double tail(final double kappa, final double ties) {
        // its mode: (d - 2) cos = kappa sin^2
        final double half = m_power / (2 * Math.max(1e-300, Math.abs(kappa)));
        final double cos = Math.signum(kappa) / (half + Math.sqrt(half * half + 1));
        final double mode = Math.acos(Math.max(-1, Math.min(1, cos)));
        double top = Double.NEGATIVE_INFINITY;
        for (final double[] arc : m_arcs) {
            top = Math.max(top, logDensity(Math.max(arc[0], Math.min(arc[1], mode)), kappa));
        }
        final double sd = 1 / Math.sqrt(1 + m_power + Math.abs(kappa));
        double above = 0;
        double below = 0;
        for (final double[] arc : m_arcs) {
            above += mass(arc[0], Math.min(arc[1], m_angle), kappa, top, sd);
            below += mass(Math.max(arc[0], m_angle), arc[1], kappa, top, sd);
        }
        return above + below > 0 ? above / (above + below) : 0.5;
    }

    /** In pieces that are short against both the arc's own length and the width of the density. */
    private double mass(final double from, final double to, final double kappa, final double top, final double sd) {
        if (!(to > from)) {
            return 0;
        }
        double sum = 0;
        // near an end that decides, the density may fall by orders of magnitude within a hair: pieces double in length from there
        double left = from;
        final double least = sd / 64;
        while (left < to) {
            final double grown = Math.min(sd / 2, Math.max(least, Math.min(left - from, to - left) / 2));
            final double right = to - left <= grown * 1.5 ? to : left + grown;
            final double start = left;
            final double length = right - left;
            sum += length * RULE.integrate(u -> Math.exp(logDensity(start + length * u, kappa) - top));
            left = right;
        }
        return sum;
    }
}
