package org.seism.candidate.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.sequence.WindowShape;

/**
 * Whether words are candidates in a place too: bound to a range of starts. For every number of starts there is one place after another, each
 * half of it further than the one before, and a last one at the end. This needs sequences that are aligned, hence of one length.
 *
 * @param auto whether to go without places where the lengths differ, which otherwise is an error; with the usual numbers of starts only
 * @param starts numbers of starts, in falling order; empty for no places
 */
public record Positions(boolean auto, List<Integer> starts) {
    private static final List<Integer> USUAL = List.of(20, 5, 1);
    private static final int MOST = 8;

    /** No places. */
    public static final Positions NONE = new Positions(false, List.of());
    /** Places of 20, 5 and 1 starts, where all sequences have one length. */
    public static final Positions AUTO = new Positions(true, USUAL);

    /**
     * Checks the numbers.
     *
     * @throws InputException for a number that is no number of starts
     */
    public Positions {
        starts = starts.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        if (starts.size() > MOST || starts.stream().anyMatch(s -> s < 1 || s > 100_000)) {
            throw new InputException("Places of " + list(starts) + " starts can't be used.",
                "Give up to " + MOST + " numbers from 1 on, such as 20,5,1.");
        }
        if (auto && !starts.equals(USUAL)) {
            throw new InputException("Automatic places have " + list(USUAL) + " starts, not " + list(starts) + ".",
                "Give these numbers of starts, or auto.");
        }
    }

    /**
     * @param text {@code auto}, {@code none}, or numbers of starts separated by commas
     * @return what it says
     * @throws InputException if it says something else
     */
    public static Positions parse(final String text) {
        final String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("none")) {
            return NONE;
        }
        if (word.equals("auto")) {
            return AUTO;
        }
        return ofStarts(word);
    }

    /**
     * @param text numbers of starts separated by commas
     * @return such places
     * @throws InputException if it says something else
     */
    public static Positions ofStarts(final String text) {
        try {
            return new Positions(false, Arrays.stream(text.split(",", -1)).map(s -> Integer.valueOf(s.strip())).toList());
        } catch (NumberFormatException e) {
            throw new InputException("The places '" + text + "' are no numbers of starts.", "Give one number or more, such as 20,5,1.", e);
        }
    }

    /** @return whether there may be any */
    public boolean on() {
        return !starts.isEmpty();
    }

    /** @return as {@link #parse} reads it */
    public String text() {
        return auto ? "auto" : on() ? list(starts) : "none";
    }

    private static String list(final List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * @param minWidth smallest width of the words
     * @param maxWidth largest width
     * @param length length of the sequences
     * @return the places of words of these widths: many starts before few, narrow words before wide ones, from left to right
     */
    List<WindowShape> shapes(final int minWidth, final int maxWidth, final int length) {
        final List<WindowShape> shapes = new ArrayList<>();
        for (final int size : starts) {
            for (int width = minWidth; width <= maxWidth; width++) {
                final int all = length - width + 1;
                final int step = Math.max(1, size / 2);
                // a place that holds all starts is none
                for (int from = 0; size < all && from < all; from += step) {
                    final int first = Math.min(from, all - size);
                    shapes.add(WindowShape.of(width).at(first, first + size));
                    if (first + size == all) {
                        break;
                    }
                }
            }
        }
        return shapes;
    }
}
