package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.inference.chain.SamplingSettings;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

class MotifRefitTest {
    private final UniformRandomProvider m_random = RandomSource.XO_SHI_RO_256_PP.create(3);
    private final DoubleSupplier m_normal = RandomData.normal(m_random);

    private Study study(final double[] y, final double[]... covariates) {
        return new Study(RandomData.sequences(Alphabet.DNA, y.length, 5, 5, m_random), Strands.SINGLE, Phenotype.numeric("y", y),
            new Covariates(java.util.stream.IntStream.range(0, covariates.length).mapToObj(c -> "c" + c).toList(), covariates));
    }

    @Test
    @DisplayName("without a penalty the coefficients are those of least squares")
    void leastSquares() {
        final int n = 60;
        final double[] w = RandomData.draw(n, m_normal);
        final double[][] phi = {RandomData.draw(n, m_normal), RandomData.draw(n, m_normal)};
        final double[] y = RandomData.draw(n, m_normal);
        final double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            y[i] += 3 + 2 * w[i] - phi[0][i];
            x[i] = new double[]{w[i], phi[0][i], phi[1][i]};
        }
        final OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        ols.newSampleData(y, x);
        final MotifRefit refit = MotifRefit.of(study(y, w), phi, 0, 5, 1);
        final double[] beta = ols.estimateRegressionParameters();
        assertEquals(beta[0], refit.intercept(), 1e-9);
        assertArrayEquals(new double[]{beta[1]}, refit.covariates(), 1e-9);
        assertArrayEquals(new double[]{beta[2], beta[3]}, refit.motifs(), 1e-9);
        assertEquals(MotifRefit.Measure.R2, refit.measure());
        assertTrue(refit.quality() > refit.baseline() && refit.baseline() > 0.3, refit.toString());
    }

    @Test
    @DisplayName("leave-one-out R2 is that of the hat matrix")
    void leaveOneOut() {
        final int n = 25;
        final double[][] phi = {RandomData.draw(n, m_normal)};
        final double[] y = RandomData.draw(n, m_normal);
        for (int i = 0; i < n; i++) {
            y[i] += 2 * phi[0][i];
        }
        final OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        ols.newSampleData(y, Arrays.stream(phi[0]).mapToObj(v -> new double[]{v}).toArray(double[][]::new));
        final double[] residuals = ols.estimateResiduals();
        final var hat = ols.calculateHat();
        final double mean = Arrays.stream(y).average().orElseThrow();
        double press = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            press += Math.pow(residuals[i] / (1 - hat.getEntry(i, i)), 2);
            total += Math.pow((y[i] - mean) * n / (n - 1), 2);
        }
        assertEquals(1 - press / total, MotifRefit.of(study(y), phi, 0, n, 1).quality(), 1e-9);
    }

    @Test
    @DisplayName("case/control is judged by AUC; a perfect motif has 1, noise about 0.5")
    void caseControl() {
        final double[] y = new double[80];
        Arrays.setAll(y, i -> i % 4 == 0 ? 1 : 0);
        final double[] perfect = Arrays.stream(y).map(v -> v * 0.5 + 0.1).toArray();
        final MotifRefit good = MotifRefit.of(study(y), new double[][]{perfect}, MotifRefit.LAMBDA, 5, 1);
        assertEquals(MotifRefit.Measure.AUC, good.measure());
        assertEquals(1, good.quality(), 0);
        assertEquals(0.5, good.baseline(), 0);
        final double noise = MotifRefit.of(study(y), new double[][]{RandomData.draw(80, m_normal)}, MotifRefit.LAMBDA, 5, 1).quality();
        assertTrue(noise > 0.2 && noise < 0.8, "AUC of noise " + noise);
    }

    @Test
    @DisplayName("covariates that are dependent in some folds only do not stop the fit")
    void singularFold() {
        final int n = 40;
        final double[] w = RandomData.draw(n, m_normal);
        final double[] rare = w.clone();
        // the covariates differ in one sequence: in the fold without it they are one and the same
        rare[17] += 1;
        final Study study = study(RandomData.draw(n, m_normal), w, rare);
        final MotifRefit refit = MotifRefit.of(study, new double[][]{RandomData.draw(n, m_normal)}, MotifRefit.LAMBDA, 5, 1);
        assertEquals(1, refit.incomplete());
        assertTrue(Double.isFinite(refit.quality()) && Double.isFinite(refit.baseline()), refit.toString());
        assertTrue(refit.caveats().get(0).startsWith("Joint fit: in 1 of 5 folds"), refit.caveats().toString());
    }

    @Test
    @DisplayName("an analysis whose joint fit is impossible keeps everything else, and says so")
    void analysisSurvives() {
        final int n = 16;
        // twelve sequences in the smallest part, eleven covariates and an intercept
        final double[][] w = new double[11][];
        Arrays.setAll(w, c -> RandomData.draw(n, m_normal));
        final DiscoverySettings settings = DiscoverySettings.DEFAULT.withRefit(true)
            .withSelection(SelectionSettings.DEFAULT.withMotifs(1).withGrid(GridSettings.DEFAULT.withWidths(3, 3)))
            .withSampling(SamplingSettings.DEFAULT.withReplicates(19));
        final Discovery discovery =
            SeismAnalysis.discover(study(RandomData.draw(n, m_normal), w), settings, TaskRunner.sequential(), Progress.NONE);
        assertTrue(discovery.refit().isEmpty());
        assertEquals(1, discovery.motifs().size());
        assertTrue(discovery.warnings().stream().anyMatch(s -> s.startsWith("No joint fit: Too few sequences (16)")),
            discovery.warnings().toString());
    }

    @Test
    @DisplayName("same seed, same folds; equal motifs share their coefficient; limits are named")
    void edges() {
        final double[] y = RandomData.draw(40, m_normal);
        final double[] phi = RandomData.draw(40, m_normal);
        final Study study = study(y);
        final MotifRefit twice = MotifRefit.of(study, new double[][]{phi, phi}, MotifRefit.LAMBDA, 5, 7);
        assertEquals(twice.motifs()[0], twice.motifs()[1], 1e-12);
        assertEquals(twice.quality(), MotifRefit.of(study, new double[][]{phi, phi}, MotifRefit.LAMBDA, 5, 7).quality(), 0);
        // without a penalty one of them does the work of both, and the fit says so
        final MotifRefit one = MotifRefit.of(study, new double[][]{phi, phi}, 0, 5, 7);
        final MotifRefit alone = MotifRefit.of(study, new double[][]{phi}, 0, 5, 7);
        assertEquals(alone.motifs()[0], one.motifs()[0] + one.motifs()[1], 1e-12);
        assertEquals(alone.quality(), one.quality(), 1e-12);
        assertEquals(5, one.incomplete());
        assertEquals(0, alone.incomplete());
        assertThrows(InputException.class, () -> MotifRefit.of(study, new double[][]{phi}, 0, 1, 7));
        assertThrows(InputException.class, () -> MotifRefit.of(study, new double[][]{phi}, -1, 5, 7));
        final double[] constant = new double[40];
        assertEquals(0, MotifRefit.of(study, new double[][]{constant}, 0, 5, 7).motifs()[0], 0);
        assertEquals(List.of(), Arrays.stream(MotifRefit.of(study, new double[0][], 0, 5, 7).motifs()).boxed().toList());
    }
}
