package org.seism.motif.growth;

import org.seism.motif.Strand;

/**
 * A window that a matrix scores at or above its cut.
 *
 * @param sequence index of the sequence
 * @param start first letter, from 0, on the sequence as given
 * @param strand strand on which the matrix fits
 * @param score in bits
 */
public record MatrixSite(int sequence, int start, Strand strand, double score) {
}
