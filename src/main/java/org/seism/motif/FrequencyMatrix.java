package org.seism.motif;

import java.util.Arrays;

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
 * @param url where more is said about the motif, possibly empty
 */
public record FrequencyMatrix(String name, String description, Alphabet alphabet, double[][] frequencies, double sites,
    double[] background, String url) {

    /**
     * A matrix without an address.
     *
     * @param name identifier, never empty
     * @param description free text, possibly empty
     * @param alphabet the alphabet; letters in its order
     * @param frequencies {@code frequencies[column][letter]}, every column summing to 1
     * @param sites number of sites, 0 where unknown
     * @param background one probability per letter, or null for uniform
     */
    public FrequencyMatrix(final String name, final String description, final Alphabet alphabet, final double[][] frequencies,
        final double sites, final double[] background) {
        this(name, description, alphabet, frequencies, sites, background, "");
    }

    /**
     * A matrix of counted letters.
     *
     * @param name identifier, never empty
     * @param description free text, possibly empty
     * @param alphabet the alphabet
     * @param counts {@code [column][letter]}; a column without any is uniform
     * @return the shares of the letters; its sites are the largest number counted in a column
     */
    public static FrequencyMatrix ofCounts(final String name, final String description, final Alphabet alphabet, final int[][] counts) {
        final double[][] frequencies = new double[counts.length][alphabet.size()];
        int most = 0;
        for (int c = 0; c < counts.length; c++) {
            final int n = Arrays.stream(counts[c]).sum();
            most = Math.max(most, n);
            for (int a = 0; a < alphabet.size(); a++) {
                frequencies[c][a] = n == 0 ? 1.0 / alphabet.size() : (double)counts[c][a] / n;
            }
        }
        return new FrequencyMatrix(name, description, alphabet, frequencies, most, null);
    }

    /**
     * @param address where more is said about the motif
     * @return the same matrix with that address
     */
    public FrequencyMatrix withUrl(final String address) {
        return new FrequencyMatrix(name, description, alphabet, frequencies, sites, background, address);
    }

    /** @return number of columns */
    public int width() {
        return frequencies.length;
    }

    /**
     * @param smallSample whether to subtract e(n) = (s - 1) / (2 ln 2 n), n being {@code sites}; nothing is subtracted
     *            where that is unknown
     * @return information content of every column in bits (Schneider et al. 1986), never negative
     */
    public double[] informationContent(final boolean smallSample) {
        final double[] bits = new double[frequencies.length];
        for (int c = 0; c < bits.length; c++) {
            bits[c] = LetterColumn.information(frequencies[c], smallSample ? sites : 0);
        }
        return bits;
    }

    /** @return one IUPAC symbol per column, by the rule of {@link SiteMatrix#consensus()} */
    public String consensus() {
        final StringBuilder s = new StringBuilder(frequencies.length);
        for (final double[] column : frequencies) {
            s.append(LetterColumn.consensus(alphabet, column));
        }
        return s.toString();
    }

    /**
     * @return the matrix read on the other strand, under the same name
     * @throws UnsupportedOperationException for protein
     */
    public FrequencyMatrix reverseComplement() {
        final double[][] reversed = new double[frequencies.length][alphabet.size()];
        double[] otherBackground = null;
        if (background != null) {
            otherBackground = new double[alphabet.size()];
        }
        for (int a = 0; a < alphabet.size(); a++) {
            final int complement = alphabet.complement(a);
            for (int c = 0; c < reversed.length; c++) {
                reversed[c][complement] = frequencies[frequencies.length - 1 - c][a];
            }
            if (otherBackground != null) {
                otherBackground[complement] = background[a];
            }
        }
        return new FrequencyMatrix(name, description, alphabet, reversed, sites, otherBackground, url);
    }
}
