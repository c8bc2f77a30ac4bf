package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Candidate;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.motif.Motif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Words in places and with gaps against naive code: candidates, support, order, activations, levels, selection. */
class NaiveFormsTest {
    private static final int N = 40;
    private static final int LENGTH = 31;

    private static List<String> texts(final UniformRandomProvider random) {
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            final StringBuilder s = new StringBuilder();
            while (s.length() < LENGTH) {
                // few letters, so that words with gaps are found in several sequences
                s.append("AAAAAATTGC".charAt(random.nextInt(10)));
            }
            if (i % 2 == 0) {
                final int at = 2 + random.nextInt(3);
                s.replace(at, at + 3, "GCG").replace(at + 11, at + 15, "CTAG");
            }
            texts.add(s.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void sameCandidatesAndSteps(final int seed) {
        final UniformRandomProvider random = RandomData.random(seed, 23);
        final Strands strands = seed % 2 == 0 ? Strands.BOTH : Strands.SINGLE;
        final boolean places = seed % 4 < 2 || seed > 8;
        final boolean gapped = seed % 4 >= 2 || seed > 8;
        final List<String> texts = texts(random);
        final double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = random.nextDouble() + (i % 2 == 0 ? 1 : 0) + (texts.get(i).startsWith("AA") ? 0.5 : 0);
        }
        final SequenceSet set = RandomData.set(Alphabet.DNA, texts);
        final int support = gapped ? 5 : 3;
        final WordForms forms = new WordForms(places ? new Positions(false, List.of(1, 6)) : Positions.NONE, gapped);
        final GridSettings settings = GridSettings.DEFAULT.withWidths(3, 3).withMinSupport(support).withForms(forms);
        final WordGrid grid = WordGrid.build(set, strands, settings, Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(y,
            new double[0][], 3);
        assertEquals(3, path.size());
        NaiveForms.Step naive = new NaiveForms(texts, strands, 3, support, places ? new int[]{6, 1} : new int[0], gapped).first();
        for (int step = 0; step < path.size(); step++) {
            final SelectionStep own = path.step(step);
            compareGrids(naive, own.grid(), texts.size());
            assertEquals(new HashSet<>(List.of(naive.strata())).size(), own.strata().count());
            final Map<NaiveForms.Word, Double> scores = naive.scores(y);
            final double best = scores.values().stream().mapToDouble(s -> s).max().orElseThrow();
            final NaiveForms.Word winner =
                scores.entrySet().stream().filter(e -> e.getValue() >= best * (1 - 1e-9)).findFirst().orElseThrow().getKey();
            assertEquals(best, own.score(), 1e-9 * best);
            assertEquals(winner.text(), own.candidate().motif().name(), "step " + step);
            assertArrayEquals(naive.levels(winner), own.grid().erased().levels(own.candidate().motif()));
            assertArrayEquals(naive.activation(winner), own.activation(), 1e-12);
            naive = naive.after(winner);
        }
    }

    /** Every naive candidate is a member of one of the grid's, with its support and activations, and comes in the same order. */
    private static void compareGrids(final NaiveForms.Step naive, final WordGrid grid, final int n) {
        final Map<String, Integer> candidateOf = new HashMap<>();
        final List<String> firsts = new ArrayList<>();
        for (int rank = 0; rank < grid.size(); rank++) {
            final int g = grid.candidateAt(rank);
            final Candidate candidate = grid.candidate(g);
            candidate.members().forEach(m -> candidateOf.put(m.name(), g));
            firsts.add(candidate.motif().name());
        }
        int constant = 0;
        final List<String> found = new ArrayList<>();
        for (final Map.Entry<NaiveForms.Word, Integer> e : naive.m_words.entrySet()) {
            final String text = e.getKey().text();
            final double[] phi = naive.activation(e.getKey());
            if (IntStream.range(0, n).allMatch(i -> phi[i] == phi[0])) {
                constant++;
                continue;
            }
            assertTrue(candidateOf.containsKey(text), text + " is missing");
            final int g = candidateOf.get(text);
            final Motif motif = grid.motif(g);
            if (motif.name().equals(text)) {
                found.add(text);
                assertEquals(e.getValue(), grid.candidate(g).support(), text);
                assertArrayEquals(phi, grid.activations().column(g), 1e-12, text);
            }
        }
        assertEquals(firsts, found);
        assertEquals(constant, grid.constant());
        assertEquals(naive.m_words.size() - constant, candidateOf.size());
    }
}
