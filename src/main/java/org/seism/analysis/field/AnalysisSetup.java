package org.seism.analysis.field;

import java.util.Optional;

import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.Extras;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.inference.DataSplitTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.motif.compare.MotifLibrary;
import org.seism.study.Kinship;
import org.seism.study.Study;

/**
 * Data and settings of an analysis or of a part of one: what {@link SettingField} reads from. Choices that were automatic are
 * resolved.
 *
 * @param study the data
 * @param selection how motifs were selected
 * @param inference the tests; empty where there were none
 * @param split the data split; empty where there was none
 * @param report what the figures are judged and shown by
 */
public record AnalysisSetup(Study study, SelectionSettings selection, Optional<Inference> inference,
    Optional<DataSplitTest.Settings> split, Report report) {

    /**
     * The tests.
     *
     * @param hypothesis null hypothesis
     * @param nullModel null model, resolved
     * @param sampling how the null was sampled; empty where it was not
     * @param transform what became of the phenotype beforehand; empty where that can't be told
     * @param extras what was computed beside the p-values; empty where that can't be told
     * @param heritability share of the noise's variance that goes with the relationship of the sequences; empty where they are
     *            not related, and where it is still to be estimated
     */
    public record Inference(Hypothesis hypothesis, NullModel nullModel, Optional<SamplingSettings> sampling,
        Optional<PhenotypeTransform> transform, Optional<Extras> extras, Optional<Double> heritability) {
    }

    /**
     * What figures are judged and shown by.
     *
     * @param alpha level of ForwardStop and of the word "significant"
     * @param flank letters on either side of a site; empty where the part of the analysis shows none
     * @param refit whether all motifs are fitted together; empty where that can't be asked for
     * @param library that the matrices were compared with, its name and size; empty where there is none
     */
    public record Report(double alpha, Optional<Integer> flank, Optional<Boolean> refit, Optional<String> library) {
    }

    /**
     * @param discovery a whole analysis
     * @return its data and settings
     */
    public static AnalysisSetup of(final Discovery discovery) {
        return of(discovery.tested().selection().study(), discovery.settings(), discovery.tested().heritability());
    }

    /**
     * @param study the data
     * @param settings of a whole analysis
     * @return both
     */
    public static AnalysisSetup of(final Study study, final DiscoverySettings settings) {
        return of(study, settings, study.kinship().map(Kinship::heritability).filter(h -> !Double.isNaN(h)));
    }

    private static AnalysisSetup of(final Study study, final DiscoverySettings settings, final Optional<Double> heritability) {
        final SamplingSettings sampling = settings.sampling();
        return new AnalysisSetup(study, settings.selection(),
            Optional.of(new Inference(sampling.hypothesis(), settings.nullChoice().resolve(study), Optional.of(sampling),
                Optional.of(settings.transform()), Optional.of(settings.extras()), heritability)),
            Optional.of(settings.split()), new Report(settings.alpha(), Optional.of(settings.flank()), Optional.of(settings.refit()),
                settings.library().map(MotifLibrary::text)));
    }

    /**
     * @param tested motifs with their tests
     * @param alpha level of ForwardStop
     * @return data and settings behind them
     */
    public static AnalysisSetup of(final TestedMotifs tested, final double alpha) {
        return new AnalysisSetup(tested.selection().study(), tested.selection().settings(),
            Optional.of(new Inference(tested.hypothesis(), tested.nullModel(), tested.sampling(),
                Optional.empty(), Optional.empty(), tested.heritability())),
            Optional.empty(), new Report(alpha, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * @param study the data
     * @param selection how motifs were selected
     * @param split how the data were split
     * @param alpha level of ForwardStop
     * @return all of it
     */
    public static AnalysisSetup of(final Study study, final SelectionSettings selection, final DataSplitTest.Settings split,
        final double alpha) {
        return new AnalysisSetup(study, selection, Optional.empty(), Optional.of(split),
            new Report(alpha, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * @param library that the matrices were compared with
     * @return a copy with it
     */
    public AnalysisSetup withLibrary(final Optional<String> library) {
        return new AnalysisSetup(study, selection, inference, split, new Report(report.alpha, report.flank, report.refit, library));
    }

    /**
     * @param settings of a data split beside the tests
     * @return a copy with them
     */
    public AnalysisSetup withSplit(final DataSplitTest.Settings settings) {
        return new AnalysisSetup(study, selection, inference, Optional.of(settings), report);
    }
}
