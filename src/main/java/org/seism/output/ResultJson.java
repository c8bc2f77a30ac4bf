package org.seism.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import org.seism.Version;
import org.seism.analysis.Discovery;
import org.seism.analysis.MotifRefit;
import org.seism.analysis.MotifResult;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.FieldText;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.analysis.field.SettingField;
import org.seism.analysis.verdict.JointTest;
import org.seism.study.Study;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A discovery as JSON, for scripts and for the report. The keys are those of {@link MotifField} and
 * {@link SettingField}; only what decides the
 * result is in it (no time, no path, no number of threads), so that equal runs give equal bytes.
 */
public final class ResultJson {
    /** Fields of motifs that have no key here, and why. */
    static final Map<MotifField, String> LEFT_OUT = Map.of(MotifField.PWM, "pfm and lattice hold it");

    /** Settings that have no key here, and why. */
    static final Map<SettingField, String> SETTINGS_LEFT_OUT = Map.of(
        SettingField.PHENOTYPE, "the input's settings name its column",
        SettingField.ADAPTIVE, "replicates and maxReplicates say it");

    /** Numbers with as many digits as tell them from their neighbours, whatever the version of Java. */
    private static final ObjectMapper MAPPER =
        JsonMapper.builder(JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build()).build();

    private ResultJson() {
    }

    /**
     * @param discovery the result
     * @param read number of sequences in the input, before quality control
     * @param origin settings of the input (file name, columns), put before the other settings; values are texts, numbers or
     *            lists of texts
     * @return the tree
     */
    public static ObjectNode of(final Discovery discovery, final int read, final Map<String, ?> origin) {
        final Study study = discovery.tested().selection().study();
        final ObjectNode root = MAPPER.createObjectNode();
        root.put("version", Version.NUMBER);
        root.set("settings", settings(discovery, origin));
        final ObjectNode data = root.putObject("data");
        data.put("sequences", read);
        data.put("used", study.size());
        data.put("covariates", study.covariates().size());
        final ObjectNode grid = root.putObject("grid");
        grid.put("candidates", discovery.tested().selection().candidates());
        grid.put("leftOut", discovery.tested().selection().leftOut());
        final ArrayNode motifs = root.putArray("motifs");
        discovery.motifs().forEach(m -> motifs.add(motif(m)));
        discovery.tested().joint().ifPresent(joint -> joint(root.putObject("joint"), joint));
        discovery.refit().ifPresent(refit -> refit(root.putObject("refit"), study, refit));
        return root;
    }

    /**
     * @param tree to be written
     * @param out UTF-8 text; not closed
     * @throws IOException if writing fails
     */
    public static void write(final ObjectNode tree, final Writer out) throws IOException {
        // the printer's own line separator is that of the system
        final DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        MAPPER.writer(printer).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, tree);
        out.write('\n');
    }

    private static ObjectNode settings(final Discovery discovery, final Map<String, ?> origin) {
        final ObjectNode node = MAPPER.createObjectNode();
        origin.forEach((key, value) -> node.set(key, MAPPER.valueToTree(value)));
        final AnalysisSetup setup = AnalysisSetup.of(discovery);
        for (final SettingField field : SettingField.values()) {
            if (!SETTINGS_LEFT_OUT.containsKey(field)) {
                FieldJson.put(node, field.key(), field.read(setup));
            }
        }
        return node;
    }

    private static void joint(final ObjectNode node, final JointTest joint) {
        node.put("kind", FieldText.name(joint.kind())).put("motifs", joint.motifs());
        FieldJson.number(node, "statistic", joint.sample().observed());
        FieldJson.number(node, "p", joint.sample().p());
        node.put("replicates", joint.sample().size() - 1).put("exceeding", joint.sample().exceeding() - 1);
        FieldJson.number(node, "standardError", joint.sample().standardError());
    }

    private static void refit(final ObjectNode node, final Study study, final MotifRefit refit) {
        FieldJson.number(node, "intercept", refit.intercept());
        final ObjectNode covariates = node.putObject("covariates");
        for (int c = 0; c < refit.covariates().length; c++) {
            FieldJson.number(covariates, study.covariates().names().get(c), refit.covariates()[c]);
        }
        final ArrayNode motifs = node.putArray("motifs");
        for (final double coefficient : refit.motifs()) {
            motifs.add(coefficient);
        }
        node.put("lambda", refit.lambda()).put("folds", refit.folds()).put("incompleteFolds", refit.incomplete());
        node.put("measure", FieldText.name(refit.measure()));
        FieldJson.number(node, "quality", refit.quality());
        FieldJson.number(node, "baseline", refit.baseline());
    }

    private static ObjectNode motif(final MotifResult result) {
        final ObjectNode node = MAPPER.createObjectNode();
        for (final MotifField field : MotifField.of(ResultKind.DISCOVERY)) {
            if (field == MotifField.LOGO) {
                node.put(field.key(), ResultFiles.logo(result.motif().rank(), "svg"));
            } else if (!LEFT_OUT.containsKey(field)) {
                FieldJson.put(node, field.key(), field.read(result));
            }
        }
        return node;
    }
}
