package org.seism.inference.event;

import java.util.Arrays;

import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.SelectionPath;

/**
 * The permutation null of one motif (METHOD, sections 8 and 9): y' = fit + e', where e' is e with entries exchanged within
 * groups of sequences, weighted where there are covariates. The groups are the strata of the earlier motifs (or, for the
 * partial hypothesis, of all the others), crossed with bins where there are any. In each group e sums to zero: its mean is a
 * part of the fit. Never changed after construction.
 */
public final class PermutationNull extends MotifNull {
    private final NullDesign m_design;
    private final Strata m_groups;
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
        this(path, motif, steps, design, hypothesis == Hypothesis.PARTIAL ? partial(path, motif) : path.step(motif).nuisance(),
            path.strataOfOthers(motif, hypothesis == Hypothesis.PARTIAL ? path.size() : motif).split(design.bins()));
    }

    private PermutationNull(final SelectionPath path, final int motif, final int steps, final NullDesign design,
        final Nuisance nuisance, final Strata groups) {
        super(path, motif, steps, nuisance, parts(path.activation(motif), nuisance, groups, design));
        m_design = design;
        m_groups = groups;
        m_fitProduct = OrthonormalBasis.dot(direction(), fit());
    }

    /**
     * The null of all motifs together: the phenotype has to do with the covariates only, and all steps are in the event.
     *
     * @param path the selection
     * @param design the null model with what it needs
     * @return the null
     */
    public static PermutationNull joint(final SelectionPath path, final NullDesign design) {
        return new PermutationNull(path, 0, Hypothesis.SEQUENTIAL, path.size(), design);
    }

    private static Parts parts(final double[] activation, final Nuisance nuisance, final Strata groups, final NullDesign design) {
        final double[] y = design.y();
        final double[] moving = design.model() == NullModel.RANK_BINNED ? nuisance.residual(y) : y;
        final double[] e = Nuisance.of(groups).residual(moving);
        final double length = OrthonormalBasis.norm(e);
        final boolean room = length > 1e-10 * OrthonormalBasis.norm(y);
        final double radius = room ? length : 1;
        final double[] fit = new double[e.length];
        final double[] residual = new double[e.length];
        for (int i = 0; i < e.length; i++) {
            residual[i] = room ? e[i] / radius : 0;
            fit[i] = y[i] / radius - residual[i];
        }
        final double[] f = nuisance.residual(activation);
        final double norm = OrthonormalBasis.norm(f);
        // nothing is left of a motif whose activation the strata of the others explain
        final double factor = norm > 1e-9 * OrthonormalBasis.norm(activation) ? 1 / norm : 0;
        return new Parts(Arrays.stream(f).map(x -> x * factor).toArray(), norm, fit, residual, radius);
    }

    /** With erasing the strata of all the others and what else the motif's step projects off; without, the others' activations. */
    private static Nuisance partial(final SelectionPath path, final int motif) {
        if (!path.erases()) {
            return path.nuisanceOfOthers(motif, path.size());
        }
        final OrthonormalBasis more = path.step(motif).nuisance().more();
        Nuisance nuisance = Nuisance.of(path.strataOfOthers(motif, path.size()));
        for (int l = 0; l < more.rank(); l++) {
            nuisance = nuisance.with(more.vector(l));
        }
        return nuisance;
    }

    /** @return the null model with what it needs */
    public NullDesign design() {
        return m_design;
    }

    /** @return within which entries are exchanged */
    public Strata groups() {
        return m_groups;
    }

    /** @return log weight of a unit of y' per sequence, in units of the radius; null where all arrangements weigh the same */
    public double[] tilt() {
        return m_design.tilt() == null ? null : Arrays.stream(m_design.tilt()).map(t -> t * radius()).toArray();
    }

    /** @return ||y'|| of the observed arrangement, in units of the radius; of others it is about the same */
    double length() {
        return OrthonormalBasis.norm(phenotype(residual()));
    }

    /**
     * The motif's statistic.
     *
     * @param e an arrangement
     * @return partial correlation of motif and phenotype, 0 where nothing is left of one of them
     */
    public double signedStatistic(final double[] e) {
        final double[] y = phenotype(e);
        final double length = OrthonormalBasis.norm(nuisance().residual(y));
        if (!(length > 1e-9 * OrthonormalBasis.norm(y))) {
            return 0;
        }
        final double t = (m_fitProduct + OrthonormalBasis.dot(direction(), e)) / length;
        return Math.max(-1, Math.min(1, t));
    }

    /**
     * @param e an arrangement
     * @return T, the statistic as far as its sign counts
     */
    public double statistic(final double[] e) {
        return path().score().sign().magnitude(signedStatistic(e));
    }
}
