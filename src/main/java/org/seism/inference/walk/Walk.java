package org.seism.inference.walk;

import java.util.List;

/** The way through N recorded states of one motif's null, the observed one at a uniform place among them. */
public interface Walk {

    /**
     * Sets how long the legs have to be.
     *
     * @param size N, the observed state counted; not smaller than before
     */
    void extendTo(int size);

    /**
     * The legs in stages: those of one stage do not depend on one another and may run at the same time, after those of the
     * stage before.
     */
    List<List<Leg>> stages();

    /** T of all recorded states, the observed one among them. */
    double[] statistics();

    /** Index of the observed state among the statistics. */
    int observedPosition();

    /** Lengths of the branches, in the order of the statistics; a single one for a path. */
    int[] branches();
}
