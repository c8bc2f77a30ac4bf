package org.seism.inference;

/**
 * The null distribution of one motif's statistic as a chain through the observed data (Besag, Clifford 1989).
 *
 * @param motif 0-based rank of the motif
 * @param statistics T of all N replicates in the chain's order, the observed one among them
 * @param observedPosition index of the observed statistic
 * @param trials points tried per move of the kernel, on average
 * @param adaptive whether N was chosen while sampling
 * @param approximate whether the null is approximate: permuted residuals instead of permuted data
 */
public record NullSample(int motif, double[] statistics, int observedPosition, double trials, boolean adaptive,
    boolean approximate) {

    /** T is a ratio; two values closer than this are equal, as exchanged equal phenotypes make them. */
    private static final double EQUAL = 1e-9;

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
        return EffectiveSampleSize.of(statistics);
    }

    /**
     * Monte Carlo standard error of p. The autocorrelation is that of T or, where there are enough of both kinds to see it,
     * that of the exceedances, whichever is stronger: on the safe side.
     *
     * @return standard error
     */
    public double standardError() {
        final double p = p();
        double ess = effectiveSampleSize();
        if (Math.min(exceeding(), size() - exceeding()) >= 20) {
            final double[] indicator = new double[size()];
            for (int t = 0; t < indicator.length; t++) {
                indicator[t] = statistics[t] >= observed() - EQUAL ? 1 : 0;
            }
            ess = Math.min(ess, EffectiveSampleSize.of(indicator));
        }
        return Math.sqrt(p * (1 - p) / ess);
    }
}
