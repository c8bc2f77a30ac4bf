package org.seism.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.RandomData;

class LeastSquaresTest {
    private final DoubleSupplier m_normal = RandomData.normal(RandomData.random(12));

    private static double[] fitted(final double[][] columns, final double[] beta) {
        final double[] fit = new double[columns[0].length];
        for (int k = 0; k < beta.length; k++) {
            OrthonormalBasis.addScaled(fit, columns[k], beta[k]);
        }
        return fit;
    }

    private static double[] bySingularValues(final double[][] columns, final double[] y) {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(columns).transpose()).getSolver()
            .solve(new ArrayRealVector(y)).toArray();
    }

    @Test
    @DisplayName("full rank: the coefficients of the singular value decomposition, also of nearly dependent columns")
    void fullRank() {
        for (final double distance : new double[]{1, 1e-3, 1e-6}) {
            final double[][] x = {RandomData.draw(30, m_normal), RandomData.draw(30, m_normal), RandomData.draw(30, m_normal), null};
            x[3] = RandomData.draw(30, m_normal);
            final double[] away = x[3];
            Arrays.setAll(x[3], i -> x[0][i] - 2 * x[1][i] + distance * away[i]);
            final double[] y = RandomData.draw(30, m_normal);
            final LeastSquares solved = LeastSquares.solve(x, y);
            assertEquals(4, solved.rank());
            assertArrayEquals(bySingularValues(x, y), solved.coefficients(), 1e-8 / distance);
        }
    }

    @Test
    @DisplayName("dependent, equal, zero and too many columns: the fit of the singular value decomposition, and zeros")
    void deficient() {
        final double[] a = RandomData.draw(6, m_normal);
        final double[] b = RandomData.draw(6, m_normal);
        final double[] y = RandomData.draw(6, m_normal);
        final double[] sum = a.clone();
        OrthonormalBasis.addScaled(sum, b, 3);
        final double[][][] cases = {{a, b, sum}, {a, a}, {a, new double[6], b}, {a, b, sum, RandomData.draw(6, m_normal),
            RandomData.draw(6, m_normal), RandomData.draw(6, m_normal), RandomData.draw(6, m_normal), RandomData.draw(6, m_normal)}};
        final int[] ranks = {2, 1, 2, 6};
        for (int c = 0; c < cases.length; c++) {
            final LeastSquares solved = LeastSquares.solve(cases[c], y);
            assertEquals(ranks[c], solved.rank());
            assertArrayEquals(fitted(cases[c], bySingularValues(cases[c], y)), fitted(cases[c], solved.coefficients()), 1e-9);
            assertEquals(cases[c].length - ranks[c], Arrays.stream(solved.coefficients()).filter(v -> v == 0).count());
        }
        assertEquals(0, LeastSquares.solve(new double[0][], y).rank());
    }
}
