package org.seism.simulation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One simulated sequence with the truth about it.
 *
 * @param id {@code s1}, {@code s2}, ...
 * @param sequence upper-case letters
 * @param phenotype the number drawn, or 1 and 0 for cases and controls
 * @param planted its planted words from left to right
 * @param covariates one value per covariate of the settings
 */
public record SimulatedSequence(String id, String sequence, double phenotype, List<PlantedWord> planted, List<Double> covariates) {

    /**
     * A word where it was planted.
     *
     * @param motif index of the motif in the settings
     * @param word the letters drawn, as the motif reads on its own strand
     * @param start 0-based position of the site's first letter in the sequence as given
     * @param reverse whether the sequence holds the word's reverse complement there
     */
    public record PlantedWord(int motif, String word, int start, boolean reverse) {
        @Override
        public String toString() {
            return word + "@" + (start + 1) + (reverse ? "-" : "+");
        }
    }

    /** Copies the lists. */
    public SimulatedSequence {
        planted = List.copyOf(planted);
        covariates = List.copyOf(covariates);
    }

    /** @return the planted words for a table, such as {@code TATAAT@13+,TTGACA@2-}; positions count from 1 */
    public String plantedText() {
        return planted.stream().map(PlantedWord::toString).collect(Collectors.joining(","));
    }
}
