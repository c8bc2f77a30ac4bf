package org.seism.inference.event;

import java.util.ArrayList;
import java.util.List;

import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinedEvent;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;

/**
 * The selection event of one motif under the permutation null, in single precision for fast scans. With x_ig = phi_ig^T e'
 * over the candidates of step i and tau_l = b_l^T e' a step asks
 * <pre>|x_ig + offset_ig - sum_l loading_igl tau_l| / s_ig &lt;= |a_w| / s_w</pre>
 * where b_l are the directions of the step's nuisance beside strata: e' sums to zero within groups, and exchanges within them
 * leave the components along indicators of coarser strata as they are. Directions that are constant within the groups drop
 * out. Immutable, shared by the chains of a motif.
 */
public final class PermutationShape {
    /** Error of a float x_g relative to ||phi_g||, e being a unit vector, with room for many updates between two refreshes. */
    private static final double FLOAT_ERROR = 4e-6;
    /** Scale of candidates that can't decide a step. */
    static final float UNBOUNDED = EventShape.UNBOUNDED;

    /**
     * One step of the event.
     *
     * @param selection the step
     * @param matrix which of the shape's matrices it works on
     * @param directions b_l, those that move
     * @param loadings {@code [l][candidate]}: phi_g^T b_l
     * @param winnerResidual R phi_w
     * @param winnerOffset (R phi_w)^T fit
     * @param inverseWinnerScale 1 / s_w
     * @param winnerLeast what |a_w| must exceed so that the winner has a score
     * @param offset (R phi_g)^T fit per candidate
     * @param scale s_g, {@link #UNBOUNDED} where g can't decide the step
     * @param margin how far a float computation of a ratio may be off
     * @param whole whether exchanges move components along the step's strata, so that only whole products will do
     */
    record Step(SelectionStep selection, int matrix, double[][] directions, float[][] loadings, double[] winnerResidual,
        double winnerOffset, double inverseWinnerScale, double winnerLeast, float[] offset, float[] scale, double margin, boolean whole) {
    }

    private final PermutationNull m_null;
    private final double m_length;
    private final Step[] m_steps;
    private final List<ActivationMatrix> m_matrices = new ArrayList<>();
    /** One per matrix where the phenotype has two classes; else empty. */
    private final List<CaseProducts> m_cases = new ArrayList<>();
    /** The part of the event that follows that of the candidates. */
    private final RefinedEvent m_refined;

    /**
     * @param null_ the null of one motif
     * @param runner runs the products
     */
    public PermutationShape(final PermutationNull null_, final TaskRunner runner) {
        m_null = null_;
        m_length = null_.length();
        final SelectionPath path = null_.path();
        m_refined = new RefinedEvent(path, null_.steps());
        m_steps = new Step[path.seedSteps(null_.motif(), null_.steps())];
        for (int s = 0; s < m_steps.length; s++) {
            m_steps[s] = step(path.step(s), runner);
        }
        for (final ActivationMatrix phi : m_matrices) {
            CaseProducts.of(null_, phi, runner).ifPresent(m_cases::add);
        }
        if (m_cases.size() < m_matrices.size()) {
            m_cases.clear();
        }
    }

    private Step step(final SelectionStep step, final TaskRunner runner) {
        final AssociationScore score = m_null.path().score();
        final ActivationMatrix phi = step.grid().activations();
        int matrix = m_matrices.indexOf(phi);
        if (matrix < 0) {
            matrix = m_matrices.size();
            m_matrices.add(phi);
        }
        final boolean whole = !refines(m_null.groups(), step.nuisance().strata());
        final List<double[]> directions = new ArrayList<>();
        final List<float[]> loadings = new ArrayList<>();
        final OrthonormalBasis more = step.nuisance().more();
        for (int l = 0; l < more.rank(); l++) {
            if (OrthonormalBasis.norm(Nuisance.of(m_null.groups()).residual(more.vector(l))) > 1e-9) {
                directions.add(more.vector(l));
                loadings.add(EventShape.toFloat(phi.transposeTimes(more.vector(l), runner)));
            }
        }
        final double[] winner = step.nuisance().residual(phi.column(step.winner()));
        final double[] overlap = phi.transposeTimes(winner, runner);
        final double winnerNorm = OrthonormalBasis.dot(winner, winner);
        final double[] fit = phi.transposeTimes(step.nuisance().residual(m_null.fit()), runner);
        final float[] scale = new float[fit.length];
        double margin = 0;
        for (int g = 0; g < scale.length; g++) {
            final double norm = step.residualNorms()[g];
            // parallel to the winner: one ratio of scores for every phenotype
            final boolean decides = !Double.isNaN(norm) && g != step.winner()
                && overlap[g] * overlap[g] < norm * winnerNorm * (1 - 1e-11);
            scale[g] = decides ? (float)Math.min(score.scale(norm), UNBOUNDED) : UNBOUNDED;
            if (scale[g] < UNBOUNDED) {
                // what may be rounding is decided in double, too
                margin = Math.max(margin,
                    (FLOAT_ERROR * (Math.sqrt(step.norms()[g]) + Math.abs(fit[g])) + step.least(g, m_length)) / scale[g]);
            }
        }
        return new Step(step, matrix, directions.toArray(double[][]::new), loadings.toArray(float[][]::new), winner,
            OrthonormalBasis.dot(winner, m_null.fit()), 1 / score.scale(step.residualNorms()[step.winner()]),
            step.least(step.winner(), m_length), EventShape.toFloat(fit), scale, margin, whole);
    }

    /** Whether each of the fine strata lies within one of the coarse ones. */
    private static boolean refines(final Strata fine, final Strata coarse) {
        final int[] labels = new int[fine.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = coarse.of(i);
        }
        return fine.split(labels).count() == fine.count();
    }

    /** @return the null of the motif */
    public PermutationNull nullOf() {
        return m_null;
    }

    Step[] steps() {
        return m_steps;
    }

    /** @return the different matrices of the steps */
    public List<ActivationMatrix> matrices() {
        return m_matrices;
    }

    /** Products by counting cases, one per matrix; empty where they can't be made so. */
    List<CaseProducts> cases() {
        return m_cases;
    }

    /** @return number of candidates of all matrices together: what each row of a change costs */
    public long candidates() {
        return m_matrices.stream().mapToLong(ActivationMatrix::candidates).sum();
    }

    /** @return whether every arrangement is in the event */
    public boolean isFree() {
        return m_steps.length == 0 && m_refined.isEmpty();
    }

    /** Whether the refinement of a phenotype whose seeds are the right ones leads to the same motifs. */
    boolean refinesAlike(final double[] y) {
        return m_refined.contains(y);
    }

    boolean isRefined() {
        return !m_refined.isEmpty();
    }

    /**
     * The definition with the tie rule, in double precision, for one candidate.
     *
     * @param s step
     * @param g candidate
     * @param y phenotype asked about
     * @param winnerRatio |a_w| / s_w
     * @return whether the candidate leaves the step to its winner
     */
    boolean obeys(final int s, final int g, final double[] y, final double winnerRatio) {
        final SelectionStep step = m_steps[s].selection();
        final double[] f = step.nuisance().residual(step.grid().activations().column(g));
        return obeys(s, g, OrthonormalBasis.dot(f, y), winnerRatio);
    }

    /** The same with (R phi_g)^T y known. */
    boolean obeys(final int s, final int g, final double product, final double winnerRatio) {
        final SelectionStep step = m_steps[s].selection();
        final AssociationScore score = m_null.path().score();
        if (!(score.sign().magnitude(product) > step.least(g, m_length))) {
            return true;
        }
        final double ratio = score.sign().magnitude(product) / score.scale(step.residualNorms()[g]);
        return !AssociationScore.takesStep(step.grid(), g, ratio, step.winner(), winnerRatio);
    }
}
