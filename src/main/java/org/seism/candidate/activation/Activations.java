package org.seism.candidate.activation;

import org.seism.TaskRunner;
import org.seism.linear.Strata;

/** The activations of all candidates in all sequences, an n x p matrix, in whatever form it is kept. Safe for use by several threads. */
public sealed interface Activations permits ActivationMatrix, WhitenedActivations {

    /** @return number of sequences n */
    int sequences();

    /** @return number of candidates p */
    int candidates();

    /**
     * @param candidate candidate
     * @return its activations, one per sequence
     */
    double[] column(int candidate);

    /**
     * The product Phi^T v in double precision, candidates divided among threads.
     *
     * @param v one value per sequence
     * @param runner runs the parts
     * @return one value per candidate
     */
    double[] transposeTimes(double[] v, TaskRunner runner);

    /**
     * Squared norms of the columns.
     *
     * @param runner runs the parts
     * @return ||phi||^2 per candidate
     */
    double[] squaredNorms(TaskRunner runner);

    /**
     * What the indicators of strata explain of each column.
     *
     * @param strata the strata
     * @param runner runs the parts
     * @return ||P phi||^2 per candidate, P the projection on the indicators
     */
    double[] stratumSquares(Strata strata, TaskRunner runner);

    /** @return sequences per group: products with whole groups are fastest */
    int groupSize();

    /** @return number of groups */
    int groups();

    /**
     * @param groups groups in some order
     * @param from first place in that order
     * @param to place after the last
     * @param sequences takes the sequences of these groups, by group and slot
     * @return how many there are
     */
    int members(int[] groups, int from, int to, int[] sequences);

    /** @return number of runs of candidates that a pass has to begin anew with */
    int classes();
}
