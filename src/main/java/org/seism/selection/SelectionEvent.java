package org.seism.selection;

import org.seism.TaskRunner;
import org.seism.linear.OrthonormalBasis;

/**
 * The selection event E: the phenotypes for which the procedure returns the same motifs in the same order (METHOD, section
 * 7). This is the definition itself, a full product per step; samplers use faster forms and are tested against it.
 */
public final class SelectionEvent {
    private final SelectionPath m_path;
    private final int m_steps;
    private final RefinedEvent m_refined;

    /**
     * @param path the selection of the observed phenotype
     * @param steps how many steps must agree, 1 .. q
     */
    public SelectionEvent(final SelectionPath path, final int steps) {
        m_path = path;
        m_steps = steps;
        m_refined = new RefinedEvent(path, steps);
    }

    /**
     * @param y a phenotype, one value per sequence
     * @return whether it leads to the same selection
     */
    public boolean contains(final double[] y) {
        final double length = OrthonormalBasis.norm(y);
        for (int k = 0; k < m_path.seedSteps(m_steps - 1, m_steps); k++) {
            final SelectionStep step = m_path.step(k);
            final double[] products =
                step.phi().transposeTimes(step.nuisance().residual(y), TaskRunner.sequential());
            if (m_path.score().winner(step.grid(), products, step.residualNorms(), step.norms(), length) != step.winner()) {
                return false;
            }
        }
        return m_refined.contains(y);
    }
}
