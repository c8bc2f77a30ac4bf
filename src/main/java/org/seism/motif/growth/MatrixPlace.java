package org.seism.motif.growth;

import org.seism.motif.Strand;
import org.seism.sequence.WindowShape;

/**
 * Where windows of a matrix may lie whose word is bound to a place. Starts are those of the leftmost letter on the sequence as given, so a
 * matrix that begins before its word starts earlier on the forward strand and, as it is read from right to left there, reaches further to
 * the right on the other.
 *
 * @param forwardFrom first start on the forward strand
 * @param forwardTo start after the last there
 * @param reverseFrom first start on the other strand
 * @param reverseTo start after the last there
 */
public record MatrixPlace(int forwardFrom, int forwardTo, int reverseFrom, int reverseTo) {
    /** No place. */
    public static final MatrixPlace ANYWHERE = new MatrixPlace(0, WindowShape.END, 0, WindowShape.END);

    /**
     * @param word windows of the word
     * @param offset column of the word, perhaps before its first, at which the matrix begins
     * @param width columns of the matrix
     */
    static MatrixPlace of(final WindowShape word, final int offset, final int width) {
        if (!word.isPlaced()) {
            return ANYWHERE;
        }
        final int mirrored = word.width() - offset - width;
        return new MatrixPlace(word.from() + offset, moved(word.to(), offset), word.from() + mirrored, moved(word.to(), mirrored));
    }

    private static int moved(final int to, final int by) {
        return to == WindowShape.END ? to : to + by;
    }

    boolean allows(final Strand strand, final int start) {
        return strand == Strand.FORWARD ? start >= forwardFrom && start < forwardTo : start >= reverseFrom && start < reverseTo;
    }

    MatrixPlace otherStrand() {
        return new MatrixPlace(reverseFrom, reverseTo, forwardFrom, forwardTo);
    }
}
