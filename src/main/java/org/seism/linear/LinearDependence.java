package org.seism.linear;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Finds columns that are linear combinations of the columns before them and a constant. The columns are centred, scaled
 * to length 1 and decomposed as Q R without pivoting: |R_jj| is then what remains of column j after regression on the
 * columns before it, relative to its own variation.
 */
public final class LinearDependence {
    /** A column of which less than this share of its length remains counts as dependent. */
    private static final double TOLERANCE = 1e-9;
    /** Centring a column with a large mean costs digits: this many units in the last place are noise. */
    private static final double ROUNDING_UNITS = 32;

    private LinearDependence() {
    }

    /**
     * @param columns {@code columns[j][i]}, all of the same length, finite
     * @return index of the first dependent (or constant) column, or -1 if all are independent
     */
    public static int firstDependent(final double[][] columns) {
        if (columns.length == 0 || columns[0].length == 0) {
            return -1;
        }
        final int n = columns[0].length;
        final double[] noise = new double[columns.length];
        final RealMatrix scaled = new Array2DRowRealMatrix(n, columns.length);
        for (int j = 0; j < columns.length; j++) {
            final double largest = largest(columns[j]);
            // divided by the largest value first, so that squares of huge or tiny numbers stay finite
            final double[] centred = centred(columns[j], largest);
            final double length = length(centred);
            final double rounding = ROUNDING_UNITS * Math.ulp(1.0) * Math.sqrt(n);
            if (largest == 0 || length <= rounding) {
                return firstBefore(scaled, noise, j);
            }
            noise[j] = Math.max(TOLERANCE, rounding / length);
            for (int i = 0; i < n; i++) {
                scaled.setEntry(i, j, centred[i] / length);
            }
        }
        return firstSmallPivot(scaled, noise, columns.length);
    }

    /** Column j is constant; one before it may be dependent all the same and is then named first. */
    private static int firstBefore(final RealMatrix scaled, final double[] noise, final int j) {
        final int earlier = j == 0 ? -1 : firstSmallPivot(scaled.getSubMatrix(0, scaled.getRowDimension() - 1, 0, j - 1), noise, j);
        return earlier >= 0 ? earlier : j;
    }

    private static int firstSmallPivot(final RealMatrix scaled, final double[] noise, final int columns) {
        final RealMatrix r = new QRDecomposition(scaled).getR();
        for (int j = 0; j < columns; j++) {
            if (j >= r.getRowDimension() || Math.abs(r.getEntry(j, j)) <= noise[j]) {
                return j;
            }
        }
        return -1;
    }

    private static double largest(final double[] column) {
        double largest = 0;
        for (final double v : column) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    private static double[] centred(final double[] column, final double divisor) {
        double mean = 0;
        for (final double v : column) {
            mean += v / divisor / column.length;
        }
        final double[] centred = new double[column.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = column[i] / divisor - mean;
        }
        return centred;
    }

    private static double length(final double[] v) {
        double sum = 0;
        for (final double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
