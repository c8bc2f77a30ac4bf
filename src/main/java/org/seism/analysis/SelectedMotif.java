package org.seism.analysis;

import java.util.List;

import org.seism.motif.Motif;

/**
 * A motif as the selection found it.
 *
 * @param rank 1 for the first selected
 * @param motif the candidate that won the step, or what it was refined to
 * @param members all candidates of the winner's equivalence class, itself first: the data cannot tell them apart
 * @param score its association score at its step
 * @param r2 share of the phenotype's variance (after covariates) that it explains beyond the motifs before it
 * @param effect its regression coefficient beside covariates and the motifs before it, in units of the phenotype per unit
 *            of activation
 * @param support number of sequences with a matching window
 */
public record SelectedMotif(int rank, Motif motif, List<Motif> members, double score, double r2, double effect, int support) {

    /** Copies the list. */
    public SelectedMotif {
        members = List.copyOf(members);
    }

    /**
     * @param rank 1 for the first selected motif
     * @return its name in files and tables, for instance SEISM-1
     */
    public static String name(final int rank) {
        return "SEISM-" + rank;
    }

    /** @return the motif's name in files and tables */
    public String name() {
        return name(rank);
    }

    /** @return the motif in letters and IUPAC codes */
    public String consensus() {
        return motif.consensus();
    }
}
