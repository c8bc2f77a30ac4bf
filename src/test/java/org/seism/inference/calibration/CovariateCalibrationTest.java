package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.RandomData;
import org.seism.candidate.Erasing;
import org.seism.inference.PermutationTest;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The default nulls with covariates that matter to sequences and phenotype alike: GC content, or GC content and length; the first
 * motif, the second behind a strong first one, and the partial hypothesis. Beside each the former default: normal noise for
 * numbers, residuals exchanged among all sequences for two classes, both adjusted for covariates and for the first motif's
 * activation.
 */
class CovariateCalibrationTest {
    private static final String PLANTED = "ACGTCA";
    private static final int REPLICATES = 99;
    /** These nulls are approximate: what the covariates explain is estimated. */
    private static final double MISS = 0.02;

    private enum Noise {
        NORMAL, EXPONENTIAL, LOGNORMAL, T2, HETEROSCEDASTIC, QUADRATIC, COUNTS, CASES
    }

    /** What is known to the test of what the phenotype goes with. */
    private enum Adjusted {
        GC, GC_AND_LENGTH, LENGTH, NOTHING
    }

    /**
     * @param noise around the effects
     * @param adjusted covariates; GC has an effect where it is one, and length where it is one or nothing is
     * @param motif 1, or 2 behind a strong first one
     * @param hypothesis of the motif's test
     */
    private record Design(Noise noise, Adjusted adjusted, int motif, Hypothesis hypothesis) {
        boolean gcMatters() {
            return adjusted == Adjusted.GC || adjusted == Adjusted.GC_AND_LENGTH;
        }

        boolean lengthMatters() {
            return adjusted != Adjusted.GC;
        }

        @Override
        public String toString() {
            return (noise + ", adjusted for " + adjusted + ", motif " + motif
                + (hypothesis == Hypothesis.PARTIAL ? ", partial" : "")).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    private static Design of(final Noise noise, final Adjusted adjusted, final int motif) {
        return new Design(noise, adjusted, motif, Hypothesis.SEQUENTIAL);
    }

    static Stream<Design> small() {
        return Stream.of(of(Noise.CASES, Adjusted.GC, 2), of(Noise.EXPONENTIAL, Adjusted.GC, 2),
            of(Noise.CASES, Adjusted.GC_AND_LENGTH, 1), of(Noise.COUNTS, Adjusted.GC_AND_LENGTH, 1),
            of(Noise.NORMAL, Adjusted.LENGTH, 1), new Design(Noise.COUNTS, Adjusted.GC, 1, Hypothesis.PARTIAL));
    }

    static Stream<Design> all() {
        final List<Design> all = new ArrayList<>();
        for (final Noise noise : Noise.values()) {
            all.add(of(noise, Adjusted.GC, 2));
            all.add(of(noise, Adjusted.GC_AND_LENGTH, 1));
        }
        all.add(of(Noise.NORMAL, Adjusted.LENGTH, 1));
        all.add(of(Noise.CASES, Adjusted.LENGTH, 1));
        all.add(of(Noise.CASES, Adjusted.GC_AND_LENGTH, 2));
        all.add(of(Noise.NORMAL, Adjusted.GC_AND_LENGTH, 2));
        for (final Noise noise : List.of(Noise.NORMAL, Noise.COUNTS, Noise.CASES)) {
            all.add(new Design(noise, Adjusted.GC, 1, Hypothesis.PARTIAL));
        }
        return all.stream();
    }

    /** A glance at a few designs. */
    @ParameterizedTest
    @MethodSource
    @Tag("slow")
    void small(final Design design) {
        check(design, 80);
    }

    @ParameterizedTest
    @MethodSource
    @Tag("study")
    void all(final Design design) {
        check(design, 400);
    }

    private static void check(final Design design, final int sets) {
        final Studies.Shares shares = Studies.run(design.toString(), sets, set -> dataSet(design, set));
        final int least = design.motif() == 1 ? sets : sets / 2;
        if (design.hypothesis() == Hypothesis.SEQUENTIAL) {
            shares.holds("step", least, MISS);
        }
        shares.holds("motif", least, MISS);
    }

    static Stream<Design> unadjusted() {
        return Stream.of(of(Noise.NORMAL, Adjusted.NOTHING, 1), of(Noise.CASES, Adjusted.NOTHING, 1));
    }

    /** Lengths from 30 to 120 that the phenotype goes with, and nobody adjusts for: the checks of a study warn of it. */
    @ParameterizedTest
    @MethodSource
    @Tag("study")
    void unadjusted(final Design design) {
        final Studies.Shares shares = Studies.run(design.toString(), 400, set -> dataSet(design, set));
        shares.fails("step");
    }

    private static Map<String, Double> dataSet(final Design design, final int set) {
        final UniformRandomProvider random = RandomData.random(59, design.toString().hashCode(), set);
        final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
        final int n = design.noise() == Noise.CASES ? 200 : design.motif() == 1 ? 100 : 120;
        final boolean second = design.motif() == 2;
        final double[] gc = new double[n];
        final double[] length = new double[n];
        final double[] y = new double[n];
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            length[i] = design.lengthMatters() ? 30 + random.nextInt(91) : second ? 40 : 30;
            final double share = design.gcMatters() ? 0.3 + 0.4 * random.nextDouble() : 0.5;
            final StringBuilder text = new StringBuilder();
            while (text.length() < length[i]) {
                text.append(Studies.letter(share, random));
            }
            final boolean holds = second && random.nextBoolean();
            if (holds) {
                Studies.plant(text, PLANTED, random);
            }
            texts.add(text.toString());
            gc[i] = text.chars().filter(c -> c == 'G' || c == 'C').count() / length[i];
            final double x = (design.gcMatters() ? (gc[i] - 0.5) / 0.14 : 0) + (design.lengthMatters() ? (length[i] - 75) / 38 : 0);
            y[i] = phenotype(design, x, holds, z, random);
        }
        final double[][] covariates = switch (design.adjusted()) {
            case GC -> new double[][]{gc};
            case LENGTH -> new double[][]{length};
            case GC_AND_LENGTH -> new double[][]{gc, length};
            case NOTHING -> new double[0][];
        };
        final NullDesign null_ = NullDesign.of(NullModel.permuting(covariates.length > 0, design.noise() == Noise.CASES),
            PhenotypeTransform.NONE, y, covariates);
        final SequenceSet sequences = RandomData.set(Alphabet.DNA, texts);
        final int width = second ? 6 : 4;
        final boolean partial = design.hypothesis() == Hypothesis.PARTIAL;
        final SelectionPath path = Studies.select(sequences, Strands.SINGLE, width, Erasing.DEFAULT, null_.y(), null_.covariates(),
            partial ? 2 : design.motif());
        final Map<String, Double> row = new LinkedHashMap<>();
        if (!second || path.size() == 2 && Studies.name(path, 0).equals(PLANTED)) {
            final PermutationTest.Result result =
                Studies.test(path, null_, design.hypothesis(), design.motif() - 1, REPLICATES, set);
            if (!partial) {
                row.put("step", result.step().p());
            }
            row.put("motif", result.sampled().p());
            assertTrue(result.sampled().approximate() == covariates.length > 0);
        }
        if (!partial) {
            former(design, sequences, width, y, covariates, random, row);
        }
        return row;
    }

    private static double phenotype(final Design design, final double x, final boolean holds,
        final ZigguratSampler.NormalizedGaussian z, final UniformRandomProvider random) {
        final double mean = x + (holds ? 3 : 0);
        return switch (design.noise()) {
            case NORMAL -> mean + z.sample();
            case EXPONENTIAL -> mean - Math.log(1 - random.nextDouble());
            case LOGNORMAL -> mean + Math.exp(z.sample());
            case T2 -> mean + z.sample() / Math.sqrt(-Math.log(1 - random.nextDouble()));
            case HETEROSCEDASTIC -> mean + Math.exp(0.5 * x) * z.sample();
            case QUADRATIC -> mean + 0.5 * x * x + z.sample();
            case COUNTS -> PermutationCalibrationTest.negativeBinomial(Math.exp(0.8 * x + (holds ? 2 : 0)), 1, random);
            case CASES -> random.nextDouble() < 1 / (1 + Math.exp((design.motif() == 1 ? 2.5 : 3.8) - 1.5 * x - (holds ? 3 : 0))) ? 1 : 0;
        };
    }

    private static void former(final Design design, final SequenceSet sequences, final int width, final double[] y,
        final double[][] covariates, final UniformRandomProvider random, final Map<String, Double> row) {
        final SelectionPath old =
            Studies.select(sequences, Strands.SINGLE, width, Erasing.NONE, y, covariates, design.motif());
        if (old.size() == design.motif() && (design.motif() == 1 || Studies.name(old, 0).equals(PLANTED))) {
            final int step = design.motif() - 1;
            row.put(design.noise() == Noise.CASES ? "former, residuals" : "former, normal noise", design.noise() == Noise.CASES
                ? Studies.residuals(old, step, y, random) : Studies.gaussian(old, step, y, random));
        }
    }
}
