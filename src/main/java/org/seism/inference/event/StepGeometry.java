package org.seism.inference.event;

import org.seism.TaskRunner;
import org.seism.candidate.ActivationMatrix;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.SelectionPath;

/**
 * One step of the selection event as seen from the null of one motif. For y' = P_N y + v with v orthogonal to N the step
 * asks |a_g| / s_g &lt;= |a_w| / s_w for every candidate g and the winner w, where
 * <pre>a_g(v) = phi_g^T Q_i y' = offset_g + phi_g^T v - coupling_g tau,   tau = e^T v.</pre>
 * The offset is phi_g^T Q_i P_N y. The coupling is zero up to the motif's own step, because B_i then lies in N; later steps
 * of the partial hypothesis project the motif out, which is one rank-one correction (METHOD, section 15). The winner's a_w
 * is affine in tau alone. Where words are refined, N holds the refined motifs and not the seed words that win the steps, so
 * the winner's a_w moves with v at every step and is an inner product of its own.
 */
public final class StepGeometry {
    private final int m_step;
    private final int m_winner;
    private final OrthonormalBasis m_basis;
    private final double[] m_offset;
    private final double[] m_coupling;
    private final double[] m_scale;
    private final double m_winnerSlope;
    /** Activation of the seed, null for words. */
    private final double[] m_seed;

    private StepGeometry(final int step, final int winner, final OrthonormalBasis basis, final double[] offset,
        final double[] coupling, final double[] scale, final double winnerSlope, final double[] seed) {
        m_seed = seed;
        m_step = step;
        m_winner = winner;
        m_basis = basis;
        m_offset = offset;
        m_coupling = coupling;
        m_scale = scale;
        m_winnerSlope = winnerSlope;
    }

    public static StepGeometry of(final NullGeometry null_, final int step, final TaskRunner runner) {
        final SelectionPath path = null_.path();
        final ActivationMatrix phi = path.grid().activations();
        final int p = phi.candidates();
        final OrthonormalBasis basis = path.basis(step);
        final int winner = path.selected(step);
        final double[] scale = scales(path, step);
        // at the motif's own step of the sequential hypothesis Q P_N y = 0 exactly; a product would return rounding noise
        final boolean noOffset = null_.hypothesis() == Hypothesis.SEQUENTIAL && step == null_.motif();
        final double[] offset = noOffset ? new double[p] : phi.transposeTimes(basis.residual(null_.fit()), runner);
        double[] coupling = null;
        double winnerSlope = 0;
        if (step == null_.motif()) {
            winnerSlope = null_.directionNorm();
        } else if (step > null_.motif()) {
            OrthonormalBasis others = path.basis(null_.motif());
            for (int k = null_.motif() + 1; k < step; k++) {
                others = others.with(path.activation(k));
            }
            final double[] own = others.residual(path.activation(null_.motif()));
            final double length = OrthonormalBasis.norm(own);
            final double factor = null_.directionNorm() / (length * length);
            coupling = phi.transposeTimes(own, runner);
            for (int g = 0; g < p; g++) {
                coupling[g] *= factor;
            }
            winnerSlope = -coupling[winner];
        }
        return new StepGeometry(step, winner, basis, offset, coupling, scale, winnerSlope,
            path.isRefined() ? phi.column(winner) : null);
    }

    /**
     * Scale s_g per candidate; infinite where the candidate can't decide the step: it is the winner itself, explained
     * already, or parallel to the winner, so that their scores keep one ratio for every phenotype.
     */
    private static double[] scales(final SelectionPath path, final int step) {
        final double[] scale = new double[path.grid().size()];
        for (int g = 0; g < scale.length; g++) {
            final double norm = path.step(step).residualNorms()[g];
            final double loading = path.step(step).loadings()[g];
            final boolean decides = !Double.isNaN(norm) && g != path.selected(step) && loading * loading < norm * (1 - 1e-11);
            scale[g] = decides ? path.score().scale(norm) : Double.POSITIVE_INFINITY;
        }
        return scale;
    }

    int step() {
        return m_step;
    }

    public int winner() {
        return m_winner;
    }

    OrthonormalBasis basis() {
        return m_basis;
    }

    public double offset(final int g) {
        return m_offset[g];
    }

    public double coupling(final int g) {
        return m_coupling == null ? 0 : m_coupling[g];
    }

    boolean hasCoupling() {
        return m_coupling != null;
    }

    /** Whether the winner's score changes with v; before the motif's own step it does not. */
    boolean winnerMoves() {
        return m_winnerSlope != 0;
    }

    /** s_g, or infinity where g can't decide the step. */
    public double scale(final int g) {
        return m_scale[g];
    }

    public double winnerSlope() {
        return m_winnerSlope;
    }

    public double winnerOffset() {
        return m_offset[m_winner];
    }

    /** |a_w| / s_w for a given tau; v is looked at only where words are refined. */
    public double winnerRatio(final SelectionPath path, final double tau, final double[] v) {
        if (m_seed != null) {
            return Math.abs(winnerProduct(tau, v)) / winnerScale(path);
        }
        return Math.abs(m_offset[m_winner] + m_winnerSlope * tau) / winnerScale(path);
    }

    public boolean isRefined() {
        return m_seed != null;
    }

    /** a_w of a refined step's seed. */
    double winnerProduct(final double tau, final double[] v) {
        return m_offset[m_winner] + OrthonormalBasis.dot(m_seed, v) - coupling(m_winner) * tau;
    }

    public double winnerScale(final SelectionPath path) {
        return path.score().scale(path.step(m_step).residualNorms()[m_winner]);
    }

    /** Whether g takes the step from the winner, both given by their ratios |a| / s in double precision. */
    boolean takesStep(final SelectionPath path, final int g, final double ratio, final double winnerRatio) {
        return AssociationScore.takesStep(path.grid(), g, ratio, m_winner, winnerRatio);
    }
}
