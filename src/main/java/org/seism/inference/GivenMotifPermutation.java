package org.seism.inference;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.Progress;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.AssociationScore;

/**
 * Permutation test of a motif that was chosen on <em>other</em> data: the null of METHOD, section 9, with no event to stay in. The
 * phenotype itself (with covariates: its rank scores' residuals, or two classes weighted by a logistic fit) is exchanged within the
 * strata of the earlier motifs, and whatever else is projected off is projected off again from each arrangement. Without covariates
 * the test is therefore exact for any law of the phenotype and any number of sequences. Residuals that were exchanged instead would
 * lie in another space than the phenotype's, which a few sequences per stratum make felt.
 */
final class GivenMotifPermutation {
    /** T is a ratio; two values closer than this are equal, as exchanged equal phenotypes make them. */
    private static final double EQUAL = NullSample.EQUAL;
    /** Exchanges proposed per sequence between two arrangements of a chain. */
    private static final int SWEEPS = 4;

    private final NullDesign m_design;
    private final int[][] m_groups;
    private final int[] m_groupOf;
    private final Nuisance m_nuisance;
    private final double[] m_direction;
    private final double[] m_fit;
    private final double[] m_e;
    private final AssociationScore.Sign m_sign;

    /**
     * @param design the null model of these data
     * @param strata within which exchanges are allowed: the levels of the earlier motifs
     * @param nuisance what is projected off the motif and the phenotype
     * @param activation activations of the motif, not explained by the nuisance
     * @param sign which associations count
     */
    GivenMotifPermutation(final NullDesign design, final Strata strata, final Nuisance nuisance, final double[] activation,
        final AssociationScore.Sign sign) {
        m_design = design;
        m_nuisance = nuisance;
        m_sign = sign;
        final Strata groups = strata.split(design.bins());
        m_groups = groups.members();
        m_groupOf = IntStream.range(0, groups.size()).map(groups::of).toArray();
        final double[] y = design.y();
        m_e = design.model() == NullModel.RANK_BINNED ? nuisance.residual(y) : y.clone();
        m_fit = new double[y.length];
        Arrays.setAll(m_fit, i -> y[i] - m_e[i]);
        m_direction = nuisance.residual(activation);
        final double norm = OrthonormalBasis.norm(m_direction);
        Arrays.setAll(m_direction, i -> m_direction[i] / norm);
    }

    /** T, the partial correlation as far as its sign counts; 0 where nothing is left of the phenotype. */
    private double statistic(final double[] e) {
        final double[] y = m_fit.clone();
        OrthonormalBasis.addScaled(y, e, 1);
        final double length = OrthonormalBasis.norm(m_nuisance.residual(y));
        return length > 1e-9 * OrthonormalBasis.norm(y) ? m_sign.magnitude(OrthonormalBasis.dot(m_direction, y)) / length : 0;
    }

    /**
     * @param permutations number of random arrangements
     * @param random random stream
     * @param progress cancellation
     * @return p-value, at least 1 / (permutations + 1)
     */
    double p(final int permutations, final UniformRandomProvider random, final Progress progress) {
        final double observed = statistic(m_e);
        return (1.0 + (m_design.tilt() == null ? independent(observed, permutations, random, progress)
            : walk(observed, permutations, random, progress))) / (permutations + 1);
    }

    private int independent(final double observed, final int permutations, final UniformRandomProvider random,
        final Progress progress) {
        int exceeding = 0;
        final double[] e = m_e.clone();
        for (int k = 0; k < permutations; k++) {
            progress.checkCancelled();
            for (final int[] group : m_groups) {
                final int[] source = group.clone();
                PermutationSampler.shuffle(random, source);
                for (int i = 0; i < source.length; i++) {
                    e[group[i]] = m_e[source[i]];
                }
            }
            exceeding += statistic(e) >= observed - EQUAL ? 1 : 0;
        }
        return exceeding;
    }

    /** Weighted arrangements: a chain through the observed one at a random place of it (Besag, Clifford 1989). */
    private int walk(final double observed, final int permutations, final UniformRandomProvider random, final Progress progress) {
        final int before = random.nextInt(permutations + 1);
        int exceeding = 0;
        for (final int length : new int[]{before, permutations - before}) {
            final double[] e = m_e.clone();
            for (int k = 0; k < length; k++) {
                progress.checkCancelled();
                exchange(e, random);
                exceeding += statistic(e) >= observed - EQUAL ? 1 : 0;
            }
        }
        return exceeding;
    }

    /** Metropolis: single exchanges within groups, each its own reverse. */
    private void exchange(final double[] e, final UniformRandomProvider random) {
        final double[] tilt = m_design.tilt();
        for (int k = 0; k < SWEEPS * e.length; k++) {
            final int a = random.nextInt(e.length);
            final int[] group = m_groups[m_groupOf[a]];
            final int b = group[random.nextInt(group.length)];
            if (Math.log(random.nextDouble()) < (e[b] - e[a]) * (tilt[a] - tilt[b])) {
                final double kept = e[a];
                e[a] = e[b];
                e[b] = kept;
            }
        }
    }
}
