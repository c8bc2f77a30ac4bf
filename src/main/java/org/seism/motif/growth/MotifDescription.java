package org.seism.motif.growth;

import java.util.Optional;
import java.util.OptionalInt;

import org.seism.motif.WordMotif;

/**
 * What is said about a motif beside its tests, all of it fitted to the data and none of it tested (METHOD, section 13).
 *
 * @param word the word as most of its sites have it: turned where they lie on the other strand
 * @param matrix the grown matrix on the word's strand
 * @param counts of exact and near matches
 * @param variantOf rank of the motif (from 1) of which this one is a variant; empty for the representative of a family
 * @param attachment where it stands beside motif 1
 */
public record MotifDescription(WordMotif word, GrownMatrix matrix, MatchCounts counts, OptionalInt variantOf,
    Optional<Attachment> attachment) {
}
