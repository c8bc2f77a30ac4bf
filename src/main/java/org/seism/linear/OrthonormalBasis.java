package org.seism.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An orthonormal basis of a growing subspace of R^n, by Gram-Schmidt with reorthogonalisation. Holds the intercept, the
 * covariates and the motifs selected so far. Immutable: {@link #with} returns a larger one.
 */
public final class OrthonormalBasis {
    /** A vector whose residual is below this share of its length adds no direction. */
    private static final double RANK_TOLERANCE = 1e-10;

    private final int m_n;
    private final List<double[]> m_vectors;

    private OrthonormalBasis(final int n, final List<double[]> vectors) {
        m_n = n;
        m_vectors = vectors;
    }

    /**
     * @param n dimension of the space
     * @return the basis of the null space
     */
    public static OrthonormalBasis empty(final int n) {
        return new OrthonormalBasis(n, List.of());
    }

    /**
     * The intercept and the covariates.
     *
     * @param n dimension of the space
     * @param covariates {@code [covariate][sequence]}
     * @return a basis of span(1, covariates)
     */
    public static OrthonormalBasis ofCovariates(final int n, final double[][] covariates) {
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        OrthonormalBasis basis = empty(n).with(ones);
        for (final double[] column : covariates) {
            basis = basis.with(column);
        }
        return basis;
    }

    /**
     * @param vector of length n
     * @return a basis of the span of this one and the vector; this one itself if the vector lies in it
     */
    public OrthonormalBasis with(final double[] vector) {
        final double[] residual = residual(vector);
        final double length = norm(residual);
        if (!(length > RANK_TOLERANCE * norm(vector))) {
            return this;
        }
        for (int i = 0; i < m_n; i++) {
            residual[i] /= length;
        }
        final List<double[]> more = new ArrayList<>(m_vectors);
        more.add(residual);
        return new OrthonormalBasis(m_n, List.copyOf(more));
    }

    /**
     * @param size number of leading vectors to keep
     * @return the basis of these
     */
    public OrthonormalBasis prefix(final int size) {
        return new OrthonormalBasis(m_n, m_vectors.subList(0, size));
    }

    /** @return dimension of the subspace */
    public int rank() {
        return m_vectors.size();
    }

    /** @return dimension of the space */
    public int dimension() {
        return m_n;
    }

    /**
     * @param k 0 .. rank-1
     * @return the unit vector; not a copy, must not be changed
     */
    public double[] vector(final int k) {
        return m_vectors.get(k);
    }

    /**
     * @param vector of length n
     * @return its part orthogonal to the subspace, a new array
     */
    public double[] residual(final double[] vector) {
        final double[] r = vector.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (final double[] b : m_vectors) {
                addScaled(r, b, -dot(b, r));
            }
        }
        return r;
    }

    /**
     * @param vector of length n
     * @return its projection on the subspace, a new array
     */
    public double[] project(final double[] vector) {
        final double[] r = residual(vector);
        for (int i = 0; i < m_n; i++) {
            r[i] = vector[i] - r[i];
        }
        return r;
    }

    /**
     * @param a a vector
     * @param b a vector of the same length
     * @return their inner product
     */
    public static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * @param a a vector
     * @return its length
     */
    public static double norm(final double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /**
     * Adds a multiple of a vector in place.
     *
     * @param target changed
     * @param vector added
     * @param factor times this
     */
    public static void addScaled(final double[] target, final double[] vector, final double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * vector[i];
        }
    }
}
