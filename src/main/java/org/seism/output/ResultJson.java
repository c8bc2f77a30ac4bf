package org.seism.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.seism.Version;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifResult;
import org.seism.analysis.MotifTest;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.GridSettings;
import org.seism.inference.LogProbability;
import org.seism.inference.chain.SamplingSettings;
import org.seism.motif.MotifWord;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
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
 * A discovery as JSON, for scripts and for the report. The keys and their order are an interface; only what decides the
 * result is in it (no time, no path, no number of threads), so that equal runs give equal bytes.
 */
public final class ResultJson {
    /** Below this a double has lost digits or is 0. */
    private static final double LOG_SMALLEST = Math.log(1e-300);

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
        discovery.motifs().forEach(m -> motifs.add(motif(m, discovery.settings().selection().grid())));
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
        final DiscoverySettings asked = discovery.settings();
        final Study study = discovery.tested().selection().study();
        final ObjectNode node = MAPPER.createObjectNode();
        origin.forEach((key, value) -> node.set(key, MAPPER.valueToTree(value)));
        node.put("alphabet", study.sequences().alphabet().label());
        node.put("strands", name(study.strands()));
        if (!study.phenotype().positiveClass().isEmpty()) {
            node.put("positiveClass", study.phenotype().positiveClass());
        }
        putNames(node.putArray("covariates"), study.covariates().names());
        final GridSettings grid = asked.selection().grid();
        node.put("width", widths(grid));
        node.put("degeneracy", grid.degeneracy());
        if (asked.selection().motifs() == SelectionSettings.AUTO) {
            node.put("motifs", "auto");
        } else {
            node.put("motifs", asked.selection().motifs());
        }
        final AssociationScore score = asked.selection().score();
        node.put("score", name(score.kind()));
        node.put("lambda", score.lambda());
        final RefinementSettings refinement = asked.selection().refinement();
        if (asked.selection().isRefined()) {
            node.put("refine", name(refinement.mode()));
            node.put("resolution", refinement.resolution());
            node.put("maxSweeps", refinement.maxSweeps());
        }
        final ArrayNode bandwidths = node.putArray("bandwidth");
        grid.bandwidths().forEach(bandwidths::add);
        node.put("minSupport", grid.effectiveMinSupport(study.size()));
        node.put("maxGridSize", grid.maxGridSize());
        final SamplingSettings sampling = asked.sampling();
        node.put("null", name(discovery.tested().nullModel()));
        node.put("hypothesis", name(discovery.tested().hypothesis()));
        node.put("kernel", name(sampling.kernel()));
        node.put("replicates", sampling.replicates());
        node.put("maxReplicates", sampling.maxReplicates());
        node.put("thinning", sampling.thinning());
        node.put("splitFraction", asked.split().fraction());
        node.put("splitRepeats", asked.split().repeats());
        node.put("alpha", asked.alpha());
        node.put("flank", asked.flank());
        node.put("seed", sampling.seed());
        node.put("branches", sampling.branches());
        return node;
    }

    private static ObjectNode motif(final MotifResult result, final GridSettings grid) {
        final ObjectNode node = MAPPER.createObjectNode();
        final SelectedMotif motif = result.motif();
        final MotifTest test = result.test();
        node.put("rank", motif.rank());
        node.put("consensus", result.consensus());
        putNames(node.putArray("members"), motif.members().stream().map(MotifWord::text).toList());
        node.put("width", motif.word().width());
        number(node, "statistic", test.statistic());
        number(node, "score", motif.score());
        number(node, "r2", motif.r2());
        number(node, "effect", test.effect());
        node.put("support", motif.support());
        if (test.sample() == null) {
            List.of("pSampled", "seSampled", "ess", "replicates").forEach(node::putNull);
        } else {
            number(node, "pSampled", test.sample().p());
            number(node, "seSampled", test.sample().standardError());
            number(node, "ess", test.sample().effectiveSampleSize());
            node.put("replicates", test.sample().size() - 1);
        }
        probability(node, test.exact());
        number(node, "pSplit", result.split() == null ? Double.NaN : result.split().p());
        number(node, "holm", result.holm());
        number(node, "bh", result.bh());
        node.put("forwardStop", result.forwardStop());
        final ArrayNode pfm = node.putArray("pfm");
        for (final int[] column : result.matrix().core().counts()) {
            final ArrayNode letters = pfm.addArray();
            for (final int count : column) {
                letters.add(count);
            }
        }
        if (motif.refined() != null) {
            node.put("seedWord", motif.word().text());
            final ArrayNode columns = node.putArray("lattice");
            for (final double[] column : motif.refined().columns()) {
                final ArrayNode letters = columns.addArray();
                for (final double share : column) {
                    letters.add(share);
                }
            }
        }
        node.put("logo", ResultFiles.logo(motif.rank(), "svg"));
        if (grid.bandwidths().size() > 1) {
            // the selection chose it, so it belongs to the motif
            node.put("bandwidth", motif.word().bandwidth());
        }
        return node;
    }

    /** A number as long as a double has its digits, else a text with them; its logarithm is always there. */
    private static void probability(final ObjectNode node, final LogProbability p) {
        if (p.log() < LOG_SMALLEST && p.log() != Double.NEGATIVE_INFINITY) {
            node.put("pExact", p.text());
        } else {
            number(node, "pExact", p.value());
        }
        number(node, "log10PExact", p.log10());
    }

    /** JSON has no infinity and no NaN. */
    private static void number(final ObjectNode node, final String key, final double value) {
        if (Double.isFinite(value)) {
            node.put(key, value == 0 ? 0.0 : value);
        } else {
            node.putNull(key);
        }
    }

    private static void putNames(final ArrayNode array, final List<String> names) {
        names.forEach(array::add);
    }

    private static String name(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String widths(final GridSettings grid) {
        return grid.minWidth() == grid.maxWidth() ? Integer.toString(grid.minWidth())
            : grid.minWidth() + "-" + grid.maxWidth();
    }
}
