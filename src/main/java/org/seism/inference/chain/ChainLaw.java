package org.seism.inference.chain;

import org.seism.inference.event.PermutationNull;

/**
 * The law of a chain of arrangements, beside the selection event: p-values ask for that of the null itself, intervals of effects
 * tilt it (METHOD, section 17), and estimates of small p-values climb by a floor under the statistic (METHOD, section 18).
 *
 * @param tilt log weight of a unit of e per sequence; null where all arrangements weigh the same
 * @param floor least statistic T of an arrangement; minus infinity where all are let in
 */
public record ChainLaw(double[] tilt, double floor) {

    /**
     * @param null_ a permutation null
     * @return its own law
     */
    public static ChainLaw of(final PermutationNull null_) {
        return new ChainLaw(null_.tilt(), Double.NEGATIVE_INFINITY);
    }

    /**
     * @param more log weight of a unit of e per sequence
     * @param factor how much of it
     * @return this law tilted further
     */
    public ChainLaw tilted(final double[] more, final double factor) {
        final double[] sum = new double[more.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (tilt == null ? 0 : tilt[i]) + factor * more[i];
        }
        return new ChainLaw(sum, floor);
    }

    /**
     * @param least least statistic
     * @return this law on the arrangements that reach it
     */
    public ChainLaw above(final double least) {
        return new ChainLaw(tilt, least);
    }
}
