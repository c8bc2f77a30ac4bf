package org.seism.motif;

import java.util.Optional;

import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * A motif of any kind, as everything that draws, searches, erases, grows, writes and reports motifs sees it. Three things can be
 * asked of it: its letters ({@link #letters}), by which windows are counted as matches or mismatches and letters are erased;
 * its columns ({@link #columns}), which logos and motif files show; and its activation, which is what is tested. Kinds differ in how these
 * three hang together: a word's columns are its letters, a refined word's are shares on a lattice. Immutable; two motifs are
 * equal if they are of one kind and all of that is equal.
 */
public sealed interface Motif permits WordMotif, RefinedWord, MatrixMotif {
    /** @return what a motif is called among others of its kind: a word's letters */
    String name();

    /** @return the motif in letters and IUPAC codes, one per column */
    String consensus();

    /** @return the alphabet */
    Alphabet alphabet();

    /** @return number of columns, free ones between fixed ones counted too */
    int width();

    /**
     * @return the word by which windows are matched letter by letter: what counts, erasing and growing go by. A free column allows every
     *         letter. It has the motif's width but where a filter was trained from other words than the one that won
     */
    WordMotif letters();

    /** @return {@code [column][letter]}: shares of the letters, every column summing to 1; a copy */
    double[][] columns();

    /** @return which windows of a sequence it looks at, and which of their letters it compares: all in a row and anywhere, but for some words */
    default WindowShape windows() {
        return WindowShape.of(width());
    }

    /** @return whether the columns say more than letters and IUPAC codes can, so that they are worth a logo and a matrix of their own */
    boolean isSoft();

    /** @return how its activation comes from the windows of a sequence */
    Activation activation();

    /** @return the candidate that the motif was refined from; empty where it was not refined */
    Optional<WordMotif> seed();

    /**
     * @return the motif read on the other strand, with the same activation there
     * @throws UnsupportedOperationException for protein
     */
    Motif reverseComplement();

    /**
     * @param name identifier
     * @return the columns as a frequency matrix, for logos and motif files
     */
    default FrequencyMatrix toFrequencyMatrix(final String name) {
        return new FrequencyMatrix(name, "", alphabet(), columns(), 0, null);
    }

    /**
     * @param sequences sequences of the motif's alphabet
     * @param strands the strands to scan
     * @return the best site of every sequence that has a valid window
     * @throws IllegalArgumentException if the alphabets differ, or for both strands of protein
     */
    default MotifSites sites(final SequenceSet sequences, final Strands strands) {
        return SiteSearch.of(this).scan(sequences, strands);
    }
}
