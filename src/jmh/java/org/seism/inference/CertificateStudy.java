package org.seism.inference;

import java.util.Arrays;
import java.util.Locale;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.PerformanceStudy;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.BlockRotationChain;
import org.seism.inference.chain.Chain;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.StepGeometry;
import org.seism.linear.OrthonormalBasis;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;

/**
 * How many candidates a certificate would let a move skip: those whose slack at the motif's own step is larger than the
 * largest change that a block move can make to phi_g^T v. Two certificates: "exact" knows the norm of phi_g's centred
 * entries in the rows moved (Cauchy, Schwarz), which takes as many look-ups as the product itself; "beforehand" knows only
 * the range of phi_g, half of which times the sum of the move's absolute values bounds the change. The winner's own change
 * is left out, in favour of the certificates. Words, sequential hypothesis.
 * <p>
 * Arguments: sizes such as 1000x10000. Prints csv: size, motif, rows moved, length of the move as a multiple of the part of v
 * that moves (2 for half a turn), shares of candidates certified.
 */
public final class CertificateStudy {
    private static final int MOVES = 50;

    private CertificateStudy() {
    }

    /** @param args sizes */
    public static void main(final String[] args) {
        System.out.println("size,motif,rows,length,exact,beforehand");
        for (final String size : args) {
            final double[] y = PerformanceStudy.ofSize(size).study().phenotype().values();
            final SelectionPath path = PerformanceStudy.pathOfSize(size);
            final double[][] columns = new double[path.grid().size()][];
            Arrays.setAll(columns, path.grid().activations()::column);
            for (int motif = 0; motif < path.size(); motif++) {
                final NullGeometry geometry = new NullGeometry(path, motif, Hypothesis.SEQUENTIAL, y);
                for (final int rows : new int[]{18, 72}) {
                    for (final double length : new double[]{0.5, 1, 2}) {
                        final double[] share = certified(geometry, columns, rows, length);
                        System.out.printf(Locale.ROOT, "%s,%d,%d,%.1f,%.4f,%.4f%n", size, motif + 1, rows, length, share[0],
                            share[1]);
                    }
                }
            }
        }
    }

    private static double[] certified(final NullGeometry geometry, final double[][] columns, final int size,
        final double multiple) {
        final EventShape shape = new EventShape(geometry, TaskRunner.sequential());
        final UniformRandomProvider random = RandomStreams.of(3, StreamPurpose.SIMULATION, size);
        final Chain chain = new BlockRotationChain(shape, random, Progress.NONE);
        final StepGeometry step = shape.steps().get(geometry.motif());
        final int p = shape.activations().candidates();
        final int[] order = PermutationSampler.natural(geometry.residual().length);
        final double[] share = new double[2];
        for (int k = 0; k < MOVES; k++) {
            chain.step();
            final double[] v = chain.residual();
            final double[] x = shape.activations().transposeTimes(v, TaskRunner.sequential());
            final double ratio =
                Math.abs(step.winnerOffset() + step.winnerFunctional().of(v, OrthonormalBasis.dot(geometry.direction(), v)))
                    / step.winnerScale();
            PermutationSampler.shuffle(random, order);
            double squares = 0;
            double absolute = 0;
            for (int i = 0; i < size; i++) {
                squares += v[order[i]] * v[order[i]];
                absolute += Math.abs(v[order[i]]);
            }
            for (int g = 0; g < p; g++) {
                final double slack = ratio * step.scale(g) - Math.abs(step.offset(g) + x[g]);
                share[0] += slack > multiple * Math.sqrt(squares) * spread(columns[g], order, size) ? 1. / MOVES / p : 0;
                share[1] += slack > multiple * absolute * range(columns[g]) / 2 ? 1. / MOVES / p : 0;
            }
        }
        return share;
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

    private static double range(final double[] column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final double phi : column) {
            low = Math.min(low, phi);
            high = Math.max(high, phi);
        }
        return high - low;
    }
}
