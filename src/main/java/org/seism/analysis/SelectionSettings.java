package org.seism.analysis;

import org.seism.InputException;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;

/**
 * How motifs are selected (METHOD, sections 4 to 6).
 *
 * @param grid the candidates
 * @param score association score
 * @param motifs number of motifs q; {@link #AUTO} selects up to {@link #MOST_AUTO} and lets ForwardStop decide how many to keep
 * @param refinement whether and how words are refined to motifs with soft columns (METHOD, section 6)
 * @param erasing what a selected motif takes out of the sequences before the next is selected (METHOD, section 5b)
 */
public record SelectionSettings(GridSettings grid, AssociationScore score, int motifs, RefinementSettings refinement,
    Erasing erasing) {

    /** Number of motifs chosen by ForwardStop on the sequential p-values. */
    public static final int AUTO = 0;

    /** How many motifs are selected for ForwardStop to choose from. */
    public static final int MOST_AUTO = 10;

    /** The largest number of motifs. */
    public static final int MOST = 100;

    /** Words of width 6, ridge score, 3 motifs. */
    public static final SelectionSettings DEFAULT = new SelectionSettings(GridSettings.DEFAULT, AssociationScore.DEFAULT, 3);

    /**
     * Words as they are, with erasing.
     *
     * @param grid the candidates
     * @param score association score
     * @param motifs number of motifs, or AUTO
     */
    public SelectionSettings(final GridSettings grid, final AssociationScore score, final int motifs) {
        this(grid, score, motifs, RefinementSettings.NONE, Erasing.DEFAULT);
    }

    /**
     * Checks the number of motifs, and that only words in a row and anywhere are refined.
     *
     * @throws InputException if it is out of range, or they are not
     */
    public SelectionSettings {
        if (motifs < 0 || motifs > MOST) {
            throw new InputException("The number of motifs is " + motifs + ".", "Give 1 to " + MOST + ", or auto.");
        }
        if (refinement.mode() != RefinementSettings.Mode.NONE && grid.forms().any()) {
            throw new InputException("Words in a place and words with a gap are not refined.",
                "Leave out the refinement, or the positions and gapped words.");
        }
    }

    /** @return how many motifs to select */
    public int wanted() {
        return motifs == AUTO ? MOST_AUTO : motifs;
    }

    /**
     * @param settings the grid
     * @return a copy with it
     */
    public SelectionSettings withGrid(final GridSettings settings) {
        return new SelectionSettings(settings, score, motifs, refinement, erasing);
    }

    /**
     * @param s the score
     * @return a copy with it
     */
    public SelectionSettings withScore(final AssociationScore s) {
        return new SelectionSettings(grid, s, motifs, refinement, erasing);
    }

    /**
     * @param count number of motifs, or AUTO
     * @return a copy with it
     */
    public SelectionSettings withMotifs(final int count) {
        return new SelectionSettings(grid, score, count, refinement, erasing);
    }

    /**
     * @param r whether and how words are refined
     * @return a copy with it
     */
    public SelectionSettings withRefinement(final RefinementSettings r) {
        return new SelectionSettings(grid, score, motifs, r, erasing);
    }

    /**
     * @param e what a selected motif takes out of the sequences
     * @return a copy with it
     */
    public SelectionSettings withErasing(final Erasing e) {
        return new SelectionSettings(grid, score, motifs, refinement, e);
    }

    /** @return whether words are refined */
    public boolean isRefined() {
        return refinement.mode() != RefinementSettings.Mode.NONE;
    }
}
