package org.seism.candidate.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.seism.InputException;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * Which words are candidates beside those of letters in a row, anywhere (METHOD, section 4b). Depends on the sequences and the settings
 * only.
 *
 * @param positions words in a place
 * @param gapped whether two words of three or four letters with up to {@value #LONGEST_GAP} free letters between are candidates
 */
public record WordForms(Positions positions, boolean gapped) {
    /** Words anywhere alone. */
    public static final WordForms NONE = new WordForms(Positions.NONE, false);

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONGEST_GAP = 20;

    /** @return whether there are any beside words anywhere */
    public boolean any() {
        return positions.on() || gapped;
    }

    /**
     * @param set the sequences
     * @param strands which strands are scanned; on both, a gapped word and its reverse complement are one candidate
     * @param minWidth smallest width of the words
     * @param maxWidth largest width
     * @return the shapes in grid order: words in a row anywhere by width; then those in a place; then gapped ones by their letters and
     *         then by their gap
     * @throws InputException if places are asked for and the lengths differ
     */
    public List<WindowShape> shapes(final SequenceSet set, final Strands strands, final int minWidth, final int maxWidth) {
        final List<WindowShape> shapes = new ArrayList<>();
        for (int width = minWidth; width <= maxWidth; width++) {
            shapes.add(WindowShape.of(width));
        }
        if (positions.on()) {
            final OptionalInt length = set.commonLength();
            if (length.isPresent()) {
                shapes.addAll(positions.shapes(minWidth, maxWidth, length.getAsInt()));
            } else if (!positions.auto()) {
                throw new InputException("Words in a place need sequences of one length, and these have " + lengths(set) + ".",
                    "Cut them to one length around what they are aligned to, or search words anywhere (no positions).");
            }
        }
        if (gapped) {
            addGapped(strands, minWidth, maxWidth, shapes);
        }
        return shapes;
    }

    private static String lengths(final SequenceSet set) {
        final IntSummaryStatistics lengths = Arrays.stream(set.lengths()).summaryStatistics();
        return lengths.getMin() + " to " + lengths.getMax() + " letters";
    }

    /**
     * @param set the sequences
     * @return what became of places that were asked for where the lengths allow it, if they do not; a full sentence
     */
    public Optional<String> remark(final SequenceSet set) {
        return positions.on() && set.commonLength().isEmpty()
            ? Optional.of("Words are candidates anywhere only: the sequences have " + lengths(set) + ", and places need one length.")
            : Optional.empty();
    }

    /**
     * @param set the sequences
     * @return that places may be tried, where none are asked for and the lengths allow it; a full sentence
     */
    public Optional<String> offer(final SequenceSet set) {
        return positions.on() || set.commonLength().isEmpty() ? Optional.empty() : Optional.of(offer(set.commonLength().getAsInt()));
    }

    /**
     * @param length of all sequences
     * @return that places may be tried
     */
    public static String offer(final int length) {
        return "All sequences have " + length + " letters. If they are aligned, for instance to a start site, short words in a place can tell "
            + "more than words anywhere.";
    }

    private static void addGapped(final Strands strands, final int minWidth, final int maxWidth, final List<WindowShape> shapes) {
        for (int width = 2 * SHORT; width <= 2 * LONG; width++) {
            // without a free letter they are words in a row
            if (width < minWidth || width > maxWidth) {
                shapes.add(WindowShape.of(width));
            }
        }
        for (int left = SHORT; left <= LONG; left++) {
            // the reverse complement of 4 and 3 letters has 3 and 4
            for (int right = strands == Strands.BOTH ? left : SHORT; right <= LONG; right++) {
                for (int gap = 1; gap <= LONGEST_GAP; gap++) {
                    shapes.add(WindowShape.gapped(left, gap, right));
                }
            }
        }
    }
}
