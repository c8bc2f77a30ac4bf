package org.seism.analysis;

import java.util.ArrayList;
import java.util.List;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionProcedure;
import org.seism.selection.SelectionStep;
import org.seism.study.Study;

/**
 * The selected motifs with all that is needed to select them again: the study and the settings, but not the activation
 * matrix, which depends on nothing else and is rebuilt, bit for bit, where it is needed. Small enough to travel through a
 * KNIME port.
 *
 * @param study the data
 * @param settings how motifs were selected
 * @param motifs the motifs in order of selection, at least one
 * @param candidates number of candidates in the grid
 * @param leftOut number of candidates that the cap left out
 */
public record MotifSelection(Study study, SelectionSettings settings, List<SelectedMotif> motifs, int candidates,
    long leftOut) {

    /** Copies the list. */
    public MotifSelection {
        motifs = List.copyOf(motifs);
    }

    /**
     * Builds the grid and selects.
     *
     * @param study the data
     * @param settings how motifs are selected
     * @param design the null model, which may score the phenotype and bin the sequences beforehand
     * @param procedures makes the candidates
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return grid and selection for the tests to work on
     * @throws org.seism.InputException if nothing can be selected
     */
    static SelectionPath path(final Study study, final SelectionSettings settings, final NullDesign design,
        final SelectionProcedure.Source procedures, final TaskRunner runner, final Progress progress) {
        final double first = SelectionProcedure.shareOfFirstGrid(settings.wanted(), settings.erasing().on());
        final SelectionProcedure procedure = procedures.of(study.sequences(), study.strands(), settings.grid(),
            settings.erasing(), settings.score(), settings.refinement(), runner, progress.part(0, first));
        progress.report(first, () -> "Selecting among " + procedure.grid().size() + " candidates");
        return procedure.run(design.y(), design.covariates(), design.whitening(), settings.wanted(), runner, progress.part(first, 1));
    }

    static MotifSelection of(final Study study, final SelectionSettings settings, final NullDesign design,
        final SelectionPath path) {
        final double[] y = design.y();
        final double total = OrthonormalBasis.norm(path.step(0).nuisance().residual(y));
        final List<SelectedMotif> motifs = new ArrayList<>();
        for (int j = 0; j < path.size(); j++) {
            final SelectionStep step = path.step(j);
            final NullGeometry geometry = new NullGeometry(path, j, Hypothesis.SEQUENTIAL, y);
            final double share = geometry.signedStatistic() * geometry.radius() / total;
            motifs.add(new SelectedMotif(j + 1, step.motif(), step.candidate().members(), step.score(), share * share,
                geometry.effect(), step.candidate().support()));
        }
        return new MotifSelection(study, settings, motifs, path.grid().size(), path.grid().leftOut());
    }

    /**
     * Selects again, for the tests.
     *
     * @param design the null model
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return grid and selection
     */
    SelectionPath path(final NullDesign design, final TaskRunner runner, final Progress progress) {
        return path(study, settings, design, SelectionProcedure::of, runner, progress);
    }
}
