package org.seism.motif;

import org.seism.sequence.Alphabet;

/**
 * A named position frequency matrix, as motif files hold it.
 *
 * @param name identifier, never empty
 * @param description free text, possibly empty
 * @param alphabet the alphabet; letters in its order
 * @param frequencies {@code frequencies[column][letter]}, every column summing to 1; never changed after construction
 * @param sites number of sites the frequencies were counted on (nsites), 0 where unknown
 * @param background one probability per letter, or null for uniform
 */
public record FrequencyMatrix(String name, String description, Alphabet alphabet, double[][] frequencies, double sites,
    double[] background) {

    /** @return number of columns */
    public int width() {
        return frequencies.length;
    }
}
