package org.seism.report;

import java.util.List;

import org.seism.analysis.MotifResult;
import org.seism.analysis.TestedMotifs;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.study.QualityReport;

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

    /** Packed files above this many bytes are named, not taken along. */
    private static final int LARGEST_FILE = 400_000;

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
            case SELECTED -> "selected";
            case SAMPLED, DISCOVERY -> "sampled";
        });
        StudyNode.write(root.putObject("data"), source.study());
        inference(root, source);
        MotifNode.fields(root.putArray("fields"), source.kind());
        final ArrayNode motifs = root.putArray("motifs");
        final MatrixNode matrices = new MatrixNode(source.study());
        for (final MotifResult r : source.motifs()) {
            final ObjectNode motif = MotifNode.of(r, source.kind(), StudyNode.holdsLetters(source.study()));
            matrices.write(motif, r);
            motifs.add(motif);
        }
        SettingsNode.write(root.putArray("settings"), source.setup());
        root.put("command", source.command());
        RemarkNode.write(root.putArray("warnings"), source.warnings());
        if (source.checks() != null) {
            RemarkNode.checks(root.putArray("checks"), source.checks());
        }
        MethodsText.write(root.putObject("methods"), source);
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
     * How well null distributions were sampled: traces and effective sizes, no p-values.
     *
     * @param tested motifs with sampled null distributions
     * @param warnings what limits them, full sentences
     * @return the document
     */
    public static String samples(final TestedMotifs tested, final List<String> warnings) {
        final ObjectNode root = JsonNodeFactory.instance.objectNode();
        SamplesNode.write(root, tested, warnings);
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

    private static void inference(final ObjectNode root, final ReportSource source) {
        root.put("alpha", source.alpha());
        root.put("kept", (int)source.motifs().stream().filter(m -> m.verdict().kept()).count());
        source.selected().ifPresent(s -> root.put("candidates", s.candidates()).put("leftOut", s.leftOut()));
        final TestedMotifs tested = source.tested();
        if (tested == null) {
            if (source.split() != null) {
                root.put("splitFraction", source.split().fraction());
            }
            return;
        }
        root.put("hypothesis", tested.hypothesis() == Hypothesis.SEQUENTIAL ? "sequential" : "partial");
        tested.joint().ifPresent(joint -> root.put("joint", joint.text()));
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
        if (Math.min(packed.length, file.content().length) > LARGEST_FILE) {
            // it lies beside the report, which says so
            return;
        }
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
