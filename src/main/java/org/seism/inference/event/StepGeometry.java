package org.seism.inference.event;

import org.seism.TaskRunner;
import org.seism.candidate.activation.Activations;
import org.seism.inference.design.Hypothesis;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.AssociationScore;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;

/**
 * One step of the selection event as seen from the null of one motif. For y' = P_N y + v with v orthogonal to N the step
 * asks |a_g| / s_g &lt;= |a_w| / s_w for every candidate g of the step and the winner w, where
 * <pre>a_g(v) = phi_g^T R_i y' = offset_g + phi_g^T v - sum_l coupling_lg b_l^T v.</pre>
 * The offset is phi_g^T R_i P_N y. There are no couplings up to the motif's own step, because what the step projects off then
 * lies in N. Later steps of the partial hypothesis project off more: the motif itself or, with erasing, the strata by its
 * levels; so do those of the joint test, whose N is the covariates alone; b_l are orthonormal directions of that (METHOD, section 15). The winner's a_w is its offset and a linear function
 * of v: none before the motif's own step where nothing is erased, along e at the motif's own step, anything else where the
 * winners are not in N, because they were refined or erased.
 */
public final class StepGeometry {
    /** A vector with a smaller share outside a space lies in it. */
    private static final double INSIDE = 1e-9;

    /**
     * A linear function of v.
     *
     * @param slope its share along e
     * @param vector the whole vector, or null where the function is slope times e^T v
     */
    public record Functional(double slope, double[] vector) {

        /** The function that is 0 for every v. */
        static final Functional ZERO = new Functional(0, null);

        /** A vector's inner product with v, which is orthogonal to N. */
        static Functional of(final NullGeometry geometry, final double[] vector) {
            final double[] u = geometry.nuisance().residual(vector);
            final double length = OrthonormalBasis.norm(u);
            if (!(length > INSIDE * OrthonormalBasis.norm(vector))) {
                return ZERO;
            }
            final double slope = OrthonormalBasis.dot(u, geometry.direction());
            final double[] rest = u.clone();
            OrthonormalBasis.addScaled(rest, geometry.direction(), -slope);
            return new Functional(slope, OrthonormalBasis.norm(rest) > INSIDE * length ? u : null);
        }

        /** @return whether it is 0 for every v */
        boolean isZero() {
            return slope == 0 && vector == null;
        }

        /**
         * @param v a vector orthogonal to N
         * @param tau e^T v
         * @return the value
         */
        public double of(final double[] v, final double tau) {
            return vector == null ? slope * tau : OrthonormalBasis.dot(vector, v);
        }
    }

    private final SelectionStep m_selection;
    private final AssociationScore m_score;
    private final int m_step;
    private final boolean m_hasOffset;
    private final double[] m_offset;
    private final Functional[] m_coupled;
    /** {@code [direction][candidate]}. */
    private final double[][] m_coupling;
    private final double[] m_scale;
    private final Functional m_winner;
    /** ||y'||. */
    private final double m_length;

    private StepGeometry(final SelectionPath path, final int step, final boolean hasOffset, final double[] offset,
        final Functional[] coupled, final double[][] coupling, final Functional winner, final double length) {
        m_length = length;
        m_selection = path.step(step);
        m_score = path.score();
        m_step = step;
        m_hasOffset = hasOffset;
        m_offset = offset;
        m_coupled = coupled;
        m_coupling = coupling;
        m_winner = winner;
        m_scale = scales(m_selection, m_score);
    }

    /**
     * @param geometry the null hypothesis of one motif
     * @param index the step
     * @param runner runs the products
     * @return the step as the null sees it
     */
    public static StepGeometry of(final NullGeometry geometry, final int index, final TaskRunner runner) {
        final SelectionPath path = geometry.path();
        final SelectionStep step = path.step(index);
        final Activations phi = step.phi();
        // where the step projects off all of N, R P_N y = 0 exactly; a product would return rounding noise
        final boolean hasOffset = !geometry.isJoint() && !(geometry.hypothesis() == Hypothesis.SEQUENTIAL
            && index == geometry.motif() && geometry.nuisance().rank() == step.nuisance().rank());
        final double[] offset = hasOffset ? phi.transposeTimes(step.nuisance().residual(geometry.fit()), runner)
            : new double[phi.candidates()];
        final double[][] directions = index > geometry.motif() ? coupled(geometry, index) : new double[0][];
        final Functional[] coupled = new Functional[directions.length];
        final double[][] coupling = new double[directions.length][];
        for (int l = 0; l < coupled.length; l++) {
            coupled[l] = Functional.of(geometry, directions[l]);
            coupling[l] = phi.transposeTimes(directions[l], runner);
        }
        return new StepGeometry(path, index, hasOffset, offset, coupled, coupling, winner(geometry, index),
            geometry.length());
    }

    private static Functional winner(final NullGeometry geometry, final int index) {
        final SelectionStep step = geometry.path().step(index);
        if (!geometry.path().isRefined()) {
            if (index == geometry.motif()) {
                return new Functional(geometry.directionNorm(), null);
            }
            if (index < geometry.motif() && !geometry.path().erases()) {
                return Functional.ZERO;
            }
        }
        return Functional.of(geometry, step.nuisance().residual(step.phi().column(step.winner())));
    }

    /** Orthonormal directions of what a step after the motif's own projects off, beyond what lies in N. */
    private static double[][] coupled(final NullGeometry geometry, final int index) {
        final SelectionPath path = geometry.path();
        final Nuisance inside;
        Nuisance all;
        if (geometry.isJoint()) {
            inside = geometry.nuisance();
            final OrthonormalBasis step = path.step(index).nuisance().basis();
            all = inside;
            for (int l = 0; l < step.rank(); l++) {
                all = all.with(step.vector(l));
            }
        } else if (path.erases()) {
            inside = path.nuisanceOfOthers(geometry.motif(), index).with(path.usableWindows(index));
            all = inside;
            final Strata strata = path.step(index).strata();
            for (final int[] members : strata.members()) {
                final double[] indicator = new double[strata.size()];
                for (final int i : members) {
                    indicator[i] = 1;
                }
                all = all.with(path.whitening().apply(indicator));
            }
        } else {
            inside = path.nuisanceOfOthers(geometry.motif(), index);
            all = inside.with(path.activation(geometry.motif()));
        }
        final double[][] directions = new double[all.more().rank() - inside.more().rank()][];
        for (int l = 0; l < directions.length; l++) {
            directions[l] = all.more().vector(inside.more().rank() + l);
        }
        return directions;
    }

    /**
     * Scale s_g per candidate; infinite where the candidate can't decide the step: it is the winner itself, explained
     * already, or parallel to the winner, so that their scores keep one ratio for every phenotype.
     */
    private static double[] scales(final SelectionStep step, final AssociationScore score) {
        final double[] scale = new double[step.grid().size()];
        for (int g = 0; g < scale.length; g++) {
            final double norm = step.residualNorms()[g];
            final double loading = step.loadings()[g];
            // one that is parallel but opposite takes the step at once if only positive associations count
            final boolean parallel = loading * loading >= norm * (1 - 1e-11)
                && (score.sign() == AssociationScore.Sign.ANY || loading > 0);
            final boolean decides = !Double.isNaN(norm) && g != step.winner() && !parallel;
            scale[g] = decides ? score.scale(norm) : Double.POSITIVE_INFINITY;
        }
        return scale;
    }

    /** @return 0-based number of the step */
    public int step() {
        return m_step;
    }

    /** @return the step itself */
    public SelectionStep selection() {
        return m_selection;
    }

    /** @return the candidate that won */
    public int winner() {
        return m_selection.winner();
    }

    Nuisance nuisance() {
        return m_selection.nuisance();
    }

    boolean hasOffset() {
        return m_hasOffset;
    }

    /**
     * @param g candidate
     * @return phi_g^T R P_N y
     */
    public double offset(final int g) {
        return m_offset[g];
    }

    /** @return the functions b_l^T v */
    public Functional[] coupled() {
        return m_coupled;
    }

    /**
     * @param l number of a direction
     * @param g candidate
     * @return phi_g^T b_l
     */
    public double coupling(final int l, final int g) {
        return m_coupling[l][g];
    }

    /**
     * @param g candidate
     * @return s_g, or infinity where g can't decide the step
     */
    public double scale(final int g) {
        return m_scale[g];
    }

    /** @return how the winner's a_w moves with v */
    public Functional winnerFunctional() {
        return m_winner;
    }

    /** @return a_w at v = 0 */
    public double winnerOffset() {
        return m_offset[m_selection.winner()];
    }

    /** @return s_w */
    public double winnerScale() {
        return m_score.scale(m_selection.residualNorms()[m_selection.winner()]);
    }

    /** |a_w| / s_w; 0 where it is nothing but rounding, so that nothing wins the step. */
    double winnerRatio(final double moved) {
        final double magnitude = m_score.sign().magnitude(winnerOffset() + moved);
        return magnitude > least(m_selection.winner()) ? magnitude / winnerScale() : 0;
    }

    /** What |a_g| must exceed so that g has a score. */
    double least(final int g) {
        return m_selection.least(g, m_length);
    }

    /** Whether g takes the step from the winner, both given by their ratios |a| / s in double precision. */
    boolean takesStep(final int g, final double ratio, final double winnerRatio) {
        return AssociationScore.takesStep(m_selection.grid(), g, ratio, m_selection.winner(), winnerRatio);
    }
}
