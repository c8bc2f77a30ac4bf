package org.seism.candidate.activation;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.seism.TaskRunner;
import org.seism.linear.Strata;

/**
 * Sums over the sequences for every column of an {@link ActivationMatrix}: per group and class a table of what each code
 * contributes, then one addition per byte. Candidates are divided among threads; the order of the additions to a candidate's
 * sum does not depend on how.
 */
final class ColumnSums {
    /** Groups that are added in one pass. */
    private static final int AT_ONCE = 4;

    private final ActivationMatrix m_phi;
    private final TaskRunner m_runner;

    ColumnSums(final ActivationMatrix phi, final TaskRunner runner) {
        m_phi = phi;
        m_runner = runner;
    }

    /** @return sum of v times the activation, per candidate; v has one value per sequence */
    double[] products(final double[] v) {
        return sum(v, false);
    }

    /** Adds the products of some candidates. */
    void addProducts(final double[] v, final int from, final int to, final double[] out) {
        sumRange(v, false, from, to, out);
    }

    /** @return sum of the squared activations, per candidate */
    double[] squares() {
        final double[] ones = new double[m_phi.sequences()];
        Arrays.fill(ones, 1);
        return sum(ones, true);
    }

    private double[] sum(final double[] v, final boolean squared) {
        final int p = m_phi.candidates();
        final double[] out = new double[p];
        final int chunk = Math.max(1024, (p + 4 * m_runner.threads() - 1) / (4 * m_runner.threads()));
        final List<Callable<Void>> tasks = IntStream.range(0, (p + chunk - 1) / chunk).<Callable<Void>> mapToObj(t -> () -> {
            sumRange(v, squared, t * chunk, Math.min(p, (t + 1) * chunk), out);
            return null;
        }).toList();
        m_runner.runAll(tasks);
        return out;
    }

    /** @return sum over strata of (sum of the activations in the stratum)^2 / size, per candidate */
    double[] stratumSquares(final Strata strata) {
        final int p = m_phi.candidates();
        final double[] out = new double[p];
        final int[][] members = strata.members();
        final int chunk = 1024;
        final List<Callable<Void>> tasks = IntStream.range(0, (p + chunk - 1) / chunk).<Callable<Void>> mapToObj(t -> () -> {
            final double[] sums = new double[Math.min(chunk, p - t * chunk)];
            final int[] codes = new int[m_phi.sequences()];
            for (final int[] stratum : members) {
                for (int k = 0; k < stratum.length; k++) {
                    codes[k] = m_phi.place(stratum[k]);
                }
                Arrays.sort(codes, 0, stratum.length);
                Arrays.fill(sums, 0);
                addMembers(codes, stratum.length, t * chunk, sums);
                for (int k = 0; k < sums.length; k++) {
                    out[t * chunk + k] += sums[k] * sums[k] / stratum.length;
                }
            }
            return null;
        }).toList();
        m_runner.runAll(tasks);
        return out;
    }

    /**
     * Fills a group's table for one class: table[code] = sum over the group's sequences of coefficient times activation.
     *
     * @param values activation of each level
     * @param coefficients one per slot
     * @param table length at least codesPerTable()
     */
    private void fill(final double[] values, final double[] coefficients, final double[] table) {
        final int radix = m_phi.radix();
        int filled = 1;
        table[0] = 0;
        for (int slot = 0; slot < m_phi.groupSize(); slot++) {
            // downwards, because level 0 overwrites the entries that the others start from
            for (int level = radix - 1; level >= 0; level--) {
                final double add = coefficients[slot] * values[level];
                for (int k = 0; k < filled; k++) {
                    table[level * filled + k] = table[k] + add;
                }
            }
            filled *= radix;
        }
    }

    /** Adds the activations at the given places in rising order to the sums of the candidates from first on. */
    private void addMembers(final int[] places, final int size, final int first, final double[] sums) {
        final int groupSize = m_phi.groupSize();
        final double[] table = new double[m_phi.codesPerTable()];
        final double[] coefficients = new double[groupSize];
        for (int k = 0; k < size;) {
            final int group = places[k] / groupSize;
            Arrays.fill(coefficients, 0);
            for (; k < size && places[k] / groupSize == group; k++) {
                coefficients[places[k] % groupSize] = 1;
            }
            for (int c = 0; c < m_phi.classes(); c++) {
                final int from = Math.max(first, m_phi.classStart(c));
                final int to = Math.min(first + sums.length, m_phi.classStart(c + 1));
                if (from < to) {
                    fill(m_phi.values(c), coefficients, table);
                    final byte[] codes = m_phi.codes(group);
                    for (int g = from; g < to; g++) {
                        sums[g - first] += table[codes[g] & 0xff];
                    }
                }
            }
        }
    }

    private void sumRange(final double[] v, final boolean squared, final int from, final int to, final double[] out) {
        final double[][] tables = new double[AT_ONCE][m_phi.codesPerTable()];
        final byte[][] codes = new byte[AT_ONCE][];
        final double[] coefficients = new double[m_phi.groupSize()];
        final double[][] values = values(squared);
        for (int c = 0; c < m_phi.classes(); c++) {
            final int first = Math.max(from, m_phi.classStart(c));
            final int last = Math.min(to, m_phi.classStart(c + 1));
            if (first >= last) {
                continue;
            }
            for (int group = 0; group < m_phi.groups(); group += AT_ONCE) {
                final int count = Math.min(AT_ONCE, m_phi.groups() - group);
                for (int k = 0; k < count; k++) {
                    for (int slot = 0; slot < coefficients.length; slot++) {
                        final int i = m_phi.member(group + k, slot);
                        coefficients[slot] = i < 0 ? 0 : v[i];
                    }
                    fill(values[c], coefficients, tables[k]);
                    codes[k] = m_phi.codes(group + k);
                }
                if (count == AT_ONCE) {
                    accumulate(codes, tables, out, first, last);
                } else {
                    for (int k = 0; k < count; k++) {
                        accumulate(codes[k], tables[k], out, first, last);
                    }
                }
            }
        }
    }

    private static void accumulate(final byte[] codes, final double[] table, final double[] out, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            out[g] += table[codes[g] & 0xff];
        }
    }

    /**
     * Four groups in one pass, added one after the other: the same sums to the last bit, with fewer reads and
     * writes of them.
     */
    private static void accumulate(final byte[][] codes, final double[][] tables, final double[] out, final int from,
        final int to) {
        final byte[] b0 = codes[0];
        final byte[] b1 = codes[1];
        final byte[] b2 = codes[2];
        final byte[] b3 = codes[3];
        final double[] t0 = tables[0];
        final double[] t1 = tables[1];
        final double[] t2 = tables[2];
        final double[] t3 = tables[3];
        for (int g = from; g < to; g++) {
            out[g] = out[g] + t0[b0[g] & 0xff] + t1[b1[g] & 0xff] + t2[b2[g] & 0xff] + t3[b3[g] & 0xff];
        }
    }

    /** @return what the levels of each class contribute */
    private double[][] values(final boolean squared) {
        return IntStream.range(0, m_phi.classes()).mapToObj(m_phi::values)
            .map(v -> squared ? Arrays.stream(v).map(x -> x * x).toArray() : v).toArray(double[][]::new);
    }
}
