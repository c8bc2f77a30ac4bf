package org.seism.candidate;

import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.WindowShape;

/**
 * Words packed into a long, first letter in the highest bits, so that the order of the numbers is the grid order of words
 * of one width: letters in alphabet order, IUPAC codes after them in rising order of their letter sets.
 */
final class WordCode {
    private final Alphabet m_alphabet;
    private final WindowShape m_shape;
    /** Letters of a word. */
    private final int m_width;
    private final int m_bits;
    /** Letter set per symbol. */
    private final int[] m_masks;
    /** Symbol of the complementary set, or null for protein. */
    private final int[] m_complement;

    WordCode(final Alphabet alphabet, final WindowShape shape, final int degeneracy) {
        m_alphabet = alphabet;
        m_shape = shape;
        m_width = shape.letters();
        m_bits = bits(alphabet, degeneracy);
        m_masks = symbolMasks(alphabet);
        m_complement = alphabet.hasComplement() ? new int[m_masks.length] : null;
        if (m_complement != null) {
            for (int s = 0; s < m_masks.length; s++) {
                final int wanted = alphabet.complementMask(m_masks[s]);
                for (int t = 0; t < m_masks.length; t++) {
                    if (m_masks[t] == wanted) {
                        m_complement[s] = t;
                    }
                }
            }
        }
    }

    /** Bits per position: enough for the letters, or for all symbols where IUPAC codes are allowed. */
    static int bits(final Alphabet alphabet, final int degeneracy) {
        final int symbols = degeneracy == 0 ? alphabet.size() : alphabet.size() + alphabet.ambiguityMasks().length;
        return 32 - Integer.numberOfLeadingZeros(symbols - 1);
    }

    /** Letter sets of all symbols: single letters first, then the ambiguity codes. */
    static int[] symbolMasks(final Alphabet alphabet) {
        final int[] ambiguous = alphabet.ambiguityMasks();
        final int[] masks = new int[alphabet.size() + ambiguous.length];
        for (int c = 0; c < alphabet.size(); c++) {
            masks[c] = 1 << c;
        }
        System.arraycopy(ambiguous, 0, masks, alphabet.size(), ambiguous.length);
        return masks;
    }

    /** Number of letters of a word. */
    int width() {
        return m_width;
    }

    /** Where these letters lie in a window. */
    WindowShape shape() {
        return m_shape;
    }

    int bits() {
        return m_bits;
    }

    int symbol(final long word, final int column) {
        return (int)(word >>> m_bits * (m_width - 1 - column)) & (1 << m_bits) - 1;
    }

    long with(final long word, final int column, final int symbol) {
        final int shift = m_bits * (m_width - 1 - column);
        return word & ~((1L << m_bits) - 1 << shift) | (long)symbol << shift;
    }

    int mask(final int symbol) {
        return m_masks[symbol];
    }

    int symbols() {
        return m_masks.length;
    }

    /** Of a word whose windows look alike on both strands. */
    long reverseComplement(final long word) {
        long r = 0;
        for (int c = m_width - 1; c >= 0; c--) {
            r = r << m_bits | m_complement[symbol(word, c)];
        }
        return r;
    }

    WordMotif motif(final long word, final double bandwidth) {
        final int[] masks = new int[m_width];
        for (int c = 0; c < m_width; c++) {
            masks[c] = m_masks[symbol(word, c)];
        }
        return new WordMotif(m_alphabet, masks, m_shape, bandwidth);
    }
}
