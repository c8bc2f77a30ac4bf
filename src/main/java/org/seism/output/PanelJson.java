package org.seism.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.seism.analysis.panel.PanelMotif;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.sequence.Alphabet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What became of a phenotype of a panel as one line of JSON, and back without loss: for journals, and for the way between
 * machines.
 */
public final class PanelJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PanelJson() {
    }

    /**
     * @param result of a phenotype
     * @return one line, without its end
     */
    public static String line(final PhenotypeResult result) {
        final ObjectNode node = MAPPER.createObjectNode().put("number", result.number()).put("name", result.name());
        if (result instanceof final PhenotypeResult.Failed failed) {
            node.put("problem", failed.problem()).put("remedy", failed.remedy());
        } else if (result instanceof final PhenotypeResult.Tested tested) {
            node.put("alphabet", tested.alphabet().name()).put("sequences", tested.sequences()).put("leftOut",
                tested.leftOut())
                .put("candidates", tested.candidates());
            final ArrayNode motifs = node.putArray("motifs");
            for (final PanelMotif motif : tested.motifs()) {
                final ObjectNode one = motifs.addObject().put("rank", motif.rank()).put("word", motif.word()).put("p",
                    motif.p())
                    .put("listP", motif.listP()).put("correlation", motif.correlation());
                one.set("counts", MAPPER.valueToTree(motif.counts()));
                one.set("texts", MAPPER.valueToTree(motif.texts()));
            }
            node.set("remarks", MAPPER.valueToTree(tested.remarks()));
        }
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always written", e);
        }
    }

    /**
     * @param line as {@link #line} makes it
     * @return the result
     * @throws IOException if the line is another or a part of one
     */
    public static PhenotypeResult read(final String line) throws IOException {
        final JsonNode node = MAPPER.readTree(line);
        if (!node.path("number").isInt() || !node.path("name").isTextual()) {
            throw new IOException("no result of a phenotype");
        }
        final int number = node.path("number").asInt();
        final String name = node.path("name").asText();
        if (node.has("problem")) {
            return new PhenotypeResult.Failed(number, name, node.path("problem").asText(), node.path("remedy").asText());
        }
        final List<PanelMotif> motifs = new ArrayList<>();
        for (final JsonNode motif : node.path("motifs")) {
            // NaN is written as a text
            motifs.add(new PanelMotif(motif.path("rank").asInt(), motif.path("word").asText(), motif.path("p").asDouble(),
                motif.path("listP").asDouble(), motif.path("correlation").asDouble(Double.NaN),
                MAPPER.treeToValue(motif.path("counts"), int[][].class), texts(motif.path("texts"))));
        }
        if (motifs.isEmpty()) {
            throw new IOException("no result of a phenotype");
        }
        return new PhenotypeResult.Tested(number, name, Alphabet.valueOf(node.path("alphabet").asText()),
            node.path("sequences").asInt(),
            node.path("leftOut").asLong(), node.path("candidates").asInt(), motifs, texts(node.path("remarks")));
    }

    private static List<String> texts(final JsonNode array) {
        final List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
