package org.seism.inference;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.ContinuedFraction;
import org.apache.commons.math3.util.FastMath;

/**
 * Masses under the density proportional to sin(theta)^(d-2) on (0, pi): the angle between a fixed direction and a uniform
 * one in R^d. Everything is in natural logarithms, so that masses of 1e-300 keep their digits. The integral from 0 is an
 * incomplete beta function (Abramowitz, Stegun 26.5); intervals too narrow for a difference are integrated directly.
 */
final class SphereMass {
    private static final double HALF_PI = Math.PI / 2;
    /** Gauss-Legendre of this order is exact to rounding while the log density changes by less than {@link #SMOOTH}. */
    private static final int ORDER = 48;
    private static final double SMOOTH = 12;
    /** Where the log density changes by less than this, the midpoint rule is exact to rounding, and the only one left. */
    private static final double NARROW = 1e-7;

    private final int m_power;
    private final double m_a;
    private final double m_logBeta;
    private final GaussIntegratorFactory m_rules = new GaussIntegratorFactory();

    /** @param d dimension, at least 2 */
    SphereMass(final int d) {
        m_power = d - 2;
        m_a = (d - 1) / 2.0;
        m_logBeta = Beta.logBeta(m_a, 0.5);
    }

    /** log of the mass of (0, pi). */
    double logTotal() {
        return m_logBeta;
    }

    /**
     * @param from 0 .. pi
     * @param to 0 .. pi
     * @return log of the integral of sin^(d-2) from from to to; minus infinity if it is empty
     */
    double log(final double from, final double to) {
        if (!(to > from)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (from >= HALF_PI) {
            return left(Math.PI - to, Math.PI - from);
        }
        if (to <= HALF_PI) {
            return left(from, to);
        }
        return add(left(from, HALF_PI), left(Math.PI - to, HALF_PI));
    }

    /** Both ends in [0, pi/2], where the density rises. */
    private double left(final double from, final double to) {
        if (!(to > from)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (from > 0 && m_power * (logSin(to) - logSin(from)) < SMOOTH) {
            return integrate(from, to);
        }
        final double upper = fromZero(to);
        final double lower = fromZero(from);
        return lower == Double.NEGATIVE_INFINITY ? upper : upper + FastMath.log1p(-FastMath.exp(lower - upper));
    }

    private double integrate(final double from, final double to) {
        if ((to - from) * (1 + m_power / FastMath.tan(from)) < NARROW) {
            return m_power * logSin(from + (to - from) / 2) + FastMath.log(to - from);
        }
        final double top = logSin(to);
        final GaussIntegrator rule = m_rules.legendre(ORDER, from, to);
        return m_power * top + FastMath.log(rule.integrate(t -> FastMath.exp(m_power * (logSin(t) - top))));
    }

    private static double logSin(final double t) {
        final double c = FastMath.cos(t);
        return c < 0.7 ? 0.5 * FastMath.log1p(-c * c) : FastMath.log(FastMath.sin(t));
    }

    /** log of the integral from 0 to t, t at most pi/2: half the incomplete beta function B(sin^2 t; (d-1)/2, 1/2). */
    private double fromZero(final double t) {
        if (t <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (t >= HALF_PI) {
            return m_logBeta - FastMath.log(2);
        }
        final double s = FastMath.sin(t);
        final double x = s * s;
        final double c = FastMath.cos(t);
        if (x <= (m_a + 1) / (m_a + 2.5)) {
            return logIncomplete(x, m_a, 0.5, 2 * logSin(t), 2 * FastMath.log(c)) - FastMath.log(2);
        }
        final double rest = logIncomplete(c * c, 0.5, m_a, 2 * FastMath.log(c), 2 * logSin(t));
        return m_logBeta + FastMath.log1p(-FastMath.exp(rest - m_logBeta)) - FastMath.log(2);
    }

    /** log B(x; a, b) by its continued fraction, for x below (a + 1) / (a + b + 2). */
    private static double logIncomplete(final double x, final double a, final double b, final double logX,
        final double logY) {
        final ContinuedFraction fraction = new ContinuedFraction() {
            @Override
            protected double getB(final int n, final double z) {
                if (n % 2 == 0) {
                    final double m = n / 2.0;
                    return m * (b - m) * z / ((a + 2 * m - 1) * (a + 2 * m));
                }
                final double m = (n - 1) / 2.0;
                return -((a + m) * (a + b + m) * z) / ((a + 2 * m) * (a + 2 * m + 1));
            }

            @Override
            protected double getA(final int n, final double z) {
                return 1;
            }
        };
        return a * logX + b * logY - FastMath.log(a) - FastMath.log(fraction.evaluate(x, 1e-15, 100_000));
    }

    /** log(exp(a) + exp(b)). */
    static double add(final double a, final double b) {
        final double max = Math.max(a, b);
        if (max == Double.NEGATIVE_INFINITY) {
            return max;
        }
        return max + FastMath.log1p(FastMath.exp(Math.min(a, b) - max));
    }
}
