package org.seism.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.verdict.MotifTest;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.LogProbability;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Numbers that JSON has no room for, and what must not be in the file. */
class ResultJsonTest {
    private static Discovery discovery;

    @BeforeAll
    static void discover() {
        final Study study = SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(40).withLength(20)
            .withMotifs(List.of(new PlantedMotif("ACGTAC", 2, 0.5))), Progress.NONE).study();
        final DiscoverySettings settings = DiscoverySettings.DEFAULT
            .withSelection(SelectionSettings.DEFAULT.withMotifs(1)).withSampling(DiscoverySettings.DEFAULT.sampling().withReplicates(99));
        discovery = SeismAnalysis.discover(study, settings, TaskRunner.sequential(), Progress.NONE);
    }

    @Test
    @DisplayName("an exact p-value below 1e-300 keeps its digits as text beside its logarithm")
    void tiny() throws IOException {
        final JsonNode motif = motif(new LogProbability(-1000 * Math.log(10) + Math.log(2.5)));
        assertEquals("2.5e-1000", motif.get("pExact").asText());
        assertTrue(motif.get("pExact").isTextual());
        assertEquals(-1000 + Math.log10(2.5), motif.get("log10PExact").asDouble(), 1e-9);
    }

    @Test
    @DisplayName("1e-299 is a number, and a p-value of 0 has no logarithm")
    void numbers() throws IOException {
        final JsonNode small = motif(new LogProbability(-299 * Math.log(10)));
        assertTrue(small.get("pExact").isNumber());
        assertEquals(1, small.get("pExact").asDouble() / 1e-299, 1e-9);
        final JsonNode zero = motif(new LogProbability(Double.NEGATIVE_INFINITY));
        assertEquals(0, zero.get("pExact").asDouble());
        assertTrue(zero.get("log10PExact").isNull());
    }

    @Test
    @DisplayName("without a data split and without sampling the keys stay, their values are null")
    void absent() throws IOException {
        final MotifResult r = discovery.motifs().get(0);
        final MotifTest exact =
            new SelectiveTest.ClosedForm(r.test().selective().orElseThrow().association(), new LogProbability(-3));
        final JsonNode motif = json(new MotifResult(r.motif(), exact, Optional.empty(), r.verdict(), r.sites(), r.matrix(),
            r.activations(), r.description())).get("motifs").get(0);
        assertTrue(motif.has("pSampled") && motif.get("pSampled").isNull());
        assertTrue(motif.has("pSplit") && motif.get("pSplit").isNull());
    }

    @Test
    @DisplayName("lines end the same way on every system, and texts are escaped")
    void text() throws IOException {
        final StringWriter out = new StringWriter();
        ResultJson.write(ResultJson.of(discovery, 40, Map.of("input", "a\"b<script>\n.tsv")), out);
        assertFalse(out.toString().contains("\r"));
        assertTrue(out.toString().contains("\"a\\\"b<script>\\n.tsv\""), out.toString());
        assertTrue(out.toString().endsWith("}\n"));
        assertNull(new ObjectMapper().readTree(out.toString()).get("threads"));
    }

    private static JsonNode motif(final LogProbability exact) throws IOException {
        final MotifResult r = discovery.motifs().get(0);
        final SelectiveTest.Sampled t = (SelectiveTest.Sampled)r.test();
        return json(new MotifResult(r.motif(), new SelectiveTest.Sampled(t.association(), Optional.of(exact), t.motif(), Optional.empty()),
            r.beside(), r.verdict(), r.sites(), r.matrix(), r.activations(), r.description())).get("motifs").get(0);
    }

    private static JsonNode json(final MotifResult motif) throws IOException {
        final StringWriter out = new StringWriter();
        ResultJson.write(ResultJson.of(
            new Discovery(discovery.settings(), discovery.tested(), List.of(motif), Optional.empty(), List.of()), 40, Map.of()), out);
        return new ObjectMapper().readTree(out.toString());
    }
}
