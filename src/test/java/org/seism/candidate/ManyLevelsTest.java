package org.seism.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.motif.SiteSearch;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** A matrix with so many levels that each sequence needs a byte of its own. */
class ManyLevelsTest {

    @Test
    void columnsAgreeWithSites() {
        final Random random = new Random(5);
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            final StringBuilder s = new StringBuilder();
            for (int k = 0; k < 8; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            ids.add("s" + i);
            sequences.add(i == 0 ? "ACACAC" : s.toString());
        }
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, ids, sequences);
        final WordGrid grid = WordGrid.build(set, Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(6, 7).withDegeneracy(2).withMinSupport(1).withMaxGridSize(3000),
            TaskRunner.sequential(), Progress.NONE);
        assertEquals(256, grid.activations().radix());
        final double[] v = random.doubles(set.size()).toArray();
        final double[] products = grid.activations().transposeTimes(v, TaskRunner.sequential());
        for (int g = 0; g < grid.size(); g++) {
            final double[] expected = SiteSearch.of(grid.motif(g)).scan(set, Strands.SINGLE).activations();
            double product = 0;
            for (int i = 0; i < v.length; i++) {
                expected[i] = Double.isNaN(expected[i]) ? 0 : expected[i];
                product += expected[i] * v[i];
            }
            assertArrayEquals(expected, grid.activations().column(g), 1e-12, grid.motif(g).name());
            assertEquals(product, products[g], 1e-12);
            assertEquals(product, grid.activations().dot(g, v), 1e-12);
        }
    }
}
