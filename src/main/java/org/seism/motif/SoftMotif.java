package org.seism.motif;

import java.util.Arrays;

import org.seism.sequence.Alphabet;

/**
 * Columns anywhere in the probability simplex with a bandwidth (METHOD, sections 3 and 6): the filter of a one-layer
 * convolutional network. Its activation is exp(-d / (2 b^2)) at the nearest window, with d the sum over columns of
 * ||z_c - e_u||^2. Words are the special case of one-hot columns. Immutable; two are equal if all coordinates are.
 */
public final class SoftMotif {
    private final Alphabet m_alphabet;
    private final double[][] m_columns;
    private final double m_bandwidth;

    /**
     * @param alphabet the alphabet
     * @param columns {@code [column][letter]}, not negative, every column summing to 1
     * @param bandwidth b, positive
     * @throws IllegalArgumentException if a column is no point of the simplex, or the bandwidth is not positive
     */
    public SoftMotif(final Alphabet alphabet, final double[][] columns, final double bandwidth) {
        if (columns.length == 0 || !(bandwidth > 0)) {
            throw new IllegalArgumentException("a motif has at least one column and a positive bandwidth");
        }
        m_columns = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].length != alphabet.size() || Arrays.stream(columns[c]).anyMatch(x -> !(x >= 0))
                || Math.abs(Arrays.stream(columns[c]).sum() - 1) > 1e-6) {
                throw new IllegalArgumentException("column " + c + " is no point of the simplex");
            }
            m_columns[c] = columns[c].clone();
        }
        m_alphabet = alphabet;
        m_bandwidth = bandwidth;
    }

    /** @return the alphabet */
    public Alphabet alphabet() {
        return m_alphabet;
    }

    /** @return number of columns */
    public int width() {
        return m_columns.length;
    }

    /** @return the bandwidth b */
    public double bandwidth() {
        return m_bandwidth;
    }

    /** @return {@code [column][letter]}, a copy */
    public double[][] columns() {
        return Arrays.stream(m_columns).map(double[]::clone).toArray(double[][]::new);
    }

    /** @return the letters above half of each column's largest coordinate, as one IUPAC symbol per column */
    public String consensus() {
        final StringBuilder s = new StringBuilder();
        for (final double[] column : m_columns) {
            final double largest = Arrays.stream(column).max().orElseThrow();
            int mask = 0;
            for (int a = 0; a < column.length; a++) {
                mask |= column[a] > largest / 2 ? 1 << a : 0;
            }
            s.append(m_alphabet.symbol(mask));
        }
        return s.toString();
    }

    /** @return the columns read on the other strand, with the same bandwidth */
    public SoftMotif reverseComplement() {
        final double[][] turned = new double[m_columns.length][m_alphabet.size()];
        for (int c = 0; c < turned.length; c++) {
            for (int a = 0; a < turned[c].length; a++) {
                turned[c][m_alphabet.complement(a)] = m_columns[m_columns.length - 1 - c][a];
            }
        }
        return new SoftMotif(m_alphabet, turned, m_bandwidth);
    }

    /** @return the gaussian filter with these columns */
    public GaussianActivation activation() {
        return GaussianActivation.ofColumns(m_columns, m_bandwidth);
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof SoftMotif m && m.m_alphabet == m_alphabet && m.m_bandwidth == m_bandwidth
            && Arrays.deepEquals(m.m_columns, m_columns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(m_columns) + Double.hashCode(m_bandwidth);
    }

    @Override
    public String toString() {
        return consensus();
    }
}
