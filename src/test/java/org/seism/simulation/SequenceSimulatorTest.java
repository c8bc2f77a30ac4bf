package org.seism.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seism.sequence.Inputs.refused;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.simulation.SimulatedSequence.PlantedWord;
import org.seism.simulation.SimulatorSettings.Response;

class SequenceSimulatorTest {
    private static final SimulatorSettings DEFAULTS = SimulatorSettings.defaults();

    private static List<SimulatedSequence> draw(final SimulatorSettings settings) {
        return SequenceSimulator.simulate(settings, Progress.NONE).sequences();
    }

    private static String table(final SimulatorSettings settings) {
        final StringBuilder out = new StringBuilder();
        SequenceSimulator.simulate(settings, Progress.NONE).writeTable(out);
        return out.toString();
    }

    @Test
    void sameSeedSameBytes() {
        final SimulatorSettings settings = DEFAULTS.withLengths(20, 40).withStrands(Strands.BOTH)
            .withMotifs(List.of(new PlantedMotif("TANNAT", 1, .5))).withCovariates(List.of(new SimulatedCovariate("c", 1)))
            .withResponse(Response.LOGISTIC);
        assertEquals(table(settings.withSeed(5)), table(settings.withSeed(5)));
        assertNotEquals(table(settings.withSeed(5)), table(settings.withSeed(6)));
    }

    /** Fixed output: a library update that changes the stream must not pass unseen. */
    @Test
    void theStreamIsFixedAcrossReleases() {
        final SimulatedSequence first = draw(DEFAULTS.withCount(1).withLength(20).withSeed(42)).get(0);
        assertEquals("s1", first.id());
        assertEquals("TCAATCGGTAGCACCAGGAT", first.sequence());
        assertEquals(1.5169056398909022, first.phenotype());
    }

    @Test
    void effectsAndNoiseLeaveTheSequencesAsTheyAre() {
        final SimulatorSettings settings = DEFAULTS.withMotifs(List.of(new PlantedMotif("TATAAT", 0, .5)));
        final SimulatorSettings changed = settings.withMotifs(List.of(new PlantedMotif("TATAAT", 3, .5))).withNoiseSd(2)
            .withCovariates(List.of(new SimulatedCovariate("c", 1))).withResponse(Response.THRESHOLD);
        final List<SimulatedSequence> a = draw(settings);
        final List<SimulatedSequence> b = draw(changed);
        for (int i = 0; i < a.size(); i++) {
            assertEquals(a.get(i).sequence(), b.get(i).sequence());
            assertEquals(a.get(i).planted(), b.get(i).planted());
        }
    }

    @Test
    void lettersHaveTheBackgroundFrequencies() {
        final double[] background = {1, 2, 3, 4};
        final long[] counts = new long[4];
        for (final SimulatedSequence s : draw(DEFAULTS.withCount(400).withLength(100).withBackground(List.of(1., 2., 3., 4.)))) {
            s.sequence().chars().forEach(c -> counts[Alphabet.DNA.code((char)c)]++);
        }
        assertEquals(40_000, Arrays.stream(counts).sum());
        assertTrue(new ChiSquareTest().chiSquareTest(background, counts) > 1e-3, Arrays.toString(counts));
        assertTrue(draw(DEFAULTS.withBackground(List.of(1., 0., 0., 0.))).stream().allMatch(s -> s.sequence().matches("A{30}")));
    }

    @Test
    void lengthsAreUniformOverTheirRange() {
        final long[] counts = new long[5];
        draw(DEFAULTS.withCount(5000).withLengths(10, 14)).forEach(s -> counts[s.sequence().length() - 10]++);
        assertTrue(new ChiSquareTest().chiSquareTest(new double[]{1, 1, 1, 1, 1}, counts) > 1e-3, Arrays.toString(counts));
    }

    @Test
    void plantsWordsWhereItSaysWithoutOverlapInTheShareAskedFor() {
        final List<PlantedMotif> motifs = List.of(new PlantedMotif("TATAAT", 1, .5), new PlantedMotif("CRYNNC", 1, .25),
            new PlantedMotif("GGG", 1, 1));
        final int[] carriers = new int[3];
        int reversed = 0;
        for (final SimulatedSequence s : draw(DEFAULTS.withCount(200).withLengths(15, 25).withStrands(Strands.BOTH).withMotifs(motifs))) {
            int end = 0;
            for (final PlantedWord w : s.planted()) {
                assertTrue(w.start() >= end, "overlap in " + s);
                end = w.start() + w.word().length();
                final String site = s.sequence().substring(w.start(), end);
                assertEquals(w.word(), w.reverse() ? reverseComplement(site) : site);
                final String motif = motifs.get(w.motif()).word();
                for (int k = 0; k < motif.length(); k++) {
                    assertTrue((Alphabet.DNA.mask(motif.charAt(k)) >> Alphabet.DNA.code(w.word().charAt(k)) & 1) == 1, w.word());
                }
                carriers[w.motif()]++;
                reversed += w.reverse() ? 1 : 0;
            }
            assertEquals(s.planted().isEmpty() ? "" : s.planted().get(0).toString(), s.plantedText().split(",")[0]);
        }
        assertEquals(List.of(100, 50, 200), Arrays.stream(carriers).boxed().toList());
        // 350 words, sd 9.4
        assertEquals(175, reversed, 40);
    }

    @Test
    void iupacPositionsAreUniformOverTheirLetters() {
        final long[] counts = new long[3];
        draw(DEFAULTS.withCount(3000).withMotifs(List.of(new PlantedMotif("AHA", 0, 1))))
            .forEach(s -> counts["ACT".indexOf(s.planted().get(0).word().charAt(1))]++);
        assertTrue(new ChiSquareTest().chiSquareTest(new double[]{1, 1, 1}, counts) > 1e-3, Arrays.toString(counts));
    }

    @Test
    void everyPlaceIsEquallyLikely() {
        final long[] counts = new long[6];
        draw(DEFAULTS.withCount(6000).withLength(8).withMotifs(List.of(new PlantedMotif("ACG", 0, 1))))
            .forEach(s -> counts[s.planted().get(0).start()]++);
        assertTrue(new ChiSquareTest().chiSquareTest(new double[]{1, 1, 1, 1, 1, 1}, counts) > 1e-3, Arrays.toString(counts));
        // two words of 2 in 5 letters: 3 x 2 arrangements
        final long[] pairs = new long[6];
        draw(DEFAULTS.withCount(6000).withLength(5).withMotifs(List.of(new PlantedMotif("AC", 0, 1), new PlantedMotif("GT", 0, 1))))
            .forEach(s -> pairs[s.planted().get(0).motif() * 3 + s.planted().get(0).start() + s.planted().get(1).start() - 2]++);
        assertTrue(new ChiSquareTest().chiSquareTest(new double[]{1, 1, 1, 1, 1, 1}, pairs) > 1e-3, Arrays.toString(pairs));
    }

    @Test
    void wordsMayFillASequenceCompletely() {
        final SimulatedSequence s = draw(DEFAULTS.withCount(1).withLength(6)
            .withMotifs(List.of(new PlantedMotif("AAA", 0, 1), new PlantedMotif("CCC", 0, 1)))).get(0);
        assertTrue(s.sequence().equals("AAACCC") || s.sequence().equals("CCCAAA"), s.sequence());
    }

    @Test
    void regressionRecoversEffectsAndNoise() {
        final List<SimulatedSequence> data = draw(DEFAULTS.withCount(4000).withNoiseSd(2)
            .withMotifs(List.of(new PlantedMotif("TATAAT", 1.5, .5), new PlantedMotif("TTGACA", -1, .3)))
            .withCovariates(List.of(new SimulatedCovariate("age", .7))));
        final double[] y = data.stream().mapToDouble(SimulatedSequence::phenotype).toArray();
        final double[][] x = data.stream().map(s -> new double[]{carries(s, 0), carries(s, 1), s.covariates().get(0)})
            .toArray(double[][]::new);
        final OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.newSampleData(y, x);
        final double[] truth = {0, 1.5, -1, .7};
        final double[] beta = fit.estimateRegressionParameters();
        final double[] error = fit.estimateRegressionParametersStandardErrors();
        for (int k = 0; k < truth.length; k++) {
            assertEquals(truth[k], beta[k], 4 * error[k], "coefficient " + k);
            assertTrue(error[k] < .1, "the test would see an effect that is missing");
        }
        assertEquals(2, fit.estimateRegressionStandardError(), .1);
    }

    @Test
    void thresholdMakesHalfCasesAndLogisticFollowsTheOdds() {
        final SimulatorSettings settings = DEFAULTS.withCount(8000).withNoiseSd(0).withResponse(Response.LOGISTIC)
            .withMotifs(List.of(new PlantedMotif("TATAAT", 2, .5)));
        final double[] cases = new double[2];
        for (final SimulatedSequence s : draw(settings)) {
            assertTrue(s.phenotype() == 0 || s.phenotype() == 1);
            cases[carries(s, 0)] += s.phenotype();
        }
        // predictor -1 and +1 around its expectation; 4000 sequences each, sd of a share 0.007
        assertEquals(1 / (1 + Math.E), cases[0] / 4000, .03);
        assertEquals(Math.E / (1 + Math.E), cases[1] / 4000, .03);
        final double sum = draw(settings.withNoiseSd(1).withResponse(Response.THRESHOLD)).stream()
            .mapToDouble(SimulatedSequence::phenotype).sum();
        assertEquals(4000, sum);
    }

    @Test
    void drawsProteins() {
        final SimulatedSequence s = draw(DEFAULTS.withAlphabet(Alphabet.PROTEIN).withMotifs(List.of(new PlantedMotif("WXB", 0, 1)))).get(0);
        assertTrue(s.sequence().chars().allMatch(c -> Alphabet.PROTEIN.code((char)c) >= 0));
        assertTrue(s.planted().get(0).word().matches("W.[DN]"), s.plantedText());
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        refused(() -> DEFAULTS.withCount(0), "sequences");
        refused(() -> DEFAULTS.withLengths(5, 4), "5 to 4");
        refused(() -> DEFAULTS.withNoiseSd(-1), "-1");
        refused(() -> DEFAULTS.withNoiseSd(Double.NaN), "NaN");
        refused(() -> DEFAULTS.withBackground(List.of(1., 1.)), "2 background frequencies", "ACGT");
        refused(() -> DEFAULTS.withBackground(List.of(0., 0., 0., 0.)), "distribution");
        refused(() -> DEFAULTS.withMotifs(List.of(new PlantedMotif("TAZ", 1, .5))), "'TAZ'");
        refused(() -> DEFAULTS.withMotifs(List.of(new PlantedMotif("TAT", 1, 1.5))), "share 1.5");
        refused(() -> DEFAULTS.withMotifs(List.of(new PlantedMotif("TAT", Double.NaN, .5))), "NaN");
        refused(() -> DEFAULTS.withMotifs(List.of(new PlantedMotif("ACGTACGTACGTACGTACGTACGTACGTACG", 1, .5))), "31", "30");
        refused(() -> DEFAULTS.withAlphabet(Alphabet.PROTEIN).withStrands(Strands.BOTH), "one strand");
        final List<SimulatedCovariate> twins = List.of(new SimulatedCovariate("c", 1), new SimulatedCovariate("c", 2));
        refused(() -> DEFAULTS.withCovariates(twins), "'c'");
    }

    private static int carries(final SimulatedSequence s, final int motif) {
        return s.planted().stream().anyMatch(w -> w.motif() == motif) ? 1 : 0;
    }

    private static String reverseComplement(final String word) {
        final StringBuilder s = new StringBuilder();
        for (int k = word.length() - 1; k >= 0; k--) {
            s.append("TGCA".charAt("ACGT".indexOf(word.charAt(k))));
        }
        return s.toString();
    }
}
