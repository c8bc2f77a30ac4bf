package org.seism.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.study.Kinship;

/** Restricted likelihood and whitening against dense matrices of another library. */
class RestrictedLikelihoodTest {
    private static final int N = 40;

    private static double[][] relationship(final boolean families, final UniformRandomProvider random) {
        final double[][] k = new double[N][N];
        if (families) {
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    k[i][j] = i / 4 == j / 4 ? 1 : 0;
                }
            }
            return k;
        }
        // as if from markers: a product of a matrix with itself
        final double[][] markers = new double[N][];
        Arrays.setAll(markers, i -> RandomData.draw(15, RandomData.normal(random)));
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                for (int m = 0; m < 15; m++) {
                    k[i][j] += markers[i][m] * markers[j][m] / 15;
                }
            }
        }
        return k;
    }

    private static List<String> ids() {
        final List<String> ids = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            ids.add("s" + i);
        }
        return ids;
    }

    private static BlockSpectrum spectrum(final double[][] k) {
        final Kinship kinship = Kinship.ofMatrix("k", ids(), k);
        return BlockSpectrum.of(kinship.members(), kinship.blocks(), Progress.NONE);
    }

    /** K with mean diagonal 1, and V. */
    private static RealMatrix covariance(final double[][] k, final double h) {
        final RealMatrix matrix = new Array2DRowRealMatrix(k);
        return matrix.scalarMultiply(h * N / matrix.getTrace()).add(MatrixUtils.createRealIdentityMatrix(N).scalarMultiply(1 - h));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("the likelihood is that of contrasts orthogonal to the covariates, and its maximum that of a fine grid")
    void likelihood(final boolean families) {
        for (int set = 0; set < 5; set++) {
            final UniformRandomProvider random = RandomData.random(5, set);
            final double[][] k = relationship(families, random);
            final double[][] w = {RandomData.draw(N, RandomData.normal(random))};
            final RealMatrix root = new CholeskyDecomposition(covariance(k, 0.25 * set).add(
                MatrixUtils.createRealIdentityMatrix(N).scalarMultiply(1e-9)), 1e-6, 1e-12).getL();
            final double[] y = root.operate(RandomData.draw(N, RandomData.normal(random)));
            final RestrictedLikelihood likelihood = new RestrictedLikelihood(spectrum(k), y, w);
            // contrasts: the rest of the columns of Q of the covariates
            final double[][] columns = new double[N][2];
            for (int i = 0; i < N; i++) {
                columns[i] = new double[]{1, w[0][i]};
            }
            final RealMatrix a = new QRDecomposition(new Array2DRowRealMatrix(columns)).getQ().getSubMatrix(0, N - 1, 2, N - 1);
            final double[] z = a.transpose().operate(y);
            double best = 0;
            double largest = Double.NEGATIVE_INFINITY;
            double difference = Double.NaN;
            for (int g = 0; g <= 990; g++) {
                final double h = g / 1000.0;
                final LUDecomposition v = new LUDecomposition(a.transpose().multiply(covariance(k, h)).multiply(a));
                double logDeterminant = 0;
                for (int i = 0; i < N - 2; i++) {
                    logDeterminant += Math.log(Math.abs(v.getU().getEntry(i, i)));
                }
                final double rss = MatrixUtils.createRealVector(z).dotProduct(v.getSolver().solve(MatrixUtils.createRealVector(z)));
                final double log = -((N - 2) * Math.log(rss) + logDeterminant) / 2;
                if (g % 90 == 0) {
                    difference = Double.isNaN(difference) ? log - likelihood.log(h) : difference;
                    assertEquals(difference, log - likelihood.log(h), 1e-7, "h = " + h);
                }
                if (log > largest) {
                    largest = log;
                    best = h;
                }
            }
            assertEquals(best, likelihood.maximum(), 0.0011);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("whitening makes V the identity, is symmetric, and is undone")
    void whitening(final boolean families) {
        final double[][] k = relationship(families, RandomData.random(6));
        final Whitening whitening = Whitening.of(spectrum(k), 0.6);
        final RealMatrix map = new Array2DRowRealMatrix(N, N);
        for (int i = 0; i < N; i++) {
            final double[] unit = new double[N];
            unit[i] = 1;
            map.setColumn(i, whitening.apply(unit));
            assertArrayEquals(unit, whitening.undo(whitening.apply(unit)), 1e-10);
        }
        assertTrue(map.subtract(map.transpose()).getNorm() < 1e-10);
        assertTrue(map.multiply(covariance(k, 0.6)).multiply(map).subtract(MatrixUtils.createRealIdentityMatrix(N)).getNorm() < 1e-8);
        assertEquals(families ? N / 4 : 1, whitening.blocks());
    }

    @Test
    @DisplayName("nothing changes where h is 0, and the nuisance keeps its strata")
    void none() {
        final double[][] k = relationship(true, RandomData.random(7));
        final Whitening none = Whitening.of(spectrum(k), 0);
        assertSame(Whitening.NONE, none);
        assertFalse(none.isOn());
        final double[] v = RandomData.draw(N, RandomData.normal(RandomData.random(8)));
        assertSame(v, none.apply(v));
        assertEquals(1, none.nuisance(Strata.single(N)).strata().count());
        final Nuisance whitened = Whitening.of(spectrum(k), 0.5).nuisance(Strata.of(new int[N]), v);
        assertEquals(0, whitened.strata().count());
        assertEquals(2, whitened.rank());
        assertEquals(2, whitened.basis().rank());
    }

    @Test
    @DisplayName("a phenotype without families has h near 0, one of families alone the largest")
    void ends() {
        final double[][] k = relationship(true, RandomData.random(9));
        double sum = 0;
        for (int set = 0; set < 40; set++) {
            sum += new RestrictedLikelihood(spectrum(k), RandomData.draw(N, RandomData.normal(RandomData.random(10, set))), new double[0][]).maximum();
        }
        assertTrue(sum / 40 < 0.15, "mean h " + sum / 40);
        final double[] family = new double[N];
        for (int i = 0; i < N; i++) {
            family[i] = Math.sin(1 + i / 4) + 1e-6 * i;
        }
        assertEquals(RestrictedLikelihood.MOST, new RestrictedLikelihood(spectrum(k), family, new double[0][]).maximum(), 1e-9);
    }
}
