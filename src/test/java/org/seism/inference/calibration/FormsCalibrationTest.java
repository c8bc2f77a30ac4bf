package org.seism.inference.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Extras;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.NullChoice;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.candidate.ErasedLetters;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.motif.Motif;
import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/**
 * P-values of the step with words in places and words with a gap as candidates, calibrated as those of words anywhere are: skewed numbers
 * that have nothing to do with the sequences (step 1), and numbers that depend on the levels of one such word alone (step 2). Levels are
 * held to upper 99.9% binomial bounds; a lower bound shows that something is tested.
 */
class FormsCalibrationTest {
    private static final int N = 60;
    private static final int LENGTH = 32;

    /** What is calibrated: the candidates, and the word that the phenotype depends on at step 2. */
    private record Design(String name, GridSettings grid, Strands strands, String truth) {
    }

    private static final Design PLACES = new Design("places", GridSettings.DEFAULT.withWidths(2, 4)
        .withForms(new WordForms(new Positions(false, List.of(6, 1)), false)), Strands.SINGLE, "GT@13");
    private static final Design WIDE_PLACES = new Design("places, both strands", PLACES.grid(), Strands.BOTH, "ATC@10-15");
    private static final Design GAPS = new Design("gaps", GridSettings.DEFAULT.withWidths(4, 4).withMinSupport(4)
        .withForms(new WordForms(Positions.NONE, true)), Strands.SINGLE, "GAT-N7-TCA");
    private static final Design GAPS_BOTH = new Design("gaps, both strands", GAPS.grid(), Strands.BOTH, "GAT-N7-TTCA");

    private static SequenceSet sequences(final SplittableRandom random, final String planted) {
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            final StringBuilder s = new StringBuilder();
            while (s.length() < LENGTH) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            if (i % 3 == 0 && !planted.isEmpty()) {
                plant(s, WordMotif.parse(Alphabet.DNA, planted, 1), random);
            }
            ids.add("s" + i);
            sequences.add(s.toString());
        }
        return SequenceSet.of(Alphabet.DNA, ids, sequences);
    }

    private static void plant(final StringBuilder s, final WordMotif word, final SplittableRandom random) {
        final var shape = word.windows();
        final int from = shape.begin(LENGTH);
        final int at = from + random.nextInt(shape.end(LENGTH) - from - word.width() + 1);
        for (int c = 0; c < word.width(); c++) {
            if (!shape.isFree(c)) {
                s.setCharAt(at + c, Alphabet.DNA.letter(Integer.numberOfTrailingZeros(word.mask(c))));
            }
        }
    }

    /** Share counts of p-values of a step: {@code [sets, p <= .05, p <= .1, p <= .5]}. */
    private static int[] run(final Design design, final boolean second, final int from, final int to) {
        final int[] counts = new int[4];
        for (int set = from; set < to; set++) {
            final SplittableRandom random = new SplittableRandom(1000L * set + design.name().hashCode() + (second ? 2 : 0));
            final SequenceSet sequences = sequences(random, second ? design.truth() : "");
            final double[] y = new double[N];
            for (int i = 0; i < N; i++) {
                y[i] = -Math.log(1 - random.nextDouble());
            }
            final Motif truth = WordMotif.parse(Alphabet.DNA, design.truth(), 1);
            if (second) {
                final int[] levels = ErasedLetters.none(sequences, design.strands(), Erasing.DEFAULT).levels(truth);
                for (int i = 0; i < N; i++) {
                    y[i] += 8 * Math.exp(-levels[i]);
                }
            }
            final Study study = new Study(sequences, design.strands(), Phenotype.numeric("y", y), Covariates.NONE);
            final MotifSelection selection = SeismAnalysis.select(study,
                SelectionSettings.DEFAULT.withGrid(design.grid()).withMotifs(second ? 2 : 1), TaskRunner.sequential(), Progress.NONE);
            if (second && (selection.motifs().size() < 2 || !selection.motifs().get(0).members().contains(truth))) {
                continue; // the hypothesis of step 2 is true only behind the true motif
            }
            final TestedMotifs tested = SeismAnalysis.sample(selection, SamplingSettings.DEFAULT.withReplicates(99).withSeed(set + 1), NullChoice.AUTO,
                PhenotypeTransform.NONE, Extras.NONE, TaskRunner.sequential(), Progress.NONE);
            LibraryCalibrationTest.count(counts, tested.tests().get(second ? 1 : 0).step().orElseThrow().p());
        }
        return counts;
    }

    private static void hold(final Design design, final boolean second, final int from, final int to, final int least) {
        LibraryCalibrationTest.hold(design.name() + ", step " + (second ? 2 : 1), run(design, second, from, to), least);
    }

    @Test
    @Tag("slow")
    @DisplayName("words in places and with a gap, step 1 and step 2")
    void few() {
        hold(PLACES, false, 400, 430, 30);
        hold(PLACES, true, 400, 424, 16);
        hold(GAPS, false, 400, 416, 16);
        hold(GAPS_BOTH, true, 400, 424, 16);
    }

    static List<Design> designs() {
        return List.of(WIDE_PLACES, GAPS, GAPS_BOTH, PLACES);
    }

    @ParameterizedTest
    @MethodSource("designs")
    @Tag("study")
    @DisplayName("the same with 400 sets each")
    void many(final Design design) {
        hold(design, false, 0, 400, 400);
        hold(design, true, 0, 400, 200);
    }
}
