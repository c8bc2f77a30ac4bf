package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.DataSplitTest;
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/**
 * P-values under a true null hypothesis are uniform. Every design draws at least {@value #SETS} data sets from fixed seeds: new
 * sequences, new covariates and a phenotype that has nothing to do with the motifs under test. The share of p-values up to
 * 0.01, 0.05, 0.1 and 0.5 must lie within two-sided 99.9% binomial bounds, so each single comparison of a correct engine
 * errs with probability at most 0.001. Sampled p-values have N = 100 places, so that all four levels can be attained. Where
 * the statistic has ties (permutations) p is conservative and only its upper bound is asked for; its ties broken at random
 * it is uniform again, and that is held to both bounds.
 * <p>
 * The naive test, which takes the motif as given beforehand, stands beside them and has to fail.
 */
@Tag("slow")
class CalibrationTest {
    static final int SETS = 320;
    private static final int REPLICATES = 99;
    private static final AssociationScore RIDGE = new AssociationScore(AssociationScore.Kind.RIDGE, 1);
    private static final AssociationScore HSIC = new AssociationScore(AssociationScore.Kind.HSIC, 0);
    private static final GridSettings WORDS = GridSettings.DEFAULT.withWidths(3, 3);

    /** What a design's data sets have in common. */
    private record Design(String name, int n, int minLength, int maxLength, Strands strands, GridSettings grid,
        AssociationScore score, int motifs, int covariates, double planted,
        Function<UniformRandomProvider, DoubleSupplier> noise) {

        static Design gaussian(final String name) {
            return new Design(name, 40, 12, 12, Strands.SINGLE, WORDS, AssociationScore.DEFAULT, 3, 0, 0, RandomData::normal);
        }

        static Design permutation(final String name, final Function<UniformRandomProvider, DoubleSupplier> noise) {
            return new Design(name, 40, 12, 12, Strands.SINGLE, WORDS, AssociationScore.DEFAULT, 2, 0, 0, noise);
        }

        Design size(final int sequences, final int shortest, final int longest) {
            return new Design(name, sequences, shortest, longest, strands, grid, score, motifs, covariates, planted, noise);
        }

        Design bothStrands() {
            return new Design(name, n, minLength, maxLength, Strands.BOTH, grid, score, motifs, covariates, planted, noise);
        }

        Design grid(final GridSettings settings) {
            return new Design(name, n, minLength, maxLength, strands, settings, score, motifs, covariates, planted, noise);
        }

        Design score(final AssociationScore s) {
            return new Design(name, n, minLength, maxLength, strands, grid, s, motifs, covariates, planted, noise);
        }

        Design covariates(final int count) {
            return new Design(name, n, minLength, maxLength, strands, grid, score, motifs, count, planted, noise);
        }

        /** A true first motif, with an effect in standard deviations of the noise per standard deviation of activation. */
        Design planted(final double effect) {
            return new Design(name, n, minLength, maxLength, strands, grid, score, motifs, covariates, effect, noise);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Design> gaussian() {
        return Stream.of(Design.gaussian("one strand, ridge"),
            Design.gaussian("both strands, ridge lambda 1, 2 covariates").bothStrands().score(RIDGE).covariates(2),
            Design.gaussian("HSIC, 1 covariate").score(HSIC).covariates(1),
            Design.gaussian("both strands, HSIC, 3 bandwidths").bothStrands().score(HSIC)
                .grid(WORDS.withBandwidths(List.of(0.7, 1.0, 1.4))),
            Design.gaussian("1 IUPAC position, width 2-3, short").size(30, 5, 9)
                .grid(WORDS.withWidths(2, 3).withDegeneracy(1).withMinSupport(3)),
            Design.gaussian("17 sequences of 1 to 5 letters, 3 covariates").size(17, 1, 5).covariates(3)
                .grid(WORDS.withWidths(2, 3)),
            Design.gaussian("true first motif").planted(4),
            Design.gaussian("overwhelming first motif, HSIC, both strands").bothStrands().score(HSIC).planted(300));
    }

    static Stream<Design> permutation() {
        return Stream.of(
            Design.permutation("binary", r -> () -> r.nextDouble() < 0.4 ? 1 : 0),
            Design.permutation("exponential", r -> () -> ZigguratSampler.Exponential.of(r).sample()),
            Design.permutation("t with 2 degrees of freedom", r -> {
                final DoubleSupplier normal = RandomData.normal(r);
                return () -> normal.getAsDouble() / Math.sqrt(-Math.log(1 - r.nextDouble()));
            }).score(HSIC).bothStrands(),
            Design.permutation("Cauchy", r -> () -> Math.tan(Math.PI * (r.nextDouble() - 0.5))).score(RIDGE),
            Design.permutation("counts, 1 covariate", r -> () -> (int)(-2 * Math.log(1 - r.nextDouble()))).covariates(1));
    }

    @ParameterizedTest
    @MethodSource
    void gaussian(final Design design) {
        final CalibrationTable table = new CalibrationTable(design);
        run(design, SETS, (study, path, seed, row) -> {
            final double[] y = study.phenotype().values();
            final int first = design.planted() == 0 ? 0 : 1;
            for (final Hypothesis hypothesis : Hypothesis.values()) {
                // the last motif has nothing after it: both hypotheses are one
                final int end = hypothesis == Hypothesis.PARTIAL ? path.size() - 1 : path.size();
                for (final Kernel kernel : Kernel.values()) {
                    final SamplingSettings settings = SamplingSettings.DEFAULT.withHypothesis(hypothesis).withKernel(kernel)
                        .withReplicates(REPLICATES).withSeed(seed);
                    for (final NullSample sample : new MonteCarloTest(path, y, settings, TaskRunner.sequential(), Progress.NONE)
                        .run(IntStream.range(first, end).toArray())) {
                        row.put(name(kernel.name(), hypothesis, sample.motif()), sample.p());
                    }
                }
                for (int j = first; j < end; j++) {
                    final NullGeometry geometry = new NullGeometry(path, j, hypothesis, y);
                    row.put(name("exact", hypothesis, j),
                        ExactTest.test(geometry, TaskRunner.sequential(), Progress.NONE).p().value());
                    row.put(name("naive", hypothesis, j), naive(geometry));
                }
            }
        }, table);
        table.check(name -> name.startsWith("naive") ? CalibrationTable.Rule.FAILS : CalibrationTable.Rule.UNIFORM);
    }

    static Stream<Design> branches() {
        return Stream.of(Design.gaussian("branches, both strands, 1 covariate").bothStrands().covariates(1),
            Design.permutation("branches, binary", r -> () -> r.nextDouble() < 0.4 ? 1 : 0));
    }

    /** Eight branches of twelve or thirteen replicates. */
    @ParameterizedTest
    @MethodSource
    void branches(final Design design) {
        final boolean binary = design.name().contains("binary");
        final CalibrationTable table = new CalibrationTable(design);
        run(design, 10 * SETS, (study, path, seed, row) -> {
            final UniformRandomProvider random = RandomData.random(seed, 77);
            for (final Hypothesis hypothesis : Hypothesis.values()) {
                final SamplingSettings settings = SamplingSettings.DEFAULT.withHypothesis(hypothesis).withReplicates(REPLICATES)
                    .withBranches(8).withSeed(seed);
                final NullDesign null_ = NullDesign.plain(binary ? NullModel.PERMUTATION : NullModel.GAUSSIAN,
                    study.phenotype().values(), study.covariates().values());
                for (final NullSample sample : new MonteCarloTest(path, null_, settings, TaskRunner.sequential(), Progress.NONE).run(0, 1)) {
                    row.put(name(sample.approximate() ? "approximate" : "exact null", hypothesis, sample.motif()),
                        binary ? tiesAtRandom(sample, random) : sample.p());
                    assertEquals(8, sample.branches().length);
                }
            }
        }, table);
        table.check(name -> name.startsWith("approximate") ? CalibrationTable.Rule.NEAR : CalibrationTable.Rule.UNIFORM);
    }

    @ParameterizedTest
    @MethodSource
    void permutation(final Design design) {
        final CalibrationTable table = new CalibrationTable(design);
        run(design, SETS, (study, path, seed, row) -> {
            final double[] y = study.phenotype().values();
            final UniformRandomProvider random = RandomData.random(seed, 77);
            for (final Hypothesis hypothesis : Hypothesis.values()) {
                final SamplingSettings settings = SamplingSettings.DEFAULT.withHypothesis(hypothesis)
                    .withReplicates(REPLICATES).withSeed(seed);
                for (final NullSample sample : new MonteCarloTest(path,
                    NullDesign.plain(NullModel.PERMUTATION, y, study.covariates().values()), settings, TaskRunner.sequential(),
                    Progress.NONE).run()) {
                    final String kind = sample.approximate() ? "approximate" : "exact null";
                    row.put(name(kind, hypothesis, sample.motif()), sample.p());
                    row.put(name(kind + ", ties at random", hypothesis, sample.motif()), tiesAtRandom(sample, random));
                }
                for (int j = 0; j < path.size(); j++) {
                    row.put(name("naive", hypothesis, j), naive(new NullGeometry(path, j, hypothesis, y)));
                }
            }
        }, table);
        // plain permutation takes no account of covariates; the product never uses it with any, see PermutationCalibrationTest
        table.drop(name -> design.covariates() > 0);
        table.check(name -> name.startsWith("naive") ? CalibrationTable.Rule.FAILS
            : name.startsWith("approximate") ? CalibrationTable.Rule.NEAR : name.contains("at random") ? CalibrationTable.Rule.UNIFORM : CalibrationTable.Rule.CONSERVATIVE);
    }

    static Stream<Design> dataSplit() {
        return Stream.of(Design.gaussian("data split, one strand").size(60, 12, 12),
            Design.gaussian("data split, both strands, HSIC, 2 covariates").size(60, 10, 16).bothStrands().score(HSIC).covariates(2),
            Design.permutation("data split, binary", r -> () -> r.nextDouble() < 0.4 ? 1 : 0).size(60, 12, 12),
            Design.gaussian("data split behind a true first motif").size(60, 12, 12).planted(20));
    }

    /**
     * Exact for gaussian noise by Student's t, and without covariates by permutation, for every motif; twice the median is
     * conservative. A single split costs next to nothing, so there are more sets.
     */
    @ParameterizedTest
    @MethodSource
    void dataSplit(final Design design) {
        final boolean binary = design.name().contains("binary");
        final CalibrationTable table = new CalibrationTable(design);
        // splits that do not take a planted motif first say nothing about the motifs after it
        run(design, 2 * SETS, design.planted() > 0, (study, path, truth, seed, row) -> {
            for (final DataSplitTest.Method method : DataSplitTest.Method.values()) {
                for (final int repeats : design.planted() == 0 && seed < SETS ? new int[]{1, 5} : new int[]{1}) {
                    final List<DataSplitTest.Result> results = new DataSplitTest(study, design.grid(), design.score(),
                        design.motifs(), new DataSplitTest.Settings(0.5, repeats, method, 199, seed))
                            .run(TaskRunner.sequential(), Progress.NONE);
                    for (int j = 0; j < results.size(); j++) {
                        // the other half has no part in which word comes first
                        if (design.planted() == 0 || j > 0 && results.get(0).motif().equals(path.grid().motif(truth))) {
                            row.put((repeats == 1 ? "split, " : "5 splits, ") + method.name().toLowerCase(Locale.ROOT) + ", motif "
                                + (j + 1), results.get(j).p());
                        }
                    }
                }
            }
        }, table);
        table.check(name -> name.startsWith("5") ? CalibrationTable.Rule.CONSERVATIVE
            : name.contains("student") ? binary ? CalibrationTable.Rule.NEAR : CalibrationTable.Rule.UNIFORM
                : design.covariates() == 0 ? CalibrationTable.Rule.CONSERVATIVE : CalibrationTable.Rule.NEAR);
    }

    private interface Tests {
        void run(Study study, SelectionPath path, long seed, Map<String, Double> row);
    }

    private interface TestsOfTruth {
        void run(Study study, SelectionPath path, int truth, long seed, Map<String, Double> row);
    }

    /** Only sets in which a planted motif comes first. */
    private static void run(final Design design, final int sets, final Tests tests, final CalibrationTable table) {
        run(design, sets, false, (study, path, truth, seed, row) -> tests.run(study, path, seed, row), table);
    }

    private static void run(final Design design, final int sets, final boolean whateverComesFirst, final TestsOfTruth tests,
        final CalibrationTable table) {
        final List<Callable<Map<String, Double>>> tasks = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            final long seed = set;
            tasks.add(() -> {
                final Map<String, Double> row = new LinkedHashMap<>();
                final UniformRandomProvider random = RandomData.random(20_240_501, design.name().hashCode(), seed);
                final SequenceSet set_ =
                    RandomData.sequences(Alphabet.DNA, design.n(), design.minLength(), design.maxLength(), random);
                final WordGrid grid = RandomData.grid(set_, design.strands(), design.grid());
                final DoubleSupplier normal = RandomData.normal(random);
                final double[][] covariates = new double[design.covariates()][];
                Arrays.setAll(covariates, c -> RandomData.draw(design.n(), normal));
                final double[] y = RandomData.draw(design.n(), design.noise().apply(random));
                for (int i = 0; i < y.length; i++) {
                    y[i] += 5;
                    for (final double[] covariate : covariates) {
                        y[i] += 2 * covariate[i];
                    }
                }
                final int truth = random.nextInt(grid.size());
                if (design.planted() > 0) {
                    plant(y, grid.activations().column(truth), design.planted());
                }
                final SelectionPath path = new GreedySelection(grid, design.score(), TaskRunner.sequential(), Progress.NONE)
                    .run(y, covariates, design.motifs());
                // a later motif's null is true only where the first one took the planted effect
                if (design.planted() == 0 || whateverComesFirst || path.selected(0) == truth) {
                    final Covariates named =
                        new Covariates(IntStream.range(0, covariates.length).mapToObj(c -> "x" + c).toList(), covariates);
                    tests.run(new Study(set_, design.strands(), Phenotype.numeric("y", y), named), path, truth, seed, row);
                }
                return row;
            });
        }
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            pool.runAll(tasks).forEach(table::add);
        }
    }

    private static void plant(final double[] y, final double[] activation, final double effect) {
        final double mean = Arrays.stream(activation).average().orElseThrow();
        final double sd = Math.sqrt(Arrays.stream(activation).map(a -> (a - mean) * (a - mean)).sum() / activation.length);
        for (int i = 0; i < y.length; i++) {
            y[i] += effect * (activation[i] - mean) / sd;
        }
    }

    /** The t-test of the partial correlation as if the motif had been given. */
    private static double naive(final NullGeometry geometry) {
        final double r = geometry.statistic();
        return Beta.regularizedBeta(1 - r * r, (geometry.degreesOfFreedom() - 1) / 2.0, 0.5);
    }

    private static double tiesAtRandom(final NullSample sample, final UniformRandomProvider random) {
        final long larger = Arrays.stream(sample.statistics()).filter(t -> t > sample.observed() + 1e-9).count();
        final long tied = sample.exceeding() - larger;
        return (larger + tied * random.nextDouble()) / sample.size();
    }

    private static String name(final String method, final Hypothesis hypothesis, final int motif) {
        return method.toLowerCase(Locale.ROOT) + ", " + hypothesis.name().toLowerCase(Locale.ROOT) + ", motif " + (motif + 1);
    }
}
