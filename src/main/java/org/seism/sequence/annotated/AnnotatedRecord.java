package org.seism.sequence.annotated;

import java.util.List;

/**
 * A sequence with its features.
 *
 * @param id accession with version, or the name in a FASTA header
 * @param letters as the file has them, in upper case
 * @param circular whether the last letter is followed by the first
 * @param protein whether it has one strand only
 * @param features in the order of the file
 */
public record AnnotatedRecord(String id, String letters, boolean circular, boolean protein, List<Feature> features) {

    /** Copies the list. */
    public AnnotatedRecord {
        features = List.copyOf(features);
    }
}
