package org.seism.report;

import java.util.List;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.inference.DataSplitTest;
import org.seism.inference.design.Hypothesis;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/** Reports on analyses without sampling, as two of the KNIME nodes show them. */
final class Kinds {
    private static final SelectionSettings TWO = SelectionSettings.DEFAULT.withMotifs(2);

    private Kinds() {
    }

    private static Study study() {
        return SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(80).withLength(30)
            .withMotifs(List.of(new PlantedMotif("TGACTC", 1.5, 0.5))).withSeed(2), Progress.NONE).study();
    }

    static MotifSelection selection() {
        return SeismAnalysis.select(study(), TWO, TaskRunner.sequential(), Progress.NONE);
    }

    static ReportSource selected() {
        final MotifSelection selection = selection();
        return ReportSource.of(selection, SeismAnalysis.results(selection, 3, Progress.NONE));
    }

    static ReportSource exact() {
        final TestedMotifs tested = SeismAnalysis.exact(SeismAnalysis.select(study(), TWO, TaskRunner.sequential(), Progress.NONE),
            Hypothesis.SEQUENTIAL, TaskRunner.sequential(), Progress.NONE);
        return ReportSource.of(tested, SeismAnalysis.results(tested, List.of(), 0.05, 3, Progress.NONE), 0.05);
    }

    static ReportSource split() {
        final Study study = study();
        final List<DataSplitTest.Result> results =
            SeismAnalysis.split(study, TWO, DataSplitTest.Settings.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final MotifSelection selection = SeismAnalysis.splitSelection(study, TWO, results);
        return ReportSource.of(selection, SeismAnalysis.results(selection, results, 0.05, 3, Progress.NONE),
            DataSplitTest.Settings.DEFAULT, 0.05);
    }
}
