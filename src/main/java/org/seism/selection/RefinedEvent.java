package org.seism.selection;

/**
 * The second part of the selection event where motifs are refined (METHOD, section 6): the refinement, run again on another
 * phenotype, leads to the same motif at every step. The first part, the same candidates, is cheap and comes before it. All
 * in double precision. Safe for use by several threads.
 */
public final class RefinedEvent {
    private final SelectionPath m_path;
    /** 0 where candidates are the motifs: the first part is all. */
    private final int m_steps;

    /**
     * @param path a selection
     * @param steps how many steps must agree, 0 .. q
     */
    public RefinedEvent(final SelectionPath path, final int steps) {
        m_path = path;
        m_steps = path.isRefined() ? steps : 0;
    }

    /** @return whether every phenotype that leads to the same candidates leads to the same motifs */
    public boolean isEmpty() {
        return m_steps == 0;
    }

    /**
     * @param y a phenotype that leads to the same candidates, one value per sequence
     * @return whether it leads to the same motifs
     */
    public boolean contains(final double[] y) {
        for (int k = 0; k < m_steps; k++) {
            final SelectionStep step = m_path.step(k);
            if (!step.refiner().motif(step.winner(), step.nuisance().residual(y)).equals(step.motif())) {
                return false;
            }
        }
        return true;
    }
}
