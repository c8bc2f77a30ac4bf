package org.seism.inference.chain;

import org.seism.InputException;
import org.seism.inference.design.Hypothesis;

/**
 * How a null is sampled (METHOD, sections 8 to 10), whichever it is.
 *
 * @param hypothesis sequential or partial
 * @param kernel transition kernel of the gaussian null; the permutation null always exchanges entries
 * @param replicates N - 1, the null replicates beside the observed one
 * @param thinning steps of the kernel between two replicates
 * @param maxReplicates for the adaptive scheme, up to how many replicates to go; equal to replicates for fixed N
 * @param branches into how many chains the replicates of a motif are divided, for computers with many cores: up to 2 one
 *            chain through the observed data, more a star of chains from a common state; at least ten
 *            replicates to each, or there are fewer of them
 * @param seed seed of all random streams
 */
public record SamplingSettings(Hypothesis hypothesis, Kernel kernel, int replicates, int thinning,
    int maxReplicates, int branches, long seed) {

    /** Sequential, block rotation, 4999 replicates, thinning 1, one chain, seed 1. */
    public static final SamplingSettings DEFAULT =
        new SamplingSettings(Hypothesis.SEQUENTIAL, Kernel.BLOCK, 4999, 1, 4999, 1, 1);

    private static final int MOST_BRANCHES = 1000;

    /**
     * Checks every bound.
     *
     * @throws InputException for a setting out of range
     */
    public SamplingSettings {
        if (replicates < 1 || replicates > 100_000_000) {
            throw new InputException("The number of replicates is " + replicates + ".", "Give a number from 1 to 100000000.");
        }
        if (thinning < 1) {
            throw new InputException("The thinning is " + thinning + ".", "Give at least 1.");
        }
        if (branches < 1 || branches > MOST_BRANCHES) {
            throw new InputException("The number of branches is " + branches + ".",
                "Give a number from 1 to " + MOST_BRANCHES + ".");
        }
        maxReplicates = Math.max(replicates, maxReplicates);
    }

    /** @return whether N grows with the data; the p-value is then marked as adaptive */
    public boolean adaptive() {
        return maxReplicates > replicates;
    }

    /**
     * @param h the hypothesis
     * @return a copy with it
     */
    public SamplingSettings withHypothesis(final Hypothesis h) {
        return new SamplingSettings(h, kernel, replicates, thinning, maxReplicates, branches, seed);
    }

    /**
     * @param k the kernel
     * @return a copy with it
     */
    public SamplingSettings withKernel(final Kernel k) {
        return new SamplingSettings(hypothesis, k, replicates, thinning, maxReplicates, branches, seed);
    }

    /**
     * @param count fixed number of replicates
     * @return a copy with it
     */
    public SamplingSettings withReplicates(final int count) {
        return new SamplingSettings(hypothesis, kernel, count, thinning, count, branches, seed);
    }

    /**
     * @param most largest number of replicates of the adaptive scheme
     * @return a copy with it
     */
    public SamplingSettings withMaxReplicates(final int most) {
        return new SamplingSettings(hypothesis, kernel, replicates, thinning, most, branches, seed);
    }

    /**
     * @param steps steps between two replicates
     * @return a copy with it
     */
    public SamplingSettings withThinning(final int steps) {
        return new SamplingSettings(hypothesis, kernel, replicates, steps, maxReplicates, branches, seed);
    }

    /**
     * @param count branches of each motif's walk
     * @return a copy with it
     */
    public SamplingSettings withBranches(final int count) {
        return new SamplingSettings(hypothesis, kernel, replicates, thinning, maxReplicates, count, seed);
    }

    /**
     * @param value the seed
     * @return a copy with it
     */
    public SamplingSettings withSeed(final long value) {
        return new SamplingSettings(hypothesis, kernel, replicates, thinning, maxReplicates, branches, value);
    }
}
