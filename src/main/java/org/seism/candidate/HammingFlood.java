package org.seism.candidate;

import java.util.Arrays;

/**
 * Smallest Hamming distance from every word of a width to the windows of one sequence, by growing the set of reached words
 * one mismatch at a time. The set of all 4^k words is a bit set; adding every word at distance one is k passes of bitwise
 * ORs over it, so the cost depends neither on the number of windows nor on the number of candidates. For nucleic acids of
 * width up to {@link #MAX_WIDTH}. Not safe for use by several threads.
 */
final class HammingFlood {
    /** 4^12 bits are 2 MB. */
    static final int MAX_WIDTH = 12;

    private final int m_width;
    private long[] m_reached;
    private long[] m_next;

    HammingFlood(final int width) {
        m_width = width;
        m_reached = new long[Math.max(1, (1 << 2 * width) / 64)];
        m_next = new long[m_reached.length];
    }

    /** Forgets everything: no window yet. */
    void clear() {
        Arrays.fill(m_reached, 0);
    }

    /** Adds a window, given as two bits a letter. */
    void add(final int word) {
        m_reached[word >>> 6] |= 1L << word;
    }

    /** Whether a word is within the present number of mismatches of some window. */
    boolean reached(final int word) {
        return (m_reached[word >>> 6] >>> word & 1) != 0;
    }

    /** Allows one more mismatch. */
    void grow() {
        System.arraycopy(m_reached, 0, m_next, 0, m_reached.length);
        for (int i = 0; i < m_reached.length; i++) {
            final long x = m_reached[i];
            if (x != 0) {
                m_next[i] |= within(x);
            }
        }
        for (int column = 3; column < m_width; column++) {
            final int stride = 1 << 2 * (column - 3);
            for (int block = 0; block < m_reached.length; block += 4 * stride) {
                spread(m_reached, m_next, block, stride);
            }
        }
        final long[] t = m_reached;
        m_reached = m_next;
        m_next = t;
    }

    private static void spread(final long[] from, final long[] to, final int block, final int stride) {
        for (int i = block; i < block + stride; i++) {
            final long any = from[i] | from[i + stride] | from[i + 2 * stride] | from[i + 3 * stride];
            to[i] |= any;
            to[i + stride] |= any;
            to[i + 2 * stride] |= any;
            to[i + 3 * stride] |= any;
        }
    }

    /** Any letter at one of the last three columns, whose words share a long. */
    private long within(final long x) {
        long y = fold(x, 1, 0x1111111111111111L);
        if (m_width > 1) {
            y |= fold(x, 4, 0x000F000F000F000FL);
        }
        if (m_width > 2) {
            y |= fold(x, 16, 0x000000000000FFFFL);
        }
        return y;
    }

    private static long fold(final long x, final int stride, final long mask) {
        final long any = (x | x >>> stride | x >>> 2 * stride | x >>> 3 * stride) & mask;
        return any | any << stride | any << 2 * stride | any << 3 * stride;
    }
}
