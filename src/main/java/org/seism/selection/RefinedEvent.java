package org.seism.selection;

/**
 * The second part of the selection event where motifs are refined (METHOD, section 6): the refinement, run again on another
 * phenotype, leads to the same motif at every step. The first part, the same seed words, is cheap and comes before it. All
 * in double precision. Safe for use by several threads.
 */
public final class RefinedEvent {
    private final SelectionPath m_path;
    private final int m_steps;

    /**
     * @param path a selection with refined motifs
     * @param steps how many steps must agree, 1 .. q
     */
    public RefinedEvent(final SelectionPath path, final int steps) {
        m_path = path;
        m_steps = steps;
    }

    /**
     * @param y a phenotype that leads to the same seed words, one value per sequence
     * @return whether it leads to the same motifs
     */
    public boolean contains(final double[] y) {
        for (int step = 0; step < m_steps; step++) {
            final double[] residual = m_path.step(step).nuisance().residual(y);
            if (!m_path.refiner(step).motif(m_path.selected(step), residual).equals(m_path.refined(step))) {
                return false;
            }
        }
        return true;
    }
}
