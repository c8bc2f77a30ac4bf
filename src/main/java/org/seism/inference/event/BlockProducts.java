package org.seism.inference.event;

import java.util.Arrays;

import org.seism.candidate.ActivationMatrix;

/**
 * Products of a block of rows of the activation matrix with two vectors at once. A table per group of sequences holds both
 * sums for every code in fixed point, one in each half of a long, so one look-up and one addition serve a whole group and
 * both vectors. Holds the tables of one chain; not safe for use by several threads.
 */
public final class BlockProducts {
    private static final int CHUNK = EventScan.CHUNK;
    /** Sums of a block's contributions stay below this in fixed point, so that two of them share a long. */
    private static final double FIXED_POINT = 1 << 30;

    private final ActivationMatrix m_phi;
    private final long[][] m_tables;
    private final byte[][] m_codes;
    private final long[] m_sums = new long[CHUNK];

    /**
     * @param phi the matrix
     * @param mostGroups largest number of groups in a block
     */
    public BlockProducts(final ActivationMatrix phi, final int mostGroups) {
        m_phi = phi;
        m_tables = new long[mostGroups][phi.codesPerTable()];
        m_codes = new byte[mostGroups][];
    }

    /**
     * beta = Phi_block^T m and gamma = Phi_block^T w for all candidates, handed to the scan part by part.
     *
     * @param order the groups of sequences in the order of the sweep
     * @param from first place of the block in that order
     * @param to place after the last
     * @param size how many sequences it has
     * @param m one value per sequence of the block, in order
     * @param w likewise
     * @param scan takes the products
     */
    public void run(final int[] order, final int from, final int to, final int size, final double[] m, final double[] w,
        final EventScan scan) {
        double sumM = 0;
        double sumW = 0;
        for (int i = 0; i < size; i++) {
            sumM += Math.abs(m[i]);
            sumW += Math.abs(w[i]);
        }
        final double scale = FIXED_POINT / Math.max(sumM, sumW);
        final float inverse = (float)(1 / scale);
        final int groups = to - from;
        for (int c = 0; c < m_phi.classes(); c++) {
            int row = 0;
            for (int k = 0; k < groups; k++) {
                m_codes[k] = m_phi.codes(order[from + k]);
                row = fillTable(c, order[from + k], scale, m, w, m_tables[k], row);
            }
            for (int g = m_phi.classStart(c); g < m_phi.classStart(c + 1); g += CHUNK) {
                final int end = Math.min(m_phi.classStart(c + 1), g + CHUNK);
                sum(groups, g, end - g);
                scan.absorb(m_sums, inverse, g, end);
            }
        }
    }

    private int fillTable(final int c, final int group, final double scale, final double[] m, final double[] w,
        final long[] table, final int firstRow) {
        int row = firstRow;
        int filled = 1;
        table[0] = 0;
        for (int slot = 0; slot < m_phi.groupSize(); slot++) {
            final boolean present = m_phi.member(group, slot) >= 0;
            for (int level = m_phi.radix() - 1; level >= 0; level--) {
                long add = 0;
                if (present) {
                    final double value = m_phi.activation(c, level) * scale;
                    add = (Math.round(m[row] * value) << 32) + Math.round(w[row] * value);
                }
                for (int i = 0; i < filled; i++) {
                    table[level * filled + i] = table[i] + add;
                }
            }
            row += present ? 1 : 0;
            filled *= m_phi.radix();
        }
        return row;
    }

    /** Sums of all groups' table entries for the candidates offset .. offset + length - 1. */
    private void sum(final int groups, final int offset, final int length) {
        int k = groups & 3;
        switch (k) {
            case 1 -> setOne(m_codes[0], m_tables[0], m_sums, offset, length);
            case 2 -> setTwo(m_codes[0], m_tables[0], m_codes[1], m_tables[1], m_sums, offset, length);
            case 3 -> {
                setTwo(m_codes[0], m_tables[0], m_codes[1], m_tables[1], m_sums, offset, length);
                addOne(m_codes[2], m_tables[2], m_sums, offset, length);
            }
            default -> Arrays.fill(m_sums, 0, length, 0);
        }
        for (; k < groups; k += 4) {
            addFour(m_codes[k], m_tables[k], m_codes[k + 1], m_tables[k + 1], m_codes[k + 2], m_tables[k + 2], m_codes[k + 3],
                m_tables[k + 3], m_sums, offset, length);
        }
    }

    private static void addFour(final byte[] c0, final long[] t0, final byte[] c1, final long[] t1, final byte[] c2,
        final long[] t2, final byte[] c3, final long[] t3, final long[] sums, final int offset, final int length) {
        for (int g = 0; g < length; g++) {
            sums[g] += t0[c0[offset + g] & 0xff] + t1[c1[offset + g] & 0xff] + t2[c2[offset + g] & 0xff]
                + t3[c3[offset + g] & 0xff];
        }
    }

    private static void setTwo(final byte[] c0, final long[] t0, final byte[] c1, final long[] t1, final long[] sums,
        final int offset, final int length) {
        for (int g = 0; g < length; g++) {
            sums[g] = t0[c0[offset + g] & 0xff] + t1[c1[offset + g] & 0xff];
        }
    }

    private static void setOne(final byte[] c0, final long[] t0, final long[] sums, final int offset, final int length) {
        for (int g = 0; g < length; g++) {
            sums[g] = t0[c0[offset + g] & 0xff];
        }
    }

    private static void addOne(final byte[] c0, final long[] t0, final long[] sums, final int offset, final int length) {
        for (int g = 0; g < length; g++) {
            sums[g] += t0[c0[offset + g] & 0xff];
        }
    }
}
