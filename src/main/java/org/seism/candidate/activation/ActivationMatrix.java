package org.seism.candidate.activation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.linear.Strata;

/**
 * Activations of all candidates in all sequences, phi_i(z) of METHOD section 3, as an n x p matrix of levels: a word's
 * activation takes only a few values, so a group of sequences shares one byte per candidate (three sequences where at most
 * six levels occur). Products with the matrix look sums up in a table per group, which touches each byte once and serves
 * all sequences of the group.
 * <p>
 * Candidates are stored class by class (a class is a run of candidates with the same table of values); within a class they
 * are in grid order. Immutable and safe for use by several threads.
 */
public final class ActivationMatrix implements Activations {
    private final int m_n;
    private final int m_p;
    private final int m_groupSize;
    private final int m_radix;
    /** {@code [group][candidate]}: levels of the group's sequences as digits of a number with base m_radix. */
    private final byte[][] m_codes;
    /** Sequence at {@code group * groupSize + slot}, or -1 in an incomplete group. */
    private final int[] m_members;
    private final int[] m_place;
    /** First candidate of each class, and p at the end. */
    private final int[] m_classStart;
    /** {@code [class][level]}. */
    private final double[][] m_values;
    /** {@code [slot][code]}: the level of a slot. */
    private final short[][] m_digit;
    /** The same activations as sets, made when first asked for. */
    private final AtomicReference<LevelSets> m_sets = new AtomicReference<>();

    public ActivationMatrix(final int n, final int groupSize, final int radix, final byte[][] codes, final int[] members,
        final int[] classStart, final double[][] values) {
        m_n = n;
        m_p = classStart[classStart.length - 1];
        m_groupSize = groupSize;
        m_radix = radix;
        m_codes = codes;
        m_members = members;
        m_classStart = classStart;
        m_values = values;
        m_place = new int[n];
        for (int k = 0; k < members.length; k++) {
            if (members[k] >= 0) {
                m_place[members[k]] = k;
            }
        }
        m_digit = new short[groupSize][codesPerTable()];
        for (int code = 0; code < codesPerTable(); code++) {
            int rest = code;
            for (int slot = 0; slot < groupSize; slot++) {
                m_digit[slot][code] = (short)(rest % radix);
                rest /= radix;
            }
        }
    }

    /** The bases in use, from most to least sequences per byte: 4, 3, 2, 1. */
    public static final int[] RADICES = {4, 6, 16, 256};

    /**
     * A matrix cut in two.
     *
     * @param selected some of its columns
     * @param rest the others
     */
    public record Parts(ActivationMatrix selected, ActivationMatrix rest) {
    }

    /**
     * Some of the columns, and the others. The rows of this matrix are given up one by one, so it must not be used again.
     *
     * @param columns in rising order
     * @return both parts
     */
    public Parts split(final int[] columns) {
        final int[] others = new int[m_p - columns.length];
        for (int g = 0, k = 0; g < m_p; g++) {
            final boolean selected = k < columns.length && columns[k] == g;
            if (!selected) {
                others[g - k] = g;
            }
            k += selected ? 1 : 0;
        }
        final byte[][] rest = new byte[m_codes.length][];
        for (int group = 0; group < m_codes.length; group++) {
            final byte[] row = m_codes[group];
            rest[group] = columns(row, others);
            m_codes[group] = others.length == 0 ? row : columns(row, columns);
        }
        return new Parts(part(m_codes, columns), part(rest, others));
    }

    private static byte[] columns(final byte[] row, final int[] columns) {
        final byte[] part = new byte[columns.length];
        for (int g = 0; g < columns.length; g++) {
            part[g] = row[columns[g]];
        }
        return part;
    }

    private ActivationMatrix part(final byte[][] codes, final int[] columns) {
        final int[] classStart = new int[m_classStart.length];
        for (int c = 1; c < classStart.length; c++) {
            final int end = Arrays.binarySearch(columns, m_classStart[c]);
            classStart[c] = end >= 0 ? end : -end - 1;
        }
        return new ActivationMatrix(m_n, m_groupSize, m_radix, codes, m_members, classStart, m_values);
    }

    /**
     * The activations as sets of sequences, which all tests of a step share.
     *
     * @param runner runs the parts
     * @param progress cancellation
     * @return their sets
     */
    public LevelSets levelSets(final TaskRunner runner, final Progress progress) {
        synchronized (m_sets) {
            if (m_sets.get() == null) {
                m_sets.set(LevelSets.of(this, runner, progress));
            }
            return m_sets.get();
        }
    }

    @Override
    public int sequences() {
        return m_n;
    }

    @Override
    public int candidates() {
        return m_p;
    }

    /** @return sequences per group */
    @Override
    public int groupSize() {
        return m_groupSize;
    }

    /** @return number of groups */
    @Override
    public int groups() {
        return m_codes.length;
    }

    /** @return number of classes of candidates */
    @Override
    public int classes() {
        return m_values.length;
    }

    /**
     * @param c class
     * @return its first candidate; for c = classes(), p
     */
    public int classStart(final int c) {
        return m_classStart[c];
    }

    /** @return length of a lookup table of a group: radix to the power of the group size */
    public int codesPerTable() {
        int codes = 1;
        for (int s = 0; s < m_groupSize; s++) {
            codes *= m_radix;
        }
        return codes;
    }

    /** @return bytes held by the matrix */
    public long bytes() {
        return (long)m_codes.length * m_p;
    }

    /**
     * The group's row of codes, to be used as unsigned indices into a table of the group's sums. Not a copy: the
     * caller must not change it.
     *
     * @param group group index
     * @return one code per candidate
     */
    public byte[] codes(final int group) {
        return m_codes[group];
    }

    /**
     * @param group group index
     * @param slot 0 .. groupSize-1
     * @return the sequence there, or -1
     */
    public int member(final int group, final int slot) {
        return m_members[group * m_groupSize + slot];
    }

    /**
     * @param groups groups in some order
     * @param from first place in that order
     * @param to place after the last
     * @param sequences takes the sequences of these groups, by group and slot
     * @return how many there are
     */
    @Override
    public int members(final int[] groups, final int from, final int to, final int[] sequences) {
        int size = 0;
        for (int k = from; k < to; k++) {
            for (int slot = 0; slot < m_groupSize; slot++) {
                final int i = member(groups[k], slot);
                if (i >= 0) {
                    sequences[size++] = i;
                }
            }
        }
        return size;
    }

    /**
     * @param i sequence
     * @return its group
     */
    public int groupOf(final int i) {
        return m_place[i] / m_groupSize;
    }

    /**
     * @param i sequence
     * @return its slot within its group
     */
    public int slotOf(final int i) {
        return m_place[i] % m_groupSize;
    }

    /**
     * @param c class
     * @param level level
     * @return the activation
     */
    public double activation(final int c, final int level) {
        return m_values[c][level];
    }

    /** @return number of levels, the base of the codes */
    public int radix() {
        return m_radix;
    }

    /**
     * @param slot 0 .. groupSize-1
     * @param code a code
     * @return the slot's level
     */
    public int level(final int slot, final int code) {
        return m_digit[slot][code];
    }

    private int classOf(final int candidate) {
        int k = Arrays.binarySearch(m_classStart, candidate);
        if (k < 0) {
            return -k - 2;
        }
        // a class that lost all its candidates starts where the next one does: the last of them holds the candidate
        while (m_classStart[k + 1] == candidate) {
            k++;
        }
        return k;
    }

    /**
     * @param candidate candidate
     * @return its activations, one per sequence
     */
    @Override
    public double[] column(final int candidate) {
        final double[] values = m_values[classOf(candidate)];
        final double[] column = new double[m_n];
        for (int i = 0; i < m_n; i++) {
            final int group = m_place[i] / m_groupSize;
            column[i] = values[m_digit[m_place[i] - group * m_groupSize][m_codes[group][candidate] & 0xff]];
        }
        return column;
    }

    /**
     * Inner product of a candidate's activations with a vector.
     *
     * @param candidate candidate
     * @param v one value per sequence
     * @return phi^T v
     */
    public double dot(final int candidate, final double[] v) {
        final double[] values = m_values[classOf(candidate)];
        double sum = 0;
        for (int i = 0; i < m_n; i++) {
            final int group = m_place[i] / m_groupSize;
            sum += v[i] * values[m_digit[m_place[i] - group * m_groupSize][m_codes[group][candidate] & 0xff]];
        }
        return sum;
    }

    /**
     * A part of the product Phi^T v in double precision.
     *
     * @param v one value per sequence
     * @param from first candidate
     * @param to candidate after the last
     * @param out takes one value per candidate at the candidate's place
     */
    public void transposeTimes(final double[] v, final int from, final int to, final double[] out) {
        Arrays.fill(out, from, to, 0);
        new ColumnSums(this, TaskRunner.sequential()).addProducts(v, from, to, out);
    }

    /**
     * The product Phi^T v in double precision, candidates divided among threads.
     *
     * @param v one value per sequence
     * @param runner runs the parts
     * @return one value per candidate
     */
    @Override
    public double[] transposeTimes(final double[] v, final TaskRunner runner) {
        return new ColumnSums(this, runner).products(v);
    }

    /**
     * Squared norms of the columns.
     *
     * @param runner runs the parts
     * @return ||phi||^2 per candidate
     */
    @Override
    public double[] squaredNorms(final TaskRunner runner) {
        return new ColumnSums(this, runner).squares();
    }

    /**
     * What the indicators of strata explain of each column: the sum over strata of (sum of phi in the stratum)^2 / size. One
     * pass over the groups that a stratum has members in, so at most as much work as a product per slot of a group, however
     * many strata there are.
     *
     * @param strata the strata
     * @param runner runs the parts
     * @return ||P phi||^2 per candidate, P the projection on the indicators
     */
    @Override
    public double[] stratumSquares(final Strata strata, final TaskRunner runner) {
        return new ColumnSums(this, runner).stratumSquares(strata);
    }

    /**
     * The activations of one sequence.
     *
     * @param i sequence
     * @param from first candidate
     * @param to candidate after the last
     * @param out takes them from place 0 on
     */
    void row(final int i, final int from, final int to, final double[] out) {
        final int group = m_place[i] / m_groupSize;
        final short[] digit = m_digit[m_place[i] - group * m_groupSize];
        final byte[] codes = m_codes[group];
        for (int g = from, c = classOf(from); g < to; c++) {
            for (final int end = Math.min(to, m_classStart[c + 1]); g < end; g++) {
                out[g - from] = m_values[c][digit[codes[g] & 0xff]];
            }
        }
    }

    /** @return the sequence's group times the group size, plus its slot */
    int place(final int i) {
        return m_place[i];
    }

    /** @return the activation of each level of a class; not a copy */
    double[] values(final int c) {
        return m_values[c];
    }
}
