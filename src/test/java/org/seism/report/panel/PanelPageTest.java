package org.seism.report.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.analysis.panel.MotifGroups;
import org.seism.analysis.panel.PanelFindings;
import org.seism.analysis.panel.PanelMotif;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.output.PanelJson;
import org.seism.sequence.Alphabet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The page and the lines of the journal, whatever phenotypes are called. */
class PanelPageTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \u2028 \"'";

    private static PhenotypeResult tested(final int number, final String name, final double p, final int letter) {
        final int[][] counts = new int[8][4];
        for (int c = 0; c < counts.length; c++) {
            counts[c][(c * letter + letter) % 4] = 20;
            counts[c][(c * letter + letter + 1) % 4] = 1;
        }
        return new PhenotypeResult.Tested(number, name, Alphabet.DNA, 40, 2, 100,
            List.of(new PanelMotif(1, "ACGTACGT", p, p, letter == 1 ? 0.5 : Double.NaN, counts, Collections.nCopies(PanelMotif.FIELDS.size(), "a\tb"))),
            List.of("A remark. " + HOSTILE));
    }

    private static final List<PhenotypeResult> RESULTS = List.of(tested(0, HOSTILE, 0.001, 1), tested(1, "b", 0.004, 1), tested(2, "c", 0.9, 3),
        new PhenotypeResult.Failed(3, "d", HOSTILE, "Mend it."));

    private static String page() {
        final PanelFindings findings = PanelFindings.of(RESULTS, 0.05);
        return PanelPage.html(HOSTILE, "./seism panel", RESULTS, findings, MotifGroups.of(RESULTS, findings, false, Progress.NONE),
            r -> Optional.of("phenotypes/" + r.number() + "/report.html"));
    }

    @Test
    @DisplayName("names stand in the data as they are and nowhere as markup; the page asks the net for nothing")
    void document() throws Exception {
        final String page = page();
        assertEquals(page, page());
        assertFalse(page.contains("<img src=x") || page.contains("<script src=") || page.contains("<link rel=\"stylesheet"));
        assertTrue(page.contains("default-src 'none'"));
        final String mark = "id=\"seism-data\">";
        final String data = page.substring(page.indexOf(mark) + mark.length(), page.indexOf("</script>", page.indexOf(mark)));
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(data));
        final JsonNode root = new ObjectMapper().readTree(data);
        assertEquals(HOSTILE, root.at("/phenotypes/0/name").asText());
        assertEquals(List.of("found", "found", "nothing found", "failed"), root.findValuesAsText("state"));
        assertEquals(1, root.get("groups").size());
        assertEquals(2, root.at("/groups/0/phenotypes").asInt());
        assertFalse(root.at("/phenotypes/3").has("link"));
    }

    @Test
    @DisplayName("a result is the same after its line in the journal was read back")
    void lines() throws Exception {
        for (final PhenotypeResult result : RESULTS) {
            final String line = PanelJson.line(result);
            assertFalse(line.contains("\n"));
            final PhenotypeResult back = PanelJson.read(line);
            assertEquals(line, PanelJson.line(back));
            if (result instanceof final PhenotypeResult.Tested before && back instanceof final PhenotypeResult.Tested after) {
                assertEquals(before.motifs().get(0).texts(), after.motifs().get(0).texts());
                assertEquals(before.p(), after.p());
                assertEquals(before.motifs().get(0).correlation(), after.motifs().get(0).correlation());
                assertTrue(Arrays.deepEquals(before.motifs().get(0).counts(), after.motifs().get(0).counts()));
            }
        }
    }
}
