package org.seism.candidate;

import java.util.List;

import org.seism.motif.Motif;

/**
 * A candidate of a grid: one class of motifs that the sequences can't tell apart (METHOD, section 4).
 *
 * @param motif the representative of the class, the first in grid order
 * @param members all motifs of the class in grid order, the representative first
 * @param support number of sequences with a matching window
 * @param rank place in grid order (width, letters, bandwidth), which decides ties
 */
public record Candidate(Motif motif, List<Motif> members, int support, int rank) {
}
