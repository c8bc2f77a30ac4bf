package org.seism.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.verdict.MotifTest;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.analysis.verdict.Verdict;
import org.seism.inference.DataSplitTest;
import org.seism.inference.NullSample;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.motif.Motif;
import org.seism.motif.MotifSites;
import org.seism.motif.compare.MotifComparison;
import org.seism.motif.compare.MotifLibrary;
import org.seism.motif.growth.GrowthData;
import org.seism.motif.growth.MotifDescriber;
import org.seism.motif.growth.MotifDescription;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionProcedure;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.study.Study;

/**
 * The engine's front door: each stage of an analysis is one call with settings, a task runner and a progress. The command
 * line and the KNIME nodes call nothing below this.
 */
public final class SeismAnalysis {
    private SeismAnalysis() {
    }

    /**
     * Selects motifs.
     *
     * @param study the data
     * @param settings how motifs are selected
     * @param runner runs the parts; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return the selection
     * @throws InputException if the data do not allow it
     */
    public static MotifSelection select(final Study study, final SelectionSettings settings, final TaskRunner runner,
        final Progress progress) {
        final NullDesign design = MotifTests.design(study, NullChoice.AUTO, PhenotypeTransform.NONE, progress);
        return MotifSelection.of(study, settings, design,
            MotifSelection.path(study, settings, design, SelectionProcedure::of, runner, progress));
    }

    /**
     * Samples the null distribution of every selected motif, and runs the exact test beside.
     *
     * @param selection the motifs
     * @param sampling how the null is sampled
     * @param nullChoice null model
     * @param transform what becomes of the phenotype beforehand
     * @param extras what is computed beside the p-values
     * @param runner runs the chains
     * @param progress progress and cancellation
     * @return the tests
     * @throws InputException if the data do not allow it
     */
    public static TestedMotifs sample(final MotifSelection selection, final SamplingSettings sampling, final NullChoice nullChoice,
        final PhenotypeTransform transform, final Extras extras, final TaskRunner runner, final Progress progress) {
        final NullDesign design = MotifTests.design(selection.study(), nullChoice, transform, progress);
        final SelectionPath path = selection.path(design, runner, progress.part(0, 0.2));
        return MotifTests.sampled(selection, path, design, sampling, extras, runner, progress.part(0.2, 1));
    }

    /**
     * The exact test of every selected motif, without sampling.
     *
     * @param selection the motifs
     * @param hypothesis null hypothesis
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return the tests, without samples
     * @throws InputException if the data do not allow it
     */
    public static TestedMotifs exact(final MotifSelection selection, final Hypothesis hypothesis, final TaskRunner runner,
        final Progress progress) {
        final NullDesign design = MotifTests.design(selection.study(), NullChoice.GAUSSIAN, PhenotypeTransform.NONE, progress);
        final SelectionPath path = selection.path(design, runner, progress.part(0, 0.8));
        return MotifTests.closedForm(selection, path, design, hypothesis, runner, progress.part(0.8, 1));
    }

    /**
     * The data split.
     *
     * @param study the data
     * @param selection how motifs are selected; with motifs = auto, three ranks are tested
     * @param settings the split
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return one result per rank
     * @throws InputException if the parts are too small, or the sequences are related
     */
    public static List<DataSplitTest.Result> split(final Study study, final SelectionSettings selection,
        final DataSplitTest.Settings settings, final TaskRunner runner, final Progress progress) {
        return split(study, selection, settings, SelectionProcedure::of, runner, progress);
    }

    private static List<DataSplitTest.Result> split(final Study study, final SelectionSettings selection,
        final DataSplitTest.Settings settings, final SelectionProcedure.Source procedures, final TaskRunner runner,
        final Progress progress) {
        if (study.kinship().isPresent()) {
            throw new InputException("The sequences are related (" + study.kinship().get().source()
                + "): the two parts of a data split would not be independent.", "Use the selective p-values, which take it into account.");
        }
        return new DataSplitTest(study, selection.grid(), selection.score(), selection.refinement(), selection.erasing(),
            selection.wanted(), settings, procedures).run(runner, progress);
    }

    /**
     * Puts together what is reported for each motif: adjusted p-values, sites and site matrix.
     *
     * @param tested the motifs with their tests
     * @param split data-split results by rank, or an empty list
     * @param alpha level of ForwardStop
     * @param flank letters on either side of a site
     * @param progress cancellation
     * @return one result per motif
     */
    public static List<MotifResult> results(final TestedMotifs tested, final List<DataSplitTest.Result> split,
        final double alpha, final int flank, final Progress progress) {
        final double[] p = tested.headlineP();
        return results(tested.selection(), tested.tests(), split,
            tested.hypothesis() == Hypothesis.PARTIAL ? Verdict.ofSingles(p, alpha) : Verdict.ofList(p, alpha), flank, progress);
    }

    /**
     * What is reported for motifs that were selected and not tested: sites and site matrix.
     *
     * @param selection the motifs
     * @param flank letters on either side of a site
     * @param progress cancellation
     * @return one result per motif, without p-values
     */
    public static List<MotifResult> results(final MotifSelection selection, final int flank, final Progress progress) {
        final int count = selection.motifs().size();
        return results(selection, Collections.nCopies(count, MotifTest.NONE), List.of(),
            Collections.nCopies(count, Verdict.NONE), flank, progress);
    }

    /**
     * What is reported for a data split alone: the motifs of the first split, their p-values adjusted as those of the other
     * tests, and their sites in all sequences.
     *
     * @param selection the motifs of the first split, see {@link #splitSelection}
     * @param split data-split results by rank, one for each of them
     * @param alpha level of ForwardStop
     * @param flank letters on either side of a site
     * @param progress cancellation
     * @return one result per motif, without selective tests
     */
    public static List<MotifResult> results(final MotifSelection selection, final List<DataSplitTest.Result> split,
        final double alpha, final int flank, final Progress progress) {
        return results(selection, split.stream().map(MotifTest.Split::new).toList(), List.of(),
            Verdict.ofList(split.stream().mapToDouble(DataSplitTest.Result::p).toArray(), alpha), flank, progress);
    }

    /**
     * The motifs of the first split. Scores belong to a part of the data and are not given; support is that in all sequences.
     *
     * @param study the data, both parts
     * @param settings how motifs were selected in the first part
     * @param split data-split results by rank
     * @return the motifs as a selection
     */
    public static MotifSelection splitSelection(final Study study, final SelectionSettings settings,
        final List<DataSplitTest.Result> split) {
        final List<SelectedMotif> motifs = new ArrayList<>();
        for (final DataSplitTest.Result result : split) {
            final Motif motif = result.motif();
            motifs.add(new SelectedMotif(motifs.size() + 1, motif, List.of(motif), Double.NaN, Double.NaN, Double.NaN,
                motif.sites(study.sequences(), study.strands()).support(motif)));
        }
        return new MotifSelection(study, settings, motifs, 0, 0);
    }

    private static List<MotifResult> results(final MotifSelection selection, final List<? extends MotifTest> tests,
        final List<DataSplitTest.Result> beside, final List<Verdict> verdicts, final int flank, final Progress progress) {
        final Study study = selection.study();
        final int[] signs = IntStream.range(0, tests.size()).map(j -> sign(selection.motifs().get(j), tests.get(j))).toArray();
        final List<MotifDescription> descriptions = MotifDescriber.describe(
            new GrowthData(study.sequences(), study.strands(), study.phenotype().values(), study.phenotype().isBinary()),
            selection.motifs().stream().map(SelectedMotif::motif).toList(), signs, progress);
        final List<MotifResult> results = new ArrayList<>();
        for (int j = 0; j < tests.size(); j++) {
            progress.checkCancelled();
            final SelectedMotif motif = selection.motifs().get(j);
            final MotifSites sites = motif.motif().sites(study.sequences(), study.strands());
            final MotifDescription description = descriptions.get(j);
            results.add(new MotifResult(motif, tests.get(j), j < beside.size() ? Optional.of(beside.get(j)) : Optional.empty(),
                verdicts.get(j), sites, description.matrix().toSiteMatrix(study.sequences(), flank), sites.activationsOrZero(),
                description));
        }
        return results;
    }

    /** Direction of a motif: that of its effect, or of a data split, whose motifs have no effect on all data, that of its statistic. */
    private static int sign(final SelectedMotif motif, final MotifTest test) {
        final double direction = test instanceof final MotifTest.Split split ? split.result().statistic() : motif.effect();
        return direction < 0 ? -1 : 1;
    }

    /**
     * The whole analysis: selection, sampled and exact tests, data split, sites, joint fit.
     *
     * @param study the data
     * @param settings what is asked for
     * @param runner runs the parts; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return the result
     * @throws InputException if the data do not allow it
     */
    public static Discovery discover(final Study study, final DiscoverySettings settings, final TaskRunner runner,
        final Progress progress) {
        return discover(study, settings, SelectionProcedure::of, runner, progress);
    }

    /**
     * The same for one of many phenotypes of the same sequences, which share their candidates.
     *
     * @param study the data
     * @param settings what is asked for
     * @param procedures makes the candidates; the result does not depend on who does
     * @param runner runs the parts; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return the result
     * @throws InputException if the data do not allow it
     */
    public static Discovery discover(final Study study, final DiscoverySettings settings, final SelectionProcedure.Source procedures,
        final TaskRunner runner, final Progress progress) {
        final List<String> warnings = new ArrayList<>();
        settings.library().ifPresent(l -> l.require(study.sequences().alphabet()));
        final NullDesign design = MotifTests.design(study, settings.nullChoice(), settings.transform(), progress);
        final SelectionPath path = MotifSelection.path(study, settings.selection(), design, procedures, runner,
            progress.part(0, 0.15));
        final MotifSelection selection = MotifSelection.of(study, settings.selection(), design, path);
        warnings.addAll(caveats(selection));
        TestedMotifs tested = MotifTests.sampled(selection, path, design, settings.sampling(), settings.extras(), runner,
            progress.part(0.15, 0.95));
        if (settings.selection().motifs() == SelectionSettings.AUTO) {
            final TestedMotifs all = tested;
            tested = keep(all, settings.alpha());
            warnings.add(keepRemark(all, settings.alpha()));
        }
        List<DataSplitTest.Result> split = List.of();
        try {
            split = split(study, settings.selection().withMotifs(tested.tests().size()), settings.split(), procedures,
                runner, progress.part(0.95, 0.99));
        } catch (InputException e) {
            warnings.add("No data-split p-values: " + e.getMessage());
        }
        final List<MotifResult> unnamed = results(tested, split, settings.alpha(), settings.flank(), progress);
        final List<MotifResult> results = settings.library().map(l -> named(unnamed, l, study, progress)).orElse(unnamed);
        warnings.addAll(caveats(tested));
        final Optional<MotifRefit> refit =
            settings.refit() ? refit(tested, results, settings.sampling().seed(), warnings) : Optional.empty();
        return new Discovery(settings, tested, results, refit, warnings);
    }

    /**
     * Compares the motifs' matrices with known motifs (METHOD, section 16). On DNA both strands of a known motif are tried even where
     * one was scanned: which of its strands a file holds means nothing.
     *
     * @param results motifs
     * @param library known motifs
     * @param study the data
     * @param progress cancellation
     * @return the motifs, each with what it resembles
     * @throws InputException if the library is of another kind of sequence
     */
    public static List<MotifResult> named(final List<MotifResult> results, final MotifLibrary library, final Study study,
        final Progress progress) {
        final MotifComparison comparison =
            new MotifComparison(library, study.strands() == Strands.BOTH || study.sequences().alphabet() == Alphabet.DNA);
        return results.stream().map(r -> r.withResemblance(
            comparison.resemblance(comparison.match(r.description().matrix().toFrequencyMatrix(r.name(), r.consensus()), progress))))
            .toList();
    }

    /** The joint fit is an addition: where the data do not allow it, the rest of the result stands. */
    private static Optional<MotifRefit> refit(final TestedMotifs tested, final List<MotifResult> results, final long seed,
        final List<String> warnings) {
        try {
            final MotifRefit refit = MotifRefit.of(tested, results, seed);
            warnings.addAll(refit.caveats());
            return Optional.of(refit);
        } catch (InputException e) {
            warnings.add("No joint fit: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Keeps the motifs whose list p-value is at most alpha, and the first one in any case, so that there is something to look
     * at. For selections that leave the number of motifs to the tests.
     *
     * @param tested all selected motifs with their tests
     * @param alpha level
     * @return the first of them
     */
    public static TestedMotifs keep(final TestedMotifs tested, final double alpha) {
        final int shown = Math.max(1, tested.kept(alpha));
        final MotifSelection s = tested.selection();
        return new TestedMotifs(
            new MotifSelection(s.study(), s.settings(), s.motifs().subList(0, shown), s.candidates(), s.leftOut()),
            tested.hypothesis(), tested.nullModel(), tested.sampling(), tested.tests().subList(0, shown),
            tested.checks().stream().filter(c -> c.motif() <= shown).toList(), tested.joint(), tested.heritability());
    }

    /**
     * @param tested all selected motifs with their tests
     * @param alpha level
     * @return a sentence about what {@link #keep} does with them
     */
    public static String keepRemark(final TestedMotifs tested, final double alpha) {
        final int kept = tested.kept(alpha);
        return kept == 0 ? "No motif is kept at level " + alpha + "; the first one is shown nevertheless."
            : kept + " of " + tested.tests().size() + " motifs are kept at level " + alpha + ".";
    }

    /**
     * @param selection selected motifs
     * @return what the selection left out, full sentences; empty where there is nothing to say
     */
    public static List<String> caveats(final MotifSelection selection) {
        final List<String> caveats = new ArrayList<>();
        if (selection.leftOut() > 0) {
            caveats.add("The grid is full: " + selection.leftOut() + " candidates with the smallest support were left out. "
                + "Raise the minimum support or the largest grid size to change which.");
        }
        if (selection.settings().grid().hasWords()) {
            selection.settings().grid().forms().remark(selection.study().sequences()).ifPresent(caveats::add);
        }
        if (selection.settings().motifs() > selection.motifs().size()) {
            caveats.add("Only " + selection.motifs().size() + " motifs could be selected: nothing was left to explain.");
        }
        if (selection.settings().refinement().mode() == RefinementSettings.Mode.NETWORK) {
            caveats.add("The exact p-values of trained motifs are approximate: the event is looked at on a grid of angles. The "
                + "sampled ones are not.");
        }
        return caveats;
    }

    /**
     * @param tested motifs with their tests
     * @return what speaks against the tests and what limits the sampled p-values, full sentences; empty where nothing does
     */
    public static List<String> caveats(final TestedMotifs tested) {
        final List<String> caveats = new ArrayList<>(tested.checks().stream().map(TestedMotifs.Check::text).toList());
        if (tested.tests().stream().anyMatch(t -> t.sample().filter(NullSample::approximate).isPresent())) {
            caveats.add("The permutation p-values are approximate: what the covariates explain is estimated from the same data.");
        }
        final List<Integer> alike = tested.tests().stream().filter(t -> t.sample().filter(NullSample::isCoarse).isPresent())
            .map(SelectiveTest::rank).toList();
        if (!alike.isEmpty()) {
            caveats.add("The replicates of motif " + alike.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " are much alike, so the sampled p-value is valid but coarse (see its standard error and ESS). More thinning "
                + "or more replicates make it finer.");
        }
        if (tested.sampling().filter(SamplingSettings::adaptive).isPresent()) {
            caveats.add("The number of replicates was adapted to the data; exact validity is proved for a fixed number only.");
        }
        return caveats;
    }
}
