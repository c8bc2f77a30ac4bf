package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.statistic.JointKind;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.WordMotif;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The joint test of two motifs: it holds its level where the phenotype has to do with nothing, the naive F test of the same two
 * motifs does not, and where two words matter it finds that something does.
 */
class JointCalibrationTest {
    private static final int N = 100;
    private static final String[] PLANTED = {"ACGT", "TTGC"};

    /** Phenotypes and the null that suits them. */
    private enum Law {
        COUNTS, ONE_IN_FIVE, NORMAL_GAUSSIAN, NORMAL_GAUSSIAN_COVARIATE;

        private NullModel model() {
            return this == COUNTS || this == ONE_IN_FIVE ? NullModel.PERMUTATION : NullModel.GAUSSIAN;
        }

        private double draw(final double mean, final int i, final ZigguratSampler.NormalizedGaussian z,
            final UniformRandomProvider random) {
            return switch (this) {
                case COUNTS -> PermutationCalibrationTest.negativeBinomial(Math.exp(1 + mean), 1, random);
                case ONE_IN_FIVE -> random.nextDouble() < 1 / (1 + Math.exp(1.4 - 1.5 * mean)) ? 1 : 0;
                case NORMAL_GAUSSIAN, NORMAL_GAUSSIAN_COVARIATE -> mean + z.sample();
            };
        }
    }

    static Stream<Law> laws() {
        return Arrays.stream(Law.values());
    }

    @ParameterizedTest
    @MethodSource("laws")
    @Tag("slow")
    void holdsAtAGlance(final Law law) {
        holds(law, 60);
    }

    @ParameterizedTest
    @MethodSource("laws")
    @Tag("study")
    void holdsOften(final Law law) {
        holds(law, 1000);
    }

    private static void holds(final Law law, final int sets) {
        // one statistic at a glance
        final JointKind[] kinds = sets < 100 ? new JointKind[]{JointKind.SHARE} : JointKind.values();
        final Studies.Shares shares = Studies.run(law + ", joint, null", sets, set -> dataSet(law, 0, set, kinds));
        for (final JointKind kind : kinds) {
            shares.holds(kind.name(), sets * 9 / 10);
        }
        shares.fails("naive F test");
    }

    @ParameterizedTest
    @MethodSource("laws")
    @Tag("slow")
    void findsAtAGlance(final Law law) {
        finds(law, 30);
    }

    @ParameterizedTest
    @MethodSource("laws")
    @Tag("study")
    void findsOften(final Law law) {
        finds(law, 300);
    }

    private static void finds(final Law law, final int sets) {
        final JointKind[] kinds = sets < 100 ? new JointKind[]{JointKind.RIDGE} : JointKind.values();
        final Studies.Shares shares = Studies.run(law + ", joint, two words", sets, set -> dataSet(law, 1.5, set, kinds));
        for (final JointKind kind : kinds) {
            assertTrue(shares.share(kind.name(), 0.05) >= 0.25, shares::toString);
        }
    }

    private static Map<String, Double> dataSet(final Law law, final double effect, final int set, final JointKind... kinds) {
        final UniformRandomProvider random = RandomData.random(83, law.ordinal(), (long)(10 * effect), set);
        final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
        final SequenceSet sequences = RandomData.sequences(Alphabet.DNA, N, 30, 30, random);
        final double[][] covariates = law == Law.NORMAL_GAUSSIAN_COVARIATE ? new double[][]{RandomData.draw(N, z::sample)} : new double[0][];
        final double[] y = new double[N];
        final double[][] holds = new double[PLANTED.length][];
        Arrays.setAll(holds, k -> WordMotif.parse(Alphabet.DNA, PLANTED[k], 1).sites(sequences, Strands.SINGLE).activations());
        for (int i = 0; i < N; i++) {
            double mean = covariates.length == 0 ? 0 : covariates[0][i];
            for (final double[] word : holds) {
                mean += word[i] > 1 - 1e-9 ? effect : 0;
            }
            y[i] = law.draw(mean, i, z, random);
        }
        final NullDesign design = NullDesign.plain(law.model(), y, covariates);
        final SelectionPath path = Studies.select(sequences, Strands.SINGLE, 4, Erasing.DEFAULT, y, covariates, 2);
        final Map<String, Double> row = new LinkedHashMap<>();
        if (path.size() == 2) {
            final MonteCarloTest test = new MonteCarloTest(path, design, SamplingSettings.DEFAULT.withReplicates(99).withSeed(1000 + set),
                TaskRunner.sequential(), Progress.NONE);
            for (final JointKind kind : kinds) {
                row.put(kind.name(), test.joint(kind).p());
            }
            row.put("naive F test", naive(path, y, covariates));
        }
        return row;
    }

    /** The F test of both motifs as if they had been given. */
    private static double naive(final SelectionPath path, final double[] y, final double[][] covariates) {
        final OrthonormalBasis small = OrthonormalBasis.ofCovariates(N, covariates);
        final OrthonormalBasis large = small.with(path.activation(0)).with(path.activation(1));
        final double before = Math.pow(OrthonormalBasis.norm(small.residual(y)), 2);
        final double after = Math.pow(OrthonormalBasis.norm(large.residual(y)), 2);
        final int more = large.rank() - small.rank();
        final double f = (before - after) / more / (after / (N - large.rank()));
        return 1 - new FDistribution(more, N - large.rank()).cumulativeProbability(f);
    }
}
