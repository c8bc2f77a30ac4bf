package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;
import org.seism.host.dialog.DialogField;
import org.seism.knime.node.encoder.SequenceEncoderNodeFactory;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.sampler.NullSamplerNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.simulator.SequenceSimulatorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;

/** Every option is described, survives saving, and is refused out of its bounds. */
class NodeSettingsTest {

    /** An option of a node with a value other than its default. */
    private record Option(Class<? extends DefaultNodeFactory> node, String key, String value) {
        @Override
        public String toString() {
            return node.getSimpleName().replace("NodeFactory", "") + ": " + key + " = " + value;
        }
    }

    private static Map<Class<? extends DefaultNodeFactory>, PortObject> inputs;

    @BeforeAll
    static void inputs() throws Exception {
        final PortObject motifs = Nodes.motifs();
        inputs = Map.of(SequenceEncoderNodeFactory.class, Nodes.simulated(), MotifSelectorNodeFactory.class, Nodes.sequences(),
            NullSamplerNodeFactory.class, motifs, ExactSelectiveTestNodeFactory.class, motifs, DataSplitTestNodeFactory.class,
            Nodes.sequences(), SelectivePValuesNodeFactory.class, Nodes.nullSample());
    }

    private static NodeHarness node(final Class<? extends DefaultNodeFactory> factory) throws InvalidSettingsException {
        return Nodes.node(factory, inputs.get(factory));
    }

    private static Stream<Option> options(final Class<? extends DefaultNodeFactory> node, final String... options) {
        return Stream.of(options).map(o -> new Option(node, o.substring(0, o.indexOf('=')), o.substring(o.indexOf('=') + 1)));
    }

    @TestFactory
    @DisplayName("values out of bounds are refused on loading, with what to do about it")
    Stream<DynamicTest> bounds() {
        return Stream.of(options(SequenceSimulatorNodeFactory.class, "count=0", "count=1000001", "minLength=0", "minLength=60",
            "background=1,2", "background=a,b,c,d", "motifs/0/word=TXY!", "motifs/0/share=1.5", "noise=-1", "seed=-1",
            "seed=9007199254740993", "maxLength=1000001"), options(SequenceEncoderNodeFactory.class, "minWidth=0", "minWidth=63"),
            options(MotifSelectorNodeFactory.class, "motifs=0", "motifs=101", "candidates/minWidth=1", "candidates/minWidth=7",
                "candidates/maxWidth=63", "candidates/minSupport=0", "candidates/maxGridSize=0", "candidates/bandwidths=",
                "candidates/bandwidths=21", "candidates/lambda=-1", "flank=-1", "flank=101", "maxSweeps=0", "maxSweeps=101"),
            options(NullSamplerNodeFactory.class, "replicates=0", "thinning=0", "thinning=1001", "branches=0", "branches=1001",
                "maxReplicates=0", "seed=-5"),
            options(SelectivePValuesNodeFactory.class, "alpha=0", "alpha=1", "flank=-1"),
            options(ExactSelectiveTestNodeFactory.class, "report/alpha=0", "report/flank=101"),
            options(DataSplitTestNodeFactory.class, "fraction=0.05", "fraction=0.95", "repeats=0", "repeats=1001", "permutations=0",
                "seed=-1", "motifs=0", "candidates/minWidth=1")).flatMap(s -> s)
            .map(o -> DynamicTest.dynamicTest(o.toString(), () -> {
                final NodeHarness node = node(o.node());
                final InvalidSettingsException refused =
                    assertThrows(InvalidSettingsException.class, () -> node.set(o.key(), o.value()));
                assertTrue(refused.getMessage().length() > 10 && !refused.getMessage().contains("Exception"), refused.getMessage());
                assertTrue(node.configure(), "the former settings stay");
            }));
    }

    @TestFactory
    @DisplayName("settings survive saving and loading; a missing key is an error")
    Stream<DynamicTest> roundTrip() {
        return Nodes.ALL.stream().map(f -> DynamicTest.dynamicTest(f.getSimpleName(), () -> {
            final NodeSettings saved = node(f).settings();
            assertFalse(saved.keySet().isEmpty());
            assertEquals(saved, node(f).load(saved).settings());
            assertThrows(InvalidSettingsException.class, () -> node(f).load(new NodeSettings("empty")));
        }));
    }

    @Test
    @DisplayName("a Null Sampler saved before there were branches, transform and closed form has one chain and neither")
    void olderSampler() throws Exception {
        final NodeSettings older = node(NullSamplerNodeFactory.class).set("replicates", "49").settings();
        assertEquals(1, older.getInt("branches"));
        final NodeSettingsRO saved = NodeSettings.loadFromXML(new ByteArrayInputStream(
            xml(older).replaceAll("\\s*<entry key=\"(branches|transform|closedForm|intervals|tails|joint)\"[^>]*/>", "").getBytes(StandardCharsets.UTF_8)));
        assertFalse(saved.containsKey("branches"));
        final NodeHarness node = node(NullSamplerNodeFactory.class).load(saved);
        assertEquals(1, node.settings().getInt("branches"));
        assertEquals("NONE", node.settings().getString("transform"));
        assertFalse(node.settings().getBoolean("closedForm"));
        assertFalse(node.settings().getBoolean("intervals"));
        assertFalse(node.settings().getBoolean("tails"));
        assertEquals("NONE", node.settings().getString("joint"));
        assertEquals(49, node.settings().getInt("replicates"));
        Nodes.executed(node);
    }

    @Test
    @DisplayName("a Motif Selector saved before there were refinement and libraries selects words")
    void olderSelector() throws Exception {
        final NodeSettings older = node(MotifSelectorNodeFactory.class).set("motifs", "2").settings();
        final NodeSettingsRO saved = NodeSettings.loadFromXML(new ByteArrayInputStream(
            xml(older).replaceAll("\\s*<entry key=\"(refinement|resolution|maxSweeps|selectFrom)\"[^>]*/>", "")
                .getBytes(StandardCharsets.UTF_8)));
        assertFalse(saved.containsKey("refinement") || saved.containsKey("resolution") || saved.containsKey("maxSweeps"));
        final NodeHarness node = node(MotifSelectorNodeFactory.class).load(saved);
        assertFalse(saved.getNodeSettings("candidates").containsKey("selectFrom"));
        assertEquals("AUTO", node.settings().getNodeSettings("candidates").getString("selectFrom"));
        assertEquals("NONE", node.settings().getString("refinement"));
        assertEquals(10, node.settings().getInt("maxSweeps"));
        assertEquals(2, node.settings().getInt("motifs"));
    }

    private static String xml(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @TestFactory
    @DisplayName("every node, port and option is described, has keywords, an icon, and links to the paper")
    Stream<DynamicTest> descriptions() {
        return Nodes.ALL.stream().map(f -> DynamicTest.dynamicTest(f.getSimpleName(), () -> {
            final NodeHarness node = node(f);
            assertTrue(node.definition().keywords().size() >= 5);
            assertEquals(2, node.definition().resources().size());
            assertTrue(node.icon().openStream().read() >= 0);
            assertTrue(node.description().getTextContent().length() > 300);
            final List<DialogField> fields = node.dialog();
            assertFalse(fields.isEmpty());
            for (final DialogField field : fields) {
                assertFalse(field.title().isBlank() || field.title().endsWith(":"), field.key());
                assertTrue(field.description().length() > 15, field.key());
                assertFalse(field.section().isBlank() && !field.key().contains("/"), field.key() + " stands in no section");
            }
        }));
    }
}
