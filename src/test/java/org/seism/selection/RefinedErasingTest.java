package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.motif.Motif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** The event of refined motifs where later steps depend on what earlier ones erased. */
class RefinedErasingTest {
    static Stream<RefinementSettings> refinements() {
        return Stream.of(RefinementSettings.NONE, RefinementSettings.lattice(2), RefinementSettings.network(1), RefinementSettings.network(2));
    }

    @ParameterizedTest
    @MethodSource("refinements")
    @DisplayName("whatever is in the event is selected by the whole procedure, run anew")
    void eventIsTheProcedure(final RefinementSettings refinement) {
        int inside = 0;
        for (int repeat = 0; repeat < 8; repeat++) {
            final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(repeat);
            final int n = 40;
            final SequenceSet set = RandomData.sequences(Alphabet.DNA, n, 14, 20, random);
            final WordGrid grid = WordGrid.build(set, Strands.SINGLE, GridSettings.DEFAULT.withWidths(3, 3).withMinSupport(2),
                Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
            final GreedySelection greedy = new GreedySelection(grid, AssociationScore.DEFAULT,
                Refinement.of(refinement, set, Strands.SINGLE, AssociationScore.DEFAULT), TaskRunner.sequential(), Progress.NONE);
            final DoubleSupplier normal = RandomData.normal(random);
            final double[] y = RandomData.draw(n, normal);
            final SelectionPath path = greedy.run(y, new double[0][], 2);
            final SelectionEvent event = new SelectionEvent(path, path.size());
            assertTrue(event.contains(y));
            for (int draw = 0; draw < 40; draw++) {
                final double[] other = y.clone();
                final double width = 0.6 * draw / 40;
                for (int i = 0; i < n; i++) {
                    other[i] += width * normal.getAsDouble();
                }
                if (event.contains(other)) {
                    inside++;
                    assertEquals(motifs(path), motifs(greedy.run(other, new double[0][], 2)), "repeat " + repeat + ", draw " + draw);
                }
            }
        }
        assertTrue(inside > 20, inside + " draws in the event");
    }

    private static List<Motif> motifs(final SelectionPath path) {
        return path.steps().stream().map(SelectionStep::motif).toList();
    }
}
