package org.seism.inference.event;

import java.util.Arrays;

import org.seism.candidate.activation.ActivationMatrix;

/**
 * Products of some rows of an activation matrix with a change of the phenotype. A table per group of sequences holds
 * the sums for every code, so one look-up serves a whole group. Holds the tables of one chain; not safe for use by several
 * threads.
 */
public final class ExchangeProducts {
    private final ActivationMatrix m_phi;
    /** {@code [class][touched group][code]}. */
    private final float[][][] m_tables;
    private final byte[][] m_codes;
    /** Where among the touched groups a group is, or -1. */
    private final int[] m_placeOf;
    private final int[] m_touched;
    private final double[][] m_coefficients;
    private int m_size;
    /** Whether the tables hold the change. */
    private boolean m_filled;

    /**
     * @param phi the matrix
     * @param mostRows largest number of sequences in a change
     */
    public ExchangeProducts(final ActivationMatrix phi, final int mostRows) {
        m_phi = phi;
        final int most = Math.min(phi.groups(), mostRows);
        m_tables = new float[phi.classes()][most][phi.codesPerTable()];
        m_codes = new byte[most][];
        m_placeOf = new int[phi.groups()];
        Arrays.fill(m_placeOf, -1);
        m_touched = new int[most];
        m_coefficients = new double[most][phi.groupSize()];
    }

    /**
     * Takes a change. Products of single candidates may be asked for at once.
     *
     * @param rows sequences whose values change
     * @param change by how much
     * @param size how many there are
     */
    public void set(final int[] rows, final double[] change, final int size) {
        m_size = 0;
        for (int k = 0; k < size; k++) {
            final int group = m_phi.groupOf(rows[k]);
            if (m_placeOf[group] < 0) {
                m_placeOf[group] = m_size;
                m_touched[m_size] = group;
                m_codes[m_size] = m_phi.codes(group);
                Arrays.fill(m_coefficients[m_size++], 0);
            }
            m_coefficients[m_placeOf[group]][m_phi.slotOf(rows[k])] += change[k];
        }
        for (int k = 0; k < m_size; k++) {
            m_placeOf[m_touched[k]] = -1;
        }
        m_filled = false;
    }

    /** Fills the tables, which all candidates' products need and those of a few don't. */
    private void fill() {
        m_filled = true;
        for (int k = 0; k < m_size; k++) {
            for (int c = 0; c < m_phi.classes(); c++) {
                fill(c, m_coefficients[k], m_tables[c][k]);
            }
        }
    }

    private void fill(final int c, final double[] coefficients, final float[] table) {
        int filled = 1;
        table[0] = 0;
        for (int slot = 0; slot < m_phi.groupSize(); slot++) {
            final double d = coefficients[slot];
            for (int level = m_phi.radix() - 1; level >= 0; level--) {
                final float add = d == 0 ? 0 : (float)(d * m_phi.activation(c, level));
                for (int i = 0; i < filled; i++) {
                    table[level * filled + i] = table[i] + add;
                }
            }
            filled *= m_phi.radix();
        }
    }

    /** @return the product for one candidate, from the change itself and not the tables; the same to the last bit */
    public float of(final int g) {
        int c = 0;
        while (g >= m_phi.classStart(c + 1)) {
            c++;
        }
        float sum = 0;
        for (int k = 0; k < m_size; k++) {
            final int code = m_codes[k][g] & 0xff;
            float entry = 0;
            for (int slot = 0; slot < m_phi.groupSize(); slot++) {
                final double d = m_coefficients[k][slot];
                entry += d == 0 ? 0 : (float)(d * m_phi.activation(c, m_phi.level(slot, code)));
            }
            sum += entry;
        }
        return sum;
    }

    /** out = x + product for candidates of one class. */
    public void add(final int c, final float[] x, final float[] out, final int from, final int to) {
        if (!m_filled) {
            fill();
        }
        final float[][] t = m_tables[c];
        final byte[][] b = m_codes;
        int k = m_size & 3;
        switch (k) {
            case 1 -> addOne(x, out, b[0], t[0], from, to);
            case 2 -> addTwo(x, out, b[0], t[0], b[1], t[1], from, to);
            case 3 -> {
                addTwo(x, out, b[0], t[0], b[1], t[1], from, to);
                addOne(out, out, b[2], t[2], from, to);
            }
            default -> System.arraycopy(x, from, out, from, to - from);
        }
        for (; k < m_size; k += 4) {
            addFour(out, b[k], t[k], b[k + 1], t[k + 1], b[k + 2], t[k + 2], b[k + 3], t[k + 3], from, to);
        }
    }

    private static void addOne(final float[] x, final float[] out, final byte[] b0, final float[] t0, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            out[g] = x[g] + t0[b0[g] & 0xff];
        }
    }

    private static void addTwo(final float[] x, final float[] out, final byte[] b0, final float[] t0, final byte[] b1,
        final float[] t1, final int from, final int to) {
        for (int g = from; g < to; g++) {
            out[g] = x[g] + (t0[b0[g] & 0xff] + t1[b1[g] & 0xff]);
        }
    }

    private static void addFour(final float[] out, final byte[] b0, final float[] t0, final byte[] b1, final float[] t1,
        final byte[] b2, final float[] t2, final byte[] b3, final float[] t3, final int from, final int to) {
        for (int g = from; g < to; g++) {
            out[g] += t0[b0[g] & 0xff] + t1[b1[g] & 0xff] + (t2[b2[g] & 0xff] + t3[b3[g] & 0xff]);
        }
    }
}
