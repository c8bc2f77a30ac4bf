package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masses under sin^(d-2) against closed forms, numerical integration and series in long decimals. */
class SphereMassTest {
    private static final MathContext DIGITS = new MathContext(60);

    /** Antiderivatives for d = 2, 3, 4, 5. */
    private static double antiderivative(final int d, final double t) {
        return switch (d) {
            case 2 -> t;
            case 3 -> -Math.cos(t);
            case 4 -> (t - Math.sin(t) * Math.cos(t)) / 2;
            default -> -Math.cos(t) + Math.pow(Math.cos(t), 3) / 3;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void smallDimensionsHaveClosedForms(final int d) {
        final SphereMass mass = new SphereMass(d);
        for (double from = 0; from < 3; from += 0.17) {
            for (double to = from + 0.05; to < Math.PI; to += 0.23) {
                assertEquals(antiderivative(d, to) - antiderivative(d, from), Math.exp(mass.log(from, to)), 1e-14,
                    d + ": " + from + " to " + to);
            }
        }
        assertEquals(antiderivative(d, Math.PI) - antiderivative(d, 0), Math.exp(mass.logTotal()), 1e-14);
        assertEquals(mass.logTotal(), mass.log(0, Math.PI), 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 11, 40, 97, 400, 2000, 20_000})
    void agreesWithNumericalIntegration(final int d) {
        final SphereMass mass = new SphereMass(d);
        final IterativeLegendreGaussIntegrator integrator = new IterativeLegendreGaussIntegrator(20, 1e-13, 1e-300, 3, 14);
        final double width = 1 / Math.sqrt(d);
        for (final double[] range : new double[][]{{1.2, 1.3}, {Math.PI / 2 - width, Math.PI / 2 + width}, {1.5, 1.9}, {1.7, 1.8},
            {Math.PI / 2 - 4 * width, Math.PI / 2 - 3 * width}, {Math.PI / 2, Math.PI / 2 + 0.1 * width}, {1.3, 1.3001}}) {
            // relative to the density at the better end, so that nothing underflows
            final double top = range[0] < Math.PI / 2 && range[1] > Math.PI / 2 ? 0
                : Math.max(Math.log(Math.sin(range[0])), Math.log(Math.sin(range[1])));
            final double expected = Math.log(integrator.integrate(10_000_000,
                t -> Math.exp((d - 2) * (Math.log(Math.sin(t)) - top)), range[0], range[1])) + (d - 2) * top;
            assertEquals(0, mass.log(range[0], range[1]) - expected, 2e-11 * Math.max(1, Math.abs(expected) / 100),
                d + ": " + range[0] + " to " + range[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9, 50, 51, 1000})
    void isSymmetricAndAdditive(final int d) {
        final SphereMass mass = new SphereMass(d);
        for (double from = 0.01; from < 1.5; from += 0.13) {
            final double to = from + 0.11;
            assertEquals(mass.log(from, to), mass.log(Math.PI - to, Math.PI - from), 1e-10);
            final double middle = from + 0.04;
            assertEquals(mass.log(from, to), SphereMass.add(mass.log(from, middle), mass.log(middle, to)), 1e-10);
            assertEquals(mass.logTotal(),
                SphereMass.add(SphereMass.add(mass.log(0, from), mass.log(from, to)), mass.log(to, Math.PI)), 1e-12);
        }
        assertEquals(mass.logTotal() - Math.log(2), mass.log(0, Math.PI / 2), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, mass.log(1, 1));
        assertEquals(Double.NEGATIVE_INFINITY, mass.log(1.1, 1));
    }

    /**
     * The tail from 0 for even powers: with x = sin^2 t and a = (d-1)/2, half of B(x; a, 1/2) = x^a sum_k c_k x^k / (a + k),
     * c_k = (1/2)(3/2).../k!, a series of positive terms, summed in 60 digits.
     */
    @ParameterizedTest
    @CsvSource({"12,1e-3", "12,1e-30", "12,1e-60", "50,1e-6", "50,1e-12", "100,1e-3", "100,1e-7", "301,0.05", "1000,0.3",
        "1000,0.01", "5000,0.4", "33,0.7"})
    void farTailsKeepTheirDigits(final int d, final double t) {
        final BigDecimal x = new BigDecimal(Math.sin(t)).pow(2, DIGITS);
        BigDecimal coefficient = BigDecimal.ONE;
        BigDecimal power = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        final BigDecimal a = new BigDecimal(d - 1).divide(BigDecimal.valueOf(2));
        for (int k = 0; k < 4000; k++) {
            final BigDecimal term = coefficient.multiply(power, DIGITS).divide(a.add(BigDecimal.valueOf(k)), DIGITS);
            sum = sum.add(term, DIGITS);
            if (term.compareTo(sum.scaleByPowerOfTen(-25)) < 0) {
                break;
            }
            coefficient = coefficient.multiply(BigDecimal.valueOf(2 * k + 1), DIGITS).divide(BigDecimal.valueOf(2 * k + 2), DIGITS);
            power = power.multiply(x, DIGITS);
        }
        final double logX = t < 1e-4 ? 2 * (Math.log(t) - t * t / 6) : 2 * Math.log(Math.sin(t));
        final double expected = (d - 1) / 2.0 * logX + Math.log(sum.doubleValue()) - Math.log(2);
        final double actual = new SphereMass(d).log(0, t);
        assertEquals(expected, actual, 1e-13 * Math.abs(expected) + 1e-12);
        assertEquals(expected, new SphereMass(d).log(Math.PI - t, Math.PI), 1e-9 * Math.abs(expected) * Math.max(1, 1e-7 / t));
    }

    @Test
    void aProbabilityBelow1eMinus300HasItsDigits() {
        // d = 502, cos = 0.999: p = I_x(a, 1/2) with x = sin^2; by its leading term and the first corrections
        final int d = 502;
        final double t = Math.acos(0.999);
        final SphereMass mass = new SphereMass(d);
        final double logP = Math.log(2) + mass.log(0, t) - mass.logTotal();
        final double x = 1 - 0.999 * 0.999;
        final double a = (d - 1) / 2.0;
        double series = 0;
        double term = 1;
        for (int k = 0; k < 60; k++) {
            series += term / (a + k);
            term *= x * (k + 0.5) / (k + 1);
        }
        final double expected = a * Math.log(x) + Math.log(series) - Beta.logBeta(a, 0.5);
        assertTrue(expected < -690, "below the range that a double shows well");
        assertEquals(1, Math.exp(logP - expected), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, 3000})
    void narrowIntervalsAreDensityTimesWidth(final int d) {
        final SphereMass mass = new SphereMass(d);
        for (final double from : new double[]{1e-3, 0.4, 1, 1.29, 1.5, Math.PI / 2 - 1e-9, 2, 3}) {
            for (final double width : new double[]{1e-7, 1e-10, 1e-13, 1e-15}) {
                final double to = from + width;
                if (to > from) {
                    final double middle = from + (to - from) / 2;
                    final double expected = (d - 2) * Math.log(Math.sin(middle)) + Math.log(to - from);
                    // the density's own change over the interval, second order, and pi - x costs an ulp of the width
                    final double error = Math.pow((to - from) * d / Math.tan(middle), 2) + 5e-16 / (to - from)
                        + 1e-15 * d * (1 + 1 / from);
                    assertEquals(expected, mass.log(from, to), error + 1e-12 + 1e-14 * Math.abs(expected), d + " " + from + " " + width);
                }
            }
        }
        // a few ulps once made the nodes of a quadrature rule coincide
        assertTrue(Double.isFinite(mass.log(1.29, Math.nextUp(1.29))));
    }
}
