package org.seism.linear;

import java.util.Arrays;

/**
 * The linear map V^(-1/2), V = h K + (1 - h) I, that makes noise with that covariance spherical (METHOD, section 19); symmetric, so that
 * it leaves sequences apart that have nothing to do with each other. {@link #NONE} leaves everything as it is. Immutable.
 */
public final class Whitening {
    /** Sequences are not related. */
    public static final Whitening NONE = new Whitening(0, null, null, null);

    private final double m_share;
    private final int[][] m_members;
    /** {@code [block][row * size + column]}. */
    private final double[][] m_root;
    private final double[][] m_inverse;

    private Whitening(final double share, final int[][] members, final double[][] root, final double[][] inverse) {
        m_share = share;
        m_members = members;
        m_root = root;
        m_inverse = inverse;
    }

    /**
     * @param k the decomposition of K
     * @param h share of the variance that goes with K, at least 0 and below 1
     * @return the map; {@link #NONE} for 0
     */
    public static Whitening of(final BlockSpectrum k, final double h) {
        if (!(h >= 0 && h < 1)) {
            throw new IllegalArgumentException("h = " + h);
        }
        if (h == 0) {
            return NONE;
        }
        final int[][] members = new int[k.blocks()][];
        final double[][] root = new double[members.length][];
        final double[][] inverse = new double[members.length][];
        for (int b = 0; b < members.length; b++) {
            members[b] = k.members(b);
            final double[] sd = Arrays.stream(k.values(b)).map(v -> Math.sqrt(h * v + 1 - h)).toArray();
            root[b] = function(k.vectors(b), Arrays.stream(sd).map(s -> 1 / s).toArray());
            inverse[b] = function(k.vectors(b), sd);
        }
        return new Whitening(h, members, root, inverse);
    }

    private static double[] function(final double[][] vectors, final double[] values) {
        final int size = values.length;
        final double[] matrix = new double[size * size];
        for (int k = 0; k < size; k++) {
            for (int r = 0; r < size; r++) {
                final double factor = values[k] * vectors[k][r];
                for (int c = 0; c < size; c++) {
                    matrix[r * size + c] += factor * vectors[k][c];
                }
            }
        }
        return matrix;
    }

    /** @return whether anything changes */
    public boolean isOn() {
        return m_root != null;
    }

    /** @return h, the share of the variance that goes with K; 0 where nothing changes */
    public double share() {
        return m_share;
    }

    /** @return number of groups of sequences that are mixed with each other */
    public int blocks() {
        return m_members.length;
    }

    /**
     * @param block a group
     * @return its sequences; must not be changed
     */
    public int[] members(final int block) {
        return m_members[block];
    }

    /**
     * @param block a group
     * @return V^(-1/2) of its members, {@code [row * size + column]}; must not be changed
     */
    public double[] root(final int block) {
        return m_root[block];
    }

    /**
     * @param v one value per sequence
     * @return V^(-1/2) v; the vector itself where nothing changes
     */
    public double[] apply(final double[] v) {
        return isOn() ? times(m_root, v) : v;
    }

    /**
     * @param v whitened values, one per sequence
     * @return V^(1/2) v; the vector itself where nothing changes
     */
    public double[] undo(final double[] v) {
        return isOn() ? times(m_inverse, v) : v;
    }

    private double[] times(final double[][] blocks, final double[] v) {
        final double[] product = new double[v.length];
        for (int b = 0; b < blocks.length; b++) {
            final int[] rows = m_members[b];
            for (int r = 0; r < rows.length; r++) {
                double sum = 0;
                for (int c = 0; c < rows.length; c++) {
                    sum += blocks[b][r * rows.length + c] * v[rows[c]];
                }
                product[rows[r]] = sum;
            }
        }
        return product;
    }

    /**
     * @param strata strata whose indicators are projected off, whitened
     * @param more what else is projected off, as it is measured
     * @return the nuisance space in whitened coordinates
     */
    public Nuisance nuisance(final Strata strata, final double[]... more) {
        if (!isOn()) {
            return Nuisance.of(strata).withAll(more);
        }
        Nuisance nuisance = Nuisance.of(Strata.none(strata.size()));
        for (final int[] members : strata.members()) {
            final double[] indicator = new double[strata.size()];
            for (final int i : members) {
                indicator[i] = 1;
            }
            nuisance = nuisance.with(apply(indicator));
        }
        for (final double[] vector : more) {
            nuisance = nuisance.with(apply(vector));
        }
        return nuisance;
    }
}
