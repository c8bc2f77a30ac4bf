package org.seism.knime.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.analysis.field.MotifField;
import org.seism.host.NodeHarness;
import org.seism.knime.Nodes;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.sampler.NullSamplerNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The view's page is there and gets the numbers of the table. */
class ResultViewTest {

    private static JsonNode data(final NodeHarness node) throws Exception {
        final JsonNode answer = new ObjectMapper().readTree(node.viewData());
        assertTrue(answer.has("result"), answer.toString());
        return answer.get("result");
    }

    @Test
    @DisplayName("before execution the view says so instead of failing")
    void notExecuted() throws Exception {
        final NodeHarness node = Nodes.node(SelectivePValuesNodeFactory.class, Nodes.nullSample());
        assertEquals("message", data(node).get("state").asText());
        assertTrue(data(node).get("message").asText().contains("Execute"));
    }

    @Test
    @DisplayName("motifs, summary and null distributions")
    void sampled() throws Exception {
        final NodeHarness node = Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, Nodes.nullSample()));
        final JsonNode data = data(node);
        assertEquals(Nodes.number(node.table(0), 0, MotifField.P_SAMPLED.label()),
            data.get("motifs").get(0).get("sampled").get("p").asDouble());
        assertTrue(data.get("motifs").get(0).get("logo").get("forward").asText().contains("<svg"));
        assertEquals(2, data.get("motifs").size());
        assertEquals("sampled", data.get("kind").asText());
        final String page = node.viewPage();
        assertTrue(page.contains("seism-data"), "the report's own page");
        assertTrue(node.viewHtml().contains("var initialData = {\"result\":{") && node.viewHtml().contains("src=\"frame-index.html\""),
            "the page that is written for the disk holds the data");
        assertFalse(page.contains("http://") && page.contains("<script src=\"http"), "nothing from the net");
    }

    @Test
    @DisplayName("the other two nodes have the same view")
    void others() throws Exception {
        final NodeHarness exact = Nodes.executed(Nodes.node(ExactSelectiveTestNodeFactory.class, Nodes.motifs()));
        assertEquals(2, data(exact).get("motifs").size());
        assertEquals("exact", data(exact).get("kind").asText());
        final NodeHarness split = Nodes.executed(Nodes.node(DataSplitTestNodeFactory.class, Nodes.sequences(), "motifs", "1"));
        assertEquals(1, data(split).get("motifs").size());
        assertEquals("split", data(split).get("kind").asText());
    }

    @Test
    @DisplayName("the Motif Selector shows its motifs without p-values")
    void selected() throws Exception {
        final JsonNode data = data(Nodes.executed(Nodes.node(MotifSelectorNodeFactory.class, Nodes.sequences())));
        assertEquals("selected", data.get("kind").asText());
        assertTrue(data.get("motifs").size() > 0);
        for (final JsonNode motif : data.get("motifs")) {
            assertFalse(motif.has("sampled") || motif.has("naive") || motif.has("list") || motif.has("split"), "a p-value of what was not tested");
        }
        assertTrue(data.at("/methods/text").asText().contains("have not been tested"));
    }

    @Test
    @DisplayName("the Null Sampler shows how well it sampled, without p-values")
    void samples() throws Exception {
        final NodeHarness node = Nodes.executed(Nodes.node(NullSamplerNodeFactory.class, Nodes.motifs()));
        final JsonNode data = data(node);
        assertEquals("samples", data.get("kind").asText());
        assertEquals(2, data.get("motifs").size());
        final JsonNode sample = data.at("/motifs/0/sample");
        assertTrue(sample.get("ess").asDouble() > 0 && sample.get("moved").asDouble() > 0 && sample.get("moved").asDouble() <= 1, sample.toString());
        assertEquals(sample.get("replicates").asInt() + 1, sample.get("states").asInt());
        assertFalse(sample.has("p"));
    }
}
