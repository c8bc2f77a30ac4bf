package org.seism.knime.motifs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeFactory;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Extras;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.NullChoice;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.TestedMotifs;
import org.seism.host.NodeHarness;
import org.seism.host.PortsOnDisk;
import org.seism.host.node.NodeState;
import org.seism.host.node.TableBuilder;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.knime.Nodes;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.port.CandidateKind;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.NullSamplePortObject;

/** The optional library of the nodes that select and test. */
class LibraryNodesTest {
    private static final DataType NUMBERS = ListCell.getCollectionType(DoubleCell.TYPE);

    private static BufferedDataTable known;
    private static PortObject sequences;

    @BeforeAll
    static void prepare() throws Exception {
        known = library("TATAAT", "CCGGCC", "CAGTTGAC", "GAGAGA");
        // TATAAT is planted in half of the sequences
        sequences = Nodes.sequences();
    }

    /** Matrices of words, each letter in eight of ten sites. */
    private static BufferedDataTable library(final String... words) {
        final TableBuilder table = TableBuilder.of(new String[]{"Name", "Alternative name", "Matrix", "Family"}, StringCell.TYPE,
            StringCell.TYPE, NUMBERS, StringCell.TYPE);
        for (final String word : words) {
            table.row(word, "ID" + word, "factor " + word, word.chars().boxed()
                .flatMap(c -> Stream.of('A', 'C', 'G', 'T').map(a -> a == c.intValue() ? 8 : 2 / 3.0)).mapToDouble(v -> v).toArray(),
                "family " + word);
        }
        return table.build();
    }

    private static NodeHarness node(final Class<? extends DefaultNodeFactory> factory, final PortObject input,
        final BufferedDataTable library, final String... settings) throws Exception {
        final NodeHarness node = Nodes.node(factory, input, settings);
        return library == null ? node : node.input(1, library);
    }

    private static NodeHarness selector(final BufferedDataTable library, final String... settings) throws Exception {
        return node(MotifSelectorNodeFactory.class, sequences, library, settings);
    }

    private static List<String> columns(final BufferedDataTable table) {
        return Arrays.asList(table.getDataTableSpec().getColumnNames());
    }

    private static MotifSelection selected(final NodeHarness node) {
        return ((MotifsPortObject)Nodes.executed(node).output(0)).selection();
    }

    @Test
    @DisplayName("a library that is connected is what motifs are selected from; the planted one comes first, and it has its name")
    void automatic() throws Exception {
        final NodeHarness node = Nodes.executed(selector(known, "motifs", "2"));
        final MotifSelection selection = selected(node);
        assertEquals(4, selection.candidates());
        assertEquals("factor TATAAT (IDTATAAT)", Nodes.text(node.table(1), 0, "Library matrix"));
        assertTrue(Nodes.text(node.table(1), 0, "Resembles").startsWith("resembles family TATAAT (best: factor TATAAT, q = "),
            Nodes.text(node.table(1), 0, "Resembles"));
        assertEquals(CandidateKind.LIBRARY, ((MotifsPortObject)node.output(0)).getSpec().candidates());
        final MotifSelection direct = SeismAnalysis.select(selection.study(), selection.settings(), TaskRunner.sequential(), Progress.NONE);
        assertEquals(direct.motifs(), selection.motifs());
    }

    @Test
    @DisplayName("words, library, both: what competes is as said")
    void kinds() throws Exception {
        final int words = selected(selector(null, "motifs", "1")).candidates();
        assertEquals(words, selected(selector(null, "motifs", "1", "candidates/selectFrom", "WORDS")).candidates());
        final NodeHarness named = Nodes.executed(selector(known, "motifs", "1", "candidates/selectFrom", "WORDS"));
        assertEquals(words, selected(named).candidates());
        assertTrue(Nodes.cell(named.table(1), 0, "Library matrix").isMissing());
        assertTrue(Nodes.text(named.table(1), 0, "Resembles").contains("family TATAAT"));
        assertEquals(4, selected(selector(known, "motifs", "1", "candidates/selectFrom", "LIBRARY")).candidates());
        assertEquals(words + 4, selected(selector(known, "motifs", "1", "candidates/selectFrom", "BOTH")).candidates());
        assertFalse(columns(Nodes.executed(selector(null, "motifs", "1")).table(1)).contains("Resembles"));
    }

    @Test
    @DisplayName("what can't go together is said before anything is computed")
    void messages() throws Exception {
        for (final String from : List.of("LIBRARY", "BOTH")) {
            for (final Class<? extends DefaultNodeFactory> factory : List.of(MotifSelectorNodeFactory.class, DataSplitTestNodeFactory.class)) {
                final NodeHarness none = node(factory, sequences, null, "candidates/selectFrom", from);
                assertFalse(none.configure());
                assertTrue(none.message().toString().contains("none is connected"), none.message().toString());
            }
        }
        final NodeHarness refined = selector(known, "refinement", "LATTICE");
        assertFalse(refined.configure());
        assertTrue(refined.message().toString().contains("not refined"), refined.message().toString());
        assertTrue(selector(known, "refinement", "LATTICE", "candidates/selectFrom", "WORDS").configure());
        final NodeHarness other = selector(Nodes.simulated());
        assertFalse(other.configure());
        assertTrue(other.message().toString().contains("The library has no column 'Name'"), other.message().toString());
        final NodeHarness empty = selector(library());
        assertFalse(empty.execute());
        assertTrue(empty.message().toString().contains("The library holds no motif"), empty.message().toString());
        final NodeHarness protein = Nodes.node(MotifSelectorNodeFactory.class,
            Nodes.executed(Nodes.encoder(Nodes.simulated("alphabet", "PROTEIN"))).output(0)).input(1, known);
        assertFalse(protein.execute());
        assertEquals(NodeState.CONFIGURED, protein.state());
        assertTrue(protein.message().toString().contains("The library holds DNA motifs"), protein.message().toString());
    }

    @Test
    @DisplayName("what the port carries is enough to test all matrices again: p-values are those of the engine, names go along")
    void tested() throws Exception {
        final MotifsPortObject motifs = PortsOnDisk.copy((MotifsPortObject)Nodes.executed(selector(known, "motifs", "2")).output(0));
        assertEquals(4, motifs.selection().settings().grid().library().orElseThrow().motifs().motifs().size());
        final NodeHarness sampler = Nodes.executed(Nodes.sampler(motifs, "replicates", "199", "closedForm", "true"));
        final NullSamplePortObject sample = sampler.savedAndLoaded(0);
        final TestedMotifs direct = SeismAnalysis.sample(selected(selector(known, "motifs", "2")),
            sample.tested().sampling().orElseThrow(), NullChoice.AUTO, PhenotypeTransform.NONE,
            Extras.NONE, TaskRunner.sequential(), Progress.NONE);
        for (int j = 0; j < 2; j++) {
            assertArrayEquals(direct.tests().get(j).sample().orElseThrow().statistics(),
                sample.tested().tests().get(j).sample().orElseThrow().statistics());
        }
        final NodeHarness pValues = Nodes.executed(node(SelectivePValuesNodeFactory.class, sample, null));
        assertEquals(direct.tests().get(0).sample().orElseThrow().p(), Nodes.number(pValues.table(0), 0, "P-value (sampled)"));
        assertEquals("factor TATAAT (IDTATAAT)", Nodes.text(pValues.table(0), 0, "Library matrix"));
        assertTrue(Nodes.text(pValues.table(0), 0, "Resembles").contains("family TATAAT"));
        assertEquals("The library (4 motifs)", Nodes.text(pValues.table(1), 0, "Library"));
        assertEquals("library", Nodes.text(pValues.table(1), 0, "Selected from"));
        assertTrue(pValues.viewData().contains("family TATAAT"));
        final NodeHarness closed = Nodes.executed(Nodes.node(ExactSelectiveTestNodeFactory.class, motifs));
        assertEquals(Nodes.number(pValues.table(0), 0, "P-value (gaussian, closed form)"),
            Nodes.number(closed.table(0), 0, "P-value (gaussian, closed form)"));
        assertEquals("factor TATAAT (IDTATAAT)", Nodes.text(closed.table(0), 0, "Library matrix"));
    }

    @Test
    @DisplayName("a library at Selective P-Values names motifs that were selected from words; another one takes the Selector's place")
    void names() throws Exception {
        final PortObject words = Nodes.nullSample();
        final NodeHarness nameless = Nodes.executed(node(SelectivePValuesNodeFactory.class, words, null));
        assertFalse(columns(nameless.table(0)).contains("Resembles"));
        assertTrue(Nodes.cell(nameless.table(1), 0, "Library").isMissing());
        final NodeHarness named = Nodes.executed(node(SelectivePValuesNodeFactory.class, words, known));
        assertTrue(Nodes.text(named.table(0), 0, "Resembles").contains("family TATAAT"));
        assertTrue(Nodes.number(named.table(0), 0, "Resembles (q-value)") < 0.05);
        assertEquals(Nodes.number(nameless.table(0), 0, "P-value (sampled)"), Nodes.number(named.table(0), 0, "P-value (sampled)"));
        final PortObject matrices =
            Nodes.executed(Nodes.sampler(Nodes.executed(selector(known, "motifs", "1")).output(0), "replicates", "99")).output(0);
        final NodeHarness other = Nodes.executed(node(SelectivePValuesNodeFactory.class, matrices, library("CCCCCC", "GTGTGT")));
        assertEquals("The library (2 motifs)", Nodes.text(other.table(1), 0, "Library"));
        assertFalse(Nodes.text(other.table(0), 0, "Resembles").contains("TATAAT"));
    }

    @Test
    @DisplayName("the data split selects from the library in each split")
    void split() throws Exception {
        final NodeHarness node =
            Nodes.executed(node(DataSplitTestNodeFactory.class, sequences, known, "motifs", "2", "repeats", "3"));
        assertEquals("factor TATAAT (IDTATAAT)", Nodes.text(node.table(1), 0, "Library matrix"));
        assertTrue(Nodes.text(node.table(1), 0, "Resembles").contains("family TATAAT"));
        assertTrue(Nodes.number(node.table(1), 0, "P-value (split)") < 0.01);
        assertEquals("library", Nodes.text(node.table(2), 0, "Selected from"));
        assertEquals(CandidateKind.LIBRARY, ((MotifsPortObject)node.savedAndLoaded(0)).getSpec().candidates());
    }
}
