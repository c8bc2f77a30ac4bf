package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Selection with erasing against METHOD section 5b written down on text, with no attempt to be fast. */
class NaiveErasingTest {
    private static final int WIDTH = 4;
    private static final int SUPPORT = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sameWordsScoresAndStrata(final int seed) {
        final UniformRandomProvider random = RandomData.random(seed, 17);
        final Strands strands = seed % 2 == 0 ? Strands.BOTH : Strands.SINGLE;
        final List<String> texts = new ArrayList<>();
        final double[] y = new double[60];
        for (int i = 0; i < y.length; i++) {
            final StringBuilder s = new StringBuilder();
            final int length = 14 + random.nextInt(12);
            for (int k = 0; k < length; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            texts.add(s.toString());
            y[i] = seed < 5 ? random.nextInt(2) : random.nextDouble() + (s.indexOf("GAT") >= 0 ? 1 : 0);
        }
        final WordGrid grid = WordGrid.build(RandomData.set(Alphabet.DNA, texts), strands,
            GridSettings.DEFAULT.withWidths(WIDTH, WIDTH).withMinSupport(SUPPORT), Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(y,
            new double[0][], 3);
        NaiveErasing.Step naive = new NaiveErasing(texts, NaiveErasing.Rule.narrow(WIDTH, SUPPORT, strands)).first();
        for (int step = 0; step < path.size(); step++) {
            final String expected = naive.winner(y);
            final SelectionStep own = path.step(step);
            assertEquals(new HashSet<>(List.of(naive.strata())).size(), own.strata().count());
            assertTrue(own.candidate().members().stream().anyMatch(m -> m.toString().equals(expected)),
                own.candidate().members() + " instead of " + expected + " at step " + step);
            assertEquals(naive.score(y), own.score(), 1e-9 * own.score());
            naive = naive.after(expected);
        }
    }
}
