package org.seism.selection;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.linear.Whitening;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * How motifs are selected from one set of sequences: the grid of candidates and what refines them, which depend on the sequences and
 * the settings only (METHOD, section 4), are made once and serve any number of phenotypes. Safe for use by several threads.
 */
public final class SelectionProcedure {
    private final WordGrid m_grid;
    private final AssociationScore m_score;
    private final Refinement m_refinement;

    /** Where a procedure comes from: made anew ({@link SelectionProcedure#of}), or on a grid that others have asked for before. */
    @FunctionalInterface
    public interface Source {
        /**
         * @param sequences the sequences
         * @param strands which strands are scanned
         * @param settings what the grid holds
         * @param erasing what a selected motif takes out of the sequences before the next step
         * @param score the score
         * @param refinement whether and how words are refined
         * @param runner runs the parts
         * @param progress progress and cancellation
         * @return the procedure, the same whoever makes it
         * @throws org.seism.InputException if no word has enough support, the width does not fit, or the refinement is too fine
         */
        SelectionProcedure of(SequenceSet sequences, Strands strands, GridSettings settings, Erasing erasing, AssociationScore score,
            RefinementSettings refinement, TaskRunner runner, Progress progress);
    }

    private SelectionProcedure(final WordGrid grid, final AssociationScore score, final Refinement refinement) {
        m_grid = grid;
        m_score = score;
        m_refinement = refinement;
    }

    /**
     * Builds the grid of the first step.
     *
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param settings what the grid holds
     * @param erasing what a selected motif takes out of the sequences before the next step
     * @param score the score
     * @param refinement whether and how words are refined
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return the procedure
     * @throws org.seism.InputException if no word has enough support, the width does not fit, or the refinement is too fine
     */
    public static SelectionProcedure of(final SequenceSet sequences, final Strands strands, final GridSettings settings,
        final Erasing erasing, final AssociationScore score, final RefinementSettings refinement, final TaskRunner runner,
        final Progress progress) {
        return on(WordGrid.build(sequences, strands, settings, erasing, runner, progress), sequences, strands, score, refinement);
    }

    /**
     * A procedure on a grid that is known. What refines its words is its own.
     *
     * @param grid the grid of the first step
     * @param sequences the sequences that it was built from, or equal ones
     * @param strands which strands are scanned
     * @param score the score
     * @param refinement whether and how words are refined
     * @return the procedure
     * @throws org.seism.InputException if the refinement is too fine
     */
    public static SelectionProcedure on(final WordGrid grid, final SequenceSet sequences, final Strands strands,
        final AssociationScore score, final RefinementSettings refinement) {
        return new SelectionProcedure(grid, score, Refinement.of(refinement, sequences, strands, score));
    }

    /**
     * @param motifs number of motifs
     * @param erasing whether the grids of later steps differ from the first
     * @return which part of the time of selecting goes into the first grid, about
     */
    public static double shareOfFirstGrid(final int motifs, final boolean erasing) {
        // a later grid costs about half of the first
        return erasing ? 0.95 * 2 / (motifs + 1) : 0.95;
    }

    /** @return the candidates of the first step */
    public WordGrid grid() {
        return m_grid;
    }

    /**
     * @param y phenotype, one value per sequence
     * @param covariates {@code [covariate][sequence]} without the intercept
     * @param motifs number of motifs, at least 1
     * @param runner runs the products
     * @param progress progress and cancellation
     * @return the path; shorter than asked for where nothing is left to explain
     * @throws org.seism.InputException if the phenotype is explained by the covariates, or there are too few sequences
     */
    public SelectionPath run(final double[] y, final double[][] covariates, final int motifs, final TaskRunner runner,
        final Progress progress) {
        return run(y, covariates, Whitening.NONE, motifs, runner, progress);
    }

    /**
     * The same for sequences that are related.
     *
     * @param y phenotype, whitened
     * @param covariates as they are, without the intercept
     * @param whitening what makes their noise independent
     * @param motifs number of motifs, at least 1
     * @param runner runs the products
     * @param progress progress and cancellation
     * @return the path; shorter than asked for where nothing is left to explain
     * @throws org.seism.InputException if the phenotype is explained by the covariates, there are too few sequences, or
     *             motifs of related sequences are refined
     */
    public SelectionPath run(final double[] y, final double[][] covariates, final Whitening whitening, final int motifs,
        final TaskRunner runner, final Progress progress) {
        return new GreedySelection(m_grid, m_score, m_refinement, runner, progress).run(y, covariates, whitening, motifs);
    }
}
