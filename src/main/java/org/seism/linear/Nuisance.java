package org.seism.linear;

/**
 * A nuisance space: the indicators of strata and some more directions. Projects off the indicators by subtracting the means of
 * the strata, which costs the same whatever their number. Immutable.
 */
public final class Nuisance {
    private final Strata m_strata;
    private final OrthonormalBasis m_more;

    private Nuisance(final Strata strata, final OrthonormalBasis more) {
        m_strata = strata;
        m_more = more;
    }

    /**
     * @param strata the strata; one alone is the intercept
     * @return the span of their indicators
     */
    public static Nuisance of(final Strata strata) {
        return new Nuisance(strata, OrthonormalBasis.empty(strata.size()));
    }

    /**
     * @param vector of length n
     * @return this space and the vector; this one itself if the vector lies in it
     */
    public Nuisance with(final double[] vector) {
        final double[] residual = residual(vector);
        final boolean inside = !(OrthonormalBasis.norm(residual) > 1e-10 * OrthonormalBasis.norm(vector));
        return inside ? this : new Nuisance(m_strata, m_more.with(residual));
    }

    /**
     * @param vectors of length n each
     * @return this space and all of the vectors
     */
    public Nuisance withAll(final double[]... vectors) {
        Nuisance all = this;
        for (final double[] vector : vectors) {
            all = all.with(vector);
        }
        return all;
    }

    /** @return the strata whose indicators are in the space */
    public Strata strata() {
        return m_strata;
    }

    /** @return orthonormal basis of the rest of the space, orthogonal to the indicators */
    public OrthonormalBasis more() {
        return m_more;
    }

    /** @return dimension of the space */
    public int rank() {
        return m_strata.count() + m_more.rank();
    }

    /**
     * @param vector of length n
     * @return its part orthogonal to the space, a new array
     */
    public double[] residual(final double[] vector) {
        return m_more.residual(centred(vector));
    }

    /** @return orthonormal basis of the whole space: the scaled indicators first */
    public OrthonormalBasis basis() {
        OrthonormalBasis basis = OrthonormalBasis.empty(m_strata.size());
        for (final int[] members : m_strata.members()) {
            final double[] indicator = new double[m_strata.size()];
            for (final int i : members) {
                indicator[i] = 1;
            }
            basis = basis.with(indicator);
        }
        for (int k = 0; k < m_more.rank(); k++) {
            basis = basis.with(m_more.vector(k));
        }
        return basis;
    }

    /**
     * @param vector of length n
     * @return its projection on the space, a new array
     */
    public double[] project(final double[] vector) {
        final double[] projection = residual(vector);
        for (int i = 0; i < projection.length; i++) {
            projection[i] = vector[i] - projection[i];
        }
        return projection;
    }

    private double[] centred(final double[] vector) {
        final double[] centred = vector.clone();
        if (m_strata.count() == 0) {
            return centred;
        }
        // twice, as large means leave rounding errors of their own size
        for (int pass = 0; pass < 2; pass++) {
            final double[] sums = new double[m_strata.count()];
            final int[] sizes = new int[m_strata.count()];
            for (int i = 0; i < centred.length; i++) {
                sums[m_strata.of(i)] += centred[i];
                sizes[m_strata.of(i)]++;
            }
            for (int i = 0; i < centred.length; i++) {
                centred[i] -= sums[m_strata.of(i)] / sizes[m_strata.of(i)];
            }
        }
        return centred;
    }
}
