package org.seism.candidate;

/**
 * Finds, for one sequence at a time, the level (numbered squared distance) of every word of one width. Two ways: growing
 * Hamming balls for nucleic acids up to width 12, and a walk through the prefix tree of the words, which carries the
 * distances to all windows, for everything else. Not safe for use by several threads.
 */
abstract class LevelScan {

    /**
     * @param letters the scanned text, see {@link Windows#scanned}
     * @param unusable by start of a window whether to leave it out, see {@link ErasedLetters#unusable}; null for none
     * @param levels filled with one level per word, in word order
     */
    abstract void levels(byte[] letters, boolean[] unusable, byte[] levels);

    /**
     * @param words packed words of one width in grid order
     * @param classes the class of each word
     * @return the faster of the two ways
     */
    static LevelScan of(final WordCode code, final long[] words, final CostClass[] classes, final boolean nucleic) {
        return nucleic && code.width() <= HammingFlood.MAX_WIDTH ? new Flood(code, words, classes)
            : new PrefixTree(code, words, classes);
    }

    /**
     * By Hamming balls. A word with IUPAC positions stands for all words it matches or nearly matches there: let M be the
     * smallest Hamming distance among all words that agree at its plain columns. Windows at distance M can be reached with
     * the penalties of the IUPAC columns that do not match; a window at distance M + 1 costs 2 more, which the penalties of
     * at most two IUPAC columns (2/m each, m at least 2) never exceed. So the first ball that reaches any of those words
     * settles the level.
     */
    private static final class Flood extends LevelScan {
        private final int m_width;
        private final HammingFlood m_flood;
        private final CostClass[] m_classes;
        /** Words it stands for, {@code start[w] .. start[w + 1]} in the two arrays below. */
        private final int[] m_start;
        private final int[] m_variants;
        private final short[] m_penalties;
        private final int[] m_open;

        Flood(final WordCode code, final long[] words, final CostClass[] classes) {
            m_width = code.width();
            m_flood = new HammingFlood(m_width);
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
            m_open = new int[words.length];
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
        void levels(final byte[] letters, final boolean[] unusable, final byte[] levels) {
            m_flood.clear();
            final int[] windows = {0};
            Windows.forEach(letters, unusable, m_width, 2, word -> {
                m_flood.add((int)word);
                windows[0]++;
            });
            if (windows[0] == 0) {
                for (int w = 0; w < levels.length; w++) {
                    levels[w] = (byte)m_classes[w].levelWithoutWindow();
                }
                return;
            }
            int open = levels.length;
            for (int w = 0; w < open; w++) {
                m_open[w] = w;
            }
            for (int mismatches = 0; open > 0; mismatches++) {
                int still = 0;
                for (int k = 0; k < open; k++) {
                    final int w = m_open[k];
                    int penalty = Integer.MAX_VALUE;
                    for (int v = m_start[w]; v < m_start[w + 1]; v++) {
                        if (m_flood.reached(m_variants[v])) {
                            penalty = Math.min(penalty, m_penalties[v]);
                        }
                    }
                    if (penalty < Integer.MAX_VALUE) {
                        levels[w] = (byte)m_classes[w].level(12 * mismatches + penalty);
                    } else {
                        m_open[still++] = w;
                    }
                }
                open = still;
                if (open > 0) {
                    m_flood.grow();
                }
            }
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
        void levels(final byte[] letters, final boolean[] unusable, final byte[] levels) {
            final int width = m_code.width();
            final int starts = letters.length - width + 1;
            if (starts <= 0) {
                for (int w = 0; w < levels.length; w++) {
                    levels[w] = (byte)m_classes[w].levelWithoutWindow();
                }
                return;
            }
            final int[][] cost = new int[m_code.symbols()][];
            final int[][] sums = new int[width + 1][starts];
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
                    add(sums[column], cost[symbol], column, sums[column + 1]);
                }
                final int best = min(sums[width], unusable);
                levels[w] = (byte)(best >= NO_WINDOW ? m_classes[w].levelWithoutWindow() : m_classes[w].level(best));
                previous = word;
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
