package org.seism.sequence;

/**
 * Which letters of a sequence are looked at together, and where: some letters in a row, or two runs of letters with a gap of free
 * letters between; anywhere in a sequence, or only in a place, a range of starts. A window runs from its first letter to its last, those in
 * the gap included, and all of them must be letters of the alphabet. A place is said by the window's leftmost letter on the sequence as
 * given, on whichever strand the window is read.
 *
 * @param letters number of letters that are compared, at least 1
 * @param left how many of them stand before the gap; all where there is none
 * @param gap number of free letters, 0 for none
 * @param from first start that is allowed, 0-based
 * @param to start after the last that is allowed; {@link #END} for all
 */
public record WindowShape(int letters, int left, int gap, int from, int to) {
    /** The end of a place that ends with the sequence. */
    public static final int END = Integer.MAX_VALUE;

    /** Checks that letters, gap and place agree. */
    public WindowShape {
        if (letters < 1 || gap < 0 || left < 1 || left > letters || gap == 0 != (left == letters) || from < 0 || to <= from) {
            throw new IllegalArgumentException(letters + " letters, " + left + " of them before a gap of " + gap + ", from " + from + " to " + to);
        }
    }

    /**
     * @param letters number of letters
     * @return letters in a row, anywhere
     */
    public static WindowShape of(final int letters) {
        return new WindowShape(letters, letters, 0, 0, END);
    }

    /**
     * @param left letters before the gap
     * @param gap free letters, at least 1
     * @param right letters after the gap
     * @return two runs of letters, anywhere
     */
    public static WindowShape gapped(final int left, final int gap, final int right) {
        return new WindowShape(left + right, left, gap, 0, END);
    }

    /**
     * @param first first start, 0-based
     * @param end start after the last
     * @return the same letters in a place
     */
    public WindowShape at(final int first, final int end) {
        return new WindowShape(letters, left, gap, first, end);
    }

    /** @return number of letters from the first to the last, free ones included */
    public int width() {
        return letters + gap;
    }

    /** @return whether windows lie in a place only */
    public boolean isPlaced() {
        return from > 0 || to < END;
    }

    /** @return letters in a row, anywhere */
    public boolean isPlain() {
        return gap == 0 && !isPlaced();
    }

    /**
     * @param column a column of the window, the free ones counted
     * @return whether any letter will do there
     */
    public boolean isFree(final int column) {
        return column >= left && column < left + gap;
    }

    /**
     * @param letter which of the compared letters, from 0
     * @return its column, the free ones counted
     */
    public int column(final int letter) {
        return letter < left ? letter : letter + gap;
    }

    /** @return the windows as they are read on the other strand */
    public WindowShape reverseComplement() {
        return gap == 0 ? this : new WindowShape(letters, letters - left, gap, from, to);
    }

    /**
     * @param length of a sequence
     * @return how many letters of it lie before the first window
     */
    public int begin(final int length) {
        return Math.min(from, length);
    }

    /**
     * @param length of a sequence
     * @return place after the last letter of the last window; at least {@link #begin}, no more than the length
     */
    public int end(final int length) {
        return to == END ? length : Math.max(begin(length), Math.min(length, to - 1 + width()));
    }
}
