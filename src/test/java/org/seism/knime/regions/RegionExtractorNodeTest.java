package org.seism.knime.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.seism.Progress;
import org.seism.host.NodeHarness;
import org.seism.host.node.TableBuilder;
import org.seism.knime.Nodes;
import org.seism.knime.node.extractor.RegionExtractorNodeFactory;
import org.seism.sequence.annotated.RecordSource;
import org.seism.sequence.annotated.Region;
import org.seism.sequence.annotated.RegionExtractor;
import org.seism.sequence.annotated.RegionSettings;
import org.seism.table.NamedInput;

/** The Region Extractor: its table is the engine's, and it says what was left out and what is missing. */
class RegionExtractorNodeTest {
    private static final Path GENOME = Path.of("examples", "made_genome.gbk").toAbsolutePath();
    private static final String LETTERS = "ACGTTGCAAC" + "GGATCCTAGA" + "TTTACGCGAT" + "CCGATAAGGC" + "ATGCATTGCC";

    @TempDir
    private Path m_folder;

    private Path m_fasta;
    private Path m_gff;

    @BeforeEach
    void files() throws Exception {
        m_fasta = m_folder.resolve("genes.fa.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(m_fasta))) {
            out.write((">c1 first\n" + LETTERS + "\n").getBytes(StandardCharsets.UTF_8));
        }
        m_gff = Files.writeString(m_folder.resolve("genes.gff3"), """
            c1	.	gene	11	15	.	+	.	ID=g1;product=first
            c1	.	gene	19	25	.	-	.	ID=g2;product=second,2nd
            c1	.	gene	3	6	.	+	.	ID=g3
            """);
    }

    private static NodeHarness node(final Path file, final String... settings) throws Exception {
        final List<String> all = new ArrayList<>(List.of("file/path/path", file.toString()));
        all.addAll(Arrays.asList(settings));
        return Nodes.node(RegionExtractorNodeFactory.class, null, all.toArray(String[]::new));
    }

    private NodeHarness annotated(final String... settings) throws Exception {
        final List<String> all = new ArrayList<>(List.of("featuresIn", "SECOND", "annotation/path/path", m_gff.toString()));
        all.addAll(Arrays.asList(settings));
        return node(m_fasta, all.toArray(String[]::new));
    }

    private static List<String> row(final BufferedDataTable table, final int row) {
        final DataRow cells = Nodes.rows(table).get(row);
        return IntStream.range(0, cells.getNumCells()).mapToObj(cells::getCell).map(DataCell::toString).toList();
    }

    @Test
    @DisplayName("defaults and the engine's defaults are the same, and so are their regions, across the origin as well")
    void sameAsEngine() throws Exception {
        final List<Region> regions = new ArrayList<>();
        try (RecordSource records = RecordSource.open(NamedInput.of(GENOME), null)) {
            new RegionExtractor(RegionSettings.DEFAULT).extract(records, Progress.NONE, regions::add);
        }
        final BufferedDataTable table = Nodes.executed(node(GENOME)).table(0);
        assertEquals(60, table.size());
        for (int i = 0; i < 60; i++) {
            final Region r = regions.get(i);
            assertEquals(List.of(r.id(), r.letters(), r.sequence(), "" + r.start(), "" + r.end(), r.forward() ? "+" : "-"),
                row(table, i).subList(0, 6));
        }
        assertTrue(Nodes.number(table, 0, "Start") > Nodes.number(table, 0, "End"), "the first gene's promoter crosses the origin");
        assertTrue(Nodes.text(table, 0, "Remarks").contains("crosses the origin"));
    }

    private static TableBuilder regions() {
        return TableBuilder.of(new String[]{"ID", "Chromosome", "Start", "End", "Strand", "product", "Height"}, StringCell.TYPE,
            StringCell.TYPE, IntCell.TYPE, LongCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE);
    }

    private NodeHarness ofTable(final BufferedDataTable table, final String... settings) throws Exception {
        final List<String> all = new ArrayList<>(List.of("featuresIn", "TABLE"));
        all.addAll(Arrays.asList(settings));
        return node(m_fasta, all.toArray(String[]::new)).input(0, table);
    }

    @Test
    @DisplayName("regions of a table give what the same features of GFF3 give, with its columns as attributes; the output is such a table")
    void table() throws Exception {
        final BufferedDataTable regions = regions().row("r1", "g1", "c1", 11, 15L, "+", "first", 1.5)
            .row("r2", "g2", "c1", 19, 25L, "-", "second,2nd", 2.5).row("r3", "g3", "c1", 3, 6L, "+", null, 3.5).build();
        final String[] settings = {"upstream", "4", "downstream", "3", "attributes", "product"};
        final BufferedDataTable expected = Nodes.executed(annotated(settings)).table(0);
        final BufferedDataTable table = Nodes.executed(ofTable(regions, settings)).table(0);
        assertEquals(3, table.size());
        // the order is that of the places in both
        for (int i = 0; i < 3; i++) {
            assertEquals(row(expected, i).subList(0, 7), row(table, i).subList(0, 7));
        }
        assertEquals("2.5", row(Nodes.executed(ofTable(regions, "attributes", "Height")).table(0), 1).get(7));
        final BufferedDataTable again = Nodes.executed(ofTable(table, "around", "WHOLE", "upstream", "0", "downstream", "0")).table(0);
        assertEquals(List.of(row(table, 0).subList(0, 6), row(table, 1).subList(0, 6), row(table, 2).subList(0, 6)),
            List.of(row(again, 0).subList(0, 6), row(again, 1).subList(0, 6), row(again, 2).subList(0, 6)));
    }

    @Test
    @DisplayName("a table that is missing, not asked for or no table of regions is told of, and so is a row that is no region")
    void badTables() throws Exception {
        assertMessage(node(m_fasta, "featuresIn", "TABLE"), "none is connected");
        final BufferedDataTable good = regions().row("r1", "g1", "c1", 11, 15L, ".", "first", 1.5).build();
        assertMessage(annotated().input(0, good), "but the features are to be read from a file");
        assertMessage(ofTable(Nodes.table().row("r1", "a", "ACGT", 1.0).build()), "has no column 'Chromosome' with texts");
        assertMessage(ofTable(regions().build()), "has no row");
        assertMessage(node(GENOME, "featuresIn", "TABLE").input(0, good), "is not FASTA: it holds features of its own");
        assertMessage(ofTable(regions().row("r7", "g1", "c1", 0, 15L, "+", "", 1.0).build()), "row 'r7' goes from 0 to 15");
        assertMessage(ofTable(regions().row("r7", "g1", "c1", 7, 6L, "+", "", 1.0).build()), "row 'r7' goes from 7 to 6");
        assertMessage(ofTable(regions().row("r7", "g1", null, 7, 9L, "+", "", 1.0).build()), "row 'r7' has no chromosome");
        assertMessage(ofTable(regions().row("r7", "g1", "c1", 7, null, "+", "", 1.0).build()), "row 'r7' has no start or no end");
        assertMessage(ofTable(regions().row("r7", "g1", "c1", 7, 9L, "plus", "", 1.0).build()), "on the strand 'plus'");
        assertMessage(ofTable(regions().row("r7", "g1", "chr9", 7, 9L, "+", "", 1.0).build()), "is named by The table of regions");
    }

    private static void assertMessage(final NodeHarness node, final String text) {
        assertFalse(node.execute());
        assertTrue(node.message().toString().contains(text), node.message().toString());
    }

    @Test
    @DisplayName("FASTA with GFF3: letters cut by hand, attributes as columns, a taken name with a number, missing values")
    void annotation() throws Exception {
        final NodeHarness node = Nodes.executed(annotated("upstream", "4", "downstream", "3", "attributes", "ID, product,ID"));
        final BufferedDataTable table = node.table(0);
        assertEquals(List.of("ID", "Sequence", "Chromosome", "Start", "End", "Strand", "Remarks", "ID (#1)", "product"),
            Arrays.asList(table.getDataTableSpec().getColumnNames()));
        assertEquals(List.of("g1", LETTERS.substring(6, 13), "c1", "7", "13", "+", "?", "g1", "first"), row(table, 0));
        // GGATCCTAGA TTTACGC: the gene's first letter on the other strand is the 25th, C of TTTAC
        assertEquals(List.of("g2", "TCGCGTA", "c1", "23", "29", "-", "?", "g2", "second; 2nd"), row(table, 1));
        assertEquals(List.of("g3", "ACGTT", "c1", "1", "5", "+", "shortened by 2 at the sequence's end", "g3", "?"), row(table, 2));
        assertEquals("1 of 3 regions shortened at the end of the sequence.", node.message().text());
    }

    @Test
    @DisplayName("regions that are left out are counted, with an example")
    void leftOut() throws Exception {
        final NodeHarness node = Nodes.executed(annotated("upstream", "5", "downstream", "3", "neighbours", "LEAVE_OUT"));
        assertEquals(2, node.table(0).size());
        assertEquals("1 of 3 features left out: 'g1' has letters of a neighbour. 1 of 2 regions shortened at the end of the sequence.",
            node.message().text());
    }

    @Test
    @DisplayName("features of BED are regions, from 0 and without their end")
    void bed() throws Exception {
        final Path bed = Files.writeString(m_folder.resolve("peaks.bed"), "c1\t10\t15\tp1\t7\n");
        final NodeHarness node = Nodes.executed(annotated("annotation/path/path", bed.toString(), "types", "region", "around", "WHOLE",
            "upstream", "0", "downstream", "0", "attributes", "score"));
        assertEquals(List.of("p1", "GGATC", "c1", "11", "15", "+", "?", "7"), row(node.table(0), 0));
        assertEquals(1, node.table(0).size());
        assertEquals("", node.message().text());
    }

    @Test
    @DisplayName("settings out of bounds are refused, and the former ones stay")
    void bounds() throws Exception {
        for (final String setting : List.of("types=,", "upstream=-1", "upstream=10000001", "downstream=-1")) {
            final NodeHarness node = node(GENOME);
            final String[] pair = setting.split("=");
            assertThrows(InvalidSettingsException.class, () -> node.set(pair[0], pair[1]), setting);
            assertTrue(node.configure(), setting);
        }
    }

    @Test
    @DisplayName("what is missing is said with what to do about it")
    void refused() throws Exception {
        final NodeHarness none = NodeHarness.of(RegionExtractorNodeFactory.class);
        assertFalse(none.configure());
        assertEquals("No file is chosen.", none.message().text());
        final NodeHarness half = node(m_fasta, "featuresIn", "SECOND");
        assertFalse(half.configure());
        assertEquals("No annotation is chosen.", half.message().text());
        fails(node(m_fasta), "is FASTA, which holds no features.");
        fails(node(m_gff), "is neither FASTA nor a file of GenBank, EMBL or UniProt.");
        fails(node(GENOME, "featuresIn", "SECOND", "annotation/path/path", m_gff.toString()), "holds features of its own.");
        fails(node(GENOME, "types", "CDS"), "There is no feature of the type CDS.");
        fails(node(m_folder.resolve("gone.gbk")), "There is no file");
        fails(annotated("upstream", "50", "downstream", "50", "neighbours", "LEAVE_OUT"), "None of 3 features has a region.");
    }

    private static void fails(final NodeHarness node, final String says) {
        assertFalse(node.execute());
        assertTrue(node.message().text().contains(says), node.message().toString());
        assertFalse(node.message().resolutions().isEmpty(), "no remedy: " + node.message());
    }
}
