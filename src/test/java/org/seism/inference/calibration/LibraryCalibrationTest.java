package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Extras;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.NullChoice;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Motif;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifLibrary;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/**
 * P-values of the step with a library's matrices as candidates, calibrated as those of words are: skewed numbers that have nothing to do
 * with the sequences (step 1), and numbers that depend on the strata of one matrix alone (step 2). Levels are held to upper 99.9%
 * binomial bounds; a lower bound shows that something is tested.
 */
class LibraryCalibrationTest {
    private static final double[] LEVELS = {0.05, 0.1, 0.5};
    private static final int N = 60;
    private static final int LENGTH = 40;

    private static MotifLibrary library() {
        final SplittableRandom random = new SplittableRandom(77);
        return new MotifLibrary("own", IntStream.range(0, 16).mapToObj(m -> {
            final double[][] f = new double[6 + m % 4][4];
            for (final double[] column : f) {
                java.util.Arrays.fill(column, 0.05);
                column[random.nextInt(4)] += 0.5;
                column[random.nextInt(4)] += 0.3;
            }
            return new LibraryMotif(new FrequencyMatrix("K" + m, "", Alphabet.DNA, f, 40, null), "");
        }).toList());
    }

    private static SequenceSet sequences(final SplittableRandom random) {
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            final StringBuilder s = new StringBuilder();
            while (s.length() < LENGTH) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            ids.add("s" + i);
            sequences.add(s.toString());
        }
        return SequenceSet.of(Alphabet.DNA, ids, sequences);
    }

    /** Share counts of p-values of a step: {@code [sets, p <= .05, p <= .1, p <= .5]}. */
    private static int[] run(final boolean both, final boolean second, final int from, final int to) {
        final int[] counts = new int[4];
        final GridSettings grid = GridSettings.DEFAULT.withWidths(4, 4).withLibrary(new LibraryCandidates(library(), both));
        for (int set = from; set < to; set++) {
            final SplittableRandom random = new SplittableRandom(1000L * set + (both ? 1 : 0) + (second ? 2 : 0));
            final SequenceSet sequences = sequences(random);
            final double[] y = new double[N];
            for (int i = 0; i < N; i++) {
                y[i] = -Math.log(1 - random.nextDouble());
            }
            Motif truth = null;
            if (second) {
                final WordGrid all = WordGrid.build(sequences, Strands.BOTH, grid, Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
                truth = all.motif(all.size() - 1 - random.nextInt(8));
                final int[] levels = all.erased().levels(truth);
                for (int i = 0; i < N; i++) {
                    y[i] += 4 * (3 - levels[i]);
                }
            }
            final Study study = new Study(sequences, Strands.BOTH, Phenotype.numeric("y", y), Covariates.NONE);
            final MotifSelection selection = SeismAnalysis.select(study,
                SelectionSettings.DEFAULT.withGrid(grid).withMotifs(second ? 2 : 1), TaskRunner.sequential(), Progress.NONE);
            if (second && (selection.motifs().size() < 2 || !selection.motifs().get(0).members().contains(truth))) {
                continue; // the hypothesis of step 2 is true only behind the true motif
            }
            final TestedMotifs tested = SeismAnalysis.sample(selection, SamplingSettings.DEFAULT.withReplicates(99).withSeed(set + 1), NullChoice.AUTO,
                PhenotypeTransform.NONE, Extras.NONE, TaskRunner.sequential(), Progress.NONE);
            count(counts, tested.tests().get(second ? 1 : 0).step().orElseThrow().p());
        }
        return counts;
    }

    /** Counts a set, and its p-value at the levels that it reaches. */
    static void count(final int[] counts, final double p) {
        counts[0]++;
        for (int k = 0; k < LEVELS.length; k++) {
            counts[k + 1] += p <= LEVELS[k] ? 1 : 0;
        }
    }

    /** Not more small p-values than chance explains, and not hardly any. */
    static void hold(final String name, final int[] counts, final int least) {
        System.out.printf("%s: %d sets, %d at .05, %d at .1, %d at .5%n", name, counts[0], counts[1], counts[2], counts[3]);
        assertTrue(counts[0] >= least, name + ": only " + counts[0] + " sets");
        for (int k = 0; k < LEVELS.length; k++) {
            final BinomialDistribution law = new BinomialDistribution(null, counts[0], LEVELS[k]);
            assertTrue(counts[k + 1] <= law.inverseCumulativeProbability(0.999), name + ": " + counts[k + 1] + " of " + counts[0] + " at " + LEVELS[k]);
        }
        assertTrue(counts[3] >= counts[0] / 4, name + ": hardly any p-value up to .5");
    }

    @Test
    @Tag("slow")
    @DisplayName("library alone and beside words, step 1 and step 2")
    void few() {
        hold("library, step 1", run(false, false, 200, 260), 60);
        hold("library, step 2", run(false, true, 200, 260), 30);
        hold("both, step 1", run(true, false, 200, 230), 30);
    }

    @Test
    @Tag("study")
    @DisplayName("the same with 400 sets each")
    void many() {
        hold("library, step 1", run(false, false, 0, 400), 400);
        hold("library, step 2", run(false, true, 0, 400), 200);
        hold("both, step 1", run(true, false, 0, 400), 400);
        hold("both, step 2", run(true, true, 0, 400), 200);
    }
}
