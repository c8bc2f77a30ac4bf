package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.DataSplitTest;
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/**
 * Power: 100 simulated data sets of 100 sequences of 30 letters, a 6-mer planted in half of them with an effect of 1.2
 * standard deviations. The selective test finds it in at least 85 at 5%, and is ahead of the data split. With a true power of
 * 0.92 the count is below 85 with probability 0.006; seeds are fixed.
 */
@Tag("slow")
class PowerTest {
    private static final int SETS = 100;

    private record Outcome(boolean found, double block, double hypersphere, double exact, double split) {
    }

    @Test
    void aPlantedWordIsFoundMoreOftenThanByDataSplitting() {
        final List<Callable<Outcome>> tasks =
            IntStream.range(0, SETS).<Callable<Outcome>> mapToObj(set -> () -> outcome(set)).toList();
        final List<Outcome> outcomes;
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            outcomes = pool.runAll(tasks);
        }
        final long found = outcomes.stream().filter(Outcome::found).count();
        final long block = outcomes.stream().filter(o -> o.block() <= 0.05).count();
        final long hypersphere = outcomes.stream().filter(o -> o.hypersphere() <= 0.05).count();
        final long exact = outcomes.stream().filter(o -> o.exact() <= 0.05).count();
        final long split = outcomes.stream().filter(o -> o.split() <= 0.05).count();
        final String text = String.format(Locale.ROOT,
            "%nof %d data sets at 5%%: planted word first %d, block %d, hypersphere %d, exact %d, data split %d", SETS, found,
            block, hypersphere, exact, split);
        System.out.println(text);
        assertTrue(block >= 85, text);
        assertTrue(block > split, text);
        assertTrue(exact > split, text);
    }

    private static Outcome outcome(final int set) {
        final SimulatorSettings settings = SimulatorSettings.defaults().withMotifs(List.of(new PlantedMotif("GATTAC", 1.2, 0.5)))
            .withSeed(9000 + set);
        final Study study = SequenceSimulator.simulate(settings, Progress.NONE).study();
        final double[] y = study.phenotype().values();
        final WordGrid grid = WordGrid.build(study.sequences(), study.strands(), GridSettings.DEFAULT, TaskRunner.sequential(),
            Progress.NONE);
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE)
            .run(y, study.covariates().values(), 1);
        final SamplingSettings sampling = SamplingSettings.DEFAULT.withReplicates(999).withSeed(set);
        final double block = new MonteCarloTest(path, y, sampling, TaskRunner.sequential(), Progress.NONE).run().get(0).p();
        final double hypersphere = new MonteCarloTest(path, y, sampling.withKernel(Kernel.HYPERSPHERE).withReplicates(199),
            TaskRunner.sequential(), Progress.NONE).run().get(0).p();
        final double exact = ExactTest
            .test(new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, y), TaskRunner.sequential(), Progress.NONE).p().value();
        final double split = new DataSplitTest(study, GridSettings.DEFAULT, AssociationScore.DEFAULT, 1,
            new DataSplitTest.Settings(0.5, 1, DataSplitTest.Method.STUDENT, 1, set)).run(TaskRunner.sequential(), Progress.NONE)
                .get(0).p();
        return new Outcome("GATTAC".equals(grid.motif(path.selected(0)).name()), block, hypersphere, exact, split);
    }
}
