package org.seism.motif;

/**
 * Where a motif fits best in one sequence.
 *
 * @param sequence index of the sequence in its set
 * @param start first position on the sequence as given, 0-based
 * @param end position after the last (half-open, as in BED), so {@code end - start} is the motif's width; tables for
 *            users show {@code start + 1} and {@code end}
 * @param strand the strand that was read
 * @param word the letters as read on that strand, that is the reverse complement of the sequence's own for a site on the
 *            reverse strand
 * @param activation exp(-d / (2 b^2)) in [0, 1], d being the squared distance between motif and word
 */
public record Site(int sequence, int start, int end, Strand strand, String word, double activation) {
}
