package org.seism.motif.logo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;

/**
 * The numbers behind one logo: which letters are stacked in each column and how high.
 *
 * @param alphabet the alphabet
 * @param stacks per column the letters from the lowest to the highest; the bits of a column add up to its information
 * @param leftFlank columns before the motif's own
 * @param rightFlank columns after the motif's own
 * @param caption what this panel shows
 */
record LogoPanel(Alphabet alphabet, List<List<Stacked>> stacks, int leftFlank, int rightFlank, String caption) {

    /** A letter and its height in bits. */
    record Stacked(char letter, double bits) {
    }

    static LogoPanel of(final FrequencyMatrix matrix, final double[] information, final int leftFlank, final int rightFlank,
        final String caption) {
        final List<List<Stacked>> stacks = new ArrayList<>();
        for (int c = 0; c < matrix.width(); c++) {
            final List<Stacked> stack = new ArrayList<>();
            for (int a = 0; a < matrix.alphabet().size(); a++) {
                final double bits = matrix.frequencies()[c][a] * information[c];
                if (bits > 0) {
                    stack.add(new Stacked(matrix.alphabet().letter(a), bits));
                }
            }
            // the sort is stable: equally high letters stay in alphabet order
            stack.sort(Comparator.comparingDouble(Stacked::bits));
            stacks.add(List.copyOf(stack));
        }
        return new LogoPanel(matrix.alphabet(), List.copyOf(stacks), leftFlank, rightFlank, caption);
    }

    int columns() {
        return stacks.size();
    }

    List<Stacked> stack(final int column) {
        return stacks.get(column);
    }

    /** @return log2 of the number of letters: 2 bits for nucleic acids, 4.32 for protein */
    double maximum() {
        return Math.log(alphabet.size()) / Math.log(2);
    }

    /** @return 1, 2, ... for the motif's own columns, -1, -2, ... leftwards before and +1, +2, ... after them */
    String position(final int column) {
        if (column < leftFlank) {
            return Integer.toString(column - leftFlank);
        }
        final int beyond = column - (columns() - rightFlank) + 1;
        return beyond > 0 ? "+" + beyond : Integer.toString(column - leftFlank + 1);
    }
}
