package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.ErasingFixture;
import org.seism.candidate.Erasing;
import org.seism.linear.OrthonormalBasis;

import com.fasterxml.jackson.databind.JsonNode;

/** Selection with erasing against the cases of a second independent program, which computes in single precision. */
class ErasingFixtureTest {

    @ParameterizedTest
    @MethodSource("org.seism.ErasingFixture#all")
    void wordsScoresAndStrata(final ErasingFixture fixture) {
        final int width = fixture.settings().get("width").asInt();
        // by width these are the limits of the file
        assertEquals(fixture.settings().get("erase").asInt(), Erasing.DEFAULT.mismatches(width));
        assertEquals(fixture.settings().get("eraseOverlap").asInt(), Erasing.DEFAULT.overlap(width));
        final SelectionPath path = fixture.path();
        final double[] y = fixture.y();
        assertEquals(fixture.tests().size(), path.size());
        for (final JsonNode test : fixture.tests()) {
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
