package org.seism.motif.growth;

import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;

/**
 * A window that a matrix scores at or above its cut.
 *
 * @param sequence index of the sequence
 * @param start first letter, from 0, on the sequence as given
 * @param strand strand on which the matrix fits
 * @param score in bits
 */
public record MatrixSite(int sequence, int start, Strand strand, double score) {

    /**
     * @param sequences the sequences
     * @param width number of columns of the matrix
     * @return the site's letters as the matrix reads them
     */
    public String letters(final SequenceSet sequences, final int width) {
        final Alphabet alphabet = sequences.alphabet();
        final StringBuilder letters = new StringBuilder(width);
        for (int c = 0; c < width; c++) {
            final int code = sequences.code(sequence, strand == Strand.FORWARD ? start + c : start + width - 1 - c);
            letters.append(alphabet.letter(strand == Strand.FORWARD ? code : alphabet.complement(code)));
        }
        return letters.toString();
    }
}
