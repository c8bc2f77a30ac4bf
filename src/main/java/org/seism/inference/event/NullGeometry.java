package org.seism.inference.event;

import org.seism.InputException;
import org.seism.inference.design.Hypothesis;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.SelectionPath;

/**
 * The null hypothesis for one motif in coordinates (METHOD, section 8): the nuisance space N, the direction e of the motif
 * in its complement, the fit P_N y, the residual (I - P_N) y and the statistic T = |e^T y| / ||(I - P_N) y||, the absolute
 * partial correlation. Every step up to the motif's own projects off a part of N. Never changed after construction.
 */
public final class NullGeometry extends MotifNull {
    private final Hypothesis m_hypothesis;
    private final boolean m_joint;
    private final double m_signedStatistic;

    /**
     * @param path the selection
     * @param motif 0-based rank of the motif to test
     * @param hypothesis null hypothesis
     * @param y observed phenotype, one value per sequence
     * @throws InputException if too few sequences are left to test with, or the null fit leaves nothing to explain
     */
    public NullGeometry(final SelectionPath path, final int motif, final Hypothesis hypothesis, final double[] y) {
        this(path, motif, hypothesis, hypothesis == Hypothesis.SEQUENTIAL ? motif + 1 : path.size(),
            hypothesis == Hypothesis.SEQUENTIAL ? path.nuisanceUpTo(motif) : partial(path, motif), y);
    }

    private NullGeometry(final SelectionPath path, final int motif, final Hypothesis hypothesis, final int steps,
        final Nuisance nuisance, final double[] y) {
        super(path, motif, steps, nuisance, parts(path, motif, nuisance, y));
        m_hypothesis = hypothesis;
        m_joint = steps > motif + 1 && hypothesis == Hypothesis.SEQUENTIAL;
        m_signedStatistic = OrthonormalBasis.dot(direction(), residual());
    }

    /**
     * The null of all motifs together: the phenotype has to do with the covariates only, and all steps are in the event. The
     * direction is that of the first motif, which the moves of a chain may turn about as well as about any other.
     *
     * @param path the selection
     * @param y observed phenotype, one value per sequence
     * @return the geometry
     * @throws InputException if too few sequences are left to test with, or the null fit leaves nothing to explain
     */
    public static NullGeometry joint(final SelectionPath path, final double[] y) {
        return new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, path.size(), path.nuisanceUpTo(0), y);
    }

    private static Parts parts(final SelectionPath path, final int motif, final Nuisance nuisance, final double[] y) {
        if (y.length - nuisance.rank() < 2) {
            throw new InputException("Only " + y.length + " sequences for " + nuisance.rank() + " nuisance parameters of motif "
                + (motif + 1) + ".", "Use more sequences, fewer covariates or fewer motifs.");
        }
        final double[] column = path.activation(motif);
        final double[] direction = nuisance.residual(column);
        final double directionNorm = OrthonormalBasis.norm(direction);
        if (!(directionNorm > 1e-9 * OrthonormalBasis.norm(column))) {
            throw new InputException("Motif " + (motif + 1) + " is a combination of the other motifs and the covariates.",
                "Use the sequential hypothesis or fewer motifs.");
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= directionNorm;
        }
        final double[] residual = nuisance.residual(y);
        final double radius = OrthonormalBasis.norm(residual);
        if (!(radius > 1e-12 * OrthonormalBasis.norm(y))) {
            throw new InputException("Nothing of the phenotype is left to explain for motif " + (motif + 1) + ".",
                "Use fewer motifs or covariates.");
        }
        final double[] fit = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            fit[i] = (y[i] - residual[i]) / radius;
            residual[i] /= radius;
        }
        return new Parts(direction, directionNorm, fit, residual, radius);
    }

    /** Of all steps: the other motifs, and with erasing the numbers of usable windows. */
    private static Nuisance partial(final SelectionPath path, final int motif) {
        Nuisance all = path.nuisanceOfOthers(motif, path.size());
        for (int k = 1; k < path.size() && path.erases(); k++) {
            all = all.with(path.usableWindows(k));
        }
        return all;
    }

    /** @return the hypothesis */
    public Hypothesis hypothesis() {
        return m_hypothesis;
    }

    /** @return whether all motifs are tested together, so that the event has steps that project off more than lies in N */
    boolean isJoint() {
        return m_joint;
    }

    /** @return ||y'|| of every phenotype that the null draws, in units of the radius */
    double length() {
        return Math.hypot(OrthonormalBasis.norm(fit()), 1);
    }

    /** @return d = n - rank(N), dimension of the space in which the null draws directions */
    public int degreesOfFreedom() {
        return residual().length - nuisance().rank();
    }

    /** @return signed partial correlation of motif and phenotype */
    public double signedStatistic() {
        return m_signedStatistic;
    }

    /** @return T, its absolute value, or 0 where its sign does not count */
    public double statistic() {
        return path().sign().magnitude(m_signedStatistic);
    }

    /** @return regression coefficient of the motif's activation, in units of the phenotype per unit of activation */
    public double effect() {
        return m_signedStatistic * radius() / directionNorm();
    }
}
