package org.seism.inference.related;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.regression.GLSMultipleLinearRegression;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.statistic.JointKind;
import org.seism.linear.BlockSpectrum;
import org.seism.linear.Strata;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionEvent;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionProcedure;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Kinship;

/**
 * The tests of related sequences against dense algebra of another library: generalised least squares, the selection event by whitening
 * every column with a whole matrix, and rejection sampling.
 */
class KinshipOracleTest {
    private static final double H = 0.55;

    /** A small study, its selection, and K with mean diagonal 1. */
    private record Case(String name, SequenceSet sequences, WordGrid grid, double[][] k, double[][] covariates, NullDesign design,
        SelectionPath path) {

        int n() {
            return k.length;
        }

        RealMatrix covariance() {
            return new Array2DRowRealMatrix(k).scalarMultiply(H).add(MatrixUtils.createRealIdentityMatrix(n()).scalarMultiply(1 - H));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(final String name, final int seed, final int n, final int length, final boolean families, final int covariates,
        final Erasing erasing, final AssociationScore score, final int width, final int motifs) {
        final UniformRandomProvider random = RandomData.random(1313, seed);
        final DoubleSupplier normal = RandomData.normal(random);
        final SequenceSet sequences = RandomData.sequences(Alphabet.DNA, n, length, length + 2, random);
        final double[][] k = new double[n][n];
        final double[][] markers = new double[n][];
        Arrays.setAll(markers, i -> RandomData.draw(6, normal));
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int m = 0; m < 6; m++) {
                    k[i][j] += markers[i][m] * markers[j][m];
                }
                k[i][j] = families ? i / 3 == j / 3 ? 1 : 0 : k[i][j];
            }
            trace += k[i][i];
        }
        for (final double[] row : k) {
            for (int j = 0; j < n; j++) {
                row[j] *= n / trace;
            }
        }
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(n, normal));
        final double[] y = RandomData.draw(n, normal);
        final Kinship kinship = Kinship.ofMatrix("k", sequences.ids(), k);
        final NullDesign design = NullDesign.related(PhenotypeTransform.NONE, y, w,
            BlockSpectrum.of(kinship.members(), kinship.blocks(), Progress.NONE), H);
        final WordGrid grid = WordGrid.build(sequences, Strands.BOTH, GridSettings.DEFAULT.withWidths(width, width), erasing,
            TaskRunner.sequential(), Progress.NONE);
        final SelectionPath path = new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(design.y(), w,
            design.whitening(), motifs);
        assertEquals(motifs, path.size());
        return new Case(name, sequences, grid, k, w, design, path);
    }

    private static final Erasing EXACT = new Erasing(true, 0, 1);
    private static final AssociationScore POSITIVE = AssociationScore.DEFAULT.withSign(AssociationScore.Sign.POSITIVE);

    static Stream<Case> cases() {
        return Stream.of(of("families", 1, 36, 20, true, 0, Erasing.NONE, AssociationScore.DEFAULT, 3, 2),
            of("families, erasing, covariate", 2, 45, 20, true, 1, EXACT, AssociationScore.DEFAULT, 3, 2),
            of("markers, covariate", 3, 33, 20, false, 1, Erasing.NONE, AssociationScore.DEFAULT, 3, 2),
            of("markers, erasing", 4, 45, 20, false, 0, EXACT, POSITIVE, 3, 2),
            of("markers, erasing, three motifs", 5, 60, 20, false, 1, EXACT, AssociationScore.DEFAULT, 3, 3));
    }

    /** V^(-1/2) as a whole. */
    private static RealMatrix root(final Case c) {
        final EigenDecomposition eigen = new EigenDecomposition(c.covariance());
        final double[] inverse = Arrays.stream(eigen.getRealEigenvalues()).map(v -> 1 / Math.sqrt(v)).toArray();
        return eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(inverse)).multiply(eigen.getVT());
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("the effect of a motif is that of generalised least squares")
    void leastSquares(final Case c) {
        final double[] y = c.design().whitening().undo(c.design().y());
        for (int j = 0; j < c.path().size(); j++) {
            final List<double[]> columns = new ArrayList<>(List.of(c.path().step(j).grid().activations().column(c.path().selected(j))));
            columns.addAll(nuisance(c, j));
            // intercept and strata: the indicators of strata sum to it
            final double[][] x = new double[c.n()][];
            Arrays.setAll(x, i -> columns.stream().mapToDouble(v -> v[i]).toArray());
            final GLSMultipleLinearRegression fit = new GLSMultipleLinearRegression();
            fit.setNoIntercept(true);
            fit.newSampleData(y, x, c.covariance().getData());
            final NullGeometry geometry = new NullGeometry(c.path(), j, Hypothesis.SEQUENTIAL, c.design().y());
            final double beta = fit.estimateRegressionParameters()[0];
            assertEquals(beta, geometry.effect(), 1e-5 * Math.max(1, Math.abs(beta)), c + " motif " + (j + 1));
        }
    }

    /** Columns that step j projects off, as they are measured, one stratum's indicator for the intercept. */
    private static List<double[]> nuisance(final Case c, final int j) {
        final List<double[]> columns = new ArrayList<>(Arrays.asList(c.covariates()));
        if (c.path().erases() && j > 0) {
            columns.add(c.path().step(j).grid().usableWindows());
            if (j > 1) {
                columns.add(c.path().step(1).grid().usableWindows());
            }
        }
        final Strata strata = c.path().erases() ? c.path().step(j).strata() : Strata.single(c.n());
        for (int s = 0; s < strata.count(); s++) {
            final int stratum = s;
            columns.add(IntStream.range(0, c.n()).mapToDouble(i -> strata.of(i) == stratum ? 1 : 0).toArray());
        }
        for (int k = 0; k < j && !c.path().erases(); k++) {
            columns.add(c.path().step(k).grid().activations().column(c.path().selected(k)));
        }
        return columns;
    }

    /** Columns of step j alone. */
    private static List<double[]> own(final Case c, final int j) {
        final List<double[]> columns = nuisance(c, j);
        if (c.path().erases() && j > 1) {
            columns.remove(c.covariates().length + 1);
        }
        return columns;
    }

    /** The winners of all steps for a whitened phenotype: every column whitened by the whole matrix, scored by least squares. */
    private static boolean selectsTheSame(final Case c, final List<double[][]> residuals, final double[] whitened, final int steps) {
        for (int j = 0; j < steps; j++) {
            final double[][] f = residuals.get(j);
            int best = -1;
            double largest = 0;
            for (int g = 0; g < f.length; g++) {
                if (Double.isNaN(c.path().step(j).residualNorms()[g])) {
                    continue;
                }
                double a = 0;
                double square = 0;
                for (int i = 0; i < c.n(); i++) {
                    a += f[g][i] * whitened[i];
                    square += f[g][i] * f[g][i];
                }
                final double score = c.path().sign() == AssociationScore.Sign.POSITIVE && a < 0 ? 0 : a * a / square;
                if (score > largest) {
                    largest = score;
                    best = g;
                }
            }
            if (best != c.path().selected(j)) {
                return false;
            }
        }
        return true;
    }

    /** Whitened columns beside the whitened nuisance, per step and candidate. */
    private static List<double[][]> residuals(final Case c) {
        final RealMatrix root = root(c);
        final List<double[][]> residuals = new ArrayList<>();
        for (int j = 0; j < c.path().size(); j++) {
            final List<double[]> columns = own(c, j);
            final double[][] w = new double[c.n()][columns.size()];
            for (int l = 0; l < columns.size(); l++) {
                final double[] whitened = root.operate(columns.get(l));
                for (int i = 0; i < c.n(); i++) {
                    w[i][l] = whitened[i];
                }
            }
            final var solver = new SingularValueDecomposition(new Array2DRowRealMatrix(w)).getSolver();
            final RealMatrix projection = new Array2DRowRealMatrix(w).multiply(solver.getInverse());
            final WordGrid grid = c.path().step(j).grid();
            final double[][] f = new double[grid.size()][];
            for (int g = 0; g < f.length; g++) {
                final double[] x = root.operate(grid.activations().column(g));
                final double[] p = projection.operate(x);
                Arrays.setAll(x, i -> x[i] - p[i]);
                f[g] = x;
            }
            residuals.add(f);
        }
        return residuals;
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("chains stay in the event, and every phenotype outside selects other motifs")
    void membership(final Case c) {
        final List<double[][]> residuals = residuals(c);
        final DoubleSupplier normal = RandomData.normal(RandomData.random(17));
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            for (int motif = 0; motif < c.path().size(); motif++) {
                final NullGeometry geometry = new NullGeometry(c.path(), motif, hypothesis, c.design().y());
                assertTrue(selectsTheSame(c, residuals, c.design().y(), geometry.steps()));
                for (final Kernel kernel : Kernel.values()) {
                    final Chain chain = ChainFactory.gaussian(geometry, kernel, TaskRunner.sequential(), Progress.NONE)
                        .start(geometry.residual(), RandomData.random(19, motif));
                    double moved = 0;
                    for (int step = 0; step < 150; step++) {
                        final double before = chain.statistic();
                        chain.step();
                        moved += Math.abs(chain.statistic() - before);
                        assertTrue(selectsTheSame(c, residuals, geometry.phenotype(chain.residual()), geometry.steps()),
                            () -> c + " " + hypothesis + " " + kernel);
                    }
                    assertTrue(moved > 0, () -> c + " " + kernel + " stands still");
                }
            }
        }
        // the definition itself, on phenotypes near and far
        final var event = new SelectionEvent(c.path(), c.path().size());
        int inside = 0;
        for (int draw = 0; draw < 300; draw++) {
            final double[] y = c.design().y().clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += (draw % 10) * 0.1 * normal.getAsDouble();
            }
            final boolean in = selectsTheSame(c, residuals, y, c.path().size());
            assertEquals(in, event.contains(y), c + " draw " + draw);
            inside += in ? 1 : 0;
        }
        assertTrue(inside > 20 && inside < 290, c + ": " + inside + " inside");
    }

    @Test
    @DisplayName("the sampled distribution agrees with rejection sampling")
    void rejection() {
        final Case c = of("tiny", 31, 15, 5, true, 0, Erasing.NONE, AssociationScore.DEFAULT, 2, 1);
        final List<double[][]> residuals = residuals(c);
        final NullGeometry geometry = new NullGeometry(c.path(), 0, Hypothesis.SEQUENTIAL, c.design().y());
        final DoubleSupplier normal = RandomData.normal(RandomData.random(23));
        final List<Double> truth = new ArrayList<>();
        for (int draw = 0; draw < 200_000 && truth.size() < 4000; draw++) {
            final double[] u = geometry.nuisance().residual(RandomData.draw(c.n(), normal));
            if (selectsTheSame(c, residuals, u, 1)) {
                double a = 0;
                double square = 0;
                for (int i = 0; i < u.length; i++) {
                    a += u[i] * geometry.direction()[i];
                    square += u[i] * u[i];
                }
                truth.add(Math.abs(a) / Math.sqrt(square));
            }
        }
        final double[] t = truth.stream().mapToDouble(x -> x).sorted().toArray();
        assertTrue(t.length >= 2000, t.length + " draws in the event");
        for (final Kernel kernel : Kernel.values()) {
            final NullSample sample = new MonteCarloTest(c.path(), c.design(), SamplingSettings.DEFAULT.withKernel(kernel)
                .withReplicates(20_000).withThinning(kernel == Kernel.BLOCK ? 1 : 3), TaskRunner.sequential(), Progress.NONE).run(0).get(0);
            for (final double threshold : new double[]{sample.observed(), t[t.length / 10], t[t.length / 2], t[t.length * 9 / 10]}) {
                final double[] hits = Arrays.stream(sample.statistics()).map(x -> x >= threshold - 1e-9 ? 1 : 0).toArray();
                final double share = Arrays.stream(hits).average().orElseThrow();
                final double expected = (double)Arrays.stream(t).filter(x -> x >= threshold - 1e-9).count() / t.length;
                final double ess = sample.effectiveSampleSize() / 2;
                final double error = Math.sqrt(Math.max(expected * (1 - expected), 1 / ess) / ess
                    + Math.max(expected * (1 - expected), 1.0 / t.length) / t.length);
                assertEquals(expected, share, 5 * error, String.format(Locale.ROOT, "%s at %.3f", kernel, threshold));
            }
        }
    }

    @Test
    @DisplayName("the joint test of related sequences: observed and sampled, all steps in the event")
    void joint() {
        final Case c = of("families, erasing", 41, 36, 20, true, 1, EXACT, AssociationScore.DEFAULT, 3, 2);
        final NullSample sample = new MonteCarloTest(c.path(), c.design(), SamplingSettings.DEFAULT.withReplicates(499),
            TaskRunner.sequential(), Progress.NONE).joint(JointKind.SHARE);
        assertTrue(sample.observed() > 0 && sample.observed() < 1);
        assertTrue(sample.trials() >= 1);
    }

    @Test
    @DisplayName("h = 0 is the gaussian null as it was, bit for bit; refined motifs are refused")
    void ends() {
        final Case c = of("families", 1, 36, 20, true, 0, Erasing.DEFAULT, AssociationScore.DEFAULT, 3, 2);
        final Kinship kinship = Kinship.ofMatrix("k", c.sequences().ids(), c.k());
        final double[] y = c.design().whitening().undo(c.design().y());
        final NullDesign none = NullDesign.related(PhenotypeTransform.NONE, y, c.covariates(),
            BlockSpectrum.of(kinship.members(), kinship.blocks(), Progress.NONE), 0);
        assertEquals(y, none.y());
        final SelectionProcedure refined = SelectionProcedure.of(c.sequences(), Strands.BOTH, GridSettings.DEFAULT.withWidths(3, 3), Erasing.DEFAULT,
            AssociationScore.DEFAULT, RefinementSettings.lattice(1), TaskRunner.sequential(), Progress.NONE);
        assertThrows(InputException.class, () -> refined.run(c.design().y(), c.covariates(), c.design().whitening(), 1, TaskRunner.sequential(),
            Progress.NONE));
        assertEquals(1, refined.run(none.y(), c.covariates(), none.whitening(), 1, TaskRunner.sequential(), Progress.NONE).size());
    }
}
