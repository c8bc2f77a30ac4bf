package org.seism.candidate;

import org.seism.sequence.WindowShape;

/**
 * Finds, for one sequence at a time, the level (numbered squared distance) of every word of one shape. Two ways: growing
 * Hamming balls for nucleic acids up to width 12, and a walk through the prefix tree of the words, which carries the
 * distances to all windows, for everything else. Not safe for use by several threads.
 */
abstract class LevelScan {

    /**
     * @param letters the scanned text, see {@link Windows#scanned}
     * @param unusable by start of a window whether to leave it out, see {@link ErasedLetters#unusable}; null for none
     * @param levels filled with one level per word, in word order
     * @return whether there is any window; if not, the levels are left as they are
     */
    abstract boolean levels(byte[] letters, boolean[] unusable, byte[] levels);

    /**
     * What becomes of the levels when more windows fall out of use.
     *
     * @param letters the scanned text
     * @param before by start of a window whether it was left out; null for none
     * @param after the same now; a window that was left out still is
     * @param words takes the words, by their place in word order, whose levels may have changed
     * @param levels takes the new level of each of them
     * @return how many there are; -1 where no window is left
     */
    int update(final byte[] letters, final boolean[] before, final boolean[] after, final int[] words, final byte[] levels) {
        if (!levels(letters, after, levels)) {
            return -1;
        }
        for (int w = 0; w < levels.length; w++) {
            words[w] = w;
        }
        return levels.length;
    }

    /**
     * @param words packed words of one shape in grid order
     * @param classes the class of each word
     * @param windows number of windows in a sequence, about
     * @return the faster of the two ways
     */
    static LevelScan of(final WordCode code, final long[] words, final CostClass[] classes, final boolean nucleic, final double windows) {
        return nucleic && code.width() <= HammingFlood.MAX_WIDTH && !areFew(code, words.length * windows) ? new Flood(code, words, classes)
            : new PrefixTree(code, words, classes);
    }

    /** Whether so few pairs of words and windows meet in a place or with a gap that walking through them costs less than a flood. */
    private static boolean areFew(final WordCode code, final double pairs) {
        return !code.shape().isPlain() && pairs < Math.pow(4, code.width()) / 64 * code.width() * code.width();
    }

    /**
     * By Hamming balls. A word with IUPAC positions stands for all words it matches or nearly matches there. Its distance is the
     * smallest, among these, of their Hamming distance and the penalties of the IUPAC columns that do not match: a window's own
     * letters at those columns give its distance, other letters cost a whole mismatch for the penalty of a part of one.
     */
    private static final class Flood extends LevelScan {
        /** Above this width a flood costs more than the levels of all words. */
        private static final int COMPARED = 9;

        private final int m_width;
        private final WindowShape m_shape;
        private final HammingFlood m_flood;
        private final CostClass[] m_classes;
        /** Words it stands for, {@code start[w] .. start[w + 1]} in the two arrays below. */
        private final int[] m_start;
        private final int[] m_variants;
        private final short[] m_penalties;
        private final long[] m_wanted;
        private final boolean m_plain;
        /** The flood before an update; made when there is one. */
        private HammingFlood m_before;
        private long[] m_differ;

        Flood(final WordCode code, final long[] words, final CostClass[] classes) {
            m_width = code.width();
            m_shape = code.shape();
            m_flood = new HammingFlood(m_shape);
            m_classes = classes;
            m_start = new int[words.length + 1];
            for (int w = 0; w < words.length; w++) {
                int variants = 1;
                for (int c = 0; c < m_width; c++) {
                    variants *= Integer.bitCount(code.mask(code.symbol(words[w], c))) > 1 ? 4 : 1;
                }
                m_start[w + 1] = m_start[w] + variants;
            }
            m_variants = new int[m_start[words.length]];
            m_penalties = new short[m_variants.length];
            for (int w = 0; w < words.length; w++) {
                expand(code, words[w], m_start[w]);
            }
            m_wanted = HammingFlood.words(m_width, m_variants);
            m_plain = m_variants.length == words.length;
        }

        private void expand(final WordCode code, final long word, final int start) {
            int filled = 1;
            m_variants[start] = 0;
            m_penalties[start] = 0;
            for (int c = 0; c < m_width; c++) {
                final int mask = code.mask(code.symbol(word, c));
                if (Integer.bitCount(mask) == 1) {
                    for (int k = 0; k < filled; k++) {
                        m_variants[start + k] = m_variants[start + k] << 2 | Integer.numberOfTrailingZeros(mask);
                    }
                    continue;
                }
                for (int letter = 3; letter >= 0; letter--) {
                    for (int k = 0; k < filled; k++) {
                        m_variants[start + letter * filled + k] = m_variants[start + k] << 2 | letter;
                        m_penalties[start + letter * filled + k] =
                            (short)(m_penalties[start + k] + ((mask >> letter & 1) != 0 ? 0 : 12 / Integer.bitCount(mask)));
                    }
                }
                filled *= 4;
            }
        }

        @Override
        boolean levels(final byte[] letters, final boolean[] unusable, final byte[] levels) {
            if (!m_flood.run(letters, unusable, m_wanted)) {
                return false;
            }
            if (m_plain) {
                // a plain word's levels are its mismatches
                m_flood.distances(m_wanted, levels);
            } else {
                for (int w = 0; w < levels.length; w++) {
                    levels[w] = (byte)level(w);
                }
            }
            return true;
        }

        private int level(final int w) {
            int units = Integer.MAX_VALUE;
            for (int v = m_start[w]; v < m_start[w + 1]; v++) {
                units = Math.min(units, 12 * m_flood.distance(m_variants[v]) + m_penalties[v]);
            }
            return m_classes[w].level(units);
        }

        @Override
        int update(final byte[] letters, final boolean[] before, final boolean[] after, final int[] words, final byte[] levels) {
            if (m_width > COMPARED) {
                return super.update(letters, before, after, words, levels);
            }
            if (!m_flood.run(letters, after, m_wanted)) {
                return -1;
            }
            if (m_before == null) {
                m_before = new HammingFlood(m_shape);
                m_differ = new long[m_wanted.length];
            }
            m_before.run(letters, before, m_wanted);
            m_flood.differences(m_before, m_differ);
            return m_plain ? plainDifferences(words, levels) : differences(words, levels);
        }

        private int differences(final int[] words, final byte[] levels) {
            int changed = 0;
            for (int w = 0; w < levels.length; w++) {
                if (differs(w)) {
                    words[changed] = w;
                    levels[changed++] = (byte)level(w);
                }
            }
            return changed;
        }

        /** Plain words are in the order of their bits, so the words wanted before one tell its place. */
        private int plainDifferences(final int[] words, final byte[] levels) {
            int changed = 0;
            int first = 0;
            for (int i = 0; i < m_wanted.length; i++) {
                for (long rest = m_differ[i] & m_wanted[i]; rest != 0; rest &= rest - 1) {
                    final long bit = Long.lowestOneBit(rest);
                    words[changed] = first + Long.bitCount(m_wanted[i] & bit - 1);
                    levels[changed++] = (byte)m_flood.distance(i << 6 | Long.numberOfTrailingZeros(bit));
                }
                first += Long.bitCount(m_wanted[i]);
            }
            return changed;
        }

        private boolean differs(final int w) {
            long any = 0;
            for (int v = m_start[w]; v < m_start[w + 1]; v++) {
                any |= m_differ[m_variants[v] >>> 6] >>> m_variants[v];
            }
            return (any & 1) != 0;
        }
    }

    /** By the words' prefix tree; words share the distances of their common prefixes. */
    private static final class PrefixTree extends LevelScan {
        /** Larger than any distance, so that windows with ambiguous letters never win. */
        private static final int NO_WINDOW = 1 << 20;

        private final WordCode m_code;
        private final long[] m_words;
        private final CostClass[] m_classes;
        private final int m_unitsPerMismatch;

        PrefixTree(final WordCode code, final long[] words, final CostClass[] classes) {
            m_code = code;
            m_words = words;
            m_classes = classes;
            m_unitsPerMismatch = words.length == 0 ? 0 : classes[0].unitsPerMismatch();
        }

        @Override
        boolean levels(final byte[] letters, final boolean[] unusable, final byte[] levels) {
            final int width = m_code.width();
            final WindowShape shape = m_code.shape();
            if (!Windows.any(letters, unusable, shape.width())) {
                return false;
            }
            final int starts = letters.length - shape.width() + 1;
            final int[][] cost = new int[m_code.symbols()][];
            final int[][] sums = new int[width + 1][starts];
            for (int c = shape.left(); c < shape.left() + shape.gap(); c++) {
                addInvalid(letters, c, sums[0]);
            }
            long previous = 0;
            for (int w = 0; w < m_words.length; w++) {
                final long word = m_words[w];
                int column = 0;
                while (w > 0 && column < width && m_code.symbol(word, column) == m_code.symbol(previous, column)) {
                    column++;
                }
                for (; column < width; column++) {
                    final int symbol = m_code.symbol(word, column);
                    if (cost[symbol] == null) {
                        cost[symbol] = costs(letters, m_code.mask(symbol));
                    }
                    add(sums[column], cost[symbol], shape.column(column), sums[column + 1]);
                }
                levels[w] = (byte)m_classes[w].level(min(sums[width], unusable));
                previous = word;
            }
            return true;
        }

        /** Any letter will do in a gap, but a letter it must be. */
        private static void addInvalid(final byte[] letters, final int shift, final int[] sums) {
            for (int s = 0; s < sums.length; s++) {
                sums[s] += letters[s + shift] < 0 ? NO_WINDOW : 0;
            }
        }

        private int[] costs(final byte[] letters, final int mask) {
            final int[] cost = new int[letters.length];
            final int miss = m_unitsPerMismatch / Integer.bitCount(mask);
            for (int k = 0; k < cost.length; k++) {
                cost[k] = letters[k] < 0 ? NO_WINDOW : (mask >> letters[k] & 1) != 0 ? 0 : miss;
            }
            return cost;
        }

        private static void add(final int[] sum, final int[] cost, final int shift, final int[] out) {
            for (int s = 0; s < out.length; s++) {
                out[s] = sum[s] + cost[s + shift];
            }
        }

        private static int min(final int[] values, final boolean[] unusable) {
            int min = Integer.MAX_VALUE;
            for (int s = 0; s < values.length; s++) {
                min = unusable != null && unusable[s] ? min : Math.min(min, values[s]);
            }
            return min;
        }
    }
}
