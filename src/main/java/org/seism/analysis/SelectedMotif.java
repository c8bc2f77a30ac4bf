package org.seism.analysis;

import java.util.List;

import org.seism.motif.MotifWord;

/**
 * A motif as the selection found it.
 *
 * @param rank 1 for the first selected
 * @param word the candidate that won the step
 * @param members all words of its equivalence class, itself first: the data cannot tell them apart
 * @param score its association score at its step
 * @param r2 share of the phenotype's variance (after covariates) that it explains beyond the motifs before it
 * @param effect its regression coefficient beside covariates and the motifs before it, in units of the phenotype per unit
 *            of activation
 * @param support number of sequences with a matching window
 */
public record SelectedMotif(int rank, MotifWord word, List<MotifWord> members, double score, double r2,
    double effect, int support) {

    /** Copies the list. */
    public SelectedMotif {
        members = List.copyOf(members);
    }
}
