package org.seism.selection;

import org.seism.TaskRunner;
import org.seism.Progress;

/**
 * The selection event E: the phenotypes for which the procedure returns the same motifs in the same order (METHOD, section
 * 7). This is the definition itself, a full product per step; samplers use faster forms and are tested against it.
 */
public final class SelectionEvent {
    private final SelectionPath m_path;
    private final int m_steps;
    private final GreedySelection m_rule;

    /**
     * @param path the selection of the observed phenotype
     * @param steps how many steps must agree, 1 .. q
     */
    public SelectionEvent(final SelectionPath path, final int steps) {
        m_path = path;
        m_steps = steps;
        m_rule = new GreedySelection(path.grid(), path.score(), TaskRunner.sequential(), Progress.NONE);
    }

    /**
     * @param y a phenotype, one value per sequence
     * @return whether it leads to the same selection
     */
    public boolean contains(final double[] y) {
        final int p = m_path.grid().size();
        final double[] norms = new double[p];
        for (int step = 0; step < m_steps; step++) {
            for (int g = 0; g < p; g++) {
                norms[g] = m_path.residualNorm(step, g);
            }
            final double[] residual = m_path.basis(step).residual(y);
            final double[] products = m_path.grid().activations().transposeTimes(residual, TaskRunner.sequential());
            if (m_rule.winner(products, norms) != m_path.selected(step)) {
                return false;
            }
        }
        return true;
    }
}
