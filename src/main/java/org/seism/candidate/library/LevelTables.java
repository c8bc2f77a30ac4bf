package org.seism.candidate.library;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.seism.motif.MatrixActivation;
import org.seism.motif.MatrixMotif;

/**
 * Levels of many matrices in one sequence. A few letters at a time are one index into a table of summed costs; the columns that cost
 * most come first, and most windows are farther than the nearest after one or two look-ups. Immutable and safe for several threads.
 */
final class LevelTables {
    private final int m_letters;
    /** Letters per look-up. */
    private final int m_group;
    private final MatrixActivation[] m_activations;
    private final int[] m_widths;
    /** {@code [motif][group of columns][index of the letters]}, the costliest groups first. */
    private final int[][][] m_tables;
    /** {@code [motif][group of columns]}: its first column. */
    private final int[][] m_columns;

    LevelTables(final List<MatrixMotif> motifs, final int letters) {
        m_letters = letters;
        m_group = letters <= 4 ? 4 : 2;
        m_activations = motifs.stream().map(MatrixMotif::activation).toArray(MatrixActivation[]::new);
        m_widths = motifs.stream().mapToInt(MatrixMotif::width).toArray();
        m_tables = new int[m_widths.length][][];
        m_columns = new int[m_widths.length][];
        for (int m = 0; m < m_widths.length; m++) {
            final int[][] tables = new int[(m_widths[m] + m_group - 1) / m_group][];
            for (int t = 0; t < tables.length; t++) {
                tables[t] = table(m_activations[m].costs(), t * m_group);
            }
            final int[] order = IntStream.range(0, tables.length).boxed()
                .sorted(Comparator.comparingLong((final Integer t) -> -Arrays.stream(tables[t]).asLongStream().sum()).thenComparing(t -> t))
                .mapToInt(t -> t).toArray();
            m_tables[m] = Arrays.stream(order).mapToObj(t -> tables[t]).toArray(int[][]::new);
            m_columns[m] = Arrays.stream(order).map(t -> t * m_group).toArray();
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
            levels[m] = nearest == Integer.MAX_VALUE ? 0 : (byte)m_activations[m].level(nearest);
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

    private int nearest(final int motif, final int[] index, final int from, final int last, final boolean[] unusable) {
        final int[][] tables = m_tables[motif];
        final int[] columns = m_columns[motif];
        final int[] first = tables[0];
        final int column = columns[0];
        int nearest = Integer.MAX_VALUE;
        for (int p = from; p <= last; p++) {
            int d = first[index[p + column]];
            for (int t = 1; d < nearest && t < tables.length; t++) {
                d += tables[t][index[p + columns[t]]];
            }
            if (d < nearest && (unusable == null || !unusable[p])) {
                nearest = d;
            }
        }
        return nearest;
    }
}
