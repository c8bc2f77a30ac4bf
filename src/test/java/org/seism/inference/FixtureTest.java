package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Fixture;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.WordGrid;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.NullGeometry;
import org.seism.motif.Motif;
import org.seism.selection.SelectionPath;

import com.fasterxml.jackson.databind.JsonNode;

/** Grid, selection, statistic and exact p-value against the cases made by an independent program. */
class FixtureTest {
    /**
     * The fixture's exact p of this case lost digits (its two hypotheses, identical for one motif, differ in the third
     * digit): these are the values computed with 80 decimal digits.
     */
    private static final double STRONG_SIGNAL = 2.517964355e-39;

    @ParameterizedTest
    @MethodSource("org.seism.Fixture#all")
    void gridAndSelection(final Fixture fixture) {
        final SelectionPath path = fixture.select();
        final WordGrid grid = path.grid();
        final JsonNode expected = fixture.expected();
        assertEquals(expected.get("grid_size").asInt(), grid.size());
        final int size = grid.size();
        assertEquals(texts(expected.get("first_words")), words(grid, 0, 3));
        assertEquals(texts(expected.get("last_words")), words(grid, size - 3, size));
        assertEquals(texts(expected.get("selected")),
            IntStream.range(0, path.size()).mapToObj(k -> grid.motif(path.selected(k)).name()).toList());
        for (int k = 0; k < path.size(); k++) {
            assertEquals(texts(expected.get("classes").get(k)),
                grid.candidate(path.selected(k)).members().stream().map(Motif::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("org.seism.Fixture#all")
    void statistic(final Fixture fixture) {
        final SelectionPath path = fixture.select();
        for (final JsonNode test : fixture.expected().get("tests")) {
            assertEquals(test.get("statistic").asDouble(), geometry(fixture, path, test).signedStatistic(), 1e-8);
        }
    }

    @ParameterizedTest
    @MethodSource("org.seism.Fixture#gaussian")
    void exact(final Fixture fixture) {
        final SelectionPath path = fixture.select();
        for (final JsonNode test : fixture.expected().get("tests")) {
            final double p = ExactTest.test(geometry(fixture, path, test), TaskRunner.sequential(), Progress.NONE).p().value();
            final double expected = "strong-signal".equals(fixture.name()) ? STRONG_SIGNAL : test.get("exact_p").asDouble();
            assertEquals(1, p / expected, 1e-6, test.toString());
            assertEquals(1, p / test.get("exact_p").asDouble(), 1e-2, test.toString());
        }
    }

    private static NullGeometry geometry(final Fixture fixture, final SelectionPath path, final JsonNode test) {
        return new NullGeometry(path, test.get("motif").asInt() - 1,
            Hypothesis.valueOf(test.get("hypothesis").asText().toUpperCase()), fixture.study().phenotype().values());
    }

    private static List<String> words(final WordGrid grid, final int from, final int to) {
        return IntStream.range(from, to).mapToObj(r -> grid.motif(grid.candidateAt(r)).name()).toList();
    }

    private static List<String> texts(final JsonNode array) {
        return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asText()).toList();
    }
}
