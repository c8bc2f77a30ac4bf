package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.RandomData;

/** P-value, effective sample size and standard error of a series of statistics; the text of tiny probabilities. */
class NullSampleTest {

    private static double[] autoregressive(final int n, final double rho, final long seed) {
        final DoubleSupplier normal = RandomData.normal(RandomStreams.of(seed));
        final double[] x = new double[n];
        x[0] = normal.getAsDouble();
        for (int t = 1; t < n; t++) {
            x[t] = rho * x[t - 1] + Math.sqrt(1 - rho * rho) * normal.getAsDouble();
        }
        return x;
    }

    /** The integrated autocorrelation time of AR(1) is (1 + rho) / (1 - rho). */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 0.9, 0.97})
    void effectiveSampleSizeOfAutoregression(final double rho) {
        final int n = 20_000;
        final double expected = n * (1 - rho) / (1 + rho);
        double sum = 0;
        for (int k = 0; k < 10; k++) {
            sum += EffectiveSampleSize.of(autoregressive(n, rho, 100 + k)) / 10;
        }
        // the mean of ten estimates whose own spread is at most about 12%; the initial monotone sequence leans to small values
        assertEquals(1, sum / expected, 0.12);
    }

    @Test
    void negativeCorrelationCountsAsNone() {
        assertEquals(5000, EffectiveSampleSize.of(autoregressive(5000, -0.5, 7)), 0);
    }

    @Test
    void degenerateSeries() {
        assertEquals(1, EffectiveSampleSize.of(new double[100]));
        final double[] constant = new double[50];
        Arrays.fill(constant, 0.3);
        assertEquals(1, EffectiveSampleSize.of(constant));
        assertEquals(3, EffectiveSampleSize.of(new double[]{1, 2, 3}));
        assertEquals(0, EffectiveSampleSize.of(new double[0]));
    }

    private static NullSample sample(final double[] statistics, final int position) {
        return new NullSample(0, statistics, position, 1, false, false);
    }

    @Test
    void theObservedOneAndTiesCount() {
        assertEquals(0.2, sample(new double[]{0.1, 0.2, 0.9, 0.3, 0.4}, 2).p(), 0);
        assertEquals(1, sample(new double[]{0.1, 0.2, 0.9, 0.3, 0.4}, 0).p(), 0);
        // equal but for rounding
        assertEquals(0.6, sample(new double[]{0.5, 0.5 - 1e-13, 0.5 + 1e-13, 0.3, 0.4}, 0).p(), 0);
        final NullSample s = sample(new double[]{0.1, 0.2, 0.9, 0.3, 0.4}, 3);
        assertEquals(3, s.exceeding() + 1);
        assertEquals(0.3, s.observed());
        assertEquals(5, s.size());
    }

    /** The standard error is the spread of p over independent runs. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void standardErrorIsTheSpreadOfP(final double rho) {
        final int runs = 200;
        final double[] p = new double[runs];
        double squares = 0;
        for (int r = 0; r < runs; r++) {
            final double[] x = autoregressive(4001, rho, 1000 + r);
            x[2000] = 1.2;
            final NullSample s = sample(x, 2000);
            p[r] = s.p();
            squares += s.standardError() * s.standardError() / runs;
        }
        final double mean = Arrays.stream(p).average().orElseThrow();
        final double spread = Math.sqrt(Arrays.stream(p).map(v -> (v - mean) * (v - mean)).sum() / (runs - 1));
        // the spread of 200 runs is known to 5%: 4 standard errors
        assertEquals(1, Math.sqrt(squares) / spread, 0.2);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-690,2.17752e-300", "-700,9.85968e-305", "-2302.585092994046,1e-1000", "-23025.850929940457,1e-10000",
        "-0.6931471805599453,0.5", "-3000,1.31121e-1303", "-6.907755278982137,0.001", "-13.815510557964274,1e-06"})
    void textKeepsSixDigits(final double log, final String text) {
        final String actual = new LogProbability(log).text();
        // compared as numbers by mantissa and exponent: the last digit may round either way
        assertEquals(decimalLog(text), decimalLog(actual), 3e-6, actual);
        assertTrue(actual.length() <= 14, actual);
    }

    private static double decimalLog(final String text) {
        final int e = text.indexOf('e');
        final double mantissa = Double.parseDouble(e < 0 ? text : text.substring(0, e));
        return Math.log10(mantissa) + (e < 0 ? 0 : Integer.parseInt(text.substring(e + 1)));
    }

    @Test
    void textOfRoundNumbers() {
        assertEquals("1", new LogProbability(0).text().replaceAll("\\.0*$", ""));
        assertEquals(-1000, new LogProbability(-1000 * Math.log(10)).log10(), 1e-9);
        assertEquals(0, new LogProbability(-800).value(), 0);
        assertEquals(0.5, new LogProbability(Math.log(0.5)).value(), 1e-15);
    }

    /** A mantissa that rounds to ten must carry over. */
    @Test
    void textCarriesOver() {
        for (int k = 0; k < 400; k++) {
            final double log = -(1000 + k) * Math.log(10) * (1 - 1e-9);
            final String text = new LogProbability(log).text();
            final double mantissa = Double.parseDouble(text.substring(0, text.indexOf('e')));
            assertTrue(mantissa >= 1 && mantissa < 10, text);
        }
        final double justBelow = (-1000 - 1e-9) * Math.log(10);
        final String text = new LogProbability(justBelow).text();
        assertTrue(Double.parseDouble(text.substring(0, text.indexOf('e'))) < 10, text);
    }
}
