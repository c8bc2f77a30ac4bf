package org.seism.motif.compare;

import org.seism.motif.Strand;

/**
 * How well one motif of a library resembles a query.
 *
 * @param target the known motif
 * @param p p-value of the best alignment over all offsets and strands
 * @param q Benjamini and Hochberg's adjusted value over all motifs of the library
 * @param strand strand of the target that fits
 * @param offset column of the query at which the target's first column lies; negative where the target begins before
 * @param overlap number of aligned columns
 */
public record LibraryMatch(LibraryMotif target, double p, double q, Strand strand, int offset, int overlap) {
}
