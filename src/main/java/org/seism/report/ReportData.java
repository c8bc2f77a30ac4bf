package org.seism.report;

import java.util.List;

import org.seism.analysis.MotifResult;
import org.seism.analysis.TestedMotifs;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.QualityReport;
import org.seism.study.Study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The report as a JSON document: what {@link ReportPage} embeds, and what a KNIME view hands out as initial data. It is pure
 * ASCII without {@code <}, {@code >} and {@code &}, so that no text from a user's file can end a script element or be taken
 * for markup, whatever document it is put into; the same input gives the same bytes.
 */
public final class ReportData {
    /** Rows that quality control left out are listed up to this many; the rest is counted. */
    private static final int MOST_QUALITY_ROWS = 500;

    private static final ObjectMapper MAPPER =
        JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ReportData() {
    }

    /**
     * @param source what to show
     * @return the document
     */
    public static String json(final ReportSource source) {
        final ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("state", "ready").put("title", source.title()).put("version", source.version());
        root.put("kind", switch (source.kind()) {
            case SPLIT -> "split";
            case EXACT -> "exact";
            case SELECTED, SAMPLED, DISCOVERY -> "sampled";
        });
        data(root.putObject("data"), source.study());
        inference(root, source);
        MotifNode.fields(root.putArray("fields"), source.kind());
        final ArrayNode motifs = root.putArray("motifs");
        for (final MotifResult r : source.motifs()) {
            motifs.add(MotifNode.of(r, source.kind()));
        }
        SettingsNode.write(root.putArray("settings"), source.setup());
        root.put("command", source.command());
        strings(root.putArray("warnings"), source.warnings());
        strings(root.putArray("notes"), source.notes());
        if (source.quality() != null) {
            quality(root.putObject("quality"), source.quality());
        }
        final ArrayNode files = root.putArray("files");
        for (final ReportFile file : source.files()) {
            file(files.addObject(), file);
        }
        return text(root);
    }

    /**
     * What a KNIME view hands out where there is nothing to show.
     *
     * @param sentence why, and what to do
     * @return a document that the page shows as this sentence
     */
    public static String message(final String sentence) {
        return text(JsonNodeFactory.instance.objectNode().put("state", "message").put("message", sentence));
    }

    private static void data(final ObjectNode node, final Study study) {
        final SequenceSet sequences = study.sequences();
        node.put("sequences", study.size()).put("alphabet", sequences.alphabet().label());
        node.put("bothStrands", study.strands() == Strands.BOTH);
        node.put("phenotype", study.phenotype().name()).put("positiveClass", study.phenotype().positiveClass());
        node.put("binary", study.phenotype().isBinary());
        strings(node.putArray("covariates"), study.covariates().names());
        strings(node.putArray("ids"), sequences.ids());
        node.set("y", PackedNumbers.doubles(study.phenotype().values()));
        node.set("lengths", PackedNumbers.integers(sequences.lengths()));
    }

    private static void inference(final ObjectNode root, final ReportSource source) {
        root.put("alpha", source.alpha());
        root.put("significant", (int)source.motifs().stream().filter(m -> m.verdict().kept()).count());
        final TestedMotifs tested = source.tested();
        if (tested == null) {
            root.put("splitFraction", source.split().fraction());
            return;
        }
        root.put("candidates", tested.selection().candidates()).put("leftOut", tested.selection().leftOut());
        root.put("hypothesis", tested.hypothesis() == Hypothesis.SEQUENTIAL ? "sequential" : "partial");
        root.put("nullModel", tested.nullModel() == NullModel.GAUSSIAN ? "gaussian" : "permutation");
        if (source.split() != null) {
            root.put("splitFraction", source.split().fraction());
        }
    }

    private static void quality(final ObjectNode node, final QualityReport quality) {
        node.put("read", quality.rows().size()).put("leftOut", quality.leftOut());
        final List<QualityReport.Row> remarked = quality.rows().stream().filter(r -> !r.kept() || !r.reason().isEmpty()).toList();
        node.put("remarked", remarked.size());
        final ArrayNode rows = node.putArray("rows");
        for (final QualityReport.Row r : remarked.subList(0, Math.min(MOST_QUALITY_ROWS, remarked.size()))) {
            rows.addObject().put("number", r.number()).put("id", r.id()).put("kept", r.kept()).put("reason", r.reason());
        }
    }

    private static void file(final ObjectNode node, final ReportFile file) {
        final byte[] packed = PackedNumbers.gzip(file.content());
        final boolean smaller = packed.length < file.content().length;
        node.put("name", file.name()).put("type", file.mediaType()).put("size", file.content().length);
        node.put("gzip", smaller).put("data", PackedNumbers.base64(smaller ? packed : file.content()));
    }

    private static void strings(final ArrayNode array, final List<String> texts) {
        texts.forEach(array::add);
    }

    /** In JSON these three stand in strings only, so their escapes mean the same. */
    private static String text(final ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
