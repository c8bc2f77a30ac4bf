package org.seism.knime.motifs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.seism.host.NodeHarness;
import org.seism.knime.Nodes;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;

/** Words in places and with gaps go from node to node, saved and loaded between. */
class FormNodesTest {

    private static List<String> words(final BufferedDataTable table) {
        final int column = table.getDataTableSpec().findColumnIndex("Consensus");
        final List<String> words = new ArrayList<>();
        for (final DataRow row : table) {
            words.add(row.getCell(column).toString());
        }
        return words;
    }

    /** Selection, sampling and p-values name the same motifs, and so do those of the closed form. */
    private static List<String> tested(final PortObject sequences, final String... forms) throws Exception {
        final NodeHarness selector = Nodes.selector(sequences, forms);
        selector.set("motifs", "2");
        Nodes.executed(selector);
        final List<String> selected = words(selector.table(1));
        final NodeHarness sampler = Nodes.executed(Nodes.sampler(selector.savedAndLoaded(0), "replicates", "49"));
        final NodeHarness pValues = Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, sampler.savedAndLoaded(0)));
        assertEquals(selected, words(pValues.table(0)));
        assertTrue(pValues.table(2).size() > 20, selected + ": " + pValues.table(2).size() + " sites");
        final NodeHarness exact = Nodes.executed(Nodes.node(ExactSelectiveTestNodeFactory.class, selector.savedAndLoaded(0)));
        assertEquals(selected, words(exact.table(0)));
        return selected;
    }

    @Test
    @DisplayName("words in places pass all nodes")
    void places() throws Exception {
        final List<String> words = tested(Nodes.sequences(), "candidates/minWidth", "2", "candidates/maxWidth", "3", "candidates/forms/places",
            "GIVEN", "candidates/forms/starts", "12, 4");
        assertTrue(words.stream().anyMatch(w -> w.matches("[ACGT]{2,3}@[0-9]+-[0-9]+")), words.toString());
    }

    @Test
    @DisplayName("words with a gap pass all nodes, and a data split")
    void gaps() throws Exception {
        final PortObject sequences = Nodes.sequences();
        final List<String> words = tested(sequences, "candidates/minWidth", "3", "candidates/maxWidth", "3", "candidates/forms/gapped", "true");
        assertTrue(words.stream().anyMatch(w -> w.matches("[ACGT]{6,8}|[ACGT]{3,4}-N[0-9]+-[ACGT]{3,4}")), words.toString());
        final NodeHarness split = Nodes.executed(Nodes.node(DataSplitTestNodeFactory.class, sequences, "candidates/forms/gapped", "true",
            "candidates/forms/places", "IN_PLACES"));
        assertEquals(3, split.table(1).size());
    }

    @Test
    @DisplayName("places given for sequences of several lengths are an error that names the lengths; usual places are left out with a warning")
    void lengths() throws Exception {
        final PortObject sequences = Nodes.executed(Nodes.encoder(Nodes.simulated("maxLength", "50"))).output(0);
        final NodeHarness given = Nodes.selector(sequences, "candidates/forms/places", "GIVEN");
        assertFalse(given.execute());
        assertTrue(given.message().toString().contains("need sequences of one length"), given.message().toString());
        final NodeHarness usual = Nodes.executed(Nodes.selector(sequences, "candidates/forms/places", "IN_PLACES"));
        assertTrue(usual.message().toString().contains("Words are candidates anywhere only"), usual.message().toString());
        final String refused = assertThrows(InvalidSettingsException.class,
            () -> Nodes.selector(sequences, "candidates/forms/places", "IN_PLACES", "refinement", "LATTICE")).getMessage();
        assertTrue(refused.startsWith("Words in a place and words with a gap are not refined."), refused);
    }
}
