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
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.WordGrid;
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.PartialCorrelationTest;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.event.Hypothesis;
import org.seism.inference.event.NullDesign;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.NullModel;
import org.seism.inference.event.PhenotypeTransform;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.MotifWord;
import org.seism.motif.SiteSearch;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.GreedySelection;
import org.seism.selection.Refinement;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;
import org.seism.sequence.Strands;
import org.seism.study.Study;

/**
 * Tries the tests on the user's own sequences: many phenotypes without any motif are drawn from the null model, motifs are
 * selected and tested for each, and the share of small p-values is counted. A valid test has at most 5% of its p-values
 * at or below 0.05. With a word and an effect the same is done for phenotypes that depend on the word, which gives the
 * power. The grid does not depend on the phenotype, so it is built once.
 */
public final class Calibration {

    /** The levels at which p-values are counted. */
    public static final List<Double> LEVELS = List.of(0.01, 0.05, 0.1, 0.5);

    private static final long NULL_STREAM = 0;
    private static final long POWER_STREAM = 1;

    /**
     * What is tried.
     *
     * @param selection how motifs are selected; the number of motifs must be fixed
     * @param nullChoice null model that the phenotypes are drawn from and the tests assume
     * @param sampling how the null is sampled for each data set
     * @param dataSets number of phenotypes drawn
     * @param word to be planted for the power, or empty for none
     * @param effect what carrying the word adds, in standard deviations of the noise
     */
    public record Settings(SelectionSettings selection, NullChoice nullChoice, SamplingSettings sampling, int dataSets, String word,
        double effect) {

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
     * @param test sampled, exact or naive
     * @param motif rank of the motif
     * @param level the level
     * @param hits number of data sets with p at or below it
     * @param dataSets number of data sets in which there was a motif of this rank
     */
    public record Rate(String test, int motif, double level, int hits, int dataSets) {

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
    }

    /** p-values of one data set, one per motif, and whether the planted word was selected. */
    private record Outcome(double[] steps, double[] sampled, double[] exact, double[] naive, boolean found) {
    }

    private final Study m_study;
    private final Settings m_settings;
    private final SamplingSettings m_sampling;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final WordGrid m_grid;
    private final Refinement m_refinement;
    private final OrthonormalBasis m_covariates;
    private final double[] m_residual;
    private final double[] m_fit;
    private final double m_sd;

    private Calibration(final Study study, final Settings settings, final TaskRunner runner, final Progress progress) {
        m_study = study;
        m_settings = settings;
        m_sampling = settings.sampling().withNullModel(settings.nullChoice().resolve(study));
        m_runner = runner;
        m_progress = progress;
        m_grid = WordGrid.build(study.sequences(), study.strands(), settings.selection().grid(), settings.selection().erasing(),
            runner, progress.part(0, 0.05));
        m_refinement = Refinement.of(settings.selection().refinement(), study.sequences(), study.strands(), settings.selection().score());
        final double[] y = study.phenotype().values();
        m_covariates = OrthonormalBasis.ofCovariates(y.length, study.covariates().values());
        m_residual = m_covariates.residual(y);
        m_fit = m_covariates.project(y);
        m_sd = OrthonormalBasis.norm(m_residual) / Math.sqrt(Math.max(1, y.length - m_covariates.rank()));
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
        final MotifWord word = power ? word() : null;
        final boolean[] carriers = power ? carriers(word) : null;
        final List<Outcome> nulls = outcomes(NULL_STREAM, new boolean[m_study.size()], null, m_progress.part(0.05, power ? 0.5 : 1));
        Power found = null;
        if (power) {
            final List<Outcome> planted = outcomes(POWER_STREAM, carriers, word, m_progress.part(0.5, 1));
            found = new Power(word.text(), m_settings.effect(), count(carriers), (int)planted.stream().filter(Outcome::found).count(),
                rates(planted));
        }
        return new Result(m_sampling.nullModel(), m_grid.size(), rates(nulls), Optional.ofNullable(found));
    }

    private MotifWord word() {
        try {
            return MotifWord.parse(m_study.sequences().alphabet(), m_settings.word(), m_settings.selection().grid().bandwidths().get(0));
        } catch (IllegalArgumentException e) {
            throw new InputException("The word '" + m_settings.word() + "' can't be planted: " + e.getMessage() + ".",
                "Use letters and IUPAC codes of " + m_study.sequences().alphabet().label() + ".", e);
        }
    }

    /** Sequences that hold the word, that is whose best window is as near as a window can be. */
    private boolean[] carriers(final MotifWord word) {
        final double best = Math.exp(-IntStream.range(0, word.width())
            .mapToDouble(c -> MotifWord.columnCost(word.mask(c), Integer.numberOfTrailingZeros(word.mask(c)))).sum()
            / (2 * word.bandwidth() * word.bandwidth()));
        final double[] activations = SiteSearch.of(word).scan(m_study.sequences(), m_study.strands()).activations();
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

    private List<Outcome> outcomes(final long stream, final boolean[] carriers, final MotifWord planted, final Progress progress) {
        final AtomicInteger done = new AtomicInteger();
        final IntFunction<Callable<Outcome>> task = dataSet -> () -> {
            final Outcome outcome = outcome(stream, dataSet, carriers, planted);
            final int count = done.incrementAndGet();
            progress.report((double)count / m_settings.dataSets(), () -> "Data set " + count + " of " + m_settings.dataSets());
            return outcome;
        };
        return m_runner.runAll(IntStream.range(0, m_settings.dataSets()).mapToObj(task).toList());
    }

    private Outcome outcome(final long stream, final int dataSet, final boolean[] carriers, final MotifWord planted) {
        m_progress.checkCancelled();
        final double[] y = phenotype(RandomStreams.of(m_sampling.seed(), StreamPurpose.CALIBRATION, stream, dataSet), carriers);
        // only asked whether to stop: the fraction is that of data sets
        final Progress quiet = new Cancellable(m_progress);
        final NullDesign design =
            NullDesign.of(m_sampling.nullModel(), PhenotypeTransform.NONE, y, m_study.covariates().values());
        final SelectionPath path =
            new GreedySelection(m_grid, m_settings.selection().score(), m_refinement, TaskRunner.sequential(), quiet)
            .run(design.y(), design.covariates(), m_settings.selection().wanted());
        final long seed = RandomStreams.of(m_sampling.seed(), StreamPurpose.CALIBRATION_SEED, stream, dataSet).nextLong();
        final List<NullSample> samples = new ArrayList<>();
        final List<NullSample> steps = new ArrayList<>();
        if (design.model().permutes()) {
            new PermutationTest(path, design, m_sampling.withSeed(seed), TaskRunner.sequential(), quiet).run().forEach(r -> {
                samples.add(r.sampled());
                steps.add(r.step());
            });
            steps.removeIf(Objects::isNull);
        } else {
            samples.addAll(new MonteCarloTest(path, y, m_sampling.withSeed(seed), TaskRunner.sequential(), quiet).run());
        }
        final double[] exact = new double[path.size()];
        final double[] naive = new double[path.size()];
        boolean found = false;
        for (int j = 0; j < path.size(); j++) {
            final NullGeometry geometry = new NullGeometry(path, j, m_sampling.hypothesis(), design.y());
            exact[j] = ExactTest.test(geometry, TaskRunner.sequential(), quiet).p().value();
            naive[j] = PartialCorrelationTest
                .of(geometry.nuisance(), path.activation(j), design.y()).studentP().value();
            found |= planted != null && isSelected(path.step(j), planted);
        }
        return new Outcome(steps.stream().mapToDouble(NullSample::p).toArray(), samples.stream().mapToDouble(NullSample::p).toArray(), exact, naive, found);
    }

    private boolean isSelected(final SelectionStep step, final MotifWord planted) {
        final String text = planted.text();
        final String other = planted.alphabet().hasComplement() ? planted.reverseComplement().text() : text;
        final boolean both = m_study.strands() == Strands.BOTH;
        return step.grid().members(step.winner()).stream().map(MotifWord::text).anyMatch(w -> w.equals(text) || both && w.equals(other));
    }

    /**
     * Gaussian: fit of the covariates, normal noise, and the effect where the word is. Permutation: the user's own residuals,
     * dealt out in the order of normal noise plus effect; without an effect that is a random permutation.
     */
    private double[] phenotype(final UniformRandomProvider random, final boolean[] carriers) {
        final ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        final int n = m_study.size();
        final double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            noise[i] = normal.sample() + (carriers[i] ? m_settings.effect() : 0);
        }
        final double[] y = m_fit.clone();
        if (m_sampling.nullModel() == NullModel.GAUSSIAN) {
            OrthonormalBasis.addScaled(y, noise, m_sd);
            return y;
        }
        final Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(noise[a], noise[b]));
        final double[] sorted = m_residual.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < n; k++) {
            y[order[k]] += sorted[k];
        }
        return y;
    }

    private List<Rate> rates(final List<Outcome> outcomes) {
        final List<Rate> rates = new ArrayList<>();
        for (int j = 0; j < m_settings.selection().wanted(); j++) {
            if (m_sampling.nullModel().permutes() && m_sampling.hypothesis() == Hypothesis.SEQUENTIAL) {
                add(rates, "step", j, outcomes, Outcome::steps);
            }
            add(rates, "sampled", j, outcomes, Outcome::sampled);
            add(rates, "exact", j, outcomes, Outcome::exact);
            add(rates, "naive", j, outcomes, Outcome::naive);
        }
        return rates;
    }

    private static void add(final List<Rate> rates, final String test, final int motif, final List<Outcome> outcomes,
        final Function<Outcome, double[]> p) {
        final double[] values = outcomes.stream().map(p).filter(v -> v.length > motif).mapToDouble(v -> v[motif]).toArray();
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
