package org.seism.candidate.activation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.linear.Strata;
import org.seism.linear.Whitening;

/**
 * Activations V^(-1/2) phi of related sequences (METHOD, section 19). They take any value, so that each is a float of its own;
 * the floats, rounded once, are the activations from there on, and all products with them are sums in double precision. Immutable and
 * safe for use by several threads.
 */
public final class WhitenedActivations implements Activations {
    /** Candidates of one task and of one pass. */
    private static final int CHUNK = 1024;
    /** Share of the memory that one matrix may take. */
    private static final double LARGEST_SHARE = 0.4;

    private final int m_p;
    /** {@code [sequence][candidate]}. */
    private final float[][] m_rows;

    private WhitenedActivations(final int p, final float[][] rows) {
        m_p = p;
        m_rows = rows;
    }

    /**
     * @param phi activations
     * @param whitening what is done to them
     * @param runner runs the parts
     * @param progress cancellation
     * @return the whitened activations
     * @throws InputException if they would not fit into the memory
     */
    public static WhitenedActivations of(final ActivationMatrix phi, final Whitening whitening, final TaskRunner runner,
        final Progress progress) {
        final int n = phi.sequences();
        final int p = phi.candidates();
        final long bytes = 4L * n * p;
        if (bytes > LARGEST_SHARE * Runtime.getRuntime().maxMemory()) {
            throw new InputException("The activations of " + p + " candidates in " + n + " related sequences take " + (bytes >> 20)
                + " MB, too much for the memory of this program.", "Use a smaller grid (a larger minimum support, one width), or give Java more "
                + "memory: SEISM_JAVA_OPTS=-Xmx8g, or knime.ini.");
        }
        final float[][] rows = new float[n][p];
        final List<Callable<Void>> tasks = new ArrayList<>();
        for (int start = 0; start < p; start += CHUNK) {
            final int from = start;
            final int to = Math.min(p, start + CHUNK);
            tasks.add(() -> {
                for (int block = 0; block < whitening.blocks(); block++) {
                    progress.checkCancelled();
                    whiten(phi, whitening.members(block), whitening.root(block), from, to, rows, progress);
                }
                return null;
            });
        }
        runner.runAll(tasks);
        return new WhitenedActivations(p, rows);
    }

    private static void whiten(final ActivationMatrix phi, final int[] members, final double[] root, final int from, final int to,
        final float[][] rows, final Progress progress) {
        final int size = members.length;
        final double[][] raw = new double[size][to - from];
        for (int c = 0; c < size; c++) {
            phi.row(members[c], from, to, raw[c]);
        }
        final double[] sum = new double[to - from];
        for (int r = 0; r < size; r++) {
            if ((r & 63) == 0) {
                progress.checkCancelled();
            }
            Arrays.fill(sum, 0);
            for (int c = 0; c < size; c++) {
                addScaled(sum, raw[c], root[r * size + c]);
            }
            final float[] row = rows[members[r]];
            for (int g = from; g < to; g++) {
                row[g] = (float)sum[g - from];
            }
        }
    }

    private static void addScaled(final double[] sum, final double[] x, final double factor) {
        for (int g = 0; g < sum.length; g++) {
            sum[g] += factor * x[g];
        }
    }

    @Override
    public int sequences() {
        return m_rows.length;
    }

    @Override
    public int candidates() {
        return m_p;
    }

    /**
     * @param sequence a sequence
     * @return its activations, one per candidate; not a copy
     */
    public float[] row(final int sequence) {
        return m_rows[sequence];
    }

    @Override
    public double[] column(final int candidate) {
        return Arrays.stream(m_rows).mapToDouble(row -> row[candidate]).toArray();
    }

    @Override
    public double[] transposeTimes(final double[] v, final TaskRunner runner) {
        return chunks(runner, (from, to, out) -> {
            for (int i = 0; i < v.length; i++) {
                if (v[i] != 0) {
                    addScaled(out, m_rows[i], v[i], from, to);
                }
            }
        });
    }

    @Override
    public double[] squaredNorms(final TaskRunner runner) {
        return chunks(runner, (from, to, out) -> {
            for (final float[] row : m_rows) {
                for (int g = from; g < to; g++) {
                    out[g] += (double)row[g] * row[g];
                }
            }
        });
    }

    private static void addScaled(final double[] out, final float[] row, final double factor, final int from, final int to) {
        for (int g = from; g < to; g++) {
            out[g] += factor * row[g];
        }
    }

    /** Work on candidates from .. to-1. */
    private interface Part {
        void run(int from, int to, double[] out);
    }

    private double[] chunks(final TaskRunner runner, final Part part) {
        final double[] out = new double[m_p];
        runner.runAll(IntStream.range(0, (m_p + CHUNK - 1) / CHUNK).<Callable<Void>> mapToObj(k -> () -> {
            part.run(k * CHUNK, Math.min(m_p, (k + 1) * CHUNK), out);
            return null;
        }).toList());
        return out;
    }

    /**
     * Whitened indicators are no indicators any more: they are directions like any others.
     *
     * @throws IllegalArgumentException for any stratum
     */
    @Override
    public double[] stratumSquares(final Strata strata, final TaskRunner runner) {
        if (strata.count() > 0) {
            throw new IllegalArgumentException(strata.count() + " strata of whitened activations");
        }
        return new double[m_p];
    }

    @Override
    public int groupSize() {
        return 1;
    }

    @Override
    public int groups() {
        return m_rows.length;
    }

    @Override
    public int members(final int[] groups, final int from, final int to, final int[] sequences) {
        System.arraycopy(groups, from, sequences, 0, to - from);
        return to - from;
    }

    @Override
    public int classes() {
        return 1;
    }
}
