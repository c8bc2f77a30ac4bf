package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.linear.OrthonormalBasis;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Selection with erasing against the cases of a second independent program, which computes in single precision. */
class ErasingFixtureTest {

    @ParameterizedTest
    @ValueSource(strings = {"erasing-case-control", "erasing-counts-positive", "erasing-unbalanced-both-strands", "erasing-width8-both"})
    void wordsScoresAndStrata(final String name) throws IOException {
        final JsonNode root;
        try (InputStream in = getClass().getResourceAsStream("/fixtures/erasing/" + name + ".json")) {
            root = new ObjectMapper().readTree(in);
        }
        final JsonNode settings = root.get("settings");
        final List<String> texts = new ArrayList<>();
        root.get("sequences").forEach(s -> texts.add(s.asText()));
        final double[] y = new double[texts.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = root.get("phenotype").get(i).asDouble();
        }
        final SequenceSet set = RandomData.set(Alphabet.DNA, texts);
        final int width = settings.get("width").asInt();
        final Strands strands = Strands.valueOf(settings.get("strands").asText().toUpperCase());
        // by width these are the limits of the file
        assertEquals(settings.get("erase").asInt(), Erasing.DEFAULT.mismatches(width));
        assertEquals(settings.get("eraseOverlap").asInt(), Erasing.DEFAULT.overlap(width));
        final WordGrid grid = WordGrid.build(set, strands, GridSettings.DEFAULT.withWidths(width, width), Erasing.DEFAULT,
            TaskRunner.sequential(), Progress.NONE);
        final AssociationScore score =
            AssociationScore.DEFAULT.withSign(AssociationScore.Sign.valueOf(settings.get("sign").asText().toUpperCase()));
        final SelectionPath path = new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(y, new double[0][],
            settings.get("motifs").asInt());
        assertEquals(root.get("expected").get("tests").size(), path.size());
        for (final JsonNode test : root.get("expected").get("tests")) {
            final SelectionStep step = path.step(test.get("motif").asInt() - 1);
            final List<String> members = step.grid().candidate(step.winner()).members().stream().map(Object::toString).toList();
            assertTrue(members.contains(test.get("selected").asText()), members + " instead of " + test);
            assertEquals(test.get("strata").asInt(), step.strata().count(), test.toString());
            final double[] f = step.nuisance().residual(step.activation());
            final double[] r = step.nuisance().residual(y);
            assertEquals(test.get("score").asDouble(),
                OrthonormalBasis.dot(f, r) / OrthonormalBasis.norm(f) / OrthonormalBasis.norm(r), 1e-5, test.toString());
            assertEquals(step.score(), Math.pow(OrthonormalBasis.dot(f, r) / OrthonormalBasis.norm(f), 2), 1e-9 * step.score());
        }
        assertTrue(new SelectionEvent(path, path.size()).contains(y));
    }
}
