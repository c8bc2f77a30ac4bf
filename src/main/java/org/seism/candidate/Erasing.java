package org.seism.candidate;

import org.seism.InputException;

/**
 * What is taken out of the sequences once a motif is selected (METHOD, section 5b): every letter of its sites, the windows
 * with at most {@link #mismatches(int)} letters that differ from it. A window can be looked at by later motifs if it holds
 * fewer than {@link #overlap(int)} erased letters. Never depends on a phenotype.
 *
 * @param on whether anything is erased; if not, later motifs are adjusted for the activations of the earlier ones instead
 * @param fixedMismatches most mismatches of a site, or {@link #BY_WIDTH}
 * @param fixedOverlap so many erased letters make a window unusable, or {@link #BY_WIDTH}
 */
public record Erasing(boolean on, int fixedMismatches, int fixedOverlap) {

    /** Chosen by the width of the motif or window. */
    public static final int BY_WIDTH = -1;

    /** Erasing with limits by width. */
    public static final Erasing DEFAULT = new Erasing(true, BY_WIDTH, BY_WIDTH);

    /** Nothing is erased: the selection of METHOD's first edition. */
    public static final Erasing NONE = new Erasing(false, BY_WIDTH, BY_WIDTH);

    private static final int WIDE = 8;
    private static final int MOST = 62;

    /**
     * Checks the bounds.
     *
     * @throws InputException for a limit out of range
     */
    public Erasing {
        if (fixedMismatches != BY_WIDTH && (fixedMismatches < 0 || fixedMismatches > MOST)) {
            throw new InputException("The sites that are erased have up to " + fixedMismatches + " mismatches.",
                "Give 0, 1, 2 or a little more, or leave it to the width of the motif.");
        }
        if (fixedOverlap != BY_WIDTH && (fixedOverlap < 1 || fixedOverlap > MOST)) {
            throw new InputException("The overlap with erased letters is " + fixedOverlap + ".",
                "Give at least 1 letter, or leave it to the width of the window.");
        }
    }

    /**
     * @param width width of a motif
     * @return e: a window with at most so many mismatches is a site of the motif
     */
    public int mismatches(final int width) {
        return fixedMismatches == BY_WIDTH ? width < WIDE ? 1 : 2 : fixedMismatches;
    }

    /**
     * @param width width of a window
     * @return r: a window with at least so many erased letters is not usable
     */
    public int overlap(final int width) {
        return fixedOverlap == BY_WIDTH ? width < WIDE ? 1 : width / 2 + 1 : fixedOverlap;
    }

    /**
     * The level of a sequence. METHOD's text merges from e + 2 mismatches on; its cases with known answers keep e + 2 apart
     * from what is further away (three of the four have such a sequence, and neither their strata nor their scores come out
     * otherwise), and say nothing of what is further than e + 3: that cap, a larger one and none at all give the same answers. The
     * cases decide; finer strata cost a little power and never validity.
     *
     * @param width width of a motif
     * @param mismatches smallest number of mismatches in a sequence
     * @return the sequence's level: sequences further away than e + 2 are alike
     */
    public int level(final int width, final int mismatches) {
        return Math.min(mismatches, mismatches(width) + 3);
    }
}
