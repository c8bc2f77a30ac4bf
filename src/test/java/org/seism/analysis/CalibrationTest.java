package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/** Calibration on small data: valid tests keep their level, the naive one does not. */
class CalibrationTest {
    private static final Study STUDY =
        SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(30).withLength(15), Progress.NONE).study();

    @Test
    @DisplayName("no motif: the selective tests keep their level, the naive one does not")
    void levels() {
        for (final NullChoice model : List.of(NullChoice.GAUSSIAN, NullChoice.PERMUTATION)) {
            final Calibration.Result result = run(settings(model, "", 120), TaskRunner.sequential());
            assertTrue(result.power().isEmpty());
            // the gaussian null has the closed form, the permutation null the test of the step
            assertEquals(3 * Calibration.LEVELS.size(), result.rates().size());
            for (final Calibration.Rate rate : result.rates()) {
                assertEquals(120, rate.dataSets());
                assertTrue(rate.low() <= rate.share() && rate.share() <= rate.high());
                if (rate.test().equals("naive")) {
                    assertTrue(rate.level() > 0.1 || rate.low() > rate.level(), model + " " + rate);
                } else {
                    // 99.9% bounds would be 4 times wider than these for so few data sets: the slow tests look closer
                    assertTrue(rate.share() <= rate.level() + 4 * Math.sqrt(rate.level() * (1 - rate.level()) / 120), model + " " + rate);
                }
            }
        }
    }

    /** Heavy noise on the right: what people measure, and what normal draws would hide. */
    private static Study lognormal() {
        final NormalizedGaussian normal = NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(5));
        return new Study(STUDY.sequences(), STUDY.strands(),
            Phenotype.numeric("y", IntStream.range(0, STUDY.size()).mapToDouble(i -> Math.exp(1.5 * normal.sample())).toArray()),
            STUDY.covariates());
    }

    @Test
    @DisplayName("lognormal phenotype: the gaussian null is told not honest, permutation and ranks are not")
    void lognormalNoise() {
        final Calibration.Result gaussian = Calibration.run(lognormal(), settings(NullChoice.GAUSSIAN, "", 120),
            TaskRunner.sequential(), Progress.NONE);
        assertTrue(gaussian.dishonest().stream().anyMatch(r -> r.test().equals("sampled") && r.level() == 0.05),
            gaussian.rates().toString());
        assertTrue(gaussian.dishonest().stream().noneMatch(r -> r.test().equals("naive")));
        final Calibration.Result permutation = Calibration.run(lognormal(), settings(NullChoice.AUTO, "", 120),
            TaskRunner.sequential(), Progress.NONE);
        assertEquals(List.of(), permutation.dishonest(), permutation.rates().toString());
        final Calibration.Settings asIs = settings(NullChoice.GAUSSIAN, "", 120);
        final Calibration.Result ranks = Calibration.run(lognormal(), new Calibration.Settings(asIs.selection(), asIs.nullChoice(),
            PhenotypeTransform.RANK, false, asIs.sampling(), 120, "", 0), TaskRunner.sequential(), Progress.NONE);
        assertEquals(List.of(), ranks.dishonest(), ranks.rates().toString());
    }

    @Test
    @DisplayName("second motif: the first one's effect stays, and only data sets with the same first motif count")
    void secondMotif() {
        final double[] y = new double[STUDY.size()];
        final NormalizedGaussian normal = NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(6));
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.exp(normal.sample()) + (STUDY.sequences().text(i).contains("ACG") ? 12 : 0);
        }
        final Study study = new Study(STUDY.sequences(), STUDY.strands(), Phenotype.numeric("y", y), STUDY.covariates());
        final Calibration.Settings one = settings(NullChoice.AUTO, "", 60);
        final Calibration.Result result = Calibration.run(study, new Calibration.Settings(one.selection().withMotifs(2),
            one.nullChoice(), one.transform(), false, one.sampling(), 60, "", 0), TaskRunner.sequential(), Progress.NONE);
        assertEquals(6 * Calibration.LEVELS.size(), result.rates().size());
        final Calibration.Rate second = result.rates().stream()
            .filter(r -> r.motif() == 2 && r.test().equals("step") && r.level() == 0.05).findFirst().orElseThrow();
        // dealt out freely, the same word of 64 would come first in one or two of 60
        assertTrue(second.dataSets() >= 40, second.toString());
        assertTrue(second.share() <= 0.05 + 4 * Math.sqrt(0.05 * 0.95 / second.dataSets()), second.toString());
        assertEquals(List.of(), result.dishonest(), result.rates().toString());
    }

    @Test
    @DisplayName("a strong effect is found; the outcome does not depend on the number of threads")
    void power() {
        final Calibration.Settings settings = settings(NullChoice.GAUSSIAN, "ACG", 20);
        final Calibration.Result one = run(settings, TaskRunner.sequential());
        try (TaskRunner.Pool pool = TaskRunner.withThreads(3)) {
            assertEquals(one, run(settings, pool));
        }
        final Calibration.Power power = one.power().orElseThrow();
        assertTrue(power.carriers() > 0 && power.carriers() < 30);
        assertTrue(power.found() >= 15, power.toString());
    }

    @Test
    @DisplayName("a word that nobody carries, a number of motifs that is not fixed")
    void refused() {
        assertThrows(InputException.class, () -> run(settings(NullChoice.AUTO, "ACGTACGTACGT", 5), TaskRunner.sequential()));
        assertThrows(InputException.class, () -> run(settings(NullChoice.AUTO, "AC-", 5), TaskRunner.sequential()));
        assertThrows(InputException.class, () -> new Calibration.Settings(SelectionSettings.DEFAULT.withMotifs(SelectionSettings.AUTO),
            NullChoice.AUTO, PhenotypeTransform.NONE, false, SamplingSettings.DEFAULT, 5, "", 1));
    }

    @Test
    @DisplayName("bounds of Clopper and Pearson: published values, and the ends")
    void bounds() {
        final Calibration.Rate rate = new Calibration.Rate("exact", 1, 0.05, 81, 263);
        assertEquals(0.2527, rate.low(), 1e-4);
        assertEquals(0.3676, rate.high(), 1e-4);
        final Calibration.Rate none = new Calibration.Rate("exact", 1, 0.05, 0, 10);
        assertEquals(0, none.low());
        assertEquals(1 - Math.pow(0.025, 0.1), none.high(), 1e-9);
        assertEquals(1, new Calibration.Rate("exact", 1, 0.05, 10, 10).high());
    }

    private static Calibration.Settings settings(final NullChoice model, final String word, final int dataSets) {
        return new Calibration.Settings(SelectionSettings.DEFAULT.withMotifs(1).withGrid(GridSettings.DEFAULT.withWidths(3, 3)), model,
            PhenotypeTransform.NONE, false, SamplingSettings.DEFAULT.withReplicates(99), dataSets, word, 3);
    }

    private static Calibration.Result run(final Calibration.Settings settings, final TaskRunner runner) {
        return Calibration.run(STUDY, settings, runner, Progress.NONE);
    }
}
