package org.seism.analysis.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.NullChoice;
import org.seism.sequence.Alphabet;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatedCovariate;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/** The plain test against multiple regression. */
class PlainTestTest {
    private static final Study STUDY = SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(60).withLength(20)
        .withMotifs(List.of(new PlantedMotif("ACGT", 0.8, 0.5))).withCovariates(List.of(new SimulatedCovariate("a", 1))), Progress.NONE)
        .study();
    private static final List<GivenMotif> MOTIFS = GivenMotif.ofWords(Alphabet.DNA, List.of("ACGT", "GGC", "TTN"), 1);

    @Test
    @DisplayName("partial: coefficient and t test of the regression on covariate and all motifs")
    void regression() {
        final List<PlainTest.Result> results = run(PlainTest.Given.PARTIAL);
        final double[][] x = new double[STUDY.size()][];
        for (int i = 0; i < x.length; i++) {
            final int row = i;
            x[i] = new double[]{STUDY.covariates().values()[0][i], results.get(0).sites().activations()[row],
                results.get(1).sites().activations()[row], results.get(2).sites().activations()[row]};
        }
        final OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(STUDY.phenotype().values(), x);
        final double[] beta = regression.estimateRegressionParameters();
        final double[] error = regression.estimateRegressionParametersStandardErrors();
        for (int j = 0; j < 3; j++) {
            final double t = beta[j + 2] / error[j + 2];
            assertEquals(beta[j + 2], results.get(j).effect(), 1e-9);
            final double p = 2 * new TDistribution(null, STUDY.size() - 5).cumulativeProbability(-Math.abs(t));
            assertEquals(p, results.get(j).student().value(), 1e-9);
            assertEquals(p, results.get(j).permutation(), 0.05);
        }
    }

    @Test
    @DisplayName("the first of a sequence has the same test as by itself, the last the same as the partial one")
    void hypotheses() {
        final List<PlainTest.Result> alone = run(PlainTest.Given.COVARIATES);
        final List<PlainTest.Result> sequential = run(PlainTest.Given.SEQUENTIAL);
        final List<PlainTest.Result> partial = run(PlainTest.Given.PARTIAL);
        assertEquals(alone.get(0).statistic(), sequential.get(0).statistic());
        assertEquals(partial.get(2).statistic(), sequential.get(2).statistic(), 1e-12);
    }

    @Test
    @DisplayName("the same motif twice can't be told apart, and is said so")
    void twice() {
        final List<GivenMotif> motifs = GivenMotif.ofWords(Alphabet.DNA, List.of("ACGT", "ACGT"), 1);
        final List<PlainTest.Result> results = PlainTest.run(STUDY, motifs,
            new PlainTest.Settings(PlainTest.Given.PARTIAL, NullChoice.AUTO, 99, 1), TaskRunner.sequential(), Progress.NONE);
        assertTrue(results.stream().allMatch(r -> r.problem().contains("combination") && r.holm() == 1));
    }

    @Test
    @DisplayName("words and bandwidths that are none")
    void refused() {
        assertThrows(InputException.class, () -> GivenMotif.ofWords(Alphabet.DNA, List.of("AC!"), 1));
        assertThrows(InputException.class, () -> GivenMotif.ofWords(Alphabet.DNA, List.of(""), 1));
        assertThrows(InputException.class, () -> GivenMotif.ofWords(Alphabet.DNA, List.of("AC"), 0));
    }

    private static List<PlainTest.Result> run(final PlainTest.Given given) {
        return PlainTest.run(STUDY, MOTIFS, new PlainTest.Settings(given, NullChoice.AUTO, 999, 1), TaskRunner.sequential(),
            Progress.NONE);
    }
}
