package org.seism.candidate;

import java.util.Arrays;

import org.seism.sequence.WindowShape;

/**
 * Smallest Hamming distance from every word of a width to the windows of one sequence, by growing the set of reached words
 * one mismatch at a time. The set of all 4^k words is a bit set; adding every word at distance one is k passes of bitwise
 * ORs over it, so the cost depends neither on the number of windows nor on the number of candidates. How often a word was not
 * yet reached is its distance: it is counted for all words at once, the binary digits of the counts being bit sets too. For
 * nucleic acids of width up to {@link #MAX_WIDTH}. Not safe for use by several threads.
 */
final class HammingFlood {
    /** 4^12 bits are 2 MB. */
    static final int MAX_WIDTH = 12;

    private final WindowShape m_shape;
    /** Letters of a word. */
    private final int m_width;
    private long[] m_reached;
    private long[] m_next;
    /** {@code [digit][word / 64]}: binary digits of the distances. */
    private final long[][] m_digits;
    private int m_digitsInUse;
    private int m_windows;

    HammingFlood(final WindowShape shape) {
        final int width = shape.letters();
        m_shape = shape;
        m_width = width;
        m_reached = new long[Math.max(1, (1 << 2 * width) / 64)];
        m_next = new long[m_reached.length];
        m_digits = new long[32 - Integer.numberOfLeadingZeros(width)][m_reached.length];
    }

    /** A set of words that {@link #run} can be asked to reach. */
    static long[] words(final int width, final int[] words) {
        final long[] set = new long[Math.max(1, (1 << 2 * width) / 64)];
        for (final int word : words) {
            set[word >>> 6] |= 1L << word;
        }
        return set;
    }

    /**
     * Finds the distances of the wanted words (of others only that they are at least as large as the largest of these).
     *
     * @param letters the scanned text
     * @param unusable by start of a window whether to leave it out; null for none
     * @param wanted a set of words, see {@link #words}
     * @return whether there is any window; without one there are no distances
     */
    boolean run(final byte[] letters, final boolean[] unusable, final long[] wanted) {
        Arrays.fill(m_reached, 0);
        m_windows = 0;
        Windows.forEach(letters, unusable, m_shape, 2, word -> {
            m_reached[(int)word >>> 6] |= 1L << word;
            m_windows++;
        });
        m_digitsInUse = 0; // counting overwrites what the digits hold
        while (m_windows > 0 && !reaches(wanted)) {
            count();
            grow();
        }
        return m_windows > 0;
    }

    private boolean reaches(final long[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if ((wanted[i] & ~m_reached[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** One more for each word that is not reached. One loop per digit, without branches, which the JIT vectorises. */
    private void count() {
        final long[] carry = m_next; // free until the set grows
        for (int i = 0; i < carry.length; i++) {
            carry[i] = ~m_reached[i];
        }
        for (int d = 0; d < m_digitsInUse; d++) {
            add(m_digits[d], carry);
        }
        long carries = 0;
        for (int i = 0; i < carry.length; i++) {
            carries |= carry[i];
        }
        if (carries != 0) {
            System.arraycopy(carry, 0, m_digits[m_digitsInUse++], 0, carry.length);
        }
    }

    private static void add(final long[] digit, final long[] carry) {
        for (int i = 0; i < carry.length; i++) {
            final long x = digit[i];
            final long c = carry[i];
            digit[i] = x ^ c;
            carry[i] = x & c;
        }
    }

    /** @return distance of a wanted word to the nearest window */
    int distance(final int word) {
        int distance = 0;
        for (int d = 0; d < m_digitsInUse; d++) {
            distance |= (int)(m_digits[d][word >>> 6] >>> word & 1) << d;
        }
        return distance;
    }

    /**
     * Distances of wanted plain words.
     *
     * @param wanted the words of the last run
     * @param distances takes them in the order of the words
     */
    void distances(final long[] wanted, final byte[] distances) {
        int w = 0;
        final long[] none = m_next; // whatever it holds is masked away
        final long[] d0 = m_digitsInUse > 0 ? m_digits[0] : none;
        final long[] d1 = m_digitsInUse > 1 ? m_digits[1] : none;
        final long[] d2 = m_digitsInUse > 2 ? m_digits[2] : none;
        final long[] d3 = m_digitsInUse > 3 ? m_digits[3] : none;
        final int mask = (1 << m_digitsInUse) - 1;
        for (int i = 0; i < wanted.length; i++) {
            final long x0 = d0[i];
            final long x1 = d1[i];
            final long x2 = d2[i];
            final long x3 = d3[i];
            for (long rest = wanted[i]; rest != 0; rest &= rest - 1) {
                final int b = Long.numberOfTrailingZeros(rest);
                distances[w++] =
                    (byte)(((x0 >>> b & 1) | (x1 >>> b & 1) << 1 | (x2 >>> b & 1) << 2 | (x3 >>> b & 1) << 3) & mask);
            }
        }
    }

    /** Sets the bits of the words whose distances differ. */
    void differences(final HammingFlood other, final long[] differ) {
        Arrays.fill(differ, 0);
        final int common = Math.min(m_digitsInUse, other.m_digitsInUse);
        for (int d = 0; d < common; d++) {
            final long[] own = m_digits[d];
            final long[] others = other.m_digits[d];
            for (int i = 0; i < differ.length; i++) {
                differ[i] |= own[i] ^ others[i];
            }
        }
        final HammingFlood longer = m_digitsInUse > common ? this : other;
        for (int d = common; d < longer.m_digitsInUse; d++) {
            for (int i = 0; i < differ.length; i++) {
                differ[i] |= longer.m_digits[d][i];
            }
        }
    }

    /** Allows one more mismatch. */
    private void grow() {
        if (m_width > 2) {
            within(m_reached, m_next);
        } else {
            for (int i = 0; i < m_reached.length; i++) {
                m_next[i] = m_reached[i] | fold(m_reached[i], 1, 0x1111111111111111L)
                    | (m_width > 1 ? fold(m_reached[i], 4, 0x000F000F000F000FL) : 0);
            }
        }
        if (m_width > 3) {
            spreadOne(m_reached, m_next);
        }
        for (int column = 4; column < m_width; column++) {
            final int stride = 1 << 2 * (column - 3);
            for (int block = 0; block < m_reached.length; block += 4 * stride) {
                spread(m_reached, m_next, block, stride);
            }
        }
        final long[] t = m_reached;
        m_reached = m_next;
        m_next = t;
    }

    /** {@link #spread} for a stride of 1, where it would be all overhead. */
    private static void spreadOne(final long[] from, final long[] to) {
        for (int i = 0; i + 3 < from.length; i += 4) {
            final long any = from[i] | from[i + 1] | from[i + 2] | from[i + 3];
            to[i] |= any;
            to[i + 1] |= any;
            to[i + 2] |= any;
            to[i + 3] |= any;
        }
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

    /** Any letter at one of the last three columns, whose words share a long; straight, so that the JIT vectorises it. */
    private static void within(final long[] from, final long[] to) {
        for (int i = 0; i < from.length; i++) {
            final long x = from[i];
            long a = (x | x >>> 1 | x >>> 2 | x >>> 3) & 0x1111111111111111L;
            a = a | a << 1 | a << 2 | a << 3;
            long b = (x | x >>> 4 | x >>> 8 | x >>> 12) & 0x000F000F000F000FL;
            b = b | b << 4 | b << 8 | b << 12;
            long c = (x | x >>> 16 | x >>> 32 | x >>> 48) & 0x000000000000FFFFL;
            c = c | c << 16 | c << 32 | c << 48;
            to[i] = x | a | b | c;
        }
    }

    private static long fold(final long x, final int stride, final long mask) {
        final long any = (x | x >>> stride | x >>> 2 * stride | x >>> 3 * stride) & mask;
        return any | any << stride | any << 2 * stride | any << 3 * stride;
    }
}
