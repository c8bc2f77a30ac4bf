package org.seism.inference.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.seism.TaskRunner;
import org.seism.candidate.activation.Activations;
import org.seism.inference.event.StepGeometry.Functional;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.RefinedEvent;
import org.seism.selection.SelectionPath;

/**
 * The selection event of one motif under the gaussian null: a part per activation matrix. Without erasing all steps look at
 * one matrix and share its product with a move; with erasing each step has its own, so sampling motif j costs j products a
 * move where it cost one. A scan in floats decides a candidate unless it is close to the boundary; those, and candidates
 * that are nearly explained by earlier motifs, are decided in double from the definition. Immutable, shared by the chains of
 * a motif.
 */
public final class EventShape {
    /** Stands for infinity: times a small m it must not become NaN. */
    static final float UNBOUNDED = EventPart.UNBOUNDED;

    private final NullGeometry m_geometry;
    private final List<EventPart> m_parts = new ArrayList<>();
    private final List<Functional> m_functionals = new ArrayList<>();
    private final RefinedEvent m_refined;

    /**
     * @param geometry the null hypothesis of one motif
     * @param runner runs products with the activation matrices
     */
    public EventShape(final NullGeometry geometry, final TaskRunner runner) {
        m_geometry = geometry;
        final SelectionPath path = geometry.path();
        m_refined = new RefinedEvent(path, geometry.steps());
        // the first functional is e itself
        m_functionals.add(new Functional(1, null));
        final Map<Activations, List<StepGeometry>> byMatrix = new LinkedHashMap<>();
        for (int step = 0; step < path.seedSteps(geometry.motif(), geometry.steps()); step++) {
            byMatrix.computeIfAbsent(path.step(step).phi(), g -> new ArrayList<>()).add(StepGeometry.of(geometry, step, runner));
        }
        byMatrix.values().forEach(steps -> m_parts.add(new EventPart(geometry, steps, m_functionals, runner)));
    }

    /** Single precision, for scans. */
    static float[] toFloat(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }

    /** @return the null hypothesis */
    public NullGeometry geometry() {
        return m_geometry;
    }

    /** @return the first matrix, by whose groups of sequences blocks are cut */
    public Activations activations() {
        return m_geometry.path().step(0).phi();
    }

    /** @return steps of the event, in their order within the parts */
    public List<StepGeometry> steps() {
        return m_parts.stream().flatMap(part -> part.steps().stream()).toList();
    }

    List<EventPart> parts() {
        return m_parts;
    }

    /** Functions of v to be known at every trial; the first one is e^T v. */
    List<Functional> functionals() {
        return m_functionals;
    }

    /** Whether seeds are refined: the words' event is then only the first, cheap part of the event. */
    boolean isRefined() {
        return !m_refined.isEmpty();
    }

    /** Whether the refinement of a phenotype whose seeds are the right ones leads to the same motifs. */
    boolean refinesAlike(final double[] v) {
        final double[] y = m_geometry.fit().clone();
        OrthonormalBasis.addScaled(y, v, 1);
        return m_refined.contains(y);
    }

    /**
     * The definition in double precision for one candidate and one step.
     *
     * @param step a step
     * @param g a candidate of its grid
     * @param v residual part of the phenotype asked about, orthogonal to N
     * @param moved the value of the winner's functional at v
     * @return whether the candidate leaves the step to its winner
     */
    boolean obeys(final StepGeometry step, final int g, final double[] v, final double moved) {
        if (step.scale(g) == Double.POSITIVE_INFINITY) {
            return true;
        }
        final double[] f = step.nuisance().residual(step.selection().phi().column(g));
        double a = 0;
        final double[] fit = m_geometry.fit();
        for (int i = 0; i < f.length; i++) {
            a += f[i] * (step.hasOffset() ? fit[i] + v[i] : v[i]);
        }
        final double magnitude = m_geometry.path().sign().magnitude(a);
        return !(magnitude > step.least(g)) || !step.takesStep(g, magnitude / step.scale(g), step.winnerRatio(moved));
    }
}
