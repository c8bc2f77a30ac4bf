package org.seism.motif;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.seism.sequence.Alphabet;
import org.seism.sequence.WindowShape;

/**
 * A candidate motif: a word over letters and IUPAC codes with the bandwidth of its activation. Column c is uniform over
 * the letters in {@code masks[c]}. A word may have a gap of free columns, which cost nothing whatever letter stands there, and it may
 * be bound to a place ({@link WindowShape}; METHOD, section 4b). Immutable.
 */
public final class WordMotif implements Motif {
    private static final Pattern TEXT = Pattern.compile("([^@-]+)(?:-N([0-9]{1,3})-([^@-]+))?(?:@([0-9]{1,8})(?:-([0-9]{1,8}))?)?");

    private final Alphabet m_alphabet;
    /** Of all columns; a free one allows every letter. */
    private final int[] m_masks;
    private final double m_bandwidth;
    private final WindowShape m_shape;

    /**
     * @param alphabet the alphabet
     * @param masks the set of letters per column, never 0
     * @param bandwidth b in exp(-d / (2 b^2)), positive
     */
    public WordMotif(final Alphabet alphabet, final int[] masks, final double bandwidth) {
        this(alphabet, masks, WindowShape.of(Math.max(1, masks.length)), bandwidth);
    }

    /**
     * @param alphabet the alphabet
     * @param masks the set of letters per column that is compared, never 0
     * @param shape where these columns lie
     * @param bandwidth b in exp(-d / (2 b^2)), positive
     */
    public WordMotif(final Alphabet alphabet, final int[] masks, final WindowShape shape, final double bandwidth) {
        if (masks.length == 0 || Arrays.stream(masks).anyMatch(m -> m == 0) || !(bandwidth > 0)) {
            throw new IllegalArgumentException("a motif has at least one column, no empty column, and a positive bandwidth");
        }
        m_alphabet = alphabet;
        if (masks.length != shape.letters()) {
            throw new IllegalArgumentException(masks.length + " columns for windows of " + shape.letters() + " letters");
        }
        m_masks = new int[shape.width()];
        Arrays.fill(m_masks, (1 << alphabet.size()) - 1);
        for (int k = 0; k < masks.length; k++) {
            m_masks[shape.column(k)] = masks[k];
        }
        m_shape = shape;
        m_bandwidth = bandwidth;
    }

    /**
     * @param alphabet the alphabet
     * @param word letters and IUPAC codes, perhaps with a gap or a place as {@link #text} writes them
     * @param bandwidth the bandwidth
     * @return the motif
     * @throws IllegalArgumentException if a character is no symbol of the alphabet, or gap or place can't be understood
     */
    public static WordMotif parse(final Alphabet alphabet, final String word, final double bandwidth) {
        final Matcher parts = TEXT.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException(word.isEmpty() ? "a motif has at least one column"
                : "'" + word + "' is neither a word nor one with a gap (TTGACA-N17-TATAAT) or a place (GT@31, GT@26-30)");
        }
        final String right = parts.group(3) == null ? "" : parts.group(3);
        final String letters = parts.group(1) + right;
        final int[] masks = new int[letters.length()];
        for (int c = 0; c < masks.length; c++) {
            masks[c] = alphabet.mask(letters.charAt(c));
            if (masks[c] == 0) {
                throw new IllegalArgumentException(
                    "'" + letters.charAt(c) + "' in '" + word + "' is no letter or IUPAC code of " + alphabet.label());
            }
        }
        final int gap = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        final WindowShape anywhere = gap == 0 ? WindowShape.of(masks.length)
            : WindowShape.gapped(masks.length - right.length(), gap, right.length());
        if (parts.group(4) == null) {
            return new WordMotif(alphabet, masks, anywhere, bandwidth);
        }
        final int first = Integer.parseInt(parts.group(4));
        final int last = parts.group(5) == null ? first : Integer.parseInt(parts.group(5));
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("places are counted from 1, and '" + word + "' has one from " + first + " to " + last);
        }
        return new WordMotif(alphabet, masks, anywhere.at(first - 1, last), bandwidth);
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

    /**
     * @return letters and IUPAC codes, with gap and place where there are any: {@code TTGACA-N17-TATAAT} has 17 free letters between two
     *         words, {@code GT@31} starts at the 31st letter of a sequence, {@code GT@26-30} at the 26th to the 30th
     */
    public String text() {
        final StringBuilder s = new StringBuilder(m_masks.length);
        for (int c = 0; c < m_masks.length; c++) {
            if (m_shape.gap() > 0 && c == m_shape.left()) {
                s.append("-N").append(m_shape.gap()).append('-');
            }
            if (!m_shape.isFree(c)) {
                s.append(m_alphabet.symbol(m_masks[c]));
            }
        }
        if (m_shape.isPlaced()) {
            s.append('@').append(m_shape.from() + 1);
            if (m_shape.to() - m_shape.from() > 1) {
                s.append('-').append(m_shape.to());
            }
        }
        return s.toString();
    }

    @Override
    public WindowShape windows() {
        return m_shape;
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
                costs[c][a] = m_shape.isFree(c) ? 0 : columnCost(m_masks[c], a);
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
        final int[] masks = new int[m_shape.letters()];
        for (int k = 0; k < masks.length; k++) {
            masks[k] = m_alphabet.complementMask(m_masks[m_shape.column(masks.length - 1 - k)]);
        }
        return new WordMotif(m_alphabet, masks, m_shape.reverseComplement(), m_bandwidth);
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
            && w.m_shape.equals(m_shape) && Arrays.equals(w.m_masks, m_masks);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(m_masks) + m_shape.hashCode()) + Double.hashCode(m_bandwidth);
    }

    @Override
    public String toString() {
        return text();
    }
}
