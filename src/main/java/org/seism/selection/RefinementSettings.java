package org.seism.selection;

import org.seism.InputException;

/**
 * Whether and how a selected word is refined to a motif with soft columns (METHOD, section 6).
 *
 * @param mode what is done with a step's word
 * @param resolution m: coordinates of the columns are multiples of 1/m; 1, 2 or 4
 * @param maxSweeps most sweeps over the columns, 1 to 1000
 * @param starts from how many of the best words the network is trained, 1 to 100
 */
public record RefinementSettings(Mode mode, int resolution, int maxSweeps, int starts) {

    /** The kinds of motif. */
    public enum Mode {
        /** The word itself. */
        NONE,
        /** Columns move on the lattice, one at a time, to the largest score. */
        LATTICE,
        /** A filter is trained by gradient ascent and snapped to the lattice. */
        NETWORK
    }

    /** Words; where a refinement is asked for: resolution 2, at most 10 sweeps, 5 starts. */
    public static final RefinementSettings NONE = new RefinementSettings(Mode.NONE, 2, 10, 5);

    /**
     * Checks every bound.
     *
     * @throws InputException for a setting out of range
     */
    public RefinementSettings {
        if (resolution != 1 && resolution != 2 && resolution != 4) {
            throw new InputException("The resolution of the lattice is " + resolution + ".", "Choose 1, 2 or 4.");
        }
        if (maxSweeps < 1 || maxSweeps > 1000) {
            throw new InputException("The number of sweeps is " + maxSweeps + ".", "Give 1 to 1000; 10 is plenty.");
        }
        if (starts < 1 || starts > 100) {
            throw new InputException("The number of starts of the training is " + starts + ".", "Give 1 to 100.");
        }
    }

    /**
     * @param m resolution
     * @return lattice refinement of this resolution
     */
    public static RefinementSettings lattice(final int m) {
        return new RefinementSettings(Mode.LATTICE, m, NONE.maxSweeps, NONE.starts);
    }

    /**
     * @param m resolution
     * @return network training, snapped to this resolution
     */
    public static RefinementSettings network(final int m) {
        return new RefinementSettings(Mode.NETWORK, m, NONE.maxSweeps, NONE.starts);
    }

    /**
     * @param count most sweeps
     * @return a copy with it
     */
    public RefinementSettings withMaxSweeps(final int count) {
        return new RefinementSettings(mode, resolution, count, starts);
    }

    /**
     * @param count number of starts of the training
     * @return a copy with it
     */
    public RefinementSettings withStarts(final int count) {
        return new RefinementSettings(mode, resolution, maxSweeps, count);
    }
}
