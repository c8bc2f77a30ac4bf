package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.linear.OrthonormalBasis;

/** The plain test against ordinary least squares of Commons Math and a full enumeration of permutations. */
class PartialCorrelationTestTest {

    @Test
    void agreesWithRegression() {
        final Random random = new Random(4);
        for (int round = 0; round < 20; round++) {
            final int n = 12 + round;
            final double[][] covariates = {random.doubles(n).toArray(), random.doubles(n).toArray()};
            final double[] phi = random.doubles(n).toArray();
            final double[] y = random.doubles(n).toArray();
            for (int i = 0; i < n; i++) {
                y[i] += covariates[0][i] - round * 0.1 * phi[i];
            }
            final PartialCorrelationTest test =
                PartialCorrelationTest.of(OrthonormalBasis.ofCovariates(n, covariates), phi, y);
            final OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
            final double[][] x = new double[n][];
            for (int i = 0; i < n; i++) {
                x[i] = new double[]{covariates[0][i], covariates[1][i], phi[i]};
            }
            regression.newSampleData(y, x);
            final double beta = regression.estimateRegressionParameters()[3];
            final double t = beta / regression.estimateRegressionParametersStandardErrors()[3];
            assertEquals(beta, test.effect(), 1e-9 * Math.abs(beta));
            assertEquals(2 * new TDistribution(n - 4).cumulativeProbability(-Math.abs(t)), test.studentP().value(), 1e-9);
        }
    }

    @Test
    void permutationsAgreeWithEnumeration() {
        final double[] phi = {0.1, 0.9, 0.4, 0.3, 1.0, 0.2, 0.7};
        final double[] y = {1, 2, 2, 1, 3, 1, 2};
        final OrthonormalBasis ones = OrthonormalBasis.ofCovariates(7, new double[0][]);
        final double observed = Math.abs(PartialCorrelationTest.of(ones, phi, y).statistic());
        final int[] counts = new int[2];
        enumerate(new int[7], 0, 0, order -> {
            final double[] permuted = new double[7];
            for (int i = 0; i < 7; i++) {
                permuted[i] = y[order[i]];
            }
            counts[0]++;
            if (Math.abs(PartialCorrelationTest.of(ones, phi, permuted).statistic()) >= observed - 1e-9) {
                counts[1]++;
            }
        });
        assertEquals(5040, counts[0]);
        final double exact = counts[1] / 5040.0;
        final int permutations = 40_000;
        final double p =
            PartialCorrelationTest.permutationP(ones, phi, y, permutations, RandomData.random(3, 1), Progress.NONE);
        // four standard errors: fails once in 16 000 seeds
        assertEquals(exact, p, 4 * Math.sqrt(exact * (1 - exact) / permutations) + 1.0 / permutations);
    }

    private static void enumerate(final int[] order, final int depth, final int used, final java.util.function.Consumer<int[]> visitor) {
        if (depth == order.length) {
            visitor.accept(order);
            return;
        }
        for (int k = 0; k < order.length; k++) {
            if ((used >> k & 1) == 0) {
                order[depth] = k;
                enumerate(order, depth + 1, used | 1 << k, visitor);
            }
        }
    }

    @Test
    void refusesWhatCannotBeTested() {
        final OrthonormalBasis ones = OrthonormalBasis.ofCovariates(5, new double[0][]);
        final double[] y = {1, 2, 3, 4, 6};
        assertThrows(InputException.class, () -> PartialCorrelationTest.of(ones, new double[]{1, 1, 1, 1, 1}, y));
        assertThrows(InputException.class, () -> PartialCorrelationTest.of(ones, y, new double[]{7, 7, 7, 7, 7}));
    }
}
