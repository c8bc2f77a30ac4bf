package org.seism.motif.growth;

import java.util.Optional;
import java.util.OptionalInt;

import org.seism.motif.Motif;
import org.seism.motif.compare.Resemblance;

/**
 * What is said about a motif beside its tests, all of it fitted to the data and none of it tested (METHOD, section 13).
 *
 * @param motif the motif as most of its sites have it: turned where they lie on the other strand
 * @param matrix the grown matrix on the motif's strand
 * @param counts of exact and near matches
 * @param variantOf rank of the motif (from 1) of which this one is a variant; empty for the representative of a family
 * @param attachment where it stands beside motif 1
 * @param resemblance what the matrix resembles in a library; empty where there is none
 */
public record MotifDescription(Motif motif, GrownMatrix matrix, MatchCounts counts, OptionalInt variantOf,
    Optional<Attachment> attachment, Optional<Resemblance> resemblance) {

    /**
     * @param known what the matrix resembles
     * @return a copy that says so
     */
    public MotifDescription withResemblance(final Resemblance known) {
        return new MotifDescription(motif, matrix, counts, variantOf, attachment, Optional.of(known));
    }
}
