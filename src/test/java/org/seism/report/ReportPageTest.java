package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.inference.NullSample;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.study.check.NoiseShape;
import org.seism.study.check.StudyCheck;

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

    /** Every remark that an analysis or a check can make leads to an entry of the page's explanations. */
    @Test
    void everyWarningIsExplained() {
        final String words = ReportPage.viewResources().get("words.js");
        final MotifSelection some = Kinds.selection();
        final List<String> sentences = new ArrayList<>(SeismAnalysis.caveats(new MotifSelection(some.study(),
            some.settings().withMotifs(9).withRefinement(RefinementSettings.network(2)), some.motifs(), 100, 7)));
        assertEquals(3, sentences.size());
        NoiseShape.of(new double[]{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9}, false).check().map(StudyCheck::text).ifPresent(sentences::add);
        assertEquals(4, sentences.size());
        for (final String sentence : sentences) {
            final String topic = RemarkNode.topic(sentence).orElseThrow(() -> new AssertionError(sentence));
            assertTrue(words.contains("\n  " + topic + ": ["), topic);
        }
        for (final StudyCheck.Kind kind : StudyCheck.Kind.values()) {
            assertTrue(words.contains("\n  " + RemarkNode.topic(kind) + ": ["), kind.toString());
        }
        assertTrue(RemarkNode.isVerdict("2 of 10 motifs are kept at level 0.05."));
    }

    @Test
    void movesAreCountedWithinBranches() {
        final NullSample sample = new NullSample(0, new double[]{1, 1, 2, 2, 3, 3}, 2, new int[]{4, 2}, 1, false, false);
        // 1 of 3 steps of the first branch moves, none of the second's single one
        assertEquals(0.25, SamplesNode.moved(sample));
    }

    @Test
    void regionsAreThoseOfBedToolsAndSamtools() {
        assertTrue(regions("chr1:10-14(-)", "chr1:20-24").startsWith("{\"names\":[\"chr1\"],"));
        // samtools counts from 1: one letter more than the difference
        assertTrue(regions("chr1:11-14", "chr2:21-24").contains("\"chr2\""));
        assertEquals("", regions("chr1:10-14", "gene2"));
        assertEquals("", regions("chr1:10-15", "chr1:20-26"));
    }

    private static String regions(final String... ids) {
        return StudyNode.regions(SequenceSet.of(Alphabet.DNA, List.of(ids), List.of("ACGT", "ACGT"))).map(Object::toString).orElse("");
    }
}
