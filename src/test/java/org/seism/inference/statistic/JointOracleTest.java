package org.seism.inference.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionEvent;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * The joint test against the truth on tiny studies: all arrangements of seven to twelve phenotypes, and draws of normal noise, kept where
 * the selection, run again from the start, returns the same motifs; statistics by regressions of another library. Comparisons
 * allow 5 standard errors.
 */
@Tag("slow")
class JointOracleTest {
    private static final int WANTED = 1000;
    private static final int MOST_DRAWS = 300_000;

    private record Case(String name, WordGrid grid, AssociationScore score, double[] y, double[][] covariates, int motifs) {
        SelectionPath select(final double[] phenotype) {
            return new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(phenotype, covariates, motifs);
        }

        boolean same(final SelectionPath path, final double[] phenotype) {
            final SelectionPath other = select(phenotype);
            return other.size() == path.size() && IntStream.range(0, path.size())
                .allMatch(s -> other.step(s).candidate().motif().equals(path.step(s).candidate().motif()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case tiny(final String name, final int seed, final int n, final double[] values, final Erasing erasing,
        final AssociationScore score, final int covariates, final int motifs) {
        final UniformRandomProvider random = RandomData.random(717, seed);
        final WordGrid grid = WordGrid.build(RandomData.sequences(Alphabet.DNA, n, 4, 6, random), Strands.BOTH,
            GridSettings.DEFAULT.withWidths(2, 2), erasing, TaskRunner.sequential(), Progress.NONE);
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(n, normal));
        return new Case(name, grid, score, values == null ? RandomData.draw(n, normal) : values, w, motifs);
    }

    private static final Erasing EXACT = new Erasing(true, 0, 1);
    private static final AssociationScore RIDGE = AssociationScore.DEFAULT;
    private static final AssociationScore HSIC = new AssociationScore(AssociationScore.Kind.HSIC, 0);
    private static final AssociationScore POSITIVE = RIDGE.withSign(AssociationScore.Sign.POSITIVE);

    static Stream<Case> permuted() {
        final double[] cases = {0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 1};
        return Stream.of(tiny("numbers, no erasing", 1, 7, null, Erasing.NONE, RIDGE, 0, 2),
            tiny("numbers, erasing", 2, 7, null, EXACT, RIDGE, 0, 2),
            tiny("numbers, three motifs", 3, 7, null, Erasing.NONE, HSIC, 0, 3),
            tiny("classes, erasing", 4, 12, cases, EXACT, RIDGE, 0, 2),
            tiny("classes, positive only", 5, 12, cases, Erasing.NONE, POSITIVE, 0, 2));
    }

    static Stream<Case> gaussian() {
        return Stream.of(tiny("normal, no erasing", 11, 14, null, Erasing.NONE, RIDGE, 0, 2),
            tiny("normal, covariate", 12, 15, null, Erasing.NONE, new AssociationScore(AssociationScore.Kind.RIDGE, 0.5), 1, 2),
            tiny("normal, erasing, covariate", 13, 15, null, EXACT, RIDGE, 1, 2),
            tiny("normal, three motifs", 14, 14, null, Erasing.NONE, HSIC, 0, 3),
            tiny("normal, positive only, erasing", 15, 14, null, EXACT, POSITIVE, 0, 2));
    }

    /** By least squares of another library. */
    private static double statistic(final Case c, final SelectionPath path, final JointKind kind, final double[] y) {
        final double[] r = residual(c.covariates(), y);
        final double[][] f = new double[path.size()][];
        Arrays.setAll(f, j -> residual(c.covariates(), path.activation(j)));
        final double total = dot(r, r);
        final double[] a = Arrays.stream(f).mapToDouble(x -> dot(x, r)).toArray();
        if (kind == JointKind.HSIC) {
            final boolean positive = c.score().sign() == AssociationScore.Sign.POSITIVE;
            return Arrays.stream(a).map(x -> positive && x < 0 ? 0 : x * x).sum()
                / (total * Arrays.stream(f).mapToDouble(x -> dot(x, x)).sum());
        }
        if (kind == JointKind.SHARE) {
            return 1 - dot2(residual(f, c.covariates(), y)) / total;
        }
        final RealMatrix gram = new Array2DRowRealMatrix(f).multiply(new Array2DRowRealMatrix(f).transpose());
        final double lambda = c.score().lambda() > 0 ? c.score().lambda() : 1;
        final RealMatrix inverse =
            new LUDecomposition(gram.add(MatrixUtils.createRealIdentityMatrix(f.length).scalarMultiply(lambda))).getSolver().getInverse();
        return dot(inverse.operate(a), a) / total;
    }

    private static double dot(final double[] a, final double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double dot2(final double[] a) {
        return dot(a, a);
    }

    private static double[] residual(final double[][] first, final double[][] second, final double[] y) {
        return residual(Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(double[][]::new), y);
    }

    private static double[] residual(final double[][] columns, final double[] y) {
        if (columns.length == 0) {
            final double mean = Arrays.stream(y).average().orElseThrow();
            return Arrays.stream(y).map(v -> v - mean).toArray();
        }
        final OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.newSampleData(y, new Array2DRowRealMatrix(columns).transpose().getData());
        return fit.estimateResiduals();
    }

    @ParameterizedTest
    @MethodSource("permuted")
    void walksAgreeWithAllPermutations(final Case c) {
        final SelectionPath path = c.select(c.y());
        assertEquals(c.motifs(), path.size());
        final List<double[]> event = new ArrayList<>();
        permute(c.y().clone(), 0, y -> {
            if (c.same(path, y)) {
                event.add(y.clone());
            }
        });
        compare(c, path, event, NullDesign.plain(NullModel.PERMUTATION, c.y(), c.covariates()), Kernel.BLOCK, true);
    }

    @ParameterizedTest
    @MethodSource("gaussian")
    void chainsAgreeWithRejection(final Case c) {
        final SelectionPath path = c.select(c.y());
        assertEquals(c.motifs(), path.size());
        final SelectionEvent definition = new SelectionEvent(path, path.size());
        final DoubleSupplier normal = RandomData.normal(RandomData.random(727));
        final List<double[]> event = new ArrayList<>();
        for (int draw = 0; draw < MOST_DRAWS && event.size() < WANTED; draw++) {
            // length and fit mean nothing: the event is a cone, and whatever is added in the span of the covariates changes nothing
            final double[] y = RandomData.draw(c.y().length, normal);
            final boolean inside = definition.contains(y);
            if (draw < 500 && c.score().sign() == AssociationScore.Sign.ANY) {
                assertEquals(c.same(path, y), inside);
            }
            if (inside) {
                event.add(y);
            }
        }
        final NullDesign design = NullDesign.plain(NullModel.GAUSSIAN, c.y(), c.covariates());
        for (final Kernel kernel : Kernel.values()) {
            compare(c, path, event, design, kernel, false);
        }
    }

    private static void compare(final Case c, final SelectionPath path, final List<double[]> event, final NullDesign design,
        final Kernel kernel, final boolean whole) {
        assertTrue(event.size() >= (whole ? 10 : WANTED / 3), () -> c + ": " + event.size() + " phenotypes in the event");
        final Map<JointKind, double[]> seen = new EnumMap<>(JointKind.class);
        for (final JointKind kind : JointKind.values()) {
            final double[] truth = event.stream().mapToDouble(y -> statistic(c, path, kind, y)).sorted().toArray();
            final NullSample sample = new MonteCarloTest(path, design, SamplingSettings.DEFAULT.withKernel(kernel).withReplicates(10_000)
                .withThinning(kernel == Kernel.BLOCK ? 1 : 3), TaskRunner.sequential(), Progress.NONE).joint(kind);
            seen.put(kind, sample.statistics());
            assertEquals(statistic(c, path, kind, c.y()), sample.observed(), 1e-9, c + " " + kind);
            final StringBuilder line = new StringBuilder();
            final double[] thresholds = {sample.observed() - 1e-9, truth[truth.length / 10] - 1e-9, truth[truth.length / 2] - 1e-9,
                truth[truth.length * 9 / 10] - 1e-9};
            for (final double threshold : thresholds) {
                final double[] hits = Arrays.stream(sample.statistics()).map(t -> t >= threshold ? 1 : 0).toArray();
                final double share = Arrays.stream(hits).average().orElseThrow();
                final double expected = (double)Arrays.stream(truth).filter(t -> t >= threshold).count() / truth.length;
                final double ess = batches(hits);
                final double error = Math.sqrt(Math.max(expected * (1 - expected), 1 / ess) / ess
                    + (whole ? 0 : Math.max(expected * (1 - expected), 1.0 / truth.length) / truth.length));
                line.append(String.format(Locale.ROOT, "  %.4f/%.4f (z %.1f)", share, expected, (share - expected) / error));
                assertEquals(expected, share, 5 * error, () -> c + " " + kind + line);
            }
            System.out.printf("%-32s %-6s %-11s %6d in the event%s%n", c, kind, kernel, event.size(), line);
        }
        assertTrue(!Arrays.equals(seen.get(JointKind.SHARE), seen.get(JointKind.RIDGE)), "three statistics, not one");
    }

    /** Effective size by means of batches. */
    private static double batches(final double[] x) {
        final int count = 50;
        final int length = x.length / count;
        final double mean = Arrays.stream(x).average().orElseThrow();
        final double within = mean * (1 - mean);
        double between = 0;
        for (int b = 0; b < count; b++) {
            between += Math.pow(Arrays.stream(x, b * length, (b + 1) * length).average().orElseThrow() - mean, 2) / (count - 1);
        }
        return between > 0 ? Math.min(x.length, within / between * count) : x.length;
    }

    private interface Visitor {
        void visit(double[] y);
    }

    private static void permute(final double[] y, final int from, final Visitor visitor) {
        if (from == y.length) {
            visitor.visit(y);
            return;
        }
        for (int k = from; k < y.length; k++) {
            final double entry = y[k];
            // equal entries make equal arrangements, which count once
            if (Arrays.stream(y, from, k).noneMatch(v -> v == entry)) {
                swap(y, from, k);
                permute(y, from + 1, visitor);
                swap(y, from, k);
            }
        }
    }

    private static void swap(final double[] y, final int a, final int b) {
        final double t = y[a];
        y[a] = y[b];
        y[b] = t;
    }

    @Test
    void oneMotifsShareIsTheSquareOfItsOwnStatistic() {
        final Case c = tiny("one motif", 21, 20, null, Erasing.DEFAULT, RIDGE, 1, 1);
        final SelectionPath path = c.select(c.y());
        final NullDesign design = NullDesign.plain(NullModel.GAUSSIAN, c.y(), c.covariates());
        final MonteCarloTest test = new MonteCarloTest(path, design, SamplingSettings.DEFAULT.withReplicates(999), TaskRunner.sequential(),
            Progress.NONE);
        assertEquals(Math.pow(test.run(0).get(0).observed(), 2), test.joint(JointKind.SHARE).observed(), 1e-9);
    }
}
