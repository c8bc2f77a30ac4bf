package org.seism.selection;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.motif.Motif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * What turns the candidate of a selection step into the motif that takes its place (METHOD, section 6). A deterministic function
 * of the phenotype's residual and of nothing else that depends on the phenotype, so that the selection event can be decided
 * by running it again. {@link #NONE} leaves candidates as they are.
 */
public sealed interface Refinement permits Unrefined, GridRefinement {
    /** Candidates are the motifs. */
    Refinement NONE = new Unrefined();

    /**
     * One step of the selection: the refinement with its candidates and what is projected off fixed. Safe for use by
     * several threads, so that all chains share what it keeps.
     */
    interface Step {
        /**
         * @param seed candidate that won the step
         * @param residual Q y, one value per sequence; only its direction matters
         * @return the motif that takes the seed's place
         */
        Motif motif(int seed, double[] residual);
    }

    /** A step whose decisions are comparisons of squared sinusoids along a half circle of phenotypes. */
    interface CircleStep extends Step {
        /**
         * The motif of the residual r0 + cos(t) rc + sin(t) rs, and how far t may move without any decision changing.
         *
         * @param seed candidate that won the step
         * @param circle {@code {r0, rc, rs}}, each one value per sequence and orthogonal to the nuisance
         * @param t angle between 0 and pi
         * @param cell {@code {from, to}} around t, narrowed to where every decision of the refinement stays the same
         * @return the motif
         */
        Motif motif(int seed, double[][] circle, double t, double[] cell);
    }

    /**
     * @param grid the candidates of the step, with the windows that it may look at
     * @param nuisance what the step projects off
     * @param residualNorms phi^T Q phi per candidate, NaN for candidates out of the step
     * @return the step
     */
    Step step(WordGrid grid, Nuisance nuisance, double[] residualNorms);

    /**
     * @param step a step with the candidate that won it
     * @param residual Q y, one value per sequence
     * @return the step with the motif that takes the candidate's place, its activation and its score
     */
    SelectionStep refine(SelectionStep step, double[] residual);

    /** @return whether motifs are anything but the candidates themselves, so that the event has a second part */
    boolean refines();

    /** @return whether "the same candidate won" is part of every event, also where nothing else depends on it */
    boolean keepsSeed();

    /**
     * @param settings the kind of refinement
     * @param sequences the sequences of the grid
     * @param strands which strands are scanned
     * @param score the score to climb
     * @return the refinement
     * @throws org.seism.InputException if the resolution is too fine for the alphabet
     */
    static Refinement of(final RefinementSettings settings, final SequenceSet sequences, final Strands strands,
        final AssociationScore score) {
        return switch (settings.mode()) {
            case NONE -> NONE;
            case LATTICE -> new LatticeRefinement(settings, sequences, strands, score);
            case NETWORK -> new NetworkTraining(settings, sequences, strands, score);
        };
    }
}
