package org.seism.simulation;

/**
 * A motif that the simulator plants.
 *
 * @param word letters and IUPAC codes of the alphabet; a code is drawn uniformly from its letters for every sequence
 * @param effect what carrying the word adds to the phenotype's linear predictor
 * @param share share of the sequences that carry it, 0 to 1, rounded to a whole number of sequences
 */
public record PlantedMotif(String word, double effect, double share) {
}
