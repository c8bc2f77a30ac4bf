package org.seism.candidate;

import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** The text that is scanned for motifs: a sequence, and with both strands its reverse complement behind a separator. */
final class Windows {
    private Windows() {
    }

    /** Letter codes, -1 for ambiguous letters and for the separator between the strands. */
    static byte[] scanned(final SequenceSet set, final Strands strands, final int i) {
        final byte[] forward = set.codes(i);
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
     * Visits every window of letters of the alphabet, packed with the first letter in the highest bits.
     *
     * @param unusable by start of a window whether to skip it; null for none
     */
    static void forEach(final byte[] letters, final boolean[] unusable, final int width, final int bits,
        final java.util.function.LongConsumer visitor) {
        final long mask = bits * width == 64 ? -1L : (1L << bits * width) - 1;
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
