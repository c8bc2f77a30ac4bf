package org.seism.inference.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.inference.DataSplitTest;
import org.seism.selection.AssociationScore;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

class SplitRestTest {
    private static final String WORD = "ACGTCA";
    private static final int N = 60;

    @ParameterizedTest
    @EnumSource(DataSplitTest.Method.class)
    @DisplayName("where the first motif tells the classes apart in the testing part, the second has no evidence there, and no error")
    void nothingLeft(final DataSplitTest.Method method) {
        final UniformRandomProvider random = RandomData.random(5, method.ordinal());
        final double[] y = new double[N];
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            final StringBuilder text = new StringBuilder();
            do {
                text.setLength(0);
                while (text.length() < 20) {
                    text.append("ACGT".charAt(random.nextInt(4)));
                }
            } while (text.indexOf(WORD) >= 0);
            // one case does without the word: the part that has it selects a second motif
            if (i % 2 == 1 && i > 1) {
                text.replace(7, 7 + WORD.length(), WORD);
            }
            texts.add(text.toString());
            y[i] = i % 2;
        }
        final Study study = new Study(RandomData.set(Alphabet.DNA, texts), Strands.SINGLE, Phenotype.numeric("y", y),
            new Covariates(List.of(), new double[0][]));
        final List<DataSplitTest.Result> results = new DataSplitTest(study, GridSettings.DEFAULT.withWidths(6, 6),
            AssociationScore.DEFAULT, 2, new DataSplitTest.Settings(0.5, 10, method, 99, 1)).run(TaskRunner.sequential(), Progress.NONE);
        assertEquals(2, results.size());
        assertEquals(WORD, results.get(0).motif().name());
        assertTrue(results.get(0).p() <= 0.02, () -> "motif 1: " + results.get(0).p());
        final long without = Arrays.stream(results.get(1).repeats()).filter(p -> p == 1).count();
        assertTrue(without >= 5, () -> "splits without evidence: " + Arrays.toString(results.get(1).repeats()));
        assertEquals(1, results.get(1).p());
    }
}
