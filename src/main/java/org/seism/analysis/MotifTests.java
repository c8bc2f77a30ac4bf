package org.seism.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.verdict.JointTest;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.ExactTest;
import org.seism.inference.LogProbability;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.PartialCorrelationTest;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.effect.GaussianEffect;
import org.seism.inference.effect.PermutationEffect;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.tail.LastParticle;
import org.seism.inference.tail.TailEstimate;
import org.seism.linear.BlockSpectrum;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.SelectionPath;
import org.seism.study.Kinship;
import org.seism.study.Study;
import org.seism.study.check.NoiseShape;
import org.seism.study.check.StudyCheck;

/** All tests of all motifs of a selection under one null model: the one place that knows which model asks for what. */
final class MotifTests {
    /** Sequences that a stratum should have on average (METHOD, section 14b). */
    private static final int THIN = 5;

    private static final String RANK_UNITS = "Effects are in units of rank scores, whose standard deviation is 1, and not in those of "
        + "the phenotype: its ranks were tested.";

    private MotifTests() {
    }

    static NullDesign design(final Study study, final NullChoice choice, final PhenotypeTransform transform, final Progress progress) {
        return design(study, study.phenotype().values(), choice, transform, study.kinship().map(k -> spectrum(k, progress)));
    }

    /** The same for another phenotype; the relationship is decomposed already. */
    static NullDesign design(final Study study, final double[] y, final NullChoice choice, final PhenotypeTransform transform,
        final Optional<BlockSpectrum> related) {
        final NullModel model = choice.resolve(study);
        final double[][] covariates = study.covariates().values();
        return related.map(k -> NullDesign.related(transform, y, covariates, k, study.kinship().orElseThrow().heritability()))
            .orElseGet(() -> NullDesign.of(model, transform, y, covariates));
    }

    static BlockSpectrum spectrum(final Kinship kinship, final Progress progress) {
        return BlockSpectrum.of(kinship.members(), kinship.blocks(), progress);
    }

    private static Optional<Double> heritability(final MotifSelection selection, final NullDesign design) {
        return selection.study().kinship().map(k -> design.whitening().share());
    }

    /** The motifs that are tested: those of the selection, but where a null of another kind selects others. */
    static MotifSelection selected(final MotifSelection selection, final NullDesign design, final SelectionPath path) {
        final MotifSelection again = MotifSelection.of(selection.study(), selection.settings(), design, path);
        final List<String> before = selection.motifs().stream().map(SelectedMotif::consensus).toList();
        return again.motifs().stream().map(SelectedMotif::consensus).toList().equals(before) ? selection : again;
    }

    static TestedMotifs sampled(final MotifSelection selection, final SelectionPath path, final NullDesign design,
        final SamplingSettings sampling, final Extras extras, final TaskRunner runner, final Progress progress) {
        final boolean gaussian = design.model() == NullModel.GAUSSIAN;
        final List<Statistics> statistics =
            statistics(path, design, sampling.hypothesis(), gaussian || extras.closedForm(), gaussian && extras.intervals(), runner,
                progress.part(0, 0.1));
        final double end = extras.joint() == JointChoice.NONE ? 1 : 0.9;
        final Progress rest = progress.part(0.1, gaussian || !extras.intervals() && !extras.tails() ? end : 0.6);
        final List<SelectiveTest.Sampled> tests = new ArrayList<>();
        if (gaussian) {
            for (final NullSample sample : new MonteCarloTest(path, design, sampling, runner, rest).run()) {
                tests.add(statistics.get(tests.size()).with(sample, Optional.empty()));
            }
        } else {
            for (final PermutationTest.Result result : new PermutationTest(path, design, sampling, runner, rest).run()) {
                tests.add(statistics.get(tests.size()).with(result.sampled(), Optional.ofNullable(result.step())));
            }
            beside(tests, path, design, sampling, extras, runner, progress.part(0, end));
        }
        final Progress last = progress.part(end, 1);
        final Optional<JointTest> joint = extras.joint().kind().map(kind -> {
            last.report(0, () -> "All motifs together");
            return new JointTest(kind, path.size(), new MonteCarloTest(path, design, sampling, runner, last).joint(kind));
        });
        return new TestedMotifs(selected(selection, design, path), sampling.hypothesis(), design.model(), Optional.of(sampling),
            List.copyOf(tests), checks(selection, design, path), joint, heritability(selection, design));
    }

    /** Intervals of all motifs, and estimates for those that no replicate reaches: each samples anew, with streams of its own. */
    private static void beside(final List<SelectiveTest.Sampled> tests, final SelectionPath path, final NullDesign design,
        final SamplingSettings sampling, final Extras extras, final TaskRunner runner, final Progress progress) {
        if (extras.intervals()) {
            final Progress part = progress.part(0.6, 0.8);
            part.report(0, () -> "Intervals of " + tests.size() + " effects");
            final List<EffectInterval> intervals =
                PermutationEffect.of(nulls(tests, path, design, sampling), sampling.seed(), runner, part);
            for (int j = 0; j < intervals.size(); j++) {
                tests.set(j, tests.get(j).with(intervals.get(j)));
            }
        }
        if (extras.tails()) {
            final List<SelectiveTest.Sampled> far = tests.stream().filter(t -> t.motif().atFloor()).toList();
            final Progress part = progress.part(0.8, 1);
            part.report(0, () -> "Estimates of " + far.size() + " small p-values");
            final List<TailEstimate> tails = LastParticle.of(nulls(far, path, design, sampling), sampling.replicates(), sampling.seed(),
                runner, part);
            for (int k = 0; k < tails.size(); k++) {
                tests.set(far.get(k).rank() - 1, far.get(k).with(tails.get(k)));
            }
        }
    }

    private static List<PermutationNull> nulls(final List<SelectiveTest.Sampled> tests, final SelectionPath path,
        final NullDesign design, final SamplingSettings sampling) {
        final boolean sequential = sampling.hypothesis() == Hypothesis.SEQUENTIAL;
        return tests.stream().map(t -> new PermutationNull(path, t.rank() - 1, sampling.hypothesis(),
            sequential ? t.rank() : path.size(), design)).toList();
    }

    static TestedMotifs closedForm(final MotifSelection selection, final SelectionPath path, final NullDesign design,
        final Hypothesis hypothesis, final TaskRunner runner, final Progress progress) {
        return new TestedMotifs(selected(selection, design, path), hypothesis, design.model(), Optional.empty(),
            statistics(path, design, hypothesis, true, true, runner, progress).stream()
                .<SelectiveTest> map(s -> new SelectiveTest.ClosedForm(s.association(), s.closedForm().orElseThrow())).toList(),
            checks(selection, design, path), Optional.empty(), heritability(selection, design));
    }

    /** What is known of a motif before anything is sampled. */
    private record Statistics(SelectiveTest.Association association, Optional<LogProbability> closedForm) {
        SelectiveTest.Sampled with(final NullSample sample, final Optional<NullSample> step) {
            return new SelectiveTest.Sampled(association, closedForm, sample, step);
        }
    }

    /** Statistics, naive p-values and, where wanted, those of the closed form and its intervals of effects. */
    private static List<Statistics> statistics(final SelectionPath path, final NullDesign design, final Hypothesis hypothesis,
        final boolean closedForm, final boolean intervals, final TaskRunner runner, final Progress progress) {
        final List<Statistics> statistics = new ArrayList<>();
        for (int j = 0; j < path.size(); j++) {
            final int motif = j;
            progress.report((double)j / path.size(), () -> "Statistics of motif " + (motif + 1) + " of " + path.size());
            final NullGeometry geometry = new NullGeometry(path, j, hypothesis, design.y());
            final PartialCorrelationTest naive = PartialCorrelationTest.of(geometry.nuisance(), path.activation(j), design.y());
            final SelectiveTest.Association association =
                new SelectiveTest.Association(j + 1, geometry.signedStatistic(), geometry.effect(), naive.studentP());
            final Optional<ExactTest.Result> exact =
                closedForm || intervals ? Optional.of(ExactTest.test(geometry, runner, progress)) : Optional.empty();
            statistics.add(new Statistics(intervals ? association.with(GaussianEffect.of(geometry, exact.orElseThrow())) : association,
                exact.filter(e -> closedForm).map(ExactTest.Result::p)));
        }
        return statistics;
    }

    /**
     * What speaks against a gaussian null, strata too thin for much to be exchanged, phenotypes that are tested in other units than the
     * user's, and other motifs than those that were selected.
     */
    static List<TestedMotifs.Check> checks(final MotifSelection selection, final NullDesign design, final SelectionPath path) {
        final List<TestedMotifs.Check> checks = new ArrayList<>();
        final int n = design.y().length;
        if (design.model() == NullModel.GAUSSIAN) {
            final boolean twoClasses = Arrays.stream(design.whitening().isOn() ? selection.study().phenotype().values() : design.y()).distinct()
                .limit(3).count() == 2;
            NoiseShape.of(path.step(0).nuisance().residual(design.y()), twoClasses).check()
                .ifPresent(c -> checks.add(new TestedMotifs.Check(1, true, c.text())));
        }
        selection.study().kinship()
            .ifPresent(k -> checks.add(new TestedMotifs.Check(1, false, related(k, design.whitening().share()))));
        if (isTransformed(design, selection.study().phenotype().values())) {
            checks.add(new TestedMotifs.Check(1, false, RANK_UNITS));
        }
        if (selected(selection, design, path) != selection) {
            checks.add(new TestedMotifs.Check(1, true, "Under this null model other motifs are selected than before, because it looks at the "
                + "phenotype in another way: those are tested and shown. Choose the null model 'auto' to test the motifs of the "
                + "selection."));
        }
        for (int j = 1; j < path.size(); j++) {
            final int strata = path.step(j).strata().count();
            if (strata * THIN > n) {
                checks.add(new TestedMotifs.Check(j + 1, true, new StudyCheck(StudyCheck.Kind.STRATA, "The motifs before motif " + (j + 1)
                    + " cut the " + n + " sequences into " + strata + " strata, more than one for " + THIN
                    + " sequences: little is left to compare.", "Ask for fewer motifs, or take more sequences.").text()));
                break;
            }
        }
        return checks;
    }

    /** Whitening is undone up to rounding. */
    private static boolean isTransformed(final NullDesign design, final double[] phenotype) {
        final double[] tested = design.whitening().undo(design.y());
        final double allowed = design.whitening().isOn() ? 1e-6 * OrthonormalBasis.norm(phenotype) : 0;
        return IntStream.range(0, tested.length).anyMatch(i -> Math.abs(tested[i] - phenotype[i]) > allowed);
    }

    private static String related(final Kinship kinship, final double h) {
        final String share = String.format(Locale.ROOT, "%.3g", h);
        return "Related sequences: " + kinship.text() + ". The noise of the phenotype is taken to go with the relationship by the share h = " + share
            + (Double.isNaN(kinship.heritability())
                ? ", estimated by restricted maximum likelihood without any motif" + (h == 0 ? ": as if they were not related" : "")
                    + ". p-values are exact for a known h only."
                : ", as given.");
    }
}
