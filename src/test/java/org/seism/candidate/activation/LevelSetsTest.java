package org.seism.candidate.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

class LevelSetsTest {

    @ParameterizedTest
    @CsvSource({"70,4,5,0", "300,3,6,1", "129,6,6,0", "64,5,5,2"})
    @DisplayName("counted products are those of the matrix, for frequent and rare levels, mixed widths and IUPAC codes")
    void products(final int n, final int shortest, final int longest, final int degeneracy) {
        final SplittableRandom random = new SplittableRandom(17);
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            final StringBuilder s = new StringBuilder();
            for (int k = random.nextInt(10, 60); k > 0; k--) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            ids.add("s" + i);
            sequences.add(s.toString());
        }
        final ActivationMatrix phi = WordGrid.build(SequenceSet.of(Alphabet.DNA, ids, sequences), Strands.BOTH,
            GridSettings.DEFAULT.withWidths(shortest, longest).withDegeneracy(degeneracy).withMinSupport(2).withMaxGridSize(2500),
            TaskRunner.sequential(), Progress.NONE).activations();
        final LevelSets sets = LevelSets.of(phi, TaskRunner.sequential(), Progress.NONE);
        assertEquals(phi.candidates(), sets.candidates());
        final double[][] y = new double[5][n];
        final long[][] cases = new long[y.length][];
        for (int k = 0; k < y.length; k++) {
            for (int i = 0; i < n; i++) {
                y[k][i] = random.nextInt(6) < k + 1 ? 1 : 0;
            }
            cases[k] = sets.bits(y[k], 1);
        }
        int seen = 0;
        for (int block = 0; block < sets.blocks(); block++) {
            final int from = sets.blockStart(block);
            final int size = sets.blockStart(block + 1) - from;
            final double[][] sums = new double[y.length][size];
            sets.sums(block, cases, sums);
            for (int k = 0; k < y.length; k++) {
                for (int g = 0; g < size; g++) {
                    assertEquals(phi.dot(from + g, y[k]), sums[k][g], 1e-10);
                }
            }
            seen += size;
        }
        assertEquals(phi.candidates(), seen);
    }
}
