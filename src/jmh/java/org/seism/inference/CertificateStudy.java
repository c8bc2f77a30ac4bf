package org.seism.inference;

import java.util.Arrays;
import java.util.Locale;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.PerformanceStudy;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.selection.SelectionPath;

/**
 * How many candidates a certificate would let a move skip: those whose slack at the motif's own step is larger than the
 * largest change that the move can make to phi_g^T v, which is ||move|| times the norm of phi_g's centred entries in the
 * rows moved (Cauchy, Schwarz). The winner's own change is left out, in favour of the certificates. Words, sequential
 * hypothesis.
 * <p>
 * Arguments: sizes such as 1000x10000. Prints csv: size, motif, rows moved, length of the move as a multiple of its mobile
 * part, share of candidates certified.
 */
public final class CertificateStudy {
    private static final int MOVES = 50;

    private CertificateStudy() {
    }

    /** @param args sizes */
    public static void main(final String[] args) {
        System.out.println("size,motif,rows,turn,certified");
        for (final String size : args) {
            final double[] y = PerformanceStudy.ofSize(size).study().phenotype().values();
            final SelectionPath path = PerformanceStudy.pathOfSize(size);
            final double[][] columns = new double[path.grid().size()][];
            Arrays.setAll(columns, path.grid().activations()::column);
            for (int motif = 0; motif < path.size(); motif++) {
                final NullGeometry geometry = new NullGeometry(path, motif, Hypothesis.SEQUENTIAL, y);
                for (final int rows : new int[]{2, 18, Math.min(50, y.length / 2)}) {
                    for (final double turn : new double[]{0.1, 1}) {
                        System.out.printf(Locale.ROOT, "%s,%d,%d,%.1f,%.4f%n", size, motif + 1, rows, turn,
                            certified(geometry, columns, rows, turn));
                    }
                }
            }
        }
    }

    private static double certified(final NullGeometry geometry, final double[][] columns, final int size,
        final double turn) {
        final EventShape shape = new EventShape(geometry, TaskRunner.sequential());
        final UniformRandomProvider random = RandomStreams.of(3, size);
        final Chain chain = new BlockRotationChain(shape, random, Progress.NONE);
        final StepGeometry step = shape.steps().get(geometry.motif());
        final int p = shape.activations().candidates();
        final int[] order = PermutationSampler.natural(geometry.residual().length);
        long certified = 0;
        for (int k = 0; k < MOVES; k++) {
            chain.step();
            final double[] v = chain.residual();
            final double[] x = shape.activations().transposeTimes(v, TaskRunner.sequential());
            final double ratio = step.winnerRatio(geometry.path(), dot(geometry.direction(), v), v);
            PermutationSampler.shuffle(random, order);
            double length = 0;
            for (int i = 0; i < size; i++) {
                length += v[order[i]] * v[order[i]];
            }
            for (int g = 0; g < p; g++) {
                final double slack = ratio * step.scale(g) - Math.abs(step.offset(g) + x[g]);
                certified += slack > turn * Math.sqrt(length) * spread(columns[g], order, size) ? 1 : 0;
            }
        }
        return (double)certified / MOVES / p;
    }

    private static double spread(final double[] column, final int[] order, final int size) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            final double phi = column[order[i]];
            sum += phi;
            squares += phi * phi;
        }
        return Math.sqrt(Math.max(0, squares - sum * sum / size));
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
