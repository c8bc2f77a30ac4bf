package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.selection.AssociationScore;

/** Permutation of a motif from elsewhere, against all arrangements of ten sequences in two strata. */
class GivenMotifPermutationTest {
    private static final int PERMUTATIONS = 40_000;
    private static final int[] STRATA = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    private static final double[] ACTIVATION = {0.1, 0.9, 0.4, 0.3, 1.0, 0.2, 0.7, 0.7, 0.1, 0.5};
    /** Usable windows: not constant within the strata. */
    private static final double[] WINDOWS = {9, 7, 8, 9, 5, 9, 6, 9, 7, 9};

    /** All arrangements within strata, of a phenotype by its values at the places. */
    private static List<double[]> arrangements(final double[] y) {
        final List<double[]> all = new ArrayList<>();
        arrange(y, new double[y.length], 0, new boolean[y.length], all);
        return all;
    }

    private static void arrange(final double[] y, final double[] made, final int place, final boolean[] used,
        final List<double[]> all) {
        if (place == y.length) {
            all.add(made.clone());
            return;
        }
        for (int k = 0; k < y.length; k++) {
            if (!used[k] && STRATA[k] == STRATA[place]) {
                used[k] = true;
                made[place] = y[k];
                arrange(y, made, place + 1, used, all);
                used[k] = false;
            }
        }
    }

    private static Nuisance nuisance(final double[]... vectors) {
        Nuisance all = Nuisance.of(Strata.of(STRATA));
        for (final double[] vector : vectors) {
            all = all.with(vector);
        }
        return all;
    }

    private static double t(final Nuisance nuisance, final double[] y) {
        return PartialCorrelationTest.of(nuisance, ACTIVATION, y).statistic();
    }

    private static double p(final NullDesign design, final Nuisance nuisance, final AssociationScore.Sign sign) {
        return new GivenMotifPermutation(design, Strata.of(STRATA), nuisance, ACTIVATION, sign).p(PERMUTATIONS, RandomData.random(8),
            Progress.NONE);
    }

    /** Four standard errors, of a chain's effective size where there is one: fails once in 16 000 seeds. */
    private static void agree(final double exact, final double p, final double effective) {
        assertEquals(exact, p, 4 * Math.sqrt(exact * (1 - exact) / effective) + 1.0 / PERMUTATIONS);
        assertTrue(exact > 0.01 && exact < 0.9, "a p-value that tells something: " + exact);
    }

    @Test
    void numbersAndTheirSign() {
        final double[] y = {3, 5, 6, 2, 4, 4, 1, 11, 4, 5};
        final Nuisance nuisance = nuisance(WINDOWS);
        final double observed = t(nuisance, y);
        assertTrue(observed > 0);
        final List<double[]> all = arrangements(y);
        assertEquals(120 * 120, all.size());
        final double[] t = all.stream().mapToDouble(v -> t(nuisance, v)).toArray();
        final NullDesign design = NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]);
        agree(Arrays.stream(t).filter(v -> Math.abs(v) >= observed - 1e-9).count() / (double)t.length,
            p(design, nuisance, AssociationScore.Sign.ANY), PERMUTATIONS);
        agree(Arrays.stream(t).filter(v -> v >= observed - 1e-9).count() / (double)t.length,
            p(design, nuisance, AssociationScore.Sign.POSITIVE), PERMUTATIONS);
    }

    /** Each arrangement weighs exp(sum of eta over the cases). */
    @Test
    void twoClassesWithACovariate() {
        final double[] y = {0, 1, 0, 0, 1, 0, 1, 1, 0, 1};
        final double[] covariate = {0.2, 1.4, 0.5, 1.1, 0.3, -0.6, 0.8, 1.9, 0.4, 0.1};
        final NullDesign design =
            NullDesign.of(NullModel.CONDITIONAL, PhenotypeTransform.NONE, y, new double[][]{covariate});
        final Nuisance nuisance = nuisance(covariate, WINDOWS);
        final double observed = Math.abs(t(nuisance, y));
        double as = 0;
        double sum = 0;
        for (final double[] v : arrangements(y)) {
            final double weight = Math.exp(OrthonormalBasis.dot(design.tilt(), v));
            sum += weight;
            as += Math.abs(t(nuisance, v)) >= observed - 1e-9 ? weight : 0;
        }
        assertTrue(Arrays.stream(design.tilt()).max().orElse(0) - Arrays.stream(design.tilt()).min().orElse(0) > 0.5, "a tilt");
        // forty exchanges proposed between two arrangements of ten
        agree(as / sum, p(design, nuisance, AssociationScore.Sign.ANY), PERMUTATIONS / 4.0);
    }
}
