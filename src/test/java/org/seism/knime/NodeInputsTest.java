package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.seism.host.NodeHarness;
import org.seism.host.node.NodeMessage;
import org.seism.host.node.NodeState;
import org.seism.host.node.TableBuilder;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.port.PhenotypeKind;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.knime.table.Columns;

/** What nodes make of ordinary and of odd inputs. */
class NodeInputsTest {

    private static void says(final NodeHarness node, final NodeMessage.Type type, final String text) {
        assertEquals(type, node.message().type(), node.message().toString());
        assertTrue(node.message().text().contains(text), node.message().toString());
        assertFalse(node.message().resolutions().isEmpty(), "no remedy: " + node.message());
    }

    @Test
    @DisplayName("the encoder finds its columns in the tables of reader and simulator")
    void defaultColumns() throws Exception {
        final TableBuilder fasta = TableBuilder.of(new String[]{"ID", "Description", "Sequence", "Length", "Phenotype"},
            StringCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, StringCell.TYPE);
        final NodeSettings chosen = Nodes.encoder(fasta.build()).settings();
        assertEquals(List.of("Sequence", "Phenotype", "COLUMN", "ID"), List.of(chosen.getString("sequenceColumn"),
            chosen.getString("phenotypeColumn"), chosen.getString("identifier"), chosen.getString("idColumn")));
        final TableBuilder plain = TableBuilder.of(new String[]{"letters", "value"}, StringCell.TYPE, DoubleCell.TYPE);
        final NodeSettings first = Nodes.encoder(plain.build()).settings();
        assertEquals(List.of("letters", "value", "ROW_ID"),
            List.of(first.getString("sequenceColumn"), first.getString("phenotypeColumn"), first.getString("identifier")));
    }

    @Test
    @DisplayName("wrong columns are said in configure, with what to do")
    void wrongColumns() throws Exception {
        final BufferedDataTable table = Nodes.table().row("r", "a", "ACGTACGT", 1.0).build();
        for (final String[] wrong : new String[][]{{"sequenceColumn", "nothing", "no column 'nothing'"},
            {"sequenceColumn", "y", "can't be used as sequence"}, {"phenotypeColumn", "nothing", "no column 'nothing'"},
            {"idColumn", "y", "can't be used as identifier"}, {"phenotypeColumn", "Sequence", "as sequence and as phenotype"},
            {"sequenceColumn", "", "No sequence column"}}) {
            final NodeHarness node = Nodes.encoder(table, wrong[0], wrong[1]);
            assertFalse(node.configure());
            says(node, NodeMessage.Type.WARNING, wrong[2]);
        }
        final NodeHarness gone = Nodes.covariates(Nodes.encoder(table), "gone");
        assertFalse(gone.configure());
        says(gone, NodeMessage.Type.WARNING, "no column of numbers or names 'gone'");
        final NodeHarness letters = Nodes.covariates(Nodes.encoder(table), "Sequence");
        assertFalse(letters.configure());
        says(letters, NodeMessage.Type.WARNING, "as sequence and as covariate");
        final NodeHarness both = Nodes.covariates(Nodes.encoder(table), "y");
        assertFalse(both.configure());
        says(both, NodeMessage.Type.WARNING, "as phenotype and as covariate");
    }

    @Test
    @DisplayName("rows that can't be used are left out, counted, and listed with the reason under their row ID")
    void missingValues() throws Exception {
        final TableBuilder rows = Nodes.table();
        for (int i = 0; i < 8; i++) {
            rows.row("ok" + i, "s" + i, "ACGTAC" + "ACGT".charAt(i % 4) + "GT" + "ACGT".charAt(i / 4) + "TT", (double)i % 3);
        }
        final NodeHarness node = Nodes.executed(Nodes.encoder(rows.row("no letters", "a", null, 1.0)
            .row("no value", "b", "ACGTACGTA", null).row("NaN", "c", "ACGTACGTA", Double.NaN).row("short", "d", "ACG", 1.0)
            .row("no id", null, "TTTTACGTACG", 2.0).build()));
        assertEquals("4 of 13 sequences were left out (1 phenotype is NaN, 1 phenotype is missing, 1 the sequence has few letters, "
            + "fewer than the width 6, 1 the sequence is empty); the quality table says which and why.", node.message().text());
        assertEquals(NodeMessage.Type.WARNING, node.message().type());
        final BufferedDataTable quality = node.table(1);
        assertEquals("no letters", Nodes.rows(quality).get(8).getKey().getString());
        assertEquals("false", Nodes.text(quality, 8, Columns.KEPT));
        assertEquals("the sequence is empty", Nodes.text(quality, 8, Columns.REASON));
        assertTrue(Nodes.text(quality, 9, Columns.REASON).startsWith("phenotype is missing"));
        assertEquals("phenotype is NaN", Nodes.text(quality, 10, Columns.REASON));
        assertEquals("true", Nodes.text(quality, 12, Columns.KEPT));
        final SequencesPortObject sequences = node.output(0);
        assertEquals(9, sequences.study().size());
    }

    @Test
    @DisplayName("an empty table, and one whose rows all fail, are errors with a remedy")
    void empty() throws Exception {
        final NodeHarness empty = Nodes.encoder(Nodes.table().build());
        assertTrue(empty.configure());
        assertFalse(empty.execute());
        says(empty, NodeMessage.Type.ERROR, "The input table holds no sequences.");
        final NodeHarness blank = Nodes.encoder(Nodes.table().row("r", "a", "", 1.0).build());
        assertFalse(blank.execute());
        says(blank, NodeMessage.Type.ERROR, "empty");
    }

    @Test
    @DisplayName("classes, truth values and numbers as text are read")
    void phenotypes() throws Exception {
        final TableBuilder rows =
            TableBuilder.of(new String[]{"Sequence", "class", "flag", "number"}, StringCell.TYPE, StringCell.TYPE, BooleanCell.TYPE,
                StringCell.TYPE);
        for (int i = 0; i < 8; i++) {
            rows.row("r" + i, "ACGTACGT" + "ACGT".charAt(i % 4), i % 2 == 0 ? "bound" : "free", i % 2 == 0, i + ".5");
        }
        final BufferedDataTable table = rows.build();
        final SequencesPortObject bound =
            Nodes.executed(Nodes.encoder(table, "phenotypeColumn", "class", "positiveClass", "bound")).output(0);
        assertEquals("bound", bound.getSpec().positiveClass());
        assertEquals(1, bound.study().phenotype().values()[0]);
        final SequencesPortObject flag = Nodes.executed(Nodes.encoder(table, "phenotypeColumn", "flag")).output(0);
        assertEquals("true", flag.getSpec().positiveClass());
        final NodeHarness number = Nodes.encoder(table, "phenotypeColumn", "number");
        assertTrue(number.configure());
        assertEquals(PhenotypeKind.UNKNOWN, number.<SequencesPortObjectSpec>outSpec(0).kind());
        final SequencesPortObject numbers = Nodes.executed(number).output(0);
        assertEquals(7.5, numbers.study().phenotype().values()[7]);
        final NodeHarness unknown = Nodes.encoder(table, "phenotypeColumn", "class", "positiveClass", "other");
        assertFalse(unknown.execute());
        says(unknown, NodeMessage.Type.ERROR, "has no class 'other'");
    }

    @Test
    @DisplayName("letters outside the alphabet: skipped, left out, or an error")
    void ambiguity() throws Exception {
        final TableBuilder rows = Nodes.table();
        for (int i = 0; i < 6; i++) {
            rows.row("r" + i, "s" + i, "ACGTACGT" + "ACGT".charAt(i % 4), (double)i);
        }
        final BufferedDataTable table = rows.row("n", "n", "ACGTACGTNA", 3.0).build();
        assertEquals(7, Nodes.executed(Nodes.encoder(table)).<SequencesPortObject>output(0).study().size());
        final NodeHarness leftOut = Nodes.executed(Nodes.encoder(table, "ambiguity", "LEAVE_OUT"));
        assertEquals(6, leftOut.<SequencesPortObject>output(0).study().size());
        assertTrue(Nodes.text(leftOut.table(1), 6, Columns.REASON).contains("letter 'N' at position 9"));
        final NodeHarness failed = Nodes.encoder(table, "ambiguity", "FAIL");
        assertFalse(failed.execute());
        says(failed, NodeMessage.Type.ERROR, "The input table, row 7 ('n'): letter 'N' at position 9");
    }

    @Test
    @DisplayName("a node without its input stays idle")
    void notConnected() throws Exception {
        for (final var factory : Nodes.ALL.subList(3, Nodes.ALL.size())) {
            final NodeHarness node = Nodes.node(factory, null);
            assertFalse(node.configure());
            assertEquals(NodeState.IDLE, node.state());
            for (int port = 0; port < node.outPorts(); port++) {
                assertNull(node.outSpec(port));
            }
        }
    }

    @Test
    @DisplayName("what can't be tested is refused in configure")
    void refusals() throws Exception {
        final NodeHarness partial = Nodes.sampler(Nodes.executed(Nodes.selector(Nodes.sequences(), "number", "FORWARD_STOP")).output(0),
            "hypothesis", "PARTIAL");
        assertFalse(partial.configure());
        says(partial, NodeMessage.Type.WARNING, "ForwardStop chooses the number of motifs");
        final NodeHarness tooFew = Nodes.selector(Nodes.sequences(), "candidates/minSupport", "120");
        assertFalse(tooFew.execute());
        says(tooFew, NodeMessage.Type.ERROR, "");
    }

    @Test
    @DisplayName("the selector warns of sequences too short for it")
    void tooShort() throws Exception {
        final TableBuilder rows = Nodes.table();
        for (int i = 0; i < 12; i++) {
            rows.row("r" + i, "s" + i, i < 2 ? "ACGTAC" : "ACGTACGTT" + "ACGT".charAt(i % 4) + "TTGCA", (double)i);
        }
        final NodeHarness node = Nodes.executed(Nodes.selector(Nodes.executed(Nodes.encoder(rows.build())).output(0),
            "candidates/maxWidth", "8", "candidates/minWidth", "8", "motifs", "1"));
        assertTrue(node.message().text().startsWith("2 of 12 sequences have no stretch of 8 letters"), node.message().toString());
    }

    @Test
    @DisplayName("the reader reads gzip, odd line ends and headers, and says what is missing")
    void fasta(@TempDir final Path folder) throws Exception {
        final String text = "\uFEFF>p1 y=1 > odd\r\nacgt\r\n\r\nACGT\r\n;comment\r\n>p2 y=x\r\n>p1\r\nAC";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("odd file.fa.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        final NodeHarness node = NodeHarness.of(FastaReaderNodeFactory.class);
        assertFalse(node.configure());
        says(node, NodeMessage.Type.WARNING, "No file is chosen.");
        final NodeSettings settings = node.settings();
        settings.getNodeSettings("file").getNodeSettings("path").addString("path", folder.resolve("odd file.fa.gz").toString());
        node.load(settings).set("readPhenotype", "true").set("headerPattern", "y=(\\S+)").set("phenotypeColumn", "NUMBER");
        final BufferedDataTable table = Nodes.executed(node).table(0);
        assertEquals(List.of("p1", "y=1 > odd", "acgtACGT", "8", "1.0"), Nodes.rows(table).get(0).stream().map(Object::toString).toList());
        assertEquals("2 of 3 headers give no phenotype: their value is missing. 1 of 3 records have no letters.",
            node.message().text());
        assertTrue(table.getDataTableSpec().getColumnSpec(Columns.SEQUENCE).getDomain().getValues() == null, "sequences in the domain");
        settings.getNodeSettings("file").getNodeSettings("path").addString("path", folder.resolve("none.fa").toString());
        node.load(settings);
        assertFalse(node.execute());
        says(node, NodeMessage.Type.ERROR, "There is no file");
    }
}
