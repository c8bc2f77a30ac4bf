package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.PartialCorrelationTest;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.Refinement;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * P-values of refined motifs under a true null are uniform: {@value #SETS} data sets per design, shares of p up to 0.01,
 * 0.05, 0.1 and 0.5 within two-sided 99.9% binomial bounds, as in {@link CalibrationTest}. The naive test has to fail.
 */
@Tag("slow")
class RefinedCalibrationTest {
    static final int SETS = 300;
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.5};

    private record Design(String name, RefinementSettings refinement, Strands strands, NullModel model, List<Kernel> kernels,
        List<Hypothesis> hypotheses, int motifs, int covariates, boolean exact) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Design> designs() {
        final List<Hypothesis> both = List.of(Hypothesis.SEQUENTIAL, Hypothesis.PARTIAL);
        final List<Hypothesis> sequential = List.of(Hypothesis.SEQUENTIAL);
        final List<Kernel> block = List.of(Kernel.BLOCK);
        return Stream.of(
            new Design("lattice 1, both strands", RefinementSettings.lattice(1), Strands.BOTH, NullModel.GAUSSIAN,
                List.of(Kernel.values()), both, 2, 0, true),
            new Design("lattice 2, covariate", RefinementSettings.lattice(2), Strands.SINGLE, NullModel.GAUSSIAN,
                List.of(Kernel.values()), both, 2, 1, true),
            new Design("lattice 4", RefinementSettings.lattice(4), Strands.SINGLE, NullModel.GAUSSIAN, block, sequential, 2, 0, true),
            new Design("lattice 2, permutation", RefinementSettings.lattice(2), Strands.SINGLE, NullModel.PERMUTATION, block,
                sequential, 2, 0, false),
            new Design("network", RefinementSettings.network(2).withStarts(2), Strands.SINGLE, NullModel.GAUSSIAN,
                List.of(Kernel.HYPERSPHERE), sequential, 2, 0, true));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void uniform(final Design design) {
        final List<Callable<Map<String, Double>>> tasks = new ArrayList<>();
        for (int set = 0; set < SETS; set++) {
            final long seed = set;
            tasks.add(() -> row(design, seed));
        }
        final Map<String, List<Double>> columns = new LinkedHashMap<>();
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            pool.runAll(tasks).forEach(
                row -> row.forEach((name, p) -> columns.computeIfAbsent(name, x -> new ArrayList<>()).add(p)));
        }
        check(design, columns);
    }

    private static Map<String, Double> row(final Design design, final long seed) {
        final UniformRandomProvider random = RandomData.random(77_001, design.name().hashCode(), seed);
        final int n = 40;
        final SequenceSet set = RandomData.sequences(Alphabet.DNA, n, 12, 12, random);
        final WordGrid grid = RandomData.grid(set, design.strands(), GridSettings.DEFAULT.withWidths(3, 3));
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] covariates = new double[design.covariates()][];
        Arrays.setAll(covariates, c -> RandomData.draw(n, normal));
        final double[] y = design.model() == NullModel.GAUSSIAN ? RandomData.draw(n, normal)
            : RandomData.draw(n, () -> -Math.log(1 - random.nextDouble()));
        final Refinement refinement =
            Refinement.of(design.refinement(), set, design.strands(), AssociationScore.DEFAULT);
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, refinement, TaskRunner.sequential(),
            Progress.NONE).run(y, covariates, design.motifs());
        final Map<String, Double> row = new LinkedHashMap<>();
        for (final Hypothesis hypothesis : design.hypotheses()) {
            for (final Kernel kernel : design.kernels()) {
                final SamplingSettings settings = SamplingSettings.DEFAULT.withHypothesis(hypothesis)
                    .withKernel(kernel).withReplicates(99).withSeed(seed);
                for (final NullSample sample : new MonteCarloTest(path,
                    NullDesign.plain(design.model(), y, covariates), settings, TaskRunner.sequential(), Progress.NONE).run()) {
                    row.put(name(sample.approximate() ? "approximate" : kernel.name(), hypothesis, sample.motif()), sample.p());
                }
            }
            for (int j = 0; j < path.size(); j++) {
                final NullGeometry geometry = new NullGeometry(path, j, hypothesis, y);
                if (design.exact()) {
                    row.put(name("exact", hypothesis, j),
                        ExactTest.test(geometry, TaskRunner.sequential(), Progress.NONE).p().value());
                }
                row.put(name("naive", hypothesis, j),
                    PartialCorrelationTest.of(geometry.nuisance(), path.activation(j), y).studentP().value());
            }
        }
        return row;
    }

    private static String name(final String method, final Hypothesis hypothesis, final int motif) {
        return method.toLowerCase(Locale.ROOT) + ", " + hypothesis.name().toLowerCase(Locale.ROOT) + ", motif " + (motif + 1);
    }

    private static void check(final Design design, final Map<String, List<Double>> columns) {
        final StringBuilder text = new StringBuilder(String.format("%n%-46s %5s", design, "sets"));
        Arrays.stream(LEVELS).forEach(level -> text.append(String.format(Locale.ROOT, " %7.2f", level)));
        final List<String> wrong = new ArrayList<>();
        columns.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            final double[] p = entry.getValue().stream().mapToDouble(Double::doubleValue).toArray();
            text.append(String.format("%n%-46s %5d", entry.getKey(), p.length));
            assertTrue(p.length >= 295, "data sets");
            for (final double level : LEVELS) {
                final int hits = (int)Arrays.stream(p).filter(x -> x <= level + 1e-12).count();
                final BinomialDistribution binomial = new BinomialDistribution(null, p.length, level);
                final boolean naive = entry.getKey().startsWith("naive");
                final boolean ok;
                if (naive) {
                    ok = level > 0.2 || binomial.cumulativeProbability(hits - 1) > 0.9995;
                } else if (entry.getKey().startsWith("approximate")) {
                    ok = hits <= p.length * (1.3 * level + 0.02);
                } else {
                    ok = binomial.cumulativeProbability(hits) > 0.0005 && binomial.cumulativeProbability(hits - 1) < 0.9995;
                }
                text.append(String.format(Locale.ROOT, " %6.3f%s", (double)hits / p.length, ok ? " " : "!"));
                if (!ok) {
                    wrong.add(entry.getKey() + " at " + level);
                }
            }
        });
        System.out.println(text);
        assertTrue(wrong.isEmpty(), () -> design + ": " + wrong + text);
    }
}
