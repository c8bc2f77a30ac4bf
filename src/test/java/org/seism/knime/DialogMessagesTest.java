package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.message.TextMessage;
import org.seism.host.NodeHarness;
import org.seism.knime.node.extractor.RegionExtractorNodeFactory;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.node.sampler.NullSamplerNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.simulator.SequenceSimulatorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.parameters.FormParameters;

/** Settings that can't work are told in the dialog, where they are typed, in the words that applying it would use. */
class DialogMessagesTest {

    private record Case(Class<? extends DefaultNodeFactory> node, String says, Object... changes) {
    }

    private static final List<Case> CASES = List.of(
        new Case(SequenceSimulatorNodeFactory.class, "The word '' can't be planted.", "m_motifs/0/m_word", " "),
        new Case(SequenceSimulatorNodeFactory.class, "The word 'TATXAT' can't be planted.", "m_motifs/0/m_word", "TATXAT"),
        new Case(SequenceSimulatorNodeFactory.class, "The word '' can't be planted.", "m_motifs/0/m_word", null),
        new Case(SequenceSimulatorNodeFactory.class, "The planted words have 60 letters together", "m_motifs/0/m_word", "A".repeat(60)),
        new Case(SequenceSimulatorNodeFactory.class, "The lengths 60 to 50 are no range.", "m_minLength", 60),
        new Case(SequenceSimulatorNodeFactory.class, "There are 2 background frequencies", "m_background", "0.5, 0.5"),
        new Case(SequenceSimulatorNodeFactory.class, "The background frequencies 'a' are not numbers", "m_background", "a"),
        new Case(MotifSelectorNodeFactory.class, "The motif width 9-6 is no range", "m_candidates/m_minWidth", 9),
        new Case(MotifSelectorNodeFactory.class, "The bandwidths '' are not numbers", "m_candidates/m_bandwidths", ""),
        new Case(MotifSelectorNodeFactory.class, "The places '20; 5' are no numbers of starts", "m_candidates/m_forms/m_places",
            FormParameters.Places.GIVEN, "m_candidates/m_forms/m_starts", "20; 5"),
        new Case(DataSplitTestNodeFactory.class, "Places of 0 starts can't be used", "m_candidates/m_forms/m_places",
            FormParameters.Places.GIVEN, "m_candidates/m_forms/m_starts", "0"),
        new Case(DataSplitTestNodeFactory.class, "The motif width 6-5 is no range", "m_candidates/m_maxWidth", 5),
        new Case(NullSamplerNodeFactory.class, "The largest number of replicates, 10, is below", "m_adaptive", true, "m_maxReplicates", 10),
        new Case(RegionExtractorNodeFactory.class, "No type of feature is asked for.", "m_types", " , "),
        new Case(RegionExtractorNodeFactory.class, "The region has no letter", "m_upstream", 0, "m_downstream", 0),
        new Case(FastaReaderNodeFactory.class, "The header pattern 'y=' has 0 groups", "m_readPhenotype", true, "m_headerPattern", "y="));

    @TestFactory
    @DisplayName("a setting that can't work is told in the dialog, and refused when it is applied")
    Stream<DynamicTest> told() {
        return CASES.stream().map(c -> DynamicTest.dynamicTest(c.node().getSimpleName() + " " + Arrays.toString(c.changes()), () -> {
            final NodeHarness node = NodeHarness.of(c.node());
            final NodeParameters parameters = node.parameters();
            assertEquals(List.of(), node.dialogMessages(), "before");
            for (int i = 0; i < c.changes().length; i += 2) {
                set(parameters, (String)c.changes()[i], c.changes()[i + 1]);
            }
            final List<TextMessage.Message> messages = node.dialogMessages();
            assertEquals(1, messages.size(), messages.toString());
            assertTrue(messages.get(0).title().startsWith(c.says()), messages.toString());
            assertFalse(messages.get(0).description().isBlank());
            assertEquals(TextMessage.MessageType.ERROR, messages.get(0).type());
            final String refused = assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
            assertTrue(refused.startsWith(messages.get(0).title()), refused);
        }));
    }

    @Test
    @DisplayName("a pattern that nobody uses and a limit that does not count are not told")
    void silent() throws Exception {
        final NodeHarness reader = NodeHarness.of(FastaReaderNodeFactory.class);
        set(reader.parameters(), "m_headerPattern", "y=");
        assertEquals(List.of(), reader.dialogMessages());
        final NodeHarness sampler = NodeHarness.of(NullSamplerNodeFactory.class);
        set(sampler.parameters(), "m_maxReplicates", 10);
        assertEquals(List.of(), sampler.dialogMessages());
    }

    @Test
    @DisplayName("places are offered where all sequences have one length, and no more once they are chosen")
    void offered() throws Exception {
        final NodeHarness node = NodeHarness.of(MotifSelectorNodeFactory.class);
        assertEquals(List.of(), node.dialogMessages());
        node.input(0, Nodes.sequences());
        final List<TextMessage.Message> messages = node.dialogMessages();
        assertEquals(1, messages.size(), messages.toString());
        assertEquals("All sequences have 40 letters.", messages.get(0).title());
        assertEquals(TextMessage.MessageType.INFO, messages.get(0).type());
        set(node.parameters(), "m_candidates/m_forms/m_places", FormParameters.Places.IN_PLACES);
        assertEquals(List.of(), node.dialogMessages());
    }

    @Test
    @DisplayName("messages are no settings")
    void notSaved() {
        assertEquals(List.of(), NodeHarness.of(SequenceSimulatorNodeFactory.class).settings().keySet().stream()
            .filter(k -> k.contains("Problem")).toList());
    }

    @Test
    @DisplayName("'Add motif' adds a word that is not planted yet, 'Add covariate' a covariate")
    void added() throws Exception {
        final NodeHarness node = NodeHarness.of(SequenceSimulatorNodeFactory.class);
        final List<String> words = new ArrayList<>(List.of(word(Array.get(get(node.parameters(), "m_motifs"), 0))));
        for (int i = 1; i < 6; i++) {
            final Object fresh = node.dialogElement("m_motifs");
            assertFalse(words.contains(word(fresh)), word(fresh) + " is among " + words);
            words.add(word(fresh));
            final Object before = get(node.parameters(), "m_motifs");
            final Object after = Array.newInstance(before.getClass().getComponentType(), i + 1);
            System.arraycopy(before, 0, after, 0, i);
            Array.set(after, i, fresh);
            set(node.parameters(), "m_motifs", after);
        }
        assertEquals(List.of(), node.dialogMessages());
        node.parameters().validate();
        assertEquals("CovariateParameters", node.dialogElement("m_covariates").getClass().getSimpleName());
    }

    private static String word(final Object motif) throws ReflectiveOperationException {
        return (String)get(motif, "m_word");
    }

    private static Object get(final Object owner, final String name) throws ReflectiveOperationException {
        final Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    /** Sets what the dialog would hold before it is applied: no check comes between. */
    private static void set(final Object owner, final String path, final Object value) throws ReflectiveOperationException {
        final int slash = path.indexOf('/');
        if (slash > 0) {
            final Object inner = get(owner, path.substring(0, slash));
            final String rest = path.substring(slash + 1);
            if (inner.getClass().isArray()) {
                final int next = rest.indexOf('/');
                set(Array.get(inner, Integer.parseInt(rest.substring(0, next))), rest.substring(next + 1), value);
            } else {
                set(inner, rest, value);
            }
            return;
        }
        final Field field = owner.getClass().getDeclaredField(path);
        field.setAccessible(true);
        field.set(owner, value);
    }
}
