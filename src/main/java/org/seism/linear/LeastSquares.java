package org.seism.linear;

import java.util.Arrays;

/**
 * Least squares that always has an answer: QR with column pivoting (Golub 1965) by Gram-Schmidt, orthogonalised twice. A
 * column of which nothing is left beside those taken before has no part in the fit, its coefficient is 0.
 *
 * @param coefficients one per column
 * @param rank number of columns that have a part in the fit
 */
public record LeastSquares(double[] coefficients, int rank) {
    /** A column of which less than this share of its length remains counts as a combination of the others. */
    private static final double TOLERANCE = 1e-9;

    /**
     * @param columns {@code columns[k][i]}, all as long as the right side; of comparable scale
     * @param right to be approximated
     * @return coefficients of least squares
     */
    public static LeastSquares solve(final double[][] columns, final double[] right) {
        final int p = columns.length;
        final double[][] rest = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        final double[] length = Arrays.stream(columns).mapToDouble(OrthonormalBasis::norm).toArray();
        final int[] order = new int[p];
        Arrays.setAll(order, k -> k);
        final double[][] r = new double[p][p];
        final double[] z = new double[p];
        final double[] y = right.clone();
        int rank = 0;
        while (rank < p) {
            final int step = rank;
            int best = step;
            for (int k = step + 1; k < p; k++) {
                if (OrthonormalBasis.norm(rest[order[k]]) > OrthonormalBasis.norm(rest[order[best]])) {
                    best = k;
                }
            }
            final int column = order[best];
            final double norm = OrthonormalBasis.norm(rest[column]);
            if (!(norm > TOLERANCE * length[column])) {
                break;
            }
            order[best] = order[step];
            order[step] = column;
            final double[] q = Arrays.stream(rest[column]).map(v -> v / norm).toArray();
            r[step][column] = norm;
            z[step] = take(y, q);
            for (int k = step + 1; k < p; k++) {
                // twice, because the first pass leaves what rounding adds
                r[step][order[k]] = take(rest[order[k]], q) + take(rest[order[k]], q);
            }
            rank++;
        }
        final double[] beta = new double[p];
        for (int k = rank - 1; k >= 0; k--) {
            double sum = z[k];
            for (int l = k + 1; l < rank; l++) {
                sum -= r[k][order[l]] * beta[order[l]];
            }
            beta[order[k]] = sum / r[k][order[k]];
        }
        return new LeastSquares(beta, rank);
    }

    /** Takes the part along q out of v. */
    private static double take(final double[] v, final double[] q) {
        final double along = OrthonormalBasis.dot(q, v);
        OrthonormalBasis.addScaled(v, q, -along);
        return along;
    }
}
