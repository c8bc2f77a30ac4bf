package org.seism.selection;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;

/** Leaves candidates as they are, see {@link Refinement#NONE}. */
final class Unrefined implements Refinement {
    @Override
    public Step step(final WordGrid grid, final Nuisance nuisance, final double[] residualNorms) {
        return (seed, residual) -> grid.motif(seed);
    }

    @Override
    public SelectionStep refine(final SelectionStep step, final double[] residual) {
        return step;
    }

    @Override
    public boolean refines() {
        return false;
    }

    @Override
    public boolean keepsSeed() {
        return true;
    }
}
