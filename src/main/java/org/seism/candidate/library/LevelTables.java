package org.seism.candidate.library;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.seism.motif.MatrixActivation;
import org.seism.motif.MatrixMotif;

/**
 * Levels of many matrices in one sequence. A few letters at a time are one index into a table of summed costs, so a
 * window of twelve nucleotides costs three look-ups. Immutable and safe for several threads.
 */
final class LevelTables {
    private final int m_letters;
    /** Letters per look-up. */
    private final int m_group;
    private final MatrixActivation[] m_activations;
    private final int[] m_widths;
    /** {@code [motif][group of columns][index of the letters]}. */
    private final int[][][] m_tables;

    LevelTables(final List<MatrixMotif> motifs, final int letters) {
        m_letters = letters;
        m_group = letters <= 4 ? 4 : 2;
        m_activations = motifs.stream().map(MatrixMotif::activation).toArray(MatrixActivation[]::new);
        m_widths = motifs.stream().mapToInt(MatrixMotif::width).toArray();
        m_tables = new int[m_widths.length][][];
        for (int m = 0; m < m_widths.length; m++) {
            final int[][] tables = new int[(m_widths[m] + m_group - 1) / m_group][];
            for (int t = 0; t < tables.length; t++) {
                tables[t] = table(m_activations[m].costs(), t * m_group);
            }
            m_tables[m] = tables;
        }
    }

    /** Letters behind the last column cost nothing. */
    private int[] table(final double[][] costs, final int first) {
        int[] sums = {0};
        for (int c = first; c < first + m_group; c++) {
            final int[] longer = new int[sums.length * m_letters];
            for (int s = 0; s < sums.length; s++) {
                for (int a = 0; a < m_letters; a++) {
                    longer[s * m_letters + a] = sums[s] + (c < costs.length ? (int)costs[c][a] : 0);
                }
            }
            sums = longer;
        }
        return sums;
    }

    /**
     * @param text letter codes, negative where no window may be
     * @param unusable by width: which windows may not be used, by start; null for none
     * @return the level of every matrix, 0 where it has no usable window
     */
    byte[] levels(final byte[] text, final IntFunction<boolean[]> unusable) {
        final int[] index = index(text);
        final Masks masks = new Masks(unusable);
        final byte[] levels = new byte[m_widths.length];
        for (int m = 0; m < levels.length; m++) {
            levels[m] = level(m, text, index, masks.of(m_widths[m]));
        }
        return levels;
    }

    /**
     * The levels where fewer windows are left than there were, which are no higher: where no window that is gone had the
     * level, it stays.
     *
     * @param levels of all matrices before
     * @param text letter codes, negative where no window may be
     * @param before by width: which windows could not be used, by start; null for none
     * @param now which can't be used now, those before among them
     * @return the levels now
     */
    byte[] fewer(final byte[] levels, final byte[] text, final IntFunction<boolean[]> before,
        final IntFunction<boolean[]> now) {
        final int[] index = index(text);
        final Masks masks = new Masks(now);
        final int[][] gone = new int[masks.size()][];
        final byte[] fewer = levels.clone();
        for (int m = 0; m < fewer.length; m++) {
            final int width = m_widths[m];
            if (levels[m] > 0 && masks.of(width) != null) {
                if (gone[width] == null) {
                    gone[width] = gone(text, width, before.apply(width), masks.of(width));
                }
                if (reaches(m, index, gone[width], m_activations[m].reach(levels[m]))) {
                    fewer[m] = level(m, text, index, masks.of(width));
                }
            }
        }
        return fewer;
    }

    /** Starts of windows that can't be used any more. */
    private static int[] gone(final byte[] text, final int width, final boolean[] before, final boolean[] now) {
        final int[] gone = new int[now.length];
        int size = 0;
        int letters = 0;
        for (int p = 0; p < text.length; p++) {
            letters = text[p] < 0 ? 0 : letters + 1;
            final int start = p - width + 1;
            if (letters >= width && now[start] && (before == null || !before[start])) {
                gone[size++] = start;
            }
        }
        return Arrays.copyOf(gone, size);
    }

    private boolean reaches(final int motif, final int[] index, final int[] starts, final int distance) {
        final int[][] tables = m_tables[motif];
        for (final int p : starts) {
            int d = 0;
            for (int t = 0; t < tables.length; t++) {
                d += tables[t][index[p + t * m_group]];
            }
            if (d <= distance) {
                return true;
            }
        }
        return false;
    }

    /** The letters from each place on, as index into the tables. */
    private int[] index(final byte[] text) {
        final int[] index = new int[text.length];
        for (int p = 0; p < text.length; p++) {
            for (int k = 0; k < m_group; k++) {
                final int letter = p + k < text.length ? Math.max(0, text[p + k]) : 0;
                index[p] = index[p] * m_letters + letter;
            }
        }
        return index;
    }

    /** What can't be used, asked for once per width. */
    private final class Masks {
        private final IntFunction<boolean[]> m_unusable;
        private final boolean[][] m_masks = new boolean[Arrays.stream(m_widths).max().orElse(0) + 1][];
        private final boolean[] m_asked = new boolean[m_masks.length];

        Masks(final IntFunction<boolean[]> unusable) {
            m_unusable = unusable;
        }

        int size() {
            return m_masks.length;
        }

        boolean[] of(final int width) {
            if (!m_asked[width]) {
                m_asked[width] = true;
                m_masks[width] = m_unusable.apply(width);
            }
            return m_masks[width];
        }
    }

    private byte level(final int motif, final byte[] text, final int[] index, final boolean[] unusable) {
        final int nearest = nearest(motif, text, index, unusable);
        return nearest >= Integer.MAX_VALUE / 2 ? 0 : (byte)m_activations[motif].level(nearest);
    }

    /** Smallest distance of a usable window. */
    private int nearest(final int motif, final byte[] text, final int[] index, final boolean[] unusable) {
        final int width = m_widths[motif];
        int nearest = Integer.MAX_VALUE;
        int from = 0;
        for (int p = 0; p <= text.length; p++) {
            if (p == text.length || text[p] < 0) {
                if (p - from >= width) {
                    nearest = Math.min(nearest, nearest(motif, index, from, p - width, unusable));
                }
                from = p + 1;
            }
        }
        return nearest;
    }

    /** Without branches: to stop early saves look-ups and costs more in mispredicted jumps. */
    private int nearest(final int motif, final int[] index, final int from, final int last, final boolean[] unusable) {
        final int[][] tables = m_tables[motif];
        final int g = m_group;
        final int[] t0 = tables[0];
        final int[] t1 = tables.length > 1 ? tables[1] : null;
        final int[] t2 = tables.length > 2 ? tables[2] : null;
        int nearest = Integer.MAX_VALUE;
        if (unusable == null && tables.length == 2) {
            for (int p = from; p <= last; p++) {
                nearest = Math.min(nearest, t0[index[p]] + t1[index[p + g]]);
            }
        } else if (unusable == null && tables.length == 3) {
            for (int p = from; p <= last; p++) {
                nearest = Math.min(nearest, t0[index[p]] + t1[index[p + g]] + t2[index[p + 2 * g]]);
            }
        } else if (unusable == null && tables.length == 4) {
            final int[] t3 = tables[3];
            for (int p = from; p <= last; p++) {
                nearest = Math.min(nearest, t0[index[p]] + t1[index[p + g]] + t2[index[p + 2 * g]] + t3[index[p + 3 * g]]);
            }
        } else if (unusable == null && tables.length == 5) {
            final int[] t3 = tables[3];
            final int[] t4 = tables[4];
            for (int p = from; p <= last; p++) {
                nearest = Math.min(nearest,
                    t0[index[p]] + t1[index[p + g]] + t2[index[p + 2 * g]] + t3[index[p + 3 * g]] + t4[index[p + 4 * g]]);
            }
        } else {
            for (int p = from; p <= last; p++) {
                int d = unusable != null && unusable[p] ? Integer.MAX_VALUE / 2 : t0[index[p]];
                for (int t = 1; t < tables.length; t++) {
                    d += tables[t][index[p + t * g]];
                }
                nearest = Math.min(nearest, d);
            }
        }
        return nearest;
    }
}
