package org.seism.report;

import java.util.List;

import org.seism.analysis.TestedMotifs;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.NullSample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How well null distributions were sampled, as a JSON document for the page: traces and effective sizes, no p-values. */
final class SamplesNode {
    /** Points of a trace; longer ones are thinned. */
    private static final int MOST_POINTS = 3000;

    private SamplesNode() {
    }

    static void write(final ObjectNode root, final TestedMotifs tested, final List<String> warnings) {
        root.put("state", "ready").put("kind", "samples").put("title", "").put("version", "");
        RemarkNode.write(root.putArray("warnings"), warnings);
        final ArrayNode motifs = root.putArray("motifs");
        for (final SelectiveTest test : tested.tests()) {
            final var motif = tested.selection().motifs().get(test.rank() - 1);
            test.sample().ifPresent(s -> sample(motifs.addObject().put("rank", test.rank()).put("name", motif.name())
                .put("consensus", motif.consensus()).putObject("sample"), s));
        }
    }

    private static void sample(final ObjectNode node, final NullSample sample) {
        MotifNode.histogram(node, sample);
        node.put("ess", sample.effectiveSampleSize()).put("replicates", sample.size() - 1).put("coarse", sample.isCoarse())
            .put("independent", sample.independent()).put("moved", moved(sample));
        MotifNode.number(node, "trials", sample.trials());
        final int every = (sample.size() + MOST_POINTS - 1) / MOST_POINTS;
        final double[] trace = new double[(sample.size() + every - 1) / every];
        for (int k = 0; k < trace.length; k++) {
            trace[k] = sample.statistics()[k * every];
        }
        node.put("every", every).set("trace", PackedNumbers.doubles(trace));
        // where one branch ends and the next begins no line is drawn
        final ArrayNode breaks = node.putArray("breaks");
        int at = 0;
        for (int b = 0; b < sample.branches().length - 1; b++) {
            at += sample.branches()[b];
            breaks.add((at + every - 1) / every);
        }
    }

    /** Share of the replicates whose statistic differs from that of the one before in the same branch. */
    static double moved(final NullSample sample) {
        int moved = 0;
        int pairs = 0;
        int at = 0;
        for (final int length : sample.branches()) {
            for (int k = 1; k < length; k++) {
                pairs++;
                moved += sample.statistics()[at + k] != sample.statistics()[at + k - 1] ? 1 : 0;
            }
            at += length;
        }
        return pairs == 0 ? 0 : (double)moved / pairs;
    }
}
