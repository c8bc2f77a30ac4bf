package org.seism.inference.event;

import org.seism.TaskRunner;
import org.seism.candidate.ActivationMatrix;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinedEvent;
import org.seism.selection.SelectionPath;

/**
 * The selection event of one motif under the permutation null, in single precision for fast scans. Permuted residuals e are
 * not orthogonal to N, so with x_g = phi_g^T e and tau_l = b_l^T e every step asks
 * <pre>|x_g + offset_g - sum_l loading_lg tau_l| / s_g &lt;= |a_w| / s_w</pre>
 * over the vectors b_l of the step's basis. Immutable, shared by the chains of a motif.
 */
public final class PermutationShape {
    /** Error of a float x_g relative to ||phi_g||, e being a unit vector, with room for many updates between two refreshes. */
    private static final double FLOAT_ERROR = 4e-6;

    /**
     * One step of the event.
     *
     * @param index 0-based number of the step
     * @param basis B of the step
     * @param winner the candidate selected
     * @param winnerResidual Q phi_w
     * @param inverseWinnerScale 1 / s_w
     * @param offset Q P_N y times phi, one per candidate
     * @param scale s_g, {@link EventShape#UNBOUNDED} where g can't decide the step
     * @param margin how far a float computation of a ratio may be off
     */
    record Step(int index, OrthonormalBasis basis, int winner, double[] winnerResidual, double inverseWinnerScale,
        float[] offset, float[] scale, double margin) {
    }

    private final NullGeometry m_geometry;
    private final Step[] m_steps;
    /** The part of the event that follows the words' one, null for words. */
    private final RefinedEvent m_refined;
    /** {@code [basis vector][candidate]}: phi_g^T b_l; the constant vector's entry is null, its tau is always 0. */
    private final float[][] m_loadings;
    private final OrthonormalBasis m_basis;

    public PermutationShape(final NullGeometry geometry, final TaskRunner runner) {
        m_geometry = geometry;
        final SelectionPath path = geometry.path();
        m_basis = path.basis(geometry.steps() - 1);
        m_loadings = new float[m_basis.rank()][];
        for (int l = 1; l < m_loadings.length; l++) {
            m_loadings[l] = EventShape.toFloat(activations().transposeTimes(m_basis.vector(l), runner));
        }
        m_refined = path.isRefined() ? new RefinedEvent(path, geometry.steps()) : null;
        m_steps = new Step[path.keepsSeeds() ? geometry.steps() : 0];
        for (int s = 0; s < m_steps.length; s++) {
            m_steps[s] = step(StepGeometry.of(geometry, s, runner));
        }
    }

    private Step step(final StepGeometry geometry) {
        final SelectionPath path = m_geometry.path();
        final int p = activations().candidates();
        final float[] offset = new float[p];
        final float[] scale = new float[p];
        double margin = 0;
        for (int g = 0; g < p; g++) {
            offset[g] = (float)geometry.offset(g);
            scale[g] = (float)Math.min(geometry.scale(g), EventShape.UNBOUNDED);
            if (scale[g] < EventShape.UNBOUNDED) {
                margin = Math.max(margin, FLOAT_ERROR * (Math.sqrt(path.step(geometry.step()).norms()[g]) + Math.abs(geometry.offset(g))) / scale[g]);
            }
        }
        final double[] residual = path.step(geometry.step()).nuisance().residual(activations().column(geometry.winner()));
        return new Step(geometry.step(), path.basis(geometry.step()), geometry.winner(), residual, 1 / geometry.winnerScale(),
            offset, scale, margin);
    }

    public NullGeometry geometry() {
        return m_geometry;
    }

    public ActivationMatrix activations() {
        return m_geometry.path().grid().activations();
    }

    Step[] steps() {
        return m_steps;
    }

    float[][] loadings() {
        return m_loadings;
    }

    /** The largest basis; that of a step is the first vectors of it. */
    OrthonormalBasis basis() {
        return m_basis;
    }

    boolean isRefined() {
        return m_refined != null;
    }

    /** Whether the refinement of a phenotype whose seeds are the right ones leads to the same motifs. */
    boolean refinesAlike(final double[] y) {
        return m_refined == null || m_refined.contains(y);
    }

    /**
     * The definition with the tie rule, in double precision, for one candidate.
     *
     * @param y phenotype asked about
     * @param ratios |a_w| / s_w of every step
     * @return whether the candidate leaves all steps to their winners
     */
    boolean obeys(final int g, final double[] y, final double[] ratios) {
        final SelectionPath path = m_geometry.path();
        for (int s = 0; s < m_steps.length; s++) {
            final Step step = m_steps[s];
            if (step.scale()[g] < EventShape.UNBOUNDED) {
                final double[] f = step.basis().residual(activations().column(g));
                final double ratio =
                    Math.abs(OrthonormalBasis.dot(f, y)) / path.score().scale(path.step(step.index()).residualNorms()[g]);
                if (AssociationScore.takesStep(path.grid(), g, ratio, step.winner(), ratios[s])) {
                    return false;
                }
            }
        }
        return true;
    }
}
