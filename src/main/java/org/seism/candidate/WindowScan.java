package org.seism.candidate;

import java.util.Arrays;

import org.seism.motif.Activation;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * Distances between all windows of one width and motifs with any columns. The letters of all sequences (with both strands,
 * their reverse complements too) lie in one array; a few letters at a time are one index into a table of summed costs, so a
 * window of eight nucleotides costs two look-ups. Immutable and safe for use by several threads.
 */
public final class WindowScan {
    /** A distance from here on means that there is no valid window. */
    public static final int NONE = 1 << 20;

    private static final int TABLE = 700;

    private final int m_letters;
    private final int m_width;
    /** Letter codes; m_letters stands for a letter that no window may contain. */
    private final byte[] m_codes;
    /** Index of the m_group letters from a place on, the first as the highest digit. */
    private final short[] m_index;
    private final int m_group;
    private final int[] m_starts;
    /** By place, whether a window there may not be used; null where all may. */
    private final boolean[] m_unusable;
    private final boolean m_absentIsFarthest;

    /**
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param width number of columns
     */
    public WindowScan(final SequenceSet sequences, final Strands strands, final int width) {
        this(sequences, strands, ErasedLetters.none(sequences, strands, Erasing.NONE), width);
    }

    /**
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param erased letters that make windows unusable
     * @param width number of columns
     */
    public WindowScan(final SequenceSet sequences, final Strands strands, final ErasedLetters erased, final int width) {
        this(sequences, strands, erased, WindowShape.of(width));
    }

    /**
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param erased letters that make windows unusable
     * @param shape of the windows; costs of the columns in a gap are 0
     */
    public WindowScan(final SequenceSet sequences, final Strands strands, final ErasedLetters erased, final WindowShape shape) {
        final int width = shape.width();
        m_absentIsFarthest = erased.rule().on();
        m_letters = sequences.alphabet().size();
        m_width = width;
        int group = 1;
        int size = m_letters + 1;
        // tables are filled for every motif, so they must stay small beside the number of windows
        final int largest = Math.min(TABLE, Math.max(30, sequences.totalLength() / 4));
        while (size * (m_letters + 1) <= largest) {
            size *= m_letters + 1;
            group++;
        }
        m_group = group;
        final int n = sequences.size();
        m_starts = new int[n + 1];
        final byte[][] parts = new byte[n][];
        for (int i = 0; i < n; i++) {
            parts[i] = Windows.scanned(sequences, strands, i, shape);
            m_starts[i + 1] = Math.addExact(m_starts[i], parts[i].length);
        }
        m_codes = new byte[m_starts[n] + width + group];
        Arrays.fill(m_codes, (byte)m_letters);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < parts[i].length; k++) {
                m_codes[m_starts[i] + k] = parts[i][k] < 0 ? (byte)m_letters : parts[i][k];
            }
        }
        m_index = new short[m_starts[n] + width];
        for (int p = 0; p < m_index.length; p++) {
            int index = 0;
            for (int k = 0; k < group; k++) {
                index = index * (m_letters + 1) + m_codes[p + k];
            }
            m_index[p] = (short)index;
        }
        m_unusable = unusable(erased, shape);
    }

    private boolean[] unusable(final ErasedLetters erased, final WindowShape shape) {
        boolean[] all = null;
        for (int i = 0; i < sequences(); i++) {
            final boolean[] own = erased.unusable(i, shape);
            if (own != null) {
                all = all == null ? new boolean[m_starts[sequences()]] : all;
                System.arraycopy(own, 0, all, m_starts[i], own.length);
            }
        }
        return all;
    }

    private boolean usable(final int place) {
        return m_unusable == null || !m_unusable[place];
    }

    /** @return whether a sequence without a usable window is like one that differs at every column; else its activation is 0 */
    public boolean absentIsFarthest() {
        return m_absentIsFarthest;
    }

    /** @return number of sequences */
    public int sequences() {
        return m_starts.length - 1;
    }

    /** @return number of columns */
    public int width() {
        return m_width;
    }

    /** @return number of letters */
    public int letters() {
        return m_letters;
    }

    /**
     * D_i,b of METHOD section 6: among the windows of sequence i whose letter at the column is b, the smallest distance over
     * the other columns.
     *
     * @param costs {@code [column][letter]} in whole units; that of the column itself is not used
     * @param column the column left out
     * @return {@code [sequence * letters + letter]}, at least {@link #NONE} where there is no such window
     */
    public int[] smallestWithout(final int[][] costs, final int column) {
        final int tables = (m_width + m_group - 1) / m_group;
        final int[][] table = new int[tables][];
        for (int t = 0; t < tables; t++) {
            table[t] = table(costs, column, t * m_group);
        }
        final int[] smallest = new int[sequences() * m_letters];
        Arrays.fill(smallest, NONE);
        final int[] nearest = new int[m_letters + 1];
        final int[] distances = new int[longest()];
        for (int i = 0; i < sequences(); i++) {
            final int from = m_starts[i];
            final int count = m_starts[i + 1] - m_width + 1 - from;
            if (count <= 0) {
                continue;
            }
            sum(table, from, count, distances);
            Arrays.fill(nearest, NONE);
            for (int k = 0; k < count; k++) {
                final int b = m_codes[from + k + column];
                nearest[b] = usable(from + k) ? Math.min(nearest[b], distances[k]) : nearest[b];
            }
            System.arraycopy(nearest, 0, smallest, i * m_letters, m_letters);
        }
        return smallest;
    }

    private int longest() {
        int longest = 0;
        for (int i = 0; i < sequences(); i++) {
            longest = Math.max(longest, m_starts[i + 1] - m_starts[i]);
        }
        return longest;
    }

    private void sum(final int[][] table, final int from, final int count, final int[] distances) {
        if (table.length == 2) {
            final int[] t0 = table[0];
            final int[] t1 = table[1];
            final int second = from + m_group;
            for (int k = 0; k < count; k++) {
                distances[k] = t0[m_index[from + k]] + t1[m_index[second + k]];
            }
            return;
        }
        Arrays.fill(distances, 0, count, 0);
        for (int t = 0; t < table.length; t++) {
            final int[] part = table[t];
            final int first = from + t * m_group;
            for (int k = 0; k < count; k++) {
                distances[k] += part[m_index[first + k]];
            }
        }
    }

    /** Summed costs of the columns first, first + 1, ... for every combination of letters. */
    private int[] table(final int[][] costs, final int without, final int first) {
        int[] sums = {0};
        for (int c = first; c < first + m_group; c++) {
            final int[] longer = new int[sums.length * (m_letters + 1)];
            for (int s = 0; s < sums.length; s++) {
                for (int a = 0; a <= m_letters; a++) {
                    longer[s * (m_letters + 1) + a] =
                        sums[s] + (c >= m_width ? 0 : a == m_letters ? NONE : c == without ? 0 : costs[c][a]);
                }
            }
            sums = longer;
        }
        return sums;
    }

    /**
     * The nearest window of every sequence, for columns anywhere in the simplex.
     *
     * @param costs {@code [column][letter]}
     * @param distances result: smallest distance per sequence, infinite without a window
     * @param places result: where the nearest window starts, the first of equals; see {@link #letter}
     */
    private void nearest(final double[][] costs, final double[] distances, final int[] places) {
        final int tables = (m_width + m_group - 1) / m_group;
        final double[][] table = new double[tables][];
        for (int t = 0; t < tables; t++) {
            table[t] = table(costs, t * m_group);
        }
        for (int i = 0; i < sequences(); i++) {
            final int last = m_starts[i + 1] - m_width;
            double smallest = Double.POSITIVE_INFINITY;
            int place = -1;
            for (int p = m_starts[i]; p <= last; p++) {
                double d = table[0][m_index[p]];
                for (int t = 1; t < tables; t++) {
                    d += table[t][m_index[p + t * m_group]];
                }
                if (d < smallest && usable(p)) {
                    smallest = d;
                    place = p;
                }
            }
            distances[i] = smallest;
            places[i] = place;
        }
    }

    /**
     * Activations of a motif over the usable windows.
     *
     * @param activation of the motif
     * @return phi, one value per sequence
     */
    public double[] activations(final Activation activation) {
        final double[] phi = new double[sequences()];
        activations(activation, phi, new int[phi.length]);
        return phi;
    }

    /**
     * Activations with the windows that they come from.
     *
     * @param activation of a motif
     * @param phi result: one value per sequence
     * @param places result: where the nearest window starts, -1 without one; see {@link #letter}
     */
    public void activations(final Activation activation, final double[] phi, final int[] places) {
        final double absent = absent(activation);
        nearest(activation.costs(), phi, places);
        for (int i = 0; i < phi.length; i++) {
            phi[i] = places[i] >= 0 ? activation.of(phi[i]) : absent;
        }
    }

    /**
     * @param activation of a motif
     * @return activation of a sequence without a usable window
     */
    public double absent(final Activation activation) {
        return m_absentIsFarthest ? activation.ofFarthest() : 0;
    }

    private double[] table(final double[][] costs, final int first) {
        double[] sums = {0};
        for (int c = first; c < first + m_group; c++) {
            final double[] longer = new double[sums.length * (m_letters + 1)];
            for (int s = 0; s < sums.length; s++) {
                for (int a = 0; a <= m_letters; a++) {
                    longer[s * (m_letters + 1) + a] =
                        c >= m_width ? sums[s] : a == m_letters ? Double.POSITIVE_INFINITY : sums[s] + costs[c][a];
                }
            }
            sums = longer;
        }
        return sums;
    }

    /**
     * @param place start of a window
     * @param column 0-based
     * @return the letter there
     */
    public int letter(final int place, final int column) {
        return m_codes[place + column];
    }
}
