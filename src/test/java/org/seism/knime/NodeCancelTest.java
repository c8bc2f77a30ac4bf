package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.seism.host.NodeHarness;
import org.seism.host.Pool;
import org.seism.host.node.NodeState;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.extractor.RegionExtractorNodeFactory;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.simulator.SequenceSimulatorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;

/** A cancelled node stops, says so, and leaves no task behind. */
class NodeCancelTest {

    @TestFactory
    @DisplayName("a cancelled node ends, says so, and leaves no task")
    Stream<DynamicTest> cancel(@TempDir final Path folder) throws Exception {
        final BufferedDataTable large = Nodes.simulated("count", "2000", "maxLength", "300", "minLength", "300");
        final PortObject sequences = Nodes.executed(Nodes.encoder(large)).output(0);
        final PortObject motifs = Nodes.motifs();
        final PortObject sample = Nodes.nullSample();
        return Stream.of(test(Nodes.node(SequenceSimulatorNodeFactory.class, null, "count", "200000", "maxLength", "500",
            "minLength", "500"), 100), test(reader(folder), 100), test(extractor(folder), 100), test(Nodes.encoder(large), 2),
            test(Nodes.selector(sequences, "candidates/minWidth", "6", "candidates/maxWidth", "9"), 300),
            test(Nodes.sampler(motifs, "replicates", "1000000"), 500),
            test(Nodes.node(ExactSelectiveTestNodeFactory.class, Nodes.executed(Nodes.selector(sequences)).output(0)), 200),
            test(Nodes.node(SelectivePValuesNodeFactory.class, sample), 1),
            test(Nodes.node(DataSplitTestNodeFactory.class, sequences, "repeats", "500"), 300));
    }

    private static DynamicTest test(final NodeHarness node, final long after) {
        return DynamicTest.dynamicTest(node.definition().name(), () -> {
            final Duration took = node.cancel(Duration.ofMillis(after));
            // how long it took is for the reader: a busy machine takes its time
            System.out.println(node.definition().name() + ": cancelled in " + took.toMillis() + " ms");
            assertTrue(Pool.idleWithin(Duration.ofMinutes(1)), "a task is left");
            // the quick ones, cancelled at once, may have come to their end before
            if (after >= 100 || node.state() != NodeState.EXECUTED) {
                assertEquals("WARNING Execution canceled", node.message().toString());
                assertEquals(NodeState.CONFIGURED, node.state());
            }
        });
    }

    private static NodeHarness reader(final Path folder) throws Exception {
        final Path file = folder.resolve("large.fa");
        write(file);
        final NodeHarness node = NodeHarness.of(FastaReaderNodeFactory.class);
        final NodeSettings settings = node.settings();
        settings.getNodeSettings("file").getNodeSettings("path").addString("path", file.toString());
        return node.load(settings);
    }

    /** One long record. */
    private static NodeHarness extractor(final Path folder) throws Exception {
        final Path file = folder.resolve("large.gbk");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("LOCUS       L1 60 bp    DNA     linear   BCT 01-JAN-2026\nFEATURES             Location/Qualifiers\n");
            for (int i = 1; i < 200_000; i++) {
                out.write("     gene            " + (50 * i) + ".." + (50 * i + 30) + "\n                     /locus_tag=\"g" + i + "\"\n");
            }
            out.write("ORIGIN\n");
            for (int i = 0; i < 200_000; i++) {
                out.write("        1 acgtacgtac gtacgtacgt acgtacgtac gtacgtacgt acgtacgtac gtacgtacgt\n");
            }
            out.write("//\n");
        }
        return Nodes.node(RegionExtractorNodeFactory.class, null, "file/path/path", file.toString());
    }

    private static void write(final Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 400_000; i++) {
                out.write(">s" + i + "\nACGTACGTACGTACGTACGTACGTACGTACGTACGTACGT\n");
            }
        }
    }
}
