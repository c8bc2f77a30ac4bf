package org.seism.analysis.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Grids are shared by content, kept within a bound, and built once however many ask. */
class SharedGridsTest {

    private static SequenceSet sequences(final String name, final String last) {
        final List<String> texts = List.of("ACGTACGTTA", "TTGACGTACA", "GATTACAGAT", "CCGTACGATT", last);
        return SequenceSet.of(Alphabet.DNA, Collections.nCopies(texts.size(), name), texts);
    }

    private static WordGrid grid(final SharedGrids grids, final SequenceSet sequences, final int width) {
        return grids.of(sequences, Strands.SINGLE, GridSettings.DEFAULT.withWidths(width, width).withMinSupport(2), Erasing.DEFAULT,
            AssociationScore.DEFAULT, RefinementSettings.NONE, TaskRunner.sequential(), Progress.NONE).grid();
    }

    @Test
    @DisplayName("sequences of the same letters share a grid, whatever they are called; one letter more makes another")
    void sharing() {
        final SharedGrids grids = new SharedGrids(Long.MAX_VALUE);
        final WordGrid first = grid(grids, sequences("a", "GATTACC"), 3);
        assertSame(first, grid(grids, sequences("b", "GATTACC"), 3));
        assertNotSame(first, grid(grids, sequences("a", "GATTACCA"), 3));
        assertNotSame(first, grid(grids, sequences("a", "GATTACC"), 4));
        assertEquals(3, grids.size());
    }

    @Test
    @DisplayName("beyond the bound the one that was not asked for the longest goes; what fails is not kept")
    void bound() {
        final SharedGrids grids = new SharedGrids(0);
        final WordGrid first = grid(grids, sequences("a", "GATTACC"), 3);
        grid(grids, sequences("a", "GATTACCA"), 3);
        assertEquals(1, grids.size());
        assertNotSame(first, grid(grids, sequences("a", "GATTACC"), 3));
        for (int k = 0; k < 2; k++) {
            assertThrows(InputException.class, () -> grid(grids, sequences("a", "GATTACC"), 9));
        }
        assertEquals(1, grids.size());
    }

    @Test
    @DisplayName("many threads that ask for one grid get one")
    void threads() {
        final SharedGrids grids = new SharedGrids(Long.MAX_VALUE);
        try (TaskRunner.Pool pool = TaskRunner.withThreads(4)) {
            final List<Callable<WordGrid>> tasks = new ArrayList<>();
            for (int k = 0; k < 40; k++) {
                tasks.add(() -> grid(grids, sequences("a", "GATTACC"), 3));
            }
            assertEquals(1, pool.runAll(tasks).stream().distinct().count());
        }
    }
}
