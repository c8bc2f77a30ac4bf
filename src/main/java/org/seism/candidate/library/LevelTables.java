package org.seism.candidate.library;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.seism.motif.MatrixActivation;
import org.seism.motif.MatrixMotif;

/**
 * Levels of many matrices in one sequence. A few letters at a time are one index into a table of summed costs, so a window of twelve
 * nucleotides costs three look-ups. Immutable and safe for several threads.
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
        final int[] index = new int[text.length];
        for (int p = 0; p < text.length; p++) {
            for (int k = 0; k < m_group; k++) {
                final int letter = p + k < text.length ? Math.max(0, text[p + k]) : 0;
                index[p] = index[p] * m_letters + letter;
            }
        }
        final boolean[][] masks = new boolean[Arrays.stream(m_widths).max().orElse(0) + 1][];
        final boolean[] asked = new boolean[masks.length];
        final byte[] levels = new byte[m_widths.length];
        for (int m = 0; m < levels.length; m++) {
            final int width = m_widths[m];
            if (!asked[width]) {
                asked[width] = true;
                masks[width] = unusable.apply(width);
            }
            final int nearest = nearest(m, text, index, masks[width]);
            levels[m] = nearest >= Integer.MAX_VALUE / 2 ? 0 : (byte)m_activations[m].level(nearest);
        }
        return levels;
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
