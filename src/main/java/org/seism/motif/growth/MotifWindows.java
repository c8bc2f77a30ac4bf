package org.seism.motif.growth;

import java.util.Arrays;

import org.seism.motif.MatrixActivation;
import org.seism.motif.Motif;
import org.seism.sequence.WindowShape;

/**
 * The best window of a motif in every sequence, and which of them count: by letters for words, by the level of the activation for
 * matrices of a library.
 *
 * @param windows the best windows
 * @param holds score from which on a sequence holds the motif: every letter fits, or the window is a site
 * @param near score from which on it nearly does: one mismatch, or a quarter of the activation's scale
 * @param width of the windows
 */
record MotifWindows(BestWindows windows, double holds, double near, int width) {

    static MotifWindows of(final GrowthData data, final Motif motif) {
        if (motif.activation() instanceof final MatrixActivation activation) {
            final double[][] scores = Arrays.stream(activation.costs()).map(c -> Arrays.stream(c).map(x -> -x).toArray()).toArray(double[][]::new);
            return new MotifWindows(BestWindows.of(data, scores, MatrixPlace.ANYWHERE), -reach(activation, MatrixActivation.SITE),
                -reach(activation, MatrixActivation.NEAR), motif.width());
        }
        final WindowShape shape = motif.letters().windows();
        return new MotifWindows(
            BestWindows.of(data, MatrixGrowth.mismatches(motif.letters()), MatrixPlace.of(shape, 0, shape.width())), 0, -1, shape.width());
    }

    /** A matrix that says too little to reach the level has no window there but its best. */
    private static int reach(final MatrixActivation activation, final int level) {
        return Math.max(0, activation.reach(level));
    }

    boolean holds(final int sequence) {
        return windows.score(sequence) >= holds;
    }

    boolean isNear(final int sequence) {
        return windows.score(sequence) >= near;
    }
}
