package org.seism.inference;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;

/**
 * The plain test of a motif that was <em>not</em> chosen on these data: the partial correlation of its activation with the
 * phenotype, by Student's t or by permutation. Used on the second part of a data split, for motifs given by the user, and,
 * as the naive p-value that selective inference replaces, beside the selective ones.
 *
 * @param statistic signed partial correlation
 * @param effect regression coefficient, in units of the phenotype per unit of activation
 * @param degreesOfFreedom d = n - rank of the nuisance space
 */
public record PartialCorrelationTest(double statistic, double effect, int degreesOfFreedom) {

    /**
     * @param nuisance space of covariates, intercept and other motifs
     * @param activation activations of the motif, one per sequence
     * @param y phenotype, one value per sequence
     * @return the statistic
     * @throws InputException if the motif is explained by the nuisance space, or too few sequences are left
     */
    public static PartialCorrelationTest of(final Nuisance nuisance, final double[] activation, final double[] y) {
        return of(nuisance.basis(), activation, y);
    }

    /**
     * @param nuisance basis of covariates, intercept and other motifs
     * @param activation activations of the motif, one per sequence
     * @param y phenotype, one value per sequence
     * @return the statistic
     * @throws InputException if the motif is explained by the nuisance space, or too few sequences are left
     */
    public static PartialCorrelationTest of(final OrthonormalBasis nuisance, final double[] activation, final double[] y) {
        final double[] f = nuisance.residual(activation);
        final double[] r = nuisance.residual(y);
        final double length = OrthonormalBasis.norm(f);
        final double radius = OrthonormalBasis.norm(r);
        if (y.length - nuisance.rank() < 2) {
            throw new InputException("Only " + y.length + " sequences for " + nuisance.rank() + " nuisance parameters.",
                "Use more sequences, fewer covariates or fewer motifs.");
        }
        if (!(length > 1e-9 * OrthonormalBasis.norm(activation))) {
            throw new InputException("The motif's activation is constant, or a combination of covariates and other motifs.",
                "Leave the motif out.");
        }
        if (!(radius > 1e-12 * OrthonormalBasis.norm(y))) {
            throw new InputException("Nothing of the phenotype is left to explain.", "Use fewer covariates or motifs.");
        }
        final double product = OrthonormalBasis.dot(f, r);
        return new PartialCorrelationTest(Math.max(-1, Math.min(1, product / (length * radius))), product / (length * length),
            y.length - nuisance.rank());
    }

    /**
     * Permutation p-value with exchanges within strata only; exact where the nuisance is the strata's indicators alone.
     *
     * @param nuisance space of strata and what else is projected off
     * @param activation activations of the motif
     * @param y phenotype
     * @param permutations number of random permutations
     * @param random random stream
     * @param progress cancellation
     * @return p-value, at least 1 / (permutations + 1)
     */
    public static double permutationP(final Nuisance nuisance, final double[] activation, final double[] y,
        final int permutations, final UniformRandomProvider random, final Progress progress) {
        final double[] e = nuisance.residual(activation);
        final double[] r = nuisance.residual(y);
        final double observed = Math.abs(OrthonormalBasis.dot(e, r)) / OrthonormalBasis.norm(r);
        final int[][] strata = nuisance.strata().members();
        final double[] permuted = new double[y.length];
        int exceeding = 1;
        for (int k = 0; k < permutations; k++) {
            if ((k & 63) == 0) {
                progress.checkCancelled();
            }
            for (final int[] stratum : strata) {
                final int[] order = stratum.clone();
                PermutationSampler.shuffle(random, order);
                for (int i = 0; i < order.length; i++) {
                    permuted[stratum[i]] = r[order[i]];
                }
            }
            final double length = OrthonormalBasis.norm(nuisance.residual(permuted));
            exceeding += Math.abs(OrthonormalBasis.dot(e, permuted)) >= observed * (1 - 1e-9) * length ? 1 : 0;
        }
        return exceeding / (permutations + 1.0);
    }

    /** @return two-sided p-value of Student's t test, T sqrt((d-1)/(1-T^2)) with d - 1 degrees of freedom */
    public LogProbability studentP() {
        // the t test of a correlation is the share of the sphere's mass that lies nearer to the motif's direction
        final SphereMass mass = new SphereMass(degreesOfFreedom);
        final double angle = Math.acos(Math.abs(statistic));
        return new LogProbability(Math.min(0, Math.log(2) + mass.log(0, angle) - mass.logTotal()));
    }

    /**
     * Permutation p-value: the share of permuted residuals with at least this |partial correlation|, the observed counted.
     *
     * @param nuisance basis of covariates, intercept and other motifs
     * @param activation activations of the motif
     * @param y phenotype
     * @param permutations number of random permutations
     * @param random random stream
     * @param progress cancellation
     * @return p-value, at least 1 / (permutations + 1)
     */
    public static double permutationP(final OrthonormalBasis nuisance, final double[] activation, final double[] y,
        final int permutations, final UniformRandomProvider random, final Progress progress) {
        final double[] e = nuisance.residual(activation);
        final double[] r = nuisance.residual(y);
        final double observed = Math.abs(OrthonormalBasis.dot(e, r)) / OrthonormalBasis.norm(r);
        final int[] order = PermutationSampler.natural(y.length);
        final double[] permuted = new double[y.length];
        int exceeding = 1;
        for (int k = 0; k < permutations; k++) {
            if ((k & 63) == 0) {
                progress.checkCancelled();
            }
            PermutationSampler.shuffle(random, order);
            for (int i = 0; i < order.length; i++) {
                permuted[i] = r[order[i]];
            }
            double explained = 0;
            for (int l = 0; l < nuisance.rank(); l++) {
                final double c = OrthonormalBasis.dot(nuisance.vector(l), permuted);
                explained += c * c;
            }
            final double length = Math.sqrt(OrthonormalBasis.dot(permuted, permuted) - explained);
            if (Math.abs(OrthonormalBasis.dot(e, permuted)) / length >= observed * (1 - 1e-9)) {
                exceeding++;
            }
        }
        return exceeding / (permutations + 1.0);
    }
}
