package org.seism.inference.event;

import java.util.Arrays;

import org.seism.candidate.activation.ActivationMatrix;

/**
 * Products of a block of rows of the activation matrix with two vectors at once. A table per group of sequences holds both
 * sums for every code in fixed point, one in each half of a long, so one look-up and one addition serve a whole group and
 * both vectors. Holds the tables of one chain; not safe for use by several threads.
 */
final class BlockProducts implements PartScan.Products {
    private static final int CHUNK = PartScan.CHUNK;
    /** Sums of a block's contributions stay below this in fixed point, so that two of them share a long. */
    private static final double FIXED_POINT = 1 << 30;

    private final ActivationMatrix m_phi;
    private long[][] m_tables = new long[0][];
    private byte[][] m_codes = new byte[0][];
    /** {@code [group of the block][slot]}: place in the block of the sequence there, or -1. */
    private int[][] m_places = new int[0][];
    private int[] m_groups = new int[0];
    /** Place of each group in the block, or -1. */
    private final int[] m_placeOf;
    private final long[] m_sums = new long[CHUNK];

    /** @param phi the matrix */
    BlockProducts(final ActivationMatrix phi) {
        m_phi = phi;
        m_placeOf = new int[phi.groups()];
        Arrays.fill(m_placeOf, -1);
    }

    /** Fastest where the sequences fill whole groups of the matrix. */
    @Override
    public void run(final int[] rows, final int size, final double[] m, final double[] w, final PartScan scan,
        final EventScan.First first) {
        double sumM = 0;
        double sumW = 0;
        for (int i = 0; i < size; i++) {
            sumM += Math.abs(m[i]);
            sumW += Math.abs(w[i]);
        }
        final double scale = FIXED_POINT / Math.max(sumM, sumW);
        final float inverse = (float)(1 / scale);
        final int groups = collect(rows, size);
        for (int c = 0; c < m_phi.classes(); c++) {
            for (int k = 0; k < groups; k++) {
                fillTable(c, m_places[k], scale, m, w, m_tables[k]);
            }
            for (int g = m_phi.classStart(c); g < m_phi.classStart(c + 1); g += CHUNK) {
                final int end = Math.min(m_phi.classStart(c + 1), g + CHUNK);
                sum(groups, g, end - g);
                scan.absorb(m_sums, inverse, g, end, first);
            }
        }
    }

    /** Which groups hold the block's sequences, and where. */
    private int collect(final int[] rows, final int size) {
        int groups = 0;
        for (int i = 0; i < size; i++) {
            final int group = m_phi.groupOf(rows[i]);
            if (m_placeOf[group] < 0) {
                if (groups == m_tables.length) {
                    enlarge();
                }
                m_placeOf[group] = groups;
                m_groups[groups] = group;
                m_codes[groups] = m_phi.codes(group);
                Arrays.fill(m_places[groups++], -1);
            }
            m_places[m_placeOf[group]][m_phi.slotOf(rows[i])] = i;
        }
        for (int k = 0; k < groups; k++) {
            m_placeOf[m_groups[k]] = -1;
        }
        return groups;
    }

    private void enlarge() {
        final int from = m_tables.length;
        final int to = 2 * from + 8;
        m_tables = Arrays.copyOf(m_tables, to);
        m_codes = Arrays.copyOf(m_codes, to);
        m_places = Arrays.copyOf(m_places, to);
        m_groups = Arrays.copyOf(m_groups, to);
        for (int k = from; k < to; k++) {
            m_tables[k] = new long[m_phi.codesPerTable()];
            m_places[k] = new int[m_phi.groupSize()];
        }
    }

    private void fillTable(final int c, final int[] places, final double scale, final double[] m, final double[] w,
        final long[] table) {
        int filled = 1;
        table[0] = 0;
        for (int slot = 0; slot < m_phi.groupSize(); slot++) {
            final int row = places[slot];
            for (int level = m_phi.radix() - 1; level >= 0; level--) {
                long add = 0;
                if (row >= 0) {
                    final double value = m_phi.activation(c, level) * scale;
                    add = (Math.round(m[row] * value) << 32) + Math.round(w[row] * value);
                }
                for (int i = 0; i < filled; i++) {
                    table[level * filled + i] = table[i] + add;
                }
            }
            filled *= m_phi.radix();
        }
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
