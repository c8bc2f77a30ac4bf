package org.seism.knime.motifs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.seism.host.NodeHarness;
import org.seism.host.PortsOnDisk;
import org.seism.host.node.NodeState;
import org.seism.host.node.TableBuilder;
import org.seism.inference.design.NullModel;
import org.seism.knime.Nodes;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.port.SequencesPortObject;
import org.seism.study.Kinship;

/** Related sequences from the encoder's second input or a column to the p-values. */
class RelatedNodesTest {
    private static final int N = 40;

    private static BufferedDataTable sequences() {
        final Random random = new Random(3);
        final TableBuilder rows = TableBuilder.of(new String[]{"ID", "Sequence", "y", "Family"}, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE,
            StringCell.TYPE);
        for (int i = 0; i < N; i++) {
            final StringBuilder text = new StringBuilder();
            // the sixth is too short to be used
            while (text.length() < (i == 5 ? 3 : 25)) {
                text.append("ACGT".charAt(random.nextInt(4)));
            }
            rows.row("Row" + i, "s" + i, text.toString(), random.nextGaussian(), "f" + i / 4);
        }
        return rows.build();
    }

    /** Rows in another order than the sequences. */
    private static BufferedDataTable matrix(final double cousins, final boolean named) {
        final List<String> names = new ArrayList<>();
        final List<DataType> types = new ArrayList<>();
        if (named) {
            names.add("Name");
            types.add(StringCell.TYPE);
        }
        for (int i = 0; i < N; i++) {
            names.add("s" + i);
            types.add(DoubleCell.TYPE);
        }
        final TableBuilder rows = TableBuilder.of(names.toArray(String[]::new), types.toArray(DataType[]::new));
        for (int i = N - 1; i >= 0; i--) {
            final List<Object> cells = new ArrayList<>();
            if (named) {
                cells.add("s" + i);
            }
            for (int j = 0; j < N; j++) {
                cells.add(i == j ? 1.0 : i / 4 == j / 4 ? 1.0 : i / 8 == j / 8 ? cousins : 0.0);
            }
            rows.row(named ? "Row" + i : "s" + i, cells.toArray());
        }
        return rows.build();
    }

    private static Kinship kinship(final NodeHarness encoder) {
        return Nodes.executed(encoder).<SequencesPortObject> output(0).study().kinship().orElseThrow();
    }

    @Test
    @DisplayName("families of a column and the matrix that says the same relate the sequences that are kept in the same way")
    void sources() throws Exception {
        final Kinship families = kinship(Nodes.encoder(sequences(), "related/families", "COLUMN", "related/familyColumn", "Family"));
        assertEquals(N - 1, families.size());
        assertArrayEquals(new int[]{4, 5, 6}, families.members()[1], "the family of the sequence that is left out has three");
        for (final boolean named : new boolean[]{true, false}) {
            final Kinship matrix = kinship(Nodes.encoder(sequences()).input(1, matrix(0, named)));
            assertArrayEquals(families.members(), matrix.members());
            assertArrayEquals(families.blocks()[1], matrix.blocks()[1], 1e-12);
        }
        assertEquals(5, kinship(Nodes.encoder(sequences()).input(1, matrix(0.5, true))).members().length, "families of two are related");
        assertFalse(Nodes.executed(Nodes.encoder(sequences())).<SequencesPortObject> output(0).study().kinship().isPresent());
    }

    @Test
    @DisplayName("the relationship travels: tests are gaussian, h is in the summary, ports come back from the disk with it")
    void travels() throws Exception {
        final PortObject encoded = Nodes.executed(Nodes.encoder(sequences(), "related/heritabilityKnown", "true", "related/heritability", "0.4")
            .input(1, matrix(0.5, true))).output(0);
        final SequencesPortObject again = PortsOnDisk.copy((SequencesPortObject)encoded);
        final Kinship kinship = again.study().kinship().orElseThrow();
        assertEquals(0.4, kinship.heritability());
        assertArrayEquals(((SequencesPortObject)encoded).study().kinship().orElseThrow().blocks()[0], kinship.blocks()[0]);
        assertTrue(again.getSpec().related().contains("sequences related"), again.getSpec().related());
        final PortObject motifs =
            Nodes.executed(Nodes.selector(again, "motifs", "1", "candidates/minWidth", "4", "candidates/maxWidth", "4")).output(0);
        final NodeHarness sampler = Nodes.executed(Nodes.sampler(motifs, "replicates", "49"));
        final NullSamplePortObject tested = PortsOnDisk.copy((NullSamplePortObject)sampler.output(0));
        assertEquals(NullModel.GAUSSIAN, tested.tested().nullModel());
        assertEquals(0.4, tested.tested().heritability().orElseThrow());
        final NodeHarness values = Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, tested));
        assertEquals(0.4, Nodes.number(values.table(1), 0, "Heritability"));
        assertTrue(Nodes.text(values.table(1), 0, "Related sequences").startsWith("the relationship matrix (39 of 39"));
        assertTrue(Nodes.text(values.table(1), 0, "Remarks").contains("h = 0.400, as given"), Nodes.text(values.table(1), 0, "Remarks"));
    }

    @Test
    @DisplayName("what does not go with related sequences is said before anything runs")
    void refused() throws Exception {
        final NodeHarness both =
            Nodes.encoder(sequences(), "related/families", "COLUMN", "related/familyColumn", "Family").input(1, matrix(0, true));
        assertFalse(both.execute());
        assertTrue(both.message().toString().contains("two sources of relationships"), both.message().toString());
        final NodeHarness none = Nodes.encoder(sequences()).input(1, sequences());
        assertFalse(none.execute());
        assertTrue(none.message().toString().contains("no matrix of relationships"), none.message().toString());
        final PortObject encoded =
            Nodes.executed(Nodes.encoder(sequences(), "related/families", "COLUMN", "related/familyColumn", "Family")).output(0);
        final NodeHarness split = Nodes.node(DataSplitTestNodeFactory.class, encoded);
        assertFalse(split.execute());
        assertTrue(split.message().toString().contains("related"), split.message().toString());
        final PortObject motifs =
            Nodes.executed(Nodes.selector(encoded, "motifs", "1", "candidates/minWidth", "4", "candidates/maxWidth", "4")).output(0);
        final NodeHarness sampler = Nodes.sampler(motifs, "replicates", "19", "nullModel", "PERMUTATION");
        assertFalse(sampler.execute());
        assertEquals(NodeState.IDLE, sampler.state());
        assertTrue(sampler.message().toString().contains("can't be exchanged"), sampler.message().toString());
    }
}
