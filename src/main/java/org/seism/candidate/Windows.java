package org.seism.candidate;

import java.util.Arrays;
import java.util.function.LongConsumer;

import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/** The text that is scanned for motifs: a sequence, and with both strands its reverse complement behind a separator. */
final class Windows {
    private Windows() {
    }

    /** Letter codes, -1 for ambiguous letters and for the separator between the strands. */
    static byte[] scanned(final SequenceSet set, final Strands strands, final int i) {
        return scanned(set, strands, set.codes(i));
    }

    /** The same for windows in a place: only the letters from the first of its windows to the last, so that all windows of them are in it. */
    static byte[] scanned(final SequenceSet set, final Strands strands, final int i, final WindowShape shape) {
        final byte[] codes = set.codes(i);
        return scanned(set, strands, shape.isPlaced() ? Arrays.copyOfRange(codes, shape.begin(codes.length), shape.end(codes.length)) : codes);
    }

    private static byte[] scanned(final SequenceSet set, final Strands strands, final byte[] forward) {
        if (strands == Strands.SINGLE) {
            return forward;
        }
        final Alphabet alphabet = set.alphabet();
        final byte[] both = new byte[2 * forward.length + 1];
        System.arraycopy(forward, 0, both, 0, forward.length);
        both[forward.length] = -1;
        for (int k = 0; k < forward.length; k++) {
            final int c = forward[forward.length - 1 - k];
            both[forward.length + 1 + k] = (byte)(c < 0 ? -1 : alphabet.complement(c));
        }
        return both;
    }

    /**
     * Visits every window of letters of the alphabet. Its compared letters are packed, the first in the highest bits.
     *
     * @param unusable by start of a window whether to skip it; null for none
     */
    static void forEach(final byte[] letters, final boolean[] unusable, final WindowShape shape, final int bits,
        final LongConsumer visitor) {
        if (shape.gap() > 0) {
            forEachGapped(letters, unusable, shape, bits, visitor);
            return;
        }
        final int width = shape.width();
        final long mask = mask(width, bits);
        long word = 0;
        int valid = 0;
        for (int k = 0; k < letters.length; k++) {
            final byte c = letters[k];
            if (c < 0) {
                valid = 0;
                continue;
            }
            word = (word << bits | c) & mask;
            if (++valid >= width && (unusable == null || !unusable[k - width + 1])) {
                visitor.accept(word);
            }
        }
    }

    /** The words on both sides of the gap move along together. */
    private static void forEachGapped(final byte[] letters, final boolean[] unusable, final WindowShape shape, final int bits,
        final LongConsumer visitor) {
        final int width = shape.width();
        final int right = shape.letters() - shape.left();
        final int behind = right + shape.gap();
        final long leftMask = mask(shape.left(), bits);
        final long rightMask = mask(right, bits);
        long leftWord = 0;
        long rightWord = 0;
        int valid = 0;
        for (int k = 0; k < letters.length; k++) {
            // what an invalid letter leaves behind is gone from both words before enough valid ones have followed
            leftWord = k < behind ? 0 : (leftWord << bits | Math.max(0, letters[k - behind])) & leftMask;
            rightWord = (rightWord << bits | Math.max(0, letters[k])) & rightMask;
            valid = letters[k] < 0 ? 0 : valid + 1;
            if (valid >= width && (unusable == null || !unusable[k - width + 1])) {
                visitor.accept(leftWord << bits * right | rightWord);
            }
        }
    }

    private static long mask(final int letters, final int bits) {
        return bits * letters == 64 ? -1L : (1L << bits * letters) - 1;
    }

    /** Whether {@link #forEach} visits any window. */
    static boolean any(final byte[] letters, final boolean[] unusable, final int width) {
        int valid = 0;
        for (int k = 0; k < letters.length; k++) {
            valid = letters[k] < 0 ? 0 : valid + 1;
            if (valid >= width && (unusable == null || !unusable[k - width + 1])) {
                return true;
            }
        }
        return false;
    }
}
