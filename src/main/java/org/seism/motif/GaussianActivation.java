package org.seism.motif;

import java.util.Arrays;

/**
 * The max-pooled gaussian filter of a one-layer convolutional kernel network (METHOD, section 3): exp(-d / (2 b^2)) with d the
 * squared distance sum over columns of ||z_c - e_u||^2 between the motif's columns and the one-hot letters of a window.
 *
 * @param costs {@code [column][letter]}: ||z_c - e_u||^2; never changed after construction
 * @param bandwidth b, positive
 */
public record GaussianActivation(double[][] costs, double bandwidth) implements Activation {
    /** Checks that there are columns and a bandwidth. */
    public GaussianActivation {
        if (costs.length == 0 || !(bandwidth > 0)) {
            throw new IllegalArgumentException("a motif has at least one column and a positive bandwidth");
        }
    }

    /**
     * @param columns {@code [column][letter]}, points of the simplex
     * @param bandwidth b, positive
     * @return the activation of these columns
     */
    public static GaussianActivation ofColumns(final double[][] columns, final double bandwidth) {
        return new GaussianActivation(costs(columns), bandwidth);
    }

    /**
     * @param columns {@code [column][letter]}, points of the simplex
     * @return squared distances between columns and one-hot letters
     */
    public static double[][] costs(final double[][] columns) {
        final double[][] costs = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            final double square = Arrays.stream(columns[c]).map(x -> x * x).sum();
            // ||z - e_a||^2 = ||z||^2 - 2 z_a + 1; rounding must not make an exact match negative
            costs[c] = Arrays.stream(columns[c]).map(x -> Math.max(0, square - 2 * x + 1)).toArray();
        }
        return costs;
    }

    @Override
    public double of(final double distance) {
        return Math.exp(-distance / (2 * bandwidth * bandwidth));
    }
}
