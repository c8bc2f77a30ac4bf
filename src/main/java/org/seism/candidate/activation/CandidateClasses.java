package org.seism.candidate.activation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.seism.TaskRunner;

/**
 * Which candidates are one: those whose centred activation vectors are equal or opposite up to 1e-9 relative, and none
 * that is constant (METHOD, section 4). Vectors that are equal or opposite have the same absolute random projection, so
 * only neighbours in the order of that projection are compared in full.
 */
public final class CandidateClasses {
    private static final double TOLERANCE = 1e-9;

    private final int[] m_representative;
    private final int[] m_representatives;
    private final int m_constant;

    private CandidateClasses(final int[] representative, final int[] representatives, final int constant) {
        m_representative = representative;
        m_representatives = representatives;
        m_constant = constant;
    }

    public static CandidateClasses of(final ActivationMatrix matrix, final int[] gridOrder, final TaskRunner runner) {
        final int n = matrix.sequences();
        final int p = matrix.candidates();
        final double[] weights = new double[n];
        final var normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(0x5e15_0002L));
        Arrays.setAll(weights, i -> normal.sample());
        final double mean = Arrays.stream(weights).average().orElse(0);
        Arrays.setAll(weights, i -> weights[i] - mean);
        final double length = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum());
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        final double[] projection = matrix.transposeTimes(weights, runner);
        final double[] sums = matrix.transposeTimes(ones, runner);
        final double[] norms = matrix.squaredNorms(runner);
        final double[] centred = new double[p];
        final int[] representative = new int[p];
        int constant = 0;
        for (int g = 0; g < p; g++) {
            projection[g] = Math.abs(projection[g]);
            centred[g] = Math.max(0, norms[g] - sums[g] * sums[g] / n);
            representative[g] = -2;
            // the difference of two sums is no better than 1e-15 of either; below that, look at the values themselves
            if (centred[g] <= 1e-12 * norms[g]) {
                final double[] column = centre(matrix.column(g));
                centred[g] = squaredNorm(column);
                if (centred[g] <= TOLERANCE * TOLERANCE * norms[g]) {
                    representative[g] = -1;
                    constant++;
                }
            }
        }
        final int[] byProjection = IntStream.range(0, p).boxed().sorted(Comparator.comparingDouble(g -> projection[g]))
            .mapToInt(Integer::intValue).toArray();
        final int[] place = new int[p];
        for (int k = 0; k < p; k++) {
            place[byProjection[k]] = k;
        }
        for (final int g : gridOrder) {
            if (representative[g] != -2) {
                continue;
            }
            representative[g] = g;
            final double slack = length * (2 * TOLERANCE * Math.sqrt(centred[g]) + 1e-12 * Math.sqrt(norms[g]));
            double[] column = null;
            for (int direction = -1; direction <= 1; direction += 2) {
                for (int k = place[g] + direction; k >= 0 && k < p; k += direction) {
                    final int h = byProjection[k];
                    if (Math.abs(projection[h] - projection[g]) > slack) {
                        break;
                    }
                    if (representative[h] == -2) {
                        column = column == null ? centre(matrix.column(g)) : column;
                        if (same(column, centre(matrix.column(h)))) {
                            representative[h] = g;
                        }
                    }
                }
            }
        }
        final int[] representatives = IntStream.range(0, p).filter(g -> representative[g] == g).toArray();
        return new CandidateClasses(representative, representatives, constant);
    }

    private static double[] centre(final double[] x) {
        final double mean = Arrays.stream(x).sum() / x.length;
        Arrays.setAll(x, i -> x[i] - mean);
        return x;
    }

    private static double squaredNorm(final double[] x) {
        double sum = 0;
        for (final double v : x) {
            sum += v * v;
        }
        return sum;
    }

    private static boolean same(final double[] a, final double[] b) {
        double minus = 0;
        double plus = 0;
        for (int i = 0; i < a.length; i++) {
            minus += (a[i] - b[i]) * (a[i] - b[i]);
            plus += (a[i] + b[i]) * (a[i] + b[i]);
        }
        return Math.min(minus, plus) <= TOLERANCE * TOLERANCE * squaredNorm(a);
    }

    /** Column of the class's representative, or -1 where the activation is constant. */
    public int representative(final int column) {
        return m_representative[column];
    }

    /** All representatives in column order. */
    public int[] representatives() {
        return m_representatives;
    }

    public int constant() {
        return m_constant;
    }
}
