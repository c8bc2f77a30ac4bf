package org.seism.inference.event;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.seism.TaskRunner;
import org.seism.candidate.activation.Activations;
import org.seism.inference.event.StepGeometry.Functional;
import org.seism.selection.AssociationScore;
import org.seism.selection.SelectionStep;

/**
 * The steps of the selection event that look at one activation matrix, in single precision for fast scans: with x_g = phi_g^T
 * v,
 * <ul>
 * <li>steps with a constant winner are one box lower_g &lt;= x_g &lt;= upper_g;</li>
 * <li>every other step is a cone |offset_g + x_g - couplings| &lt;= m s_g, with m = |a_w| / s_w.</li>
 * </ul>
 * Immutable, shared by the chains of a motif.
 */
final class EventPart {
    /** Stands for infinity: times a small m it must not become NaN. */
    static final float UNBOUNDED = 1e30f;

    /** Error of a float x_g relative to ||phi_g||, v being a unit vector, with room for many updates between two refreshes. */
    private static final double FLOAT_ERROR = 4e-6;

    /** Candidates with a smaller residual share lose too many digits in float: they are always decided in double. */
    private static final double DELICATE = 1e-4;

    /**
     * One step.
     *
     * @param step the step
     * @param winner number of the winner's functional among those that the event tracks
     * @param scale s_g, unbounded where g does not decide or is delicate
     * @param offset null where there is none
     * @param coupling {@code [direction][candidate]}
     * @param coupled numbers of the directions' functionals
     * @param margin how far a float computation of a ratio may be off
     */
    record Cone(StepGeometry step, int winner, float[] scale, float[] offset, float[][] coupling, int[] coupled, double margin) {
    }

    private final Activations m_phi;
    private final AssociationScore.Sign m_sign;
    private final List<StepGeometry> m_steps;
    private final List<Cone> m_cones;
    private final double[] m_norm;
    private final float[] m_lower;
    private final float[] m_upper;
    private final int[] m_delicate;
    private final float[] m_alongDirection;

    /**
     * @param geometry the null
     * @param steps steps with the same grid
     * @param functionals takes the functions of v that have to be known at every trial
     * @param runner runs products
     */
    EventPart(final NullGeometry geometry, final List<StepGeometry> steps, final List<Functional> functionals,
        final TaskRunner runner) {
        m_steps = List.copyOf(steps);
        m_sign = geometry.path().sign();
        final SelectionStep first = steps.get(0).selection();
        m_phi = first.phi();
        final int p = m_phi.candidates();
        m_alongDirection = EventShape.toFloat(m_phi.transposeTimes(geometry.direction(), runner));
        m_norm = Arrays.stream(first.norms()).map(Math::sqrt).toArray();
        final boolean[] delicate = new boolean[p];
        for (final StepGeometry step : steps) {
            for (int g = 0; g < p; g++) {
                delicate[g] |= step.scale(g) < Double.POSITIVE_INFINITY
                    && step.selection().residualNorms()[g] < DELICATE * first.norms()[g];
            }
        }
        m_delicate = IntStream.range(0, p).filter(g -> delicate[g]).toArray();
        final List<StepGeometry> boxes = steps.stream().filter(EventPart::isConstant).toList();
        m_lower = boxes.isEmpty() ? null : filled(p, -UNBOUNDED);
        m_upper = boxes.isEmpty() ? null : filled(p, UNBOUNDED);
        boxes.forEach(step -> tighten(step, delicate));
        m_cones = steps.stream().filter(step -> !isConstant(step)).map(step -> cone(step, delicate, functionals)).toList();
    }

    static boolean isConstant(final StepGeometry step) {
        return step.winnerFunctional().isZero() && step.coupled().length == 0;
    }

    private void tighten(final StepGeometry step, final boolean[] delicate) {
        final double ratio = step.winnerRatio(0);
        for (int g = 0; g < m_lower.length; g++) {
            if (step.scale(g) < Double.POSITIVE_INFINITY && !delicate[g]) {
                final double reach = ratio * step.scale(g);
                final double margin = margin(step, g);
                if (m_sign == AssociationScore.Sign.ANY) {
                    m_lower[g] = Math.max(m_lower[g], (float)(-reach - step.offset(g) + margin));
                }
                m_upper[g] = Math.min(m_upper[g], (float)(reach - step.offset(g) - margin));
            }
        }
    }

    private Cone cone(final StepGeometry step, final boolean[] delicate, final List<Functional> functionals) {
        final int p = m_norm.length;
        final float[] scale = filled(p, UNBOUNDED);
        final float[] offset = step.hasOffset() ? new float[p] : null;
        final float[][] coupling = new float[step.coupled().length][p];
        double margin = 0;
        for (int g = 0; g < p; g++) {
            if (step.scale(g) < Double.POSITIVE_INFINITY && !delicate[g]) {
                scale[g] = (float)step.scale(g);
                margin = Math.max(margin, margin(step, g) / step.scale(g));
                if (offset != null) {
                    offset[g] = (float)step.offset(g);
                }
                for (int l = 0; l < coupling.length; l++) {
                    coupling[l][g] = (float)step.coupling(l, g);
                }
            }
        }
        functionals.add(step.winnerFunctional());
        final int winner = functionals.size() - 1;
        functionals.addAll(List.of(step.coupled()));
        return new Cone(step, winner, scale, offset, coupling, IntStream.range(winner + 1, functionals.size()).toArray(), margin);
    }

    private static float[] filled(final int p, final float value) {
        final float[] array = new float[p];
        Arrays.fill(array, value);
        return array;
    }

    /** How far a float computation of a_g may be off. */
    double margin(final StepGeometry step, final int g) {
        double couplings = 0;
        for (int l = 0; l < step.coupled().length; l++) {
            couplings += Math.abs(step.coupling(l, g));
        }
        // what may be rounding is decided in double, too
        return FLOAT_ERROR * (m_norm[g] + Math.abs(step.offset(g)) + couplings) + step.least(g);
    }

    Activations activations() {
        return m_phi;
    }

    AssociationScore.Sign sign() {
        return m_sign;
    }

    List<StepGeometry> steps() {
        return m_steps;
    }

    List<Cone> cones() {
        return m_cones;
    }

    /** Certain lower bounds (already tightened by the margin), or null where no step has a constant winner. */
    float[] lower() {
        return m_lower;
    }

    float[] upper() {
        return m_upper;
    }

    int[] delicate() {
        return m_delicate;
    }

    /** phi_g^T e. */
    float[] alongDirection() {
        return m_alongDirection;
    }
}
