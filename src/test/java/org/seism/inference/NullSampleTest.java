package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
        final DoubleSupplier normal = RandomData.normal(RandomData.random(seed));
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

    @ParameterizedTest
    @CsvSource({"0, 999, false", "0.99, 999, true", "0.9, 4999, false", "0.6, 99, false", "0.97, 4999, true"})
    void replicatesThatAreMuchAlikeAreToldOf(final double rho, final int replicates, final boolean coarse) {
        final double[] series = autoregressive(replicates + 1, rho, 3);
        assertEquals(coarse, new NullSample(0, series, 5, 2, false, false).isCoarse(),
            () -> "ESS " + EffectiveSampleSize.of(series));
    }

    /** Branches of an autoregression, all from one hub, branch after branch. */
    private static double[] star(final int[] lengths, final double rho, final long seed) {
        final DoubleSupplier normal = RandomData.normal(RandomData.random(seed));
        final double hub = normal.getAsDouble();
        final double[] x = new double[Arrays.stream(lengths).sum()];
        int next = 0;
        for (final int length : lengths) {
            double last = hub;
            for (int d = 0; d < length; d++) {
                last = rho * last + Math.sqrt(1 - rho * rho) * normal.getAsDouble();
                x[next++] = last;
            }
        }
        return x;
    }

    private static int[] lengths(final int n, final int branches) {
        final int[] lengths = new int[branches];
        Arrays.setAll(lengths, k -> n / branches + (k < n % branches ? 1 : 0));
        return lengths;
    }

    /** The variance of the mean is the sum of rho^distance over all pairs of nodes. */
    private static double known(final int[] lengths, final double rho) {
        final int n = Arrays.stream(lengths).sum();
        double sum = n;
        double fromHub = 0;
        for (final int length : lengths) {
            double branch = 0;
            for (int d = 1; d <= length; d++) {
                sum += 2 * (length - d) * Math.pow(rho, d);
                branch += Math.pow(rho, d);
            }
            sum += 2 * fromHub * branch;
            fromHub += branch;
        }
        return (double)n * n / sum;
    }

    @ParameterizedTest
    @CsvSource({"3,20000,0.3", "3,20000,0.9", "8,20000,0", "8,20000,0.6", "8,20001,0.9", "64,20000,0.3", "64,20000,0.6",
        "64,20000,0.9", "200,20000,0.6", "10,400,0.3"})
    void effectiveSampleSizeOfAStar(final int branches, final int n, final double rho) {
        final int[] lengths = lengths(n, branches);
        double sum = 0;
        for (int k = 0; k < 20; k++) {
            sum += EffectiveSampleSize.ofStar(star(lengths, rho, 500 + k), lengths) / 20;
        }
        // as for a path; here the mean of twenty
        assertEquals(1, sum / known(lengths, rho), 0.12, () -> "known " + known(lengths, rho));
    }

    /** Equal to the series of a path but for its ends. */
    @Test
    void aStarOfOneBranchIsAPath() {
        final double[] x = autoregressive(20_000, 0.7, 5);
        assertEquals(1, EffectiveSampleSize.ofStar(x, new int[]{x.length}) / EffectiveSampleSize.of(x), 0.01);
    }

    @Test
    void degenerateStars() {
        assertEquals(1, EffectiveSampleSize.ofStar(new double[60], lengths(60, 3)));
        assertEquals(3, EffectiveSampleSize.ofStar(new double[]{1, 2, 3}, lengths(3, 3)));
        // nothing is known of the correlation between branches of one value
        assertEquals(1, EffectiveSampleSize.ofStar(new double[]{1, 2, 3, 4, 5}, lengths(5, 5)));
        assertThrows(IllegalArgumentException.class, () -> new NullSample(0, new double[5], 0, new int[]{2, 2}, 1, false, false));
        assertThrows(IllegalArgumentException.class, () -> new NullSample(0, new double[5], 0, new int[]{6, -1}, 1, false, false));
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
        assertEquals(3, s.exceeding());
        assertEquals(0.3, s.observed());
        assertEquals(5, s.size());
    }

    /** The standard error is the spread of p over independent runs. */
    @ParameterizedTest
    @CsvSource({"1,0", "1,0.8", "8,0", "8,0.8", "64,0.8"})
    void standardErrorIsTheSpreadOfP(final int branches, final double rho) {
        final int runs = 200;
        final int[] lengths = lengths(4001, branches);
        final double[] p = new double[runs];
        double squares = 0;
        for (int r = 0; r < runs; r++) {
            final double[] x = branches == 1 ? autoregressive(4001, rho, 1000 + r) : star(lengths, rho, 1000 + r);
            final int observed = lengths[0] / 2;
            x[observed] = 1.2;
            final NullSample s = new NullSample(0, x, observed, lengths, 1, false, false);
            p[r] = s.p();
            squares += s.standardError() * s.standardError() / runs;
        }
        final double mean = Arrays.stream(p).average().orElseThrow();
        final double spread = Math.sqrt(Arrays.stream(p).map(v -> (v - mean) * (v - mean)).sum() / (runs - 1));
        // the spread of 200 runs is known to 5%: 4 standard errors. Where T is correlated more strongly than its exceedances
        // are, the error is that of T: up to a factor of 1.3 on the safe side here
        final double ratio = Math.sqrt(squares) / spread;
        assertTrue(ratio > 0.8 && ratio < 1.2 + 0.3 * rho, () -> "error over spread " + ratio);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-690,2.17174e-300", "-700,9.85968e-305", "-2302.585092994046,1e-1000", "-23025.850929940457,1e-10000",
        "-0.6931471805599453,0.5", "-3000,1.30784e-1303", "-6.907755278982137,0.001", "-13.815510557964274,1e-06"})
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
