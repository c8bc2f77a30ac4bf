package org.seism.inference.event;

import org.seism.InputException;
import org.seism.inference.design.Hypothesis;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.SelectionPath;

/**
 * The null hypothesis for one motif in coordinates (METHOD, section 8): the nuisance space N, the direction e of the motif
 * in its complement, the fit P_N y, the residual (I - P_N) y and the statistic T = |e^T y| / ||(I - P_N) y||, the absolute
 * partial correlation. Never changed after construction.
 */
public final class NullGeometry {
    private final SelectionPath m_path;
    private final int m_motif;
    private final Hypothesis m_hypothesis;
    private final Nuisance m_nuisance;
    private final double[] m_direction;
    private final double m_directionNorm;
    private final double[] m_fit;
    private final double[] m_residual;
    private final double m_radius;
    private final double m_signedStatistic;

    /**
     * @param path the selection
     * @param motif 0-based rank of the motif to test
     * @param hypothesis null hypothesis
     * @param y observed phenotype, one value per sequence
     * @throws InputException if too few sequences are left to test with, or the null fit leaves nothing to explain
     */
    public NullGeometry(final SelectionPath path, final int motif, final Hypothesis hypothesis, final double[] y) {
        m_path = path;
        m_motif = motif;
        m_hypothesis = hypothesis;
        final Nuisance nuisance = hypothesis == Hypothesis.SEQUENTIAL ? path.nuisanceUpTo(motif) : partial();
        m_nuisance = nuisance;
        if (y.length - nuisance.rank() < 2) {
            throw new InputException("Only " + y.length + " sequences for " + nuisance.rank() + " nuisance parameters of motif "
                + (motif + 1) + ".", "Use more sequences, fewer covariates or fewer motifs.");
        }
        final double[] column = path.activation(motif);
        m_direction = nuisance.residual(column);
        m_directionNorm = OrthonormalBasis.norm(m_direction);
        if (!(m_directionNorm > 1e-9 * OrthonormalBasis.norm(column))) {
            throw new InputException("Motif " + (motif + 1) + " is a combination of the other motifs and the covariates.",
                "Use the sequential hypothesis or fewer motifs.");
        }
        for (int i = 0; i < m_direction.length; i++) {
            m_direction[i] /= m_directionNorm;
        }
        m_residual = nuisance.residual(y);
        m_radius = OrthonormalBasis.norm(m_residual);
        if (!(m_radius > 1e-12 * OrthonormalBasis.norm(y))) {
            throw new InputException("Nothing of the phenotype is left to explain for motif " + (motif + 1) + ".",
                "Use fewer motifs or covariates.");
        }
        m_fit = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            m_fit[i] = (y[i] - m_residual[i]) / m_radius;
            m_residual[i] /= m_radius;
        }
        m_signedStatistic = OrthonormalBasis.dot(m_direction, m_residual);
    }

    /** Of all steps: the other motifs, and with erasing the numbers of usable windows. */
    private Nuisance partial() {
        Nuisance all = nuisanceOfOthers(m_path.size());
        for (int k = 1; k < m_path.size() && m_path.erases(); k++) {
            all = all.with(m_path.step(k).grid().usableWindows());
        }
        return all;
    }

    /**
     * Covariates and the motifs of steps 0 .. to-1 but this one: their activations or, with erasing, their strata.
     *
     * @param to first step that is not looked at
     * @return the span
     */
    Nuisance nuisanceOfOthers(final int to) {
        Strata strata = Strata.single(m_path.activation(0).length);
        for (int k = 0; k < to && m_path.erases(); k++) {
            strata = k == m_motif ? strata : strata.split(m_path.step(k).levels());
        }
        Nuisance nuisance = Nuisance.of(strata);
        for (final double[] covariate : m_path.covariates()) {
            nuisance = nuisance.with(covariate);
        }
        for (int k = 0; k < to && !m_path.erases(); k++) {
            nuisance = k == m_motif ? nuisance : nuisance.with(m_path.activation(k));
        }
        return nuisance;
    }

    /** @return the selection */
    public SelectionPath path() {
        return m_path;
    }

    /** @return 0-based rank of the motif */
    public int motif() {
        return m_motif;
    }

    /** @return the hypothesis */
    public Hypothesis hypothesis() {
        return m_hypothesis;
    }

    /** @return how many selection steps the event has: up to the motif, or all of them */
    public int steps() {
        return m_hypothesis == Hypothesis.SEQUENTIAL ? m_motif + 1 : m_path.size();
    }

    /** @return the nuisance space N; every step up to the motif's own projects off a part of it */
    public Nuisance nuisance() {
        return m_nuisance;
    }

    /** @return unit direction e of the motif in the complement of N; not a copy */
    public double[] direction() {
        return m_direction;
    }

    /** @return length of the motif's activation residualised on N */
    public double directionNorm() {
        return m_directionNorm;
    }

    /** @return P_N y in units of the radius (the event is a cone, so any unit will do); not a copy */
    public double[] fit() {
        return m_fit;
    }

    /** @return (I - P_N) y in units of the radius, a unit vector; not a copy */
    public double[] residual() {
        return m_residual;
    }

    /** @return ||(I - P_N) y|| in units of the phenotype */
    public double radius() {
        return m_radius;
    }

    /** @return d = n - rank(N), dimension of the space in which the null draws directions */
    public int degreesOfFreedom() {
        return m_residual.length - m_nuisance.rank();
    }

    /** @return signed partial correlation of motif and phenotype */
    public double signedStatistic() {
        return m_signedStatistic;
    }

    /** @return T, its absolute value, or 0 where its sign does not count */
    public double statistic() {
        return m_path.sign().magnitude(m_signedStatistic);
    }

    /** @return regression coefficient of the motif's activation, in units of the phenotype per unit of activation */
    public double effect() {
        return m_signedStatistic * m_radius / m_directionNorm;
    }
}
