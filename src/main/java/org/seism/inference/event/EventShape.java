package org.seism.inference.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.seism.TaskRunner;
import org.seism.candidate.ActivationMatrix;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.RefinedEvent;
import org.seism.selection.SelectionPath;

/**
 * The selection event of one motif under the gaussian null, in single precision for fast scans: with x_g = phi_g^T v,
 * <ul>
 * <li>steps before the motif's own have a constant winner, so together they are one box lower_g &lt;= x_g &lt;= upper_g;</li>
 * <li>each later step is a cone |offset_g + x_g - coupling_g tau| &lt;= m s_g, with m = |a_w| / s_w from tau.</li>
 * </ul>
 * A scan in floats decides a candidate unless it is closer to the boundary than {@link #margin}; those, and candidates that
 * are nearly explained by earlier motifs, are decided in double from the definition. Immutable, shared by the chains of a
 * motif.
 */
public final class EventShape {
    /** Stands for infinity: times a small m it must not become NaN. */
    static final float UNBOUNDED = 1e30f;

    /** Error of a float x_g relative to ||phi_g||, v being a unit vector, with room for many updates between two refreshes. */
    private static final double FLOAT_ERROR = 4e-6;

    /** Candidates with a smaller residual share lose too many digits in float: they are always decided in double. */
    private static final double DELICATE = 1e-4;

    /** One step whose winner moves with v. */
    record Cone(StepGeometry step, float[] scale, float[] offset, float[] coupling, double inverseWinnerScale, double margin) {

        /** |a_w| / s_w. */
        double ratio(final double tau, final double[] v) {
            return step.isRefined() ? Math.abs(step.winnerProduct(tau, v)) * inverseWinnerScale : ratio(tau);
        }

        /** |a_w| / s_w for words. */
        double ratio(final double tau) {
            return Math.abs(step.winnerOffset() + step.winnerSlope() * tau) * inverseWinnerScale;
        }
    }

    private final NullGeometry m_geometry;
    private final List<StepGeometry> m_steps = new ArrayList<>();
    private final List<Cone> m_cones = new ArrayList<>();
    private final float[] m_lower;
    private final float[] m_upper;
    private final int[] m_delicate;
    private final double[] m_norm;
    private final RefinedEvent m_refined;
    private final float[] m_alongDirection;

    public EventShape(final NullGeometry geometry, final TaskRunner runner) {
        m_geometry = geometry;
        final SelectionPath path = geometry.path();
        final int p = path.grid().size();
        m_alongDirection = toFloat(activations().transposeTimes(geometry.direction(), runner));
        m_norm = new double[p];
        for (int g = 0; g < p; g++) {
            m_norm[g] = Math.sqrt(path.step(0).norms()[g]);
        }
        m_refined = path.isRefined() ? new RefinedEvent(path, geometry.steps()) : null;
        for (int step = 0; step < geometry.steps() && path.keepsSeeds(); step++) {
            m_steps.add(StepGeometry.of(geometry, step, runner));
        }
        final boolean[] delicate = new boolean[p];
        for (final StepGeometry step : m_steps) {
            for (int g = 0; g < p; g++) {
                delicate[g] |= step.scale(g) < Double.POSITIVE_INFINITY
                    && path.step(step.step()).residualNorms()[g] < DELICATE * path.step(0).norms()[g];
            }
        }
        m_delicate = java.util.stream.IntStream.range(0, p).filter(g -> delicate[g]).toArray();
        // refined motifs leave no step with a constant winner
        final int boxes = path.isRefined() ? 0 : geometry.motif();
        m_lower = boxes == 0 ? null : filled(p, -UNBOUNDED);
        m_upper = boxes == 0 ? null : filled(p, UNBOUNDED);
        for (final StepGeometry step : m_steps) {
            if (step.step() < boxes) {
                tighten(step, delicate);
            } else {
                m_cones.add(cone(step, delicate));
            }
        }
    }

    private void tighten(final StepGeometry step, final boolean[] delicate) {
        final double ratio = step.winnerRatio(m_geometry.path(), 0, null);
        for (int g = 0; g < m_lower.length; g++) {
            if (step.scale(g) < Double.POSITIVE_INFINITY && !delicate[g]) {
                final double reach = ratio * step.scale(g);
                final double margin = margin(step, g);
                m_lower[g] = Math.max(m_lower[g], (float)(-reach - step.offset(g) + margin));
                m_upper[g] = Math.min(m_upper[g], (float)(reach - step.offset(g) - margin));
            }
        }
    }

    private Cone cone(final StepGeometry step, final boolean[] delicate) {
        final int p = m_norm.length;
        final float[] scale = filled(p, UNBOUNDED);
        final boolean own = step.step() == m_geometry.motif() && m_geometry.hypothesis() == Hypothesis.SEQUENTIAL;
        final float[] offset = own ? null : new float[p];
        final float[] coupling = step.hasCoupling() ? new float[p] : null;
        double margin = 0;
        for (int g = 0; g < p; g++) {
            if (step.scale(g) < Double.POSITIVE_INFINITY && !delicate[g]) {
                scale[g] = (float)step.scale(g);
                margin = Math.max(margin, margin(step, g) / step.scale(g));
                if (offset != null) {
                    offset[g] = (float)step.offset(g);
                }
                if (coupling != null) {
                    coupling[g] = (float)step.coupling(g);
                }
            }
        }
        return new Cone(step, scale, offset, coupling, 1 / step.winnerScale(m_geometry.path()), margin);
    }

    /** Single precision, for scans. */
    static float[] toFloat(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }

    private static float[] filled(final int p, final float value) {
        final float[] array = new float[p];
        Arrays.fill(array, value);
        return array;
    }

    /** How far a float computation of a_g may be off. */
    double margin(final StepGeometry step, final int g) {
        return FLOAT_ERROR * (m_norm[g] + Math.abs(step.offset(g)) + Math.abs(step.coupling(g)));
    }

    public NullGeometry geometry() {
        return m_geometry;
    }

    public ActivationMatrix activations() {
        return m_geometry.path().grid().activations();
    }

    /** phi_g^T e; not a copy. */
    public float[] alongDirection() {
        return m_alongDirection;
    }

    public List<StepGeometry> steps() {
        return m_steps;
    }

    List<Cone> cones() {
        return m_cones;
    }

    /** Certain lower bounds (already tightened by the margin), or null for the first motif. */
    float[] lower() {
        return m_lower;
    }

    float[] upper() {
        return m_upper;
    }

    /** Whether seeds are refined: the words' event is then only the first, cheap part of the event. */
    boolean isRefined() {
        return m_refined != null;
    }

    /** Whether the refinement of a phenotype whose seeds are the right ones leads to the same motifs. */
    boolean refinesAlike(final double[] v) {
        final double[] y = m_geometry.fit().clone();
        OrthonormalBasis.addScaled(y, v, 1);
        return m_refined.contains(y);
    }

    int[] delicate() {
        return m_delicate;
    }

    /**
     * The definition in double precision for one candidate and one step.
     *
     * @param v residual part of the phenotype asked about, orthogonal to N
     * @param tau e^T v
     * @return whether the candidate leaves the step to its winner
     */
    boolean obeys(final StepGeometry step, final int g, final double[] v, final double tau) {
        if (step.scale(g) == Double.POSITIVE_INFINITY) {
            return true;
        }
        final double[] f = step.basis().residual(activations().column(g));
        double a = 0;
        final double[] fit = m_geometry.fit();
        final boolean noOffset = step.step() == m_geometry.motif() && m_geometry.hypothesis() == Hypothesis.SEQUENTIAL;
        for (int i = 0; i < f.length; i++) {
            a += f[i] * (noOffset ? v[i] : fit[i] + v[i]);
        }
        return !step.takesStep(m_geometry.path(), g, Math.abs(a) / step.scale(g), step.winnerRatio(m_geometry.path(), tau, v));
    }
}
