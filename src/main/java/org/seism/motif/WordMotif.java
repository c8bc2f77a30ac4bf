package org.seism.motif;

import java.util.Arrays;
import java.util.Optional;

import org.seism.sequence.Alphabet;

/**
 * A candidate motif: a word over letters and IUPAC codes with the bandwidth of its activation. Column c is uniform over
 * the letters in {@code masks[c]}. Immutable.
 */
public final class WordMotif implements Motif {
    private final Alphabet m_alphabet;
    private final int[] m_masks;
    private final double m_bandwidth;

    /**
     * @param alphabet the alphabet
     * @param masks the set of letters per column, never 0
     * @param bandwidth b in exp(-d / (2 b^2)), positive
     */
    public WordMotif(final Alphabet alphabet, final int[] masks, final double bandwidth) {
        if (masks.length == 0 || Arrays.stream(masks).anyMatch(m -> m == 0) || !(bandwidth > 0)) {
            throw new IllegalArgumentException("a motif has at least one column, no empty column, and a positive bandwidth");
        }
        m_alphabet = alphabet;
        m_masks = masks.clone();
        m_bandwidth = bandwidth;
    }

    /**
     * @param alphabet the alphabet
     * @param word letters and IUPAC codes
     * @param bandwidth the bandwidth
     * @return the motif
     * @throws IllegalArgumentException if a character is no symbol of the alphabet
     */
    public static WordMotif parse(final Alphabet alphabet, final String word, final double bandwidth) {
        final int[] masks = new int[word.length()];
        for (int c = 0; c < masks.length; c++) {
            masks[c] = alphabet.mask(word.charAt(c));
            if (masks[c] == 0) {
                throw new IllegalArgumentException(
                    "'" + word.charAt(c) + "' in '" + word + "' is no letter or IUPAC code of " + alphabet.label());
            }
        }
        return new WordMotif(alphabet, masks, bandwidth);
    }

    @Override
    public Alphabet alphabet() {
        return m_alphabet;
    }

    @Override
    public int width() {
        return m_masks.length;
    }

    /**
     * @param column 0-based
     * @return the set of letters of the column, never 0
     */
    public int mask(final int column) {
        return m_masks[column];
    }

    /** @return the bandwidth b */
    public double bandwidth() {
        return m_bandwidth;
    }

    /** @return letters and IUPAC codes */
    public String text() {
        final StringBuilder s = new StringBuilder(m_masks.length);
        for (final int mask : m_masks) {
            s.append(m_alphabet.symbol(mask));
        }
        return s.toString();
    }

    @Override
    public String name() {
        return text();
    }

    @Override
    public String consensus() {
        return text();
    }

    @Override
    public WordMotif letters() {
        return this;
    }

    @Override
    public boolean isSoft() {
        return false;
    }

    @Override
    public Activation activation() {
        final double[][] costs = new double[m_masks.length][m_alphabet.size()];
        for (int c = 0; c < costs.length; c++) {
            for (int a = 0; a < costs[c].length; a++) {
                costs[c][a] = columnCost(m_masks[c], a);
            }
        }
        return new GaussianActivation(costs, m_bandwidth);
    }

    @Override
    public Optional<WordMotif> seed() {
        return Optional.empty();
    }

    @Override
    public WordMotif reverseComplement() {
        final int[] masks = new int[m_masks.length];
        for (int c = 0; c < masks.length; c++) {
            masks[c] = m_alphabet.complementMask(m_masks[masks.length - 1 - c]);
        }
        return new WordMotif(m_alphabet, masks, m_bandwidth);
    }

    /**
     * Squared distance between a column and a one-hot letter: ||z - e||^2 with z uniform over the mask's m letters, that
     * is 1 - 1/m for a letter of the set and 1 + 1/m for any other.
     *
     * @param mask the column's letters
     * @param code the letter
     * @return the column's share of the squared distance
     */
    public static double columnCost(final int mask, final int code) {
        final double inverse = 1.0 / Integer.bitCount(mask);
        return (mask >> code & 1) != 0 ? 1 - inverse : 1 + inverse;
    }

    @Override
    public double[][] columns() {
        final double[][] columns = new double[m_masks.length][m_alphabet.size()];
        for (int c = 0; c < columns.length; c++) {
            for (int a = 0; a < columns[c].length; a++) {
                columns[c][a] = (m_masks[c] >> a & 1) != 0 ? 1.0 / Integer.bitCount(m_masks[c]) : 0;
            }
        }
        return columns;
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof WordMotif w && w.m_alphabet == m_alphabet && w.m_bandwidth == m_bandwidth
            && Arrays.equals(w.m_masks, m_masks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(m_masks) + Double.hashCode(m_bandwidth);
    }

    @Override
    public String toString() {
        return text();
    }
}
