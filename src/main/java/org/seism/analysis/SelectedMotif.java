package org.seism.analysis;

import java.util.List;

import org.seism.motif.SiteSearch;
import org.seism.motif.SoftMotif;
import org.seism.motif.WordMotif;

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
 * @param refined the motif with soft columns that took the word's place, or null where words are not refined
 */
public record SelectedMotif(int rank, WordMotif word, List<WordMotif> members, double score, double r2,
    double effect, int support, SoftMotif refined) {

    /** Copies the list. */
    public SelectedMotif {
        members = List.copyOf(members);
    }

    /**
     * A word that was not refined.
     *
     * @param rank 1 for the first selected
     * @param word the candidate that won the step
     * @param members all words of its equivalence class
     * @param score its association score
     * @param r2 share of variance
     * @param effect regression coefficient
     * @param support number of sequences with a matching window
     */
    public SelectedMotif(final int rank, final WordMotif word, final List<WordMotif> members, final double score,
        final double r2, final double effect, final int support) {
        this(rank, word, members, score, r2, effect, support, null);
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

    /** @return the search for the motif's sites: of the word, or of what it was refined to */
    public SiteSearch search() {
        return refined == null ? SiteSearch.of(word) : refined.search();
    }

    /** @return the motif in letters and IUPAC codes: the word, or the consensus of what it was refined to */
    public String consensus() {
        return refined == null ? word.text() : refined.consensus();
    }
}
