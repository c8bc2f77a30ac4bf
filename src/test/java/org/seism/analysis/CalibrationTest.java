package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.inference.chain.SamplingSettings;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
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
            NullChoice.AUTO, SamplingSettings.DEFAULT, 5, "", 1));
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
            SamplingSettings.DEFAULT.withReplicates(99), dataSets, word, 3);
    }

    private static Calibration.Result run(final Calibration.Settings settings, final TaskRunner runner) {
        return Calibration.run(STUDY, settings, runner, Progress.NONE);
    }
}
