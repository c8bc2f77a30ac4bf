package org.seism.motif;

import java.util.Arrays;

/**
 * How a motif's activation comes from the windows of a sequence (METHOD, sections 3 and 4b): every window has a distance that is
 * a sum over its letters, and the activation is a falling function of the smallest. This is all that a search or a scan needs
 * to know of a motif, whatever its kind. Immutable.
 */
public sealed interface Activation permits GaussianActivation, MatrixActivation {
    /**
     * @return {@code [column][letter]}: a letter's share of the distance, never negative; 0 for every letter of a free column. Not a copy,
     *         must not be changed
     */
    double[][] costs();

    /**
     * @param distance smallest distance of a sequence's windows
     * @return the activation, between 0 and 1, never rising with the distance
     */
    double of(double distance);

    /** @return the activation of a sequence that is as far from the motif as a window can be */
    default double ofFarthest() {
        return of(Arrays.stream(costs()).mapToDouble(column -> Arrays.stream(column).max().orElseThrow()).sum());
    }
}
