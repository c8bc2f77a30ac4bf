package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.seism.inference.NullSample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The document and the page, without a browser. */
class ReportPageTest {

    @Test
    void textsComeThroughAsTheyAre() throws Exception {
        final String json = ReportData.json(Samples.hostile().source());
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(json));
        assertFalse(json.contains("<") || json.contains(">") || json.contains("&"));
        final JsonNode root = new ObjectMapper().readTree(json);
        assertEquals(Samples.IMAGE, root.at("/data/ids/0").asText());
        assertEquals(Samples.SCRIPT, root.at("/data/ids/1").asText());
        assertEquals(Samples.FORMULA, root.at("/data/ids/2").asText());
        assertEquals("quote\" 'and' & \u2028 \ud83e\uddec \ud800 ]]> <!-- --> \\", root.at("/data/ids/3").asText());
        assertEquals(Samples.IMAGE, root.at("/data/phenotype").asText());
        assertEquals(Samples.SCRIPT, root.get("title").asText());
        assertEquals("./seism discover --input '" + Samples.IMAGE + "'", root.get("command").asText());
    }

    @Test
    void sameInputSamePage() throws Exception {
        final String page = ReportPage.html(Samples.hostile().source());
        assertEquals(page, ReportPage.html(Samples.hostile().source()));
        assertFalse(page.contains("<script src=") || page.contains("<link rel=\"stylesheet"), "something stands outside the page");
        assertFalse(page.contains(Samples.IMAGE));
        assertTrue(page.contains("default-src 'none'"));
    }

    @Test
    void viewHasAllItsResources() {
        final String page = ReportPage.viewPage();
        ReportPage.viewResources().forEach((name, text) -> {
            assertTrue(page.contains("\"" + name + "\""), name);
            assertFalse(text.isBlank(), name);
        });
    }

    @Test
    void barsFromTheObservedValueOnAddUpToWhatIsCounted() {
        final Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            // few different values, as permutations of a binary phenotype give
            final double[] t = random.doubles(500).map(u -> round_(u * u, 40)).toArray();
            final NullSample sample = new NullSample(0, t, random.nextInt(500), 1, false, false);
            final NullHistogram h = NullHistogram.of(sample);
            assertEquals(500, Samples.sum(h.counts()));
            long tail = 0;
            for (int i = 0; i < h.counts().length; i++) {
                tail += h.from() + i * h.width() > sample.observed() - h.width() / 2 ? h.counts()[i] : 0;
            }
            assertEquals(sample.exceeding(), tail);
            assertTrue(h.counts().length <= 50, h.counts().length + " bins");
        }
    }

    private static double round_(final double value, final int parts) {
        return Math.round(value * parts) / (double)parts / 3;
    }

    @Test
    void messageForAView() {
        assertEquals("{\"state\":\"message\",\"message\":\"Execute \\u003cit\\u003e.\"}", ReportData.message("Execute <it>."));
    }
}
