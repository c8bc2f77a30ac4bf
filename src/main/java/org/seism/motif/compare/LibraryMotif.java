package org.seism.motif.compare;

import org.seism.motif.FrequencyMatrix;

/**
 * A known motif.
 *
 * @param matrix its matrix; name is the accession, description the factor
 * @param family the factor's family, empty where the file does not say
 */
public record LibraryMotif(FrequencyMatrix matrix, String family) {

    /** @return the factor's name: the description, or the accession where there is none */
    public String factor() {
        return matrix.description().isEmpty() ? matrix.name() : matrix.description();
    }

    /** @return what matches are summed by: the family, or the factor where no family is known */
    public String familyOrFactor() {
        return family.isEmpty() ? factor() : family;
    }
}
