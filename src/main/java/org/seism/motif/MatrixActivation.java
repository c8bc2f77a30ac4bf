package org.seism.motif;

/**
 * The activation of a known matrix (METHOD, section 4b): how improbable the best window's log-odds score is by chance, on a scale of 16
 * levels between "found in any sequence" and one in ten thousand sequences. The distance of a window is what its score lacks
 * to the best possible.
 *
 * @param costs {@code [column][letter]}: best score of the column less the letter's, whole numbers; never changed after construction
 * @param levels {@code [distance]}: level of every distance, never rising; 0 beyond the last. Never changed after construction
 */
public record MatrixActivation(double[][] costs, byte[] levels) implements Activation {
    /** The largest level, whose activation is 1. */
    public static final int TOP = 15;
    /** A window from this level on is a site. */
    public static final int SITE = 8;
    /** A window from this level on is nearly one. */
    public static final int NEAR = 4;

    /**
     * @param distance of a window, a whole number
     * @return its level, 0 to {@value #TOP}
     */
    public int level(final int distance) {
        return distance < levels.length ? levels[distance] : 0;
    }

    /**
     * @param level a level above 0
     * @return the largest distance of a window that has at least this level; -1 where no window has
     */
    public int reach(final int level) {
        int d = levels.length - 1;
        while (d >= 0 && levels[d] < level) {
            d--;
        }
        return d;
    }

    @Override
    public double of(final double distance) {
        return level((int)Math.min(Integer.MAX_VALUE, Math.round(distance))) / (double)TOP;
    }
}
