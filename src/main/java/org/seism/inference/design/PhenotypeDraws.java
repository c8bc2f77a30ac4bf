package org.seism.inference.design;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.linear.Whitening;

/**
 * Phenotypes as the user's own, but without what a motif adds: the user's values, or their residuals where there are covariates,
 * dealt out again within strata (METHOD, section 14b). They keep the law of the user's noise, whatever the null model under test
 * says about it. Two classes with covariates are exchanged with the weights of conditional permutation (section 9), so that they
 * stay two classes. Never changed after construction.
 */
public final class PhenotypeDraws {
    /** Exchanges proposed per sequence; from the user's own phenotype, which is a draw itself. */
    private static final int SWEEPS = 40;

    private final int[][] m_groups;
    private final double[] m_fit;
    private final double[] m_residual;
    private final double[] m_tilt;
    /** Undone on what is drawn: the values are dealt out in coordinates in which they have nothing to do with each other. */
    private final Whitening m_whitening;

    private PhenotypeDraws(final int[][] groups, final double[] fit, final double[] residual, final double[] tilt) {
        this(groups, fit, residual, tilt, Whitening.NONE);
    }

    private PhenotypeDraws(final int[][] groups, final double[] fit, final double[] residual, final double[] tilt,
        final Whitening whitening) {
        m_whitening = whitening;
        m_groups = groups;
        m_fit = fit;
        m_residual = residual;
        m_tilt = tilt;
    }

    /**
     * @param y phenotype as it is tested
     * @param covariates {@code [covariate][sequence]} the user's
     * @param strata within which values are dealt out
     * @return the draws
     */
    public static PhenotypeDraws of(final double[] y, final double[][] covariates, final Strata strata) {
        final double[] none = new double[y.length];
        if (covariates.length == 0) {
            return new PhenotypeDraws(strata.members(), none, y, none);
        }
        if (DoubleStream.of(y).distinct().limit(3).count() == 2) {
            return new PhenotypeDraws(strata.members(), none, y,
                NullDesign.of(NullModel.CONDITIONAL, PhenotypeTransform.NONE, y, covariates).tilt());
        }
        final Nuisance nuisance = Nuisance.of(strata).withAll(covariates);
        return new PhenotypeDraws(strata.members(), nuisance.project(y), nuisance.residual(y), none);
    }

    /**
     * Draws for related sequences: whitened residuals are dealt out among all of them, and the whitening is undone, so that
     * what is drawn has the covariance that the design says.
     *
     * @param design the design of related sequences
     * @param strata whose means stay as they are
     * @return the draws
     */
    public static PhenotypeDraws related(final NullDesign design, final Strata strata) {
        final Nuisance nuisance = design.whitening().nuisance(strata, design.covariates());
        return new PhenotypeDraws(Strata.single(strata.size()).members(), nuisance.project(design.y()), nuisance.residual(design.y()),
            new double[strata.size()], design.whitening());
    }

    /**
     * @param random source of randomness
     * @return a phenotype to which no motif adds anything within the strata
     */
    public double[] without(final UniformRandomProvider random) {
        final double[] e = m_residual.clone();
        for (final int[] group : m_groups) {
            final int[] source = group.clone();
            if (Arrays.stream(group).allMatch(i -> m_tilt[i] == 0)) {
                PermutationSampler.shuffle(random, source);
                for (int k = 0; k < group.length; k++) {
                    e[group[k]] = m_residual[source[k]];
                }
            } else {
                exchange(e, group, random);
            }
        }
        return plusFit(e);
    }

    /** Metropolis: exchanges, accepted with the ratio of the weights. */
    private void exchange(final double[] e, final int[] group, final UniformRandomProvider random) {
        for (int k = 0; k < SWEEPS * group.length; k++) {
            final int a = group[random.nextInt(group.length)];
            final int b = group[random.nextInt(group.length)];
            if (Math.log(random.nextDouble()) < (e[b] - e[a]) * (m_tilt[a] - m_tilt[b])) {
                final double kept = e[a];
                e[a] = e[b];
                e[b] = kept;
            }
        }
    }

    /**
     * @param random source of randomness
     * @param added what each sequence has more, in standard deviations of the noise
     * @return a phenotype with it; values of two kinds stay so, and are dealt out in the order of normal noise plus what is added
     */
    public double[] with(final UniformRandomProvider random, final double[] added) {
        if (DoubleStream.of(m_residual).distinct().limit(3).count() > 2) {
            final double[] y = without(random);
            final double[] centred = Nuisance.of(Strata.single(y.length)).residual(m_residual);
            final double sd = OrthonormalBasis.norm(centred) / Math.sqrt(Math.max(1, y.length - 1));
            for (int i = 0; i < y.length; i++) {
                y[i] += sd * added[i];
            }
            return y;
        }
        final ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        final double[] order = new double[added.length];
        final double low = DoubleStream.of(m_residual).min().orElse(0);
        final double range = DoubleStream.of(m_residual).max().orElse(0) - low;
        for (int i = 0; i < order.length; i++) {
            // the tilt is per unit of y: over the whole range it is the log odds that the covariates give
            order[i] = normal.sample() + added[i] + m_tilt[i] * range;
        }
        final double[] e = new double[added.length];
        for (final int[] group : m_groups) {
            final int[] places = IntStream.of(group).boxed().sorted((a, b) -> Double.compare(order[a], order[b]))
                .mapToInt(Integer::intValue).toArray();
            final double[] values = IntStream.of(group).mapToDouble(i -> m_residual[i]).sorted().toArray();
            for (int k = 0; k < places.length; k++) {
                e[places[k]] = values[k];
            }
        }
        return plusFit(e);
    }

    private double[] plusFit(final double[] e) {
        for (int i = 0; i < e.length; i++) {
            e[i] += m_fit[i];
        }
        return m_whitening.undo(e);
    }
}
