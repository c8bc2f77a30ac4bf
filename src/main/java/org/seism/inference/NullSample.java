package org.seism.inference;

import java.util.Arrays;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * The null distribution of one motif's statistic as a walk through the observed data (Besag, Clifford 1989).
 *
 * @param motif 0-based rank of the motif
 * @param statistics T of all N replicates, the observed one among them: in the chain's order or, with several branches, those
 *            of the observed data's branch from its outer end inward, then those of the others outward
 * @param observedPosition index of the observed statistic
 * @param branches lengths of the branches in the order of the statistics; a single one for a path
 * @param trials points tried per move of the kernel, on average
 * @param adaptive whether N was chosen while sampling
 * @param approximate whether the null is approximate: something of the covariates is estimated
 * @param independent whether the replicates are independent draws and not a chain
 */
public record NullSample(int motif, double[] statistics, int observedPosition, int[] branches, double trials, boolean adaptive,
    boolean approximate, boolean independent) {

    /** T is a ratio; two values closer than this are equal, as exchanged equal phenotypes make them. */
    static final double EQUAL = 1e-9;
    /** So many independent replicates give a p-value near 0.05 a standard error of 0.02. */
    private static final double COARSE = 100;

    /**
     * Checks that the branches make up the sample.
     *
     * @throws IllegalArgumentException if they do not
     */
    public NullSample {
        if (Arrays.stream(branches).asLongStream().sum() != statistics.length || Arrays.stream(branches).anyMatch(b -> b < 0)) {
            throw new IllegalArgumentException("Branches of " + Arrays.toString(branches) + " replicates for "
                + statistics.length + " of them.");
        }
    }

    /**
     * A walk.
     *
     * @param motif 0-based rank of the motif
     * @param statistics T of all N replicates
     * @param observedPosition index of the observed statistic
     * @param branches lengths of the branches
     * @param trials points tried per move of the kernel, on average
     * @param adaptive whether N was chosen while sampling
     * @param approximate whether the null is approximate
     */
    public NullSample(final int motif, final double[] statistics, final int observedPosition, final int[] branches,
        final double trials, final boolean adaptive, final boolean approximate) {
        this(motif, statistics, observedPosition, branches, trials, adaptive, approximate, false);
    }

    /**
     * A path.
     *
     * @param motif 0-based rank of the motif
     * @param statistics T of all N replicates in the chain's order, the observed one among them
     * @param observedPosition index of the observed statistic
     * @param trials points tried per move of the kernel, on average
     * @param adaptive whether N was chosen while sampling
     * @param approximate whether the null is approximate
     */
    public NullSample(final int motif, final double[] statistics, final int observedPosition, final double trials,
        final boolean adaptive, final boolean approximate) {
        this(motif, statistics, observedPosition, new int[]{statistics.length}, trials, adaptive, approximate);
    }

    /** @return T of the observed data */
    public double observed() {
        return statistics[observedPosition];
    }

    /** @return N, the observed one counted */
    public int size() {
        return statistics.length;
    }

    /** @return number of statistics at least as large as the observed one, itself counted */
    public int exceeding() {
        int count = 0;
        for (final double t : statistics) {
            if (t >= observed() - EQUAL) {
                count++;
            }
        }
        return count;
    }

    /** @return p = #{T_t >= T_obs} / N, valid for any number of steps */
    public double p() {
        return (double)exceeding() / size();
    }

    /** @return effective sample size of T */
    public double effectiveSampleSize() {
        return effectiveSampleSize(statistics);
    }

    private double effectiveSampleSize(final double[] values) {
        if (independent) {
            return values.length;
        }
        return branches.length == 1 ? EffectiveSampleSize.of(values) : EffectiveSampleSize.ofStar(values, branches);
    }

    /** @return whether the replicates are much alike: fewer than 100 effective ones, and less than a tenth of all */
    public boolean isCoarse() {
        final double ess = effectiveSampleSize();
        return ess < COARSE && ess < size() / 10.;
    }

    /** @return whether no replicate is as large as the observed statistic, so that p is 1/N, the least there is */
    public boolean atFloor() {
        return exceeding() == 1;
    }

    /**
     * Monte Carlo standard error of p. The autocorrelation is that of T or, where there are enough of both kinds to see it,
     * that of the exceedances, whichever is stronger: on the safe side.
     *
     * @return standard error
     */
    public double standardError() {
        final double p = p();
        return Math.sqrt(p * (1 - p) / precisionSize());
    }

    private double precisionSize() {
        final double ess = effectiveSampleSize();
        if (independent || Math.min(exceeding(), size() - exceeding()) < 20) {
            return ess;
        }
        final double[] indicator = new double[size()];
        for (int t = 0; t < indicator.length; t++) {
            indicator[t] = statistics[t] >= observed() - EQUAL ? 1 : 0;
        }
        return Math.min(ess, effectiveSampleSize(indicator));
    }

    /**
     * Where the share of statistics as large as the observed one lies in the long run: Clopper and Pearson's interval
     * (Biometrika 1934) with the effective sample size for the number of draws.
     *
     * @return {lower, upper} end of the 95% interval
     */
    public double[] interval() {
        final double n = precisionSize();
        final double k = p() * n;
        final double lower = new BetaDistribution(k, n - k + 1).inverseCumulativeProbability(0.025);
        final double upper = k >= n ? 1 : new BetaDistribution(k + 1, n - k).inverseCumulativeProbability(0.975);
        return new double[]{lower, upper};
    }
}
