package org.seism.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.PartialCorrelationTest;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeDraws;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.BlockSpectrum;
import org.seism.linear.Strata;
import org.seism.motif.Activation;
import org.seism.motif.Motif;
import org.seism.motif.WordMotif;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionProcedure;
import org.seism.selection.SelectionStep;
import org.seism.sequence.Strands;
import org.seism.study.Study;

/**
 * Tries the tests on the user's own sequences: many phenotypes without any motif are drawn, motifs are selected and tested for each,
 * and the share of small p-values is counted. A valid test has at most 5% of its p-values at or below 0.05. The phenotypes are the
 * user's own values (residuals, where there are covariates) dealt out at random, whatever null is tested: draws from the null under
 * test could not show that it does not fit. For the second motif and later ones the values are dealt out within the strata of the
 * motifs before it as selected with the user's phenotype, whose effect stays, and data sets count in which the same motifs
 * come first (METHOD, section 14b). With a word and an effect the same is done for phenotypes that depend on the word, which gives
 * the power. The grid does not depend on the phenotype, so it is built once.
 */
public final class Calibration {

    /** The levels at which p-values are counted. */
    public static final List<Double> LEVELS = List.of(0.01, 0.05, 0.1, 0.5);

    private static final long NULL_STREAM = 0;
    private static final long POWER_STREAM = 1;
    /** Of motif 2, the first to which rank 1 is added, and so on. */
    private static final long LATER_STREAM = 1;

    /**
     * What is tried.
     *
     * @param selection how motifs are selected; the number of motifs must be fixed
     * @param nullChoice null model that the tests assume
     * @param transform what becomes of the phenotype beforehand
     * @param closedForm whether the closed form is tried under the permutation null too
     * @param sampling how the null is sampled for each data set
     * @param dataSets number of phenotypes drawn
     * @param word to be planted for the power, or empty for none
     * @param effect what carrying the word adds, in standard deviations of the noise
     */
    public record Settings(SelectionSettings selection, NullChoice nullChoice, PhenotypeTransform transform, boolean closedForm,
        SamplingSettings sampling, int dataSets, String word, double effect) {

        /**
         * Checks the bounds.
         *
         * @throws InputException for a setting out of range
         */
        public Settings {
            if (selection.motifs() == SelectionSettings.AUTO) {
                throw new InputException("A calibration needs a fixed number of motifs.", "Give the number instead of auto.");
            }
            if (dataSets < 1 || dataSets > 1_000_000) {
                throw new InputException("The number of data sets is " + dataSets + ".", "Give 1 to 1000000, for instance 200.");
            }
            if (!Double.isFinite(effect)) {
                throw new InputException("The effect is " + effect + ".", "Give a number of standard deviations, such as 1.2.");
            }
        }
    }

    /**
     * How often a test's p-value was at or below a level.
     *
     * @param test step, sampled, exact or naive
     * @param motif rank of the motif
     * @param level the level
     * @param hits number of data sets with p at or below it
     * @param dataSets number of data sets in which there was a motif of this rank, after the same motifs
     */
    public record Rate(String test, int motif, double level, int hits, int dataSets) {

        /** @return whether a level that counts is exceeded by more than chance explains */
        public boolean isDishonest() {
            return !test.equals("naive") && (level == 0.01 || level == 0.05) && low() > level;
        }

        /** @return the share of data sets */
        public double share() {
            return dataSets == 0 ? Double.NaN : (double)hits / dataSets;
        }

        /** @return lower end of the 95% confidence interval of the share (Clopper, Pearson 1934) */
        public double low() {
            return hits == 0 ? 0 : new BetaDistribution(null, hits, dataSets - hits + 1).inverseCumulativeProbability(0.025);
        }

        /** @return upper end of the interval */
        public double high() {
            return hits == dataSets ? 1 : new BetaDistribution(null, hits + 1, dataSets - hits).inverseCumulativeProbability(0.975);
        }
    }

    /**
     * Phenotypes that depend on a word.
     *
     * @param word the word
     * @param effect in standard deviations of the noise
     * @param carriers number of sequences that hold it
     * @param found number of data sets in which it was among the selected motifs
     * @param rates of the tests
     */
    public record Power(String word, double effect, int carriers, int found, List<Rate> rates) {
    }

    /**
     * The outcome.
     *
     * @param nullModel the null model, resolved
     * @param candidates number of candidates in the grid
     * @param rates of the tests where there is no motif
     * @param power where there is one, if asked for
     */
    public record Result(NullModel nullModel, int candidates, List<Rate> rates, Optional<Power> power) {

        /** @return the rates that show that the chosen null is not honest for these data; empty where none does */
        public List<Rate> dishonest() {
            return rates.stream().filter(Rate::isDishonest).toList();
        }
    }

    /** p-values of one data set, one per motif, and whether the planted word was selected. */
    private record Outcome(double[] steps, double[] sampled, double[] exact, double[] naive, boolean found) {
        static final Outcome NONE = new Outcome(new double[0], new double[0], new double[0], new double[0], false);
    }

    private final Study m_study;
    private final Settings m_settings;
    private final SamplingSettings m_sampling;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final SelectionProcedure m_procedure;
    private final Optional<BlockSpectrum> m_spectrum;
    private final NullDesign m_design;

    private Calibration(final Study study, final Settings settings, final TaskRunner runner, final Progress progress) {
        m_study = study;
        m_settings = settings;
        m_sampling = settings.sampling();
        m_runner = runner;
        m_progress = progress;
        m_procedure = SelectionProcedure.of(study.sequences(), study.strands(), settings.selection().grid(),
            settings.selection().erasing(), settings.selection().score(), settings.selection().refinement(), runner,
            progress.part(0, 0.05));
        m_spectrum = study.kinship().map(k -> MotifTests.spectrum(k, progress));
        m_design = design(study.phenotype().values());
    }

    /**
     * @param study the user's data
     * @param settings what is tried
     * @param runner runs the data sets; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return the outcome
     * @throws InputException if the data do not allow it, or no sequence or every sequence holds the word
     */
    public static Result run(final Study study, final Settings settings, final TaskRunner runner, final Progress progress) {
        return new Calibration(study, settings, runner, progress).run();
    }

    private Result run() {
        final boolean power = !m_settings.word().isEmpty();
        // before the long part, because it may refuse the word
        final WordMotif word = power ? word() : null;
        final boolean[] carriers = power ? carriers(word) : null;
        final List<Rate> rates = nulls(m_progress.part(0.05, power ? 0.5 : 1));
        Power found = null;
        if (power) {
            final double[] added = IntStream.range(0, carriers.length).mapToDouble(i -> carriers[i] ? m_settings.effect() : 0)
                .toArray();
            final PhenotypeDraws draws = draws(Strata.single(carriers.length));
            final int wanted = m_settings.selection().wanted();
            final List<Outcome> planted = outcomes(POWER_STREAM, random -> draws.with(random, added),
                y -> outcome(y, wanted, word), m_progress.part(0.5, 1));
            final List<Rate> shares = new ArrayList<>();
            for (int j = 0; j < wanted; j++) {
                add(shares, j, j, planted);
            }
            found = new Power(word.text(), m_settings.effect(), count(carriers), (int)planted.stream().filter(Outcome::found).count(),
                shares);
        }
        return new Result(m_design.model(), m_procedure.grid().size(), rates, Optional.ofNullable(found));
    }

    private NullDesign design(final double[] y) {
        return MotifTests.design(m_study, y, m_settings.nullChoice(), m_settings.transform(), m_spectrum);
    }

    private PhenotypeDraws draws(final Strata strata) {
        if (m_study.kinship().isPresent()) {
            return PhenotypeDraws.related(m_design, strata);
        }
        return PhenotypeDraws.of(m_design.y(), m_study.covariates().values(), strata);
    }

    /** One question per motif: is its test honest, given the motifs that the user's phenotype puts before it? */
    private List<Rate> nulls(final Progress progress) {
        final int wanted = m_settings.selection().wanted();
        final List<Rate> rates = new ArrayList<>();
        final SelectionPath own = wanted == 1 ? null : select(m_design, wanted - 1, new Cancellable(m_progress));
        for (int j = 0; j < wanted && (j == 0 || j <= own.size()); j++) {
            final int motif = j;
            final PhenotypeDraws draws = draws(j == 0 ? Strata.single(m_study.size())
                : own.step(j - 1).strata().split(own.step(j - 1).levels()));
            final List<Outcome> outcomes = outcomes(j == 0 ? NULL_STREAM : LATER_STREAM + j, draws::without,
                d -> outcome(d, motif, own), progress.part((double)j / wanted, (j + 1.0) / wanted));
            add(rates, j, 0, outcomes);
        }
        return rates;
    }

    private WordMotif word() {
        try {
            return WordMotif.parse(m_study.sequences().alphabet(), m_settings.word(), m_settings.selection().grid().bandwidths().get(0));
        } catch (IllegalArgumentException e) {
            throw new InputException("The word '" + m_settings.word() + "' can't be planted: " + e.getMessage() + ".",
                "Use letters and IUPAC codes of " + m_study.sequences().alphabet().label() + ".", e);
        }
    }

    /** Sequences that hold the word, that is whose best window is as near as a window can be. */
    private boolean[] carriers(final WordMotif word) {
        final Activation activation = word.activation();
        final double best = activation.of(Arrays.stream(activation.costs()).mapToDouble(c -> Arrays.stream(c).min().orElseThrow()).sum());
        final double[] activations = word.sites(m_study.sequences(), m_study.strands()).activations();
        final boolean[] carriers = new boolean[activations.length];
        for (int i = 0; i < carriers.length; i++) {
            carriers[i] = activations[i] > best * (1 - 1e-9);
        }
        final int count = count(carriers);
        if (count == 0 || count == carriers.length) {
            throw new InputException((count == 0 ? "No sequence holds " : "Every sequence holds ") + word.text()
                + ": there is no effect to find.", "Choose a word that some of the sequences hold.");
        }
        return carriers;
    }

    private static int count(final boolean[] flags) {
        return (int)IntStream.range(0, flags.length).filter(i -> flags[i]).count();
    }

    /** A phenotype that was drawn, as it is tested, with the seed of its tests. */
    private record Drawn(NullDesign design, SamplingSettings sampling, Progress quiet) {
    }

    private List<Outcome> outcomes(final long stream, final Function<UniformRandomProvider, double[]> phenotype,
        final Function<Drawn, Outcome> test, final Progress progress) {
        final AtomicInteger done = new AtomicInteger();
        final IntFunction<Callable<Outcome>> task = dataSet -> () -> {
            m_progress.checkCancelled();
            final double[] y = phenotype.apply(RandomStreams.of(m_sampling.seed(), StreamPurpose.CALIBRATION, stream, dataSet));
            final long seed = RandomStreams.of(m_sampling.seed(), StreamPurpose.CALIBRATION_SEED, stream, dataSet).nextLong();
            final Outcome outcome = tried(y, seed, test);
            final int count = done.incrementAndGet();
            progress.report((double)count / m_settings.dataSets(), () -> "Data set " + count + " of " + m_settings.dataSets());
            return outcome;
        };
        return m_runner.runAll(IntStream.range(0, m_settings.dataSets()).mapToObj(task).toList());
    }

    /** Where a drawn phenotype allows no test (covariates that separate its classes) it is left out, as it would be by the user. */
    private Outcome tried(final double[] y, final long seed, final Function<Drawn, Outcome> test) {
        try {
            final NullDesign design = design(y);
            // only asked whether to stop: the fraction is that of data sets
            return test.apply(new Drawn(design, m_sampling.withSeed(seed), new Cancellable(m_progress)));
        } catch (InputException e) {
            return Outcome.NONE;
        }
    }

    private SelectionPath select(final NullDesign design, final int motifs, final Progress quiet) {
        return m_procedure.run(design.y(), design.covariates(), design.whitening(), motifs, TaskRunner.sequential(), quiet);
    }

    /** The test of one motif where the motifs before it are those of the user. */
    private Outcome outcome(final Drawn drawn, final int motif, final SelectionPath own) {
        final SelectionPath path = select(drawn.design(), motif + 1, drawn.quiet());
        final boolean same = path.size() == motif + 1
            && IntStream.range(0, motif).allMatch(k -> path.step(k).candidate().motif().equals(own.step(k).candidate().motif()));
        return same ? outcome(drawn, path, null, motif) : Outcome.NONE;
    }

    /** The tests of all motifs. */
    private Outcome outcome(final Drawn drawn, final int wanted, final WordMotif planted) {
        final SelectionPath path = select(drawn.design(), wanted, drawn.quiet());
        return outcome(drawn, path, planted, IntStream.range(0, path.size()).toArray());
    }

    private Outcome outcome(final Drawn drawn, final SelectionPath path, final WordMotif planted, final int... motifs) {
        final NullDesign design = drawn.design();
        final List<NullSample> samples = new ArrayList<>();
        final List<NullSample> steps = new ArrayList<>();
        if (design.model().permutes()) {
            new PermutationTest(path, design, drawn.sampling(), TaskRunner.sequential(), drawn.quiet())
                .run(m_sampling.hypothesis() == Hypothesis.SEQUENTIAL, true, motifs).forEach(r -> {
                    samples.add(r.sampled());
                    steps.add(r.step());
                });
            steps.removeIf(Objects::isNull);
        } else {
            samples.addAll(
                new MonteCarloTest(path, design, drawn.sampling(), TaskRunner.sequential(), drawn.quiet()).run(motifs));
        }
        final double[] exact = new double[triesClosedForm() ? motifs.length : 0];
        final double[] naive = new double[motifs.length];
        boolean found = false;
        for (int k = 0; k < motifs.length; k++) {
            final NullGeometry geometry = new NullGeometry(path, motifs[k], m_sampling.hypothesis(), design.y());
            if (triesClosedForm()) {
                exact[k] = ExactTest.test(geometry, TaskRunner.sequential(), drawn.quiet()).p().value();
            }
            naive[k] = PartialCorrelationTest.of(geometry.nuisance(), path.activation(motifs[k]), design.y()).studentP().value();
            found |= planted != null && isSelected(path.step(motifs[k]), planted);
        }
        return new Outcome(steps.stream().mapToDouble(NullSample::p).toArray(), samples.stream().mapToDouble(NullSample::p).toArray(),
            exact, naive, found);
    }

    private boolean triesClosedForm() {
        return m_settings.closedForm() || !m_design.model().permutes();
    }

    private boolean isSelected(final SelectionStep step, final WordMotif planted) {
        final String text = planted.text();
        final String other = planted.alphabet().hasComplement() ? planted.reverseComplement().text() : text;
        final boolean both = m_study.strands() == Strands.BOTH;
        return step.candidate().members().stream().map(Motif::name).anyMatch(w -> w.equals(text) || both && w.equals(other));
    }

    private void add(final List<Rate> rates, final int motif, final int place, final List<Outcome> outcomes) {
        if (m_design.model().permutes() && m_sampling.hypothesis() == Hypothesis.SEQUENTIAL) {
            add(rates, "step", motif, place, outcomes, Outcome::steps);
        }
        add(rates, "sampled", motif, place, outcomes, Outcome::sampled);
        if (triesClosedForm()) {
            add(rates, "exact", motif, place, outcomes, Outcome::exact);
        }
        add(rates, "naive", motif, place, outcomes, Outcome::naive);
    }

    private static void add(final List<Rate> rates, final String test, final int motif, final int place,
        final List<Outcome> outcomes, final Function<Outcome, double[]> p) {
        final double[] values = outcomes.stream().map(p).filter(v -> v.length > place).mapToDouble(v -> v[place]).toArray();
        for (final double level : LEVELS) {
            final int hits = (int)Arrays.stream(values).filter(v -> v <= level).count();
            rates.add(new Rate(test, motif + 1, level, hits, values.length));
        }
    }

    /** Hands on the wish to stop, and nothing else. */
    private record Cancellable(Progress whole) implements Progress {
        @Override
        public void report(final double fraction, final Supplier<String> message) {
            // many data sets at once: their own fractions would jump about
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
