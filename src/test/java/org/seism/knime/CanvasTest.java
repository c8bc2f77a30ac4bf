package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;
import org.seism.host.node.NodeState;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;

/** What users do on the canvas: drop a file, copy a node. */
class CanvasTest {

    @Test
    @DisplayName("a dropped file makes a configured node that reads it")
    void drop(@TempDir final Path directory) throws Exception {
        final Path file = Files.writeString(directory.resolve("my genes.fa"), ">a\nACGT\n>b\nGGCC\n");
        final NodeHarness node = NodeHarness.dropped(FastaReaderNodeFactory.class, file.toUri().toURL());
        assertTrue(node.configure(), node.message().toString());
        assertTrue(node.execute(), node.message().toString());
        assertEquals(2, node.table(0).size());
    }

    @Test
    @DisplayName("a node made in the usual way asks for a file")
    void noDrop() {
        final NodeHarness node = NodeHarness.of(FastaReaderNodeFactory.class);
        assertFalse(node.configure());
        assertEquals("No file is chosen.", node.message().text());
    }

    @TestFactory
    @DisplayName("a copy leaves the original's view alone, and has its own")
    Stream<DynamicTest> copies() throws Exception {
        final Map<Class<? extends DefaultNodeFactory>, PortObject> inputs =
            Map.of(SelectivePValuesNodeFactory.class, Nodes.nullSample(), ExactSelectiveTestNodeFactory.class, Nodes.motifs(),
                DataSplitTestNodeFactory.class, Nodes.sequences());
        return inputs.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey().getSimpleName(), () -> {
            final NodeHarness original = Nodes.executed(Nodes.node(e.getKey(), e.getValue()));
            final String shown = original.viewData();
            final NodeHarness copy = original.copyAndPaste();
            assertEquals(NodeState.IDLE, copy.state());
            assertEquals(shown, original.viewData());
            assertTrue(copy.viewData().contains("Execute the node"), copy.viewData());
            copy.input(0, e.getValue());
            copy.set(e.getKey() == SelectivePValuesNodeFactory.class ? "flank"
                : e.getKey() == DataSplitTestNodeFactory.class ? "motifs" : "report/flank", "1");
            Nodes.executed(copy);
            assertEquals(shown, original.viewData());
            assertFalse(copy.viewData().equals(shown), "the copy's own settings");
        }));
    }
}
