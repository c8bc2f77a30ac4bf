package org.seism.inference.event;

import java.util.Arrays;

import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;

/**
 * The permutation null of one motif (METHOD, sections 8 and 9): y' = fit + e', where e' is e with entries exchanged within
 * groups of sequences, weighted where there are covariates. The groups are the strata of the earlier motifs (or, for the
 * partial hypothesis, of all the others), crossed with bins where there are any. In each group e sums to zero: its mean is a
 * part of the fit. Never changed after construction.
 */
public final class PermutationNull {
    private final SelectionPath m_path;
    private final int m_motif;
    private final int m_steps;
    private final NullDesign m_design;
    private final Strata m_groups;
    private final Nuisance m_nuisance;
    private final double[] m_direction;
    private final double[] m_fit;
    private final double[] m_residual;
    private final double m_radius;
    private final double m_fitProduct;

    /**
     * @param path the selection
     * @param motif 0-based rank of the motif
     * @param hypothesis given the earlier motifs or all the others
     * @param steps how many selection steps the event has
     * @param design the null model with what it needs
     */
    public PermutationNull(final SelectionPath path, final int motif, final Hypothesis hypothesis, final int steps,
        final NullDesign design) {
        m_path = path;
        m_motif = motif;
        m_steps = steps;
        m_design = design;
        final SelectionStep step = path.step(motif);
        final boolean partial = hypothesis == Hypothesis.PARTIAL;
        Strata strata = step.strata();
        for (int k = motif + 1; k < path.size() && partial; k++) {
            strata = strata.split(path.step(k).levels());
        }
        m_groups = strata.split(design.bins());
        m_nuisance = partial ? partialNuisance(path, motif, strata) : step.nuisance();
        final double[] y = design.y();
        final double[] moving = design.model() == NullModel.RANK_BINNED ? m_nuisance.residual(y) : y;
        final double[] e = Nuisance.of(m_groups).residual(moving);
        final double length = OrthonormalBasis.norm(e);
        final boolean room = length > 1e-10 * OrthonormalBasis.norm(y);
        m_radius = room ? length : 1;
        m_fit = new double[e.length];
        m_residual = new double[e.length];
        for (int i = 0; i < e.length; i++) {
            m_residual[i] = room ? e[i] / m_radius : 0;
            m_fit[i] = y[i] / m_radius - m_residual[i];
        }
        final double[] f = m_nuisance.residual(step.activation());
        final double norm = OrthonormalBasis.norm(f);
        // nothing is left of a motif whose activation the strata of the others explain
        final double factor = norm > 1e-9 * OrthonormalBasis.norm(step.activation()) ? 1 / norm : 0;
        m_direction = Arrays.stream(f).map(x -> x * factor).toArray();
        m_fitProduct = OrthonormalBasis.dot(m_direction, m_fit);
    }

    /** With erasing the strata of all the others; without, their activations. */
    private static Nuisance partialNuisance(final SelectionPath path, final int motif, final Strata others) {
        final SelectionStep step = path.step(motif);
        Nuisance nuisance = path.erases() ? Nuisance.of(others) : step.nuisance();
        if (path.erases()) {
            for (int l = 0; l < step.nuisance().more().rank(); l++) {
                nuisance = nuisance.with(step.nuisance().more().vector(l));
            }
            return nuisance;
        }
        for (int k = motif + 1; k < path.size(); k++) {
            nuisance = nuisance.with(path.step(k).activation());
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

    /** @return how many selection steps the event has */
    public int steps() {
        return m_steps;
    }

    /** @return the null model with what it needs */
    public NullDesign design() {
        return m_design;
    }

    /** @return within which entries are exchanged */
    public Strata groups() {
        return m_groups;
    }

    /** @return what the motif's statistic projects off */
    public Nuisance nuisance() {
        return m_nuisance;
    }

    /** @return the part of y that stays, in units of the radius; not a copy */
    public double[] fit() {
        return m_fit;
    }

    /** @return e, the entries that are exchanged, in units of the radius: a unit vector, or zero; not a copy */
    public double[] residual() {
        return m_residual;
    }

    /** @return length of e in units of the phenotype */
    public double radius() {
        return m_radius;
    }

    /** @return log weight of a unit of y' per sequence, in units of the radius; null where all arrangements weigh the same */
    public double[] tilt() {
        return m_design.tilt() == null ? null : Arrays.stream(m_design.tilt()).map(t -> t * m_radius).toArray();
    }

    /**
     * @param e an arrangement
     * @return y' in units of the radius, a new array
     */
    public double[] phenotype(final double[] e) {
        final double[] y = m_fit.clone();
        OrthonormalBasis.addScaled(y, e, 1);
        return y;
    }

    /**
     * The motif's statistic.
     *
     * @param e an arrangement
     * @return partial correlation of motif and phenotype, 0 where nothing is left of one of them
     */
    public double signedStatistic(final double[] e) {
        final double[] y = phenotype(e);
        final double length = OrthonormalBasis.norm(m_nuisance.residual(y));
        if (!(length > 1e-9 * OrthonormalBasis.norm(y))) {
            return 0;
        }
        final double t = (m_fitProduct + OrthonormalBasis.dot(m_direction, e)) / length;
        return Math.max(-1, Math.min(1, t));
    }

    /**
     * @param e an arrangement
     * @return T, the statistic as far as its sign counts
     */
    public double statistic(final double[] e) {
        return m_path.score().sign().magnitude(signedStatistic(e));
    }
}
