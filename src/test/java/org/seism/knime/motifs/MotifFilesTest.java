package org.seism.knime.motifs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.seism.host.NodeHarness;
import org.seism.host.node.NodeMessage;
import org.seism.host.node.TableBuilder;
import org.seism.knime.Nodes;
import org.seism.knime.node.reader.MotifReaderNodeFactory;
import org.seism.knime.node.writer.MotifWriterNodeFactory;
import org.seism.knime.table.MotifMatrices;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFormat;
import org.seism.sequence.Alphabet;

/** Motif Reader and Motif Writer: round trips, dropped files, and what they say about unusable input. */
class MotifFilesTest {
    private static final DataType NUMBERS = ListCell.getCollectionType(DoubleCell.TYPE);

    @TempDir
    private Path m_folder;

    static NodeHarness file(final NodeHarness node, final Path file) throws Exception {
        final NodeSettings settings = node.settings();
        final NodeSettings path = settings.getNodeSettings("file").getNodeSettings("path");
        path.addString("file_system_type", "LOCAL");
        path.addString("path", file.toString());
        return node.load(settings);
    }

    static BufferedDataTable read(final Path file) throws Exception {
        return Nodes.executed(file(NodeHarness.of(MotifReaderNodeFactory.class), file)).table(0);
    }

    private static NodeHarness writer(final BufferedDataTable table, final Path file, final String... settings) throws Exception {
        return file(Nodes.node(MotifWriterNodeFactory.class, table, settings), file);
    }

    /** Counts on 40 sites with names that files change, if they have to. */
    private static List<FrequencyMatrix> motifs(final Alphabet alphabet) {
        final Random random = new Random(5);
        final List<FrequencyMatrix> motifs = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            final double[][] columns = new double[5 + k][alphabet.size()];
            for (final double[] column : columns) {
                for (int site = 0; site < 40; site++) {
                    column[random.nextInt(3) == 0 ? random.nextInt(column.length) : k] += 1 / 40.0;
                }
            }
            motifs.add(new FrequencyMatrix("MA000" + k + ".1", "Factor" + k, alphabet, columns, 40, null,
                k == 1 ? "https://example.org/m?x=1" : ""));
        }
        return motifs;
    }

    @TestFactory
    @DisplayName("what is written is read again, and written the same again")
    Stream<DynamicTest> roundTrips() {
        return Stream.of(MotifFormat.values()).map(f -> DynamicTest.dynamicTest(f.label(), () -> {
            final Path first = m_folder.resolve("first." + f.extension());
            Files.writeString(first, f.write(motifs(Alphabet.DNA)));
            final BufferedDataTable table = read(first);
            final Path second = m_folder.resolve("second." + f.extension());
            Nodes.executed(writer(table, second, "format", f.name()));
            assertEquals(Files.readString(first), Files.readString(second));
            assertEquals(List.of("MA0000.1", "MA0001.1", "MA0002.1", "MA0003.1"),
                Nodes.rows(table).stream().map(r -> r.getCell(0).toString()).toList());
            final boolean second2 = f != MotifFormat.HOMER;
            assertEquals(second2 ? "Factor2" : "?", Nodes.text(table, 2, MotifMatrices.ALTERNATIVE));
            assertEquals(List.of("DNA", "7", "40.0"), List.of(Nodes.text(table, 2, MotifMatrices.ALPHABET),
                Nodes.text(table, 2, MotifMatrices.WIDTH), Nodes.text(table, 2, MotifMatrices.SITES)));
            final boolean url = f == MotifFormat.MEME || f == MotifFormat.TRANSFAC;
            assertEquals(url ? "https://example.org/m?x=1" : "?", Nodes.text(table, 1, MotifMatrices.URL));
            assertTrue(Nodes.cell(table, 0, MotifMatrices.URL).isMissing());
        }));
    }

    @TestFactory
    @DisplayName("through MEME and the table comes out what went in, for every alphabet")
    Stream<DynamicTest> alphabets() {
        return Stream.of(Alphabet.values()).map(a -> DynamicTest.dynamicTest(a.label(), () -> {
            final Path file = Files.writeString(m_folder.resolve("motifs.meme"), MotifFormat.MEME.write(motifs(a)));
            final BufferedDataTable table = read(file);
            final Path copy = m_folder.resolve("copy.meme");
            Nodes.executed(writer(table, copy));
            final List<FrequencyMatrix> back = MotifFormat.readFile(copy, null);
            for (int k = 0; k < back.size(); k++) {
                final FrequencyMatrix expected = motifs(a).get(k);
                assertEquals(List.of(expected.name(), expected.description(), a, 40.0, expected.url()),
                    List.of(back.get(k).name(), back.get(k).description(), back.get(k).alphabet(), back.get(k).sites(), back.get(k).url()));
                for (int c = 0; c < expected.width(); c++) {
                    assertArrayEquals(expected.frequencies()[c], back.get(k).frequencies()[c], 1e-6);
                }
            }
            assertEquals(Files.readString(file), Files.readString(copy));
        }));
    }

    @Test
    @DisplayName("a background of the file comes back to the file")
    void background() throws Exception {
        final FrequencyMatrix m = motifs(Alphabet.DNA).get(0);
        final Path file = Files.writeString(m_folder.resolve("gc.meme"), MotifFormat.MEME.write(List.of(
            new FrequencyMatrix(m.name(), "", m.alphabet(), m.frequencies(), 40, new double[]{0.3, 0.2, 0.2, 0.3}))));
        final Path copy = m_folder.resolve("gc2.meme");
        Nodes.executed(writer(read(file), copy));
        assertTrue(Files.readString(copy).contains("A 0.300000 C 0.200000 G 0.200000 T 0.300000"), Files.readString(copy));
    }

    @Test
    @DisplayName("motifs of a selection can be written: their names, shares and sites")
    void selected() throws Exception {
        final BufferedDataTable selected = Nodes.executed(Nodes.selector(Nodes.sequences(), "motifs", "2")).table(1);
        final Path file = m_folder.resolve("selected.meme");
        Nodes.executed(writer(selected, file));
        final List<FrequencyMatrix> written = MotifFormat.readFile(file, null);
        assertEquals(List.of("SEISM-1", "SEISM-2"), written.stream().map(FrequencyMatrix::name).toList());
        assertEquals(Nodes.number(selected, 0, "Sites"), written.get(0).sites());
        assertTrue(written.get(0).consensus().contains("TATAAT"), written.get(0).consensus());
    }

    @Test
    @DisplayName("a dropped motif file makes a node that reads it")
    void drop() throws Exception {
        for (final MotifFormat f : MotifFormat.values()) {
            final Path file = Files.writeString(m_folder.resolve("my motifs." + f.extension()), f.write(motifs(Alphabet.DNA)));
            final NodeHarness node = NodeHarness.dropped(MotifReaderNodeFactory.class, file.toUri().toURL());
            assertEquals(4, Nodes.executed(node).table(0).size(), f.label());
        }
    }

    @Test
    @DisplayName("a motif that can't be read is counted and left out, or an error if wanted")
    void skipped() throws Exception {
        final String text = MotifFormat.MEME.write(motifs(Alphabet.DNA)).replaceFirst("w= 6", "w= 60");
        final Path file = Files.writeString(m_folder.resolve("bad.meme"), text);
        final NodeHarness node = Nodes.executed(file(NodeHarness.of(MotifReaderNodeFactory.class), file));
        assertEquals(3, node.table(0).size());
        assertTrue(node.message().text().startsWith("1 of 4 motifs can't be read and is skipped"), node.message().toString());
        final NodeHarness strict = file(NodeHarness.of(MotifReaderNodeFactory.class).set("strict", "true"), file);
        assertFalse(strict.execute());
        assertTrue(strict.message().text().contains("w= says 60"), strict.message().toString());
        assertFalse(strict.message().resolutions().isEmpty());
    }

    @Test
    @DisplayName("custom alphabets are refused by name")
    void customAlphabet() throws Exception {
        final Path file = Files.writeString(m_folder.resolve("dnaext.meme"), "MEME version 5\n\nALPHABET \"DNA with covalent "
            + "modifications\" DNA-LIKE\nA \"Adenine\" CC0000 ~ T \"Thymine\" 008000\nC \"Cytosine\" 0000CC ~ G \"Guanine\" FFB300\n"
            + "m \"5-Methylcytosine\"\nEND ALPHABET\n\nMOTIF a\nletter-probability matrix: alength= 5 w= 1\n1 0 0 0 0\n");
        final NodeHarness node = file(NodeHarness.of(MotifReaderNodeFactory.class), file);
        assertFalse(node.execute());
        assertTrue(node.message().text().contains("DNA with covalent modifications"), node.message().toString());
    }

    @Test
    @DisplayName("an existing file is replaced, or left alone if wanted; a failure leaves it as it is and nothing beside it")
    void atomic() throws Exception {
        final Path folder = Files.createDirectory(m_folder.resolve("out"));
        final Path file = Files.writeString(folder.resolve("out.meme"), "precious");
        final BufferedDataTable table = read(Files.writeString(m_folder.resolve("in.meme"), MotifFormat.MEME.write(motifs(Alphabet.DNA))));
        final NodeHarness careful = writer(table, file, "ifExists", "FAIL");
        assertFalse(careful.execute());
        assertTrue(careful.message().text().contains("is there already"), careful.message().toString());
        final BufferedDataTable protein =
            read(Files.writeString(m_folder.resolve("aa.meme"), MotifFormat.MEME.write(motifs(Alphabet.PROTEIN))));
        final NodeHarness impossible = writer(protein, file, "format", "JASPAR");
        assertFalse(impossible.execute());
        assertEquals(NodeMessage.Type.ERROR, impossible.message().type());
        assertEquals("precious", Files.readString(file));
        Nodes.executed(writer(table, file));
        assertEquals(4, MotifFormat.readFile(file, null).size());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        final NodeHarness nowhere = writer(table, folder.resolve("none").resolve("x.meme"));
        assertFalse(nowhere.execute());
        assertFalse(nowhere.message().resolutions().isEmpty(), nowhere.message().toString());
    }

    @Test
    @DisplayName("the workflow's data area is written to as well")
    void dataArea() throws Exception {
        final BufferedDataTable table = read(Files.writeString(m_folder.resolve("in.meme"), MotifFormat.MEME.write(motifs(Alphabet.DNA))));
        final NodeHarness node = NodeHarness.of(MotifWriterNodeFactory.class, m_folder.resolve("wf")).input(0, table);
        Files.createDirectories(m_folder.resolve("wf").resolve("data"));
        final NodeSettings settings = node.settings();
        final NodeSettings path = settings.getNodeSettings("file").getNodeSettings("path");
        path.addString("file_system_type", "RELATIVE");
        path.addString("file_system_specifier", "knime.workflow.data");
        path.addString("path", "out.meme");
        node.load(settings);
        Nodes.executed(node);
        Nodes.executed(node);
        final byte[] written = Files.readAllBytes(m_folder.resolve("wf").resolve("data").resolve("out.meme"));
        assertEquals(Files.readString(m_folder.resolve("in.meme")), new String(written, StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.list(m_folder.resolve("wf").resolve("data"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    @DisplayName("tables that hold no motifs are refused, naming column or row, with a remedy")
    void wrongTables() throws Exception {
        final BufferedDataTable noMatrix = TableBuilder.of(new String[]{"Name"}, StringCell.TYPE).row("a", "x").build();
        final NodeHarness node = writer(noMatrix, m_folder.resolve("x.meme"));
        assertFalse(node.configure());
        assertEquals("The table of motifs has no column 'Matrix' with lists of numbers.", node.message().text());
        says("has no name", null, new double[]{1, 0, 0, 0}, "DNA");
        says("has no matrix", "m", null, "DNA");
        says("5 numbers", "m", new double[]{1, 0, 0, 0, 1}, "DNA");
        says("-1.0 at position 1", "m", new double[]{2, -1, 0, 0}, "DNA");
        says("add up to 0.0", "m", new double[]{0, 0, 0, 0}, "DNA");
        says("NaN at position 1", "m", new double[]{Double.NaN, 0, 0, 0}, "DNA");
        says("alphabet 'ABC'", "m", new double[]{1, 0, 0, 0}, "ABC");
        says("4 numbers", "m", new double[]{1, 0, 0, 0}, "protein");
        final BufferedDataTable mixed = motif("m", new double[]{1, 0, 0, 0}, "DNA").row("b", "n", new double[]{1, 0, 0, 0}, "RNA").build();
        final NodeHarness two = writer(mixed, m_folder.resolve("x.meme"));
        assertFalse(two.execute());
        assertTrue(two.message().text().contains("DNA and RNA"), two.message().toString());
        assertFalse(Files.exists(m_folder.resolve("x.meme")));
    }

    private static TableBuilder motif(final String name, final double[] matrix, final String alphabet) {
        return TableBuilder.of(new String[]{"Name", "Matrix", "Alphabet"}, StringCell.TYPE, NUMBERS, StringCell.TYPE)
            .row("a", name, matrix, alphabet);
    }

    private void says(final String what, final String name, final double[] matrix, final String alphabet) throws Exception {
        final NodeHarness node = writer(motif(name, matrix, alphabet).build(), m_folder.resolve("x.meme"));
        assertFalse(node.execute(), what);
        assertTrue(node.message().text().contains("the motif in row 'a' ") && node.message().text().contains(what), node.message().toString());
        assertFalse(node.message().resolutions().isEmpty());
    }

    @Test
    @DisplayName("counts are taken as counts, and an empty table gives an empty file with a warning")
    void countsAndNothing() throws Exception {
        final Path file = m_folder.resolve("counts.jaspar");
        Nodes.executed(writer(motif("m", new double[]{7, 1, 1, 1, 0, 10, 0, 0}, "dna").build(), file, "format", "JASPAR"));
        final FrequencyMatrix read = MotifFormat.readFile(file, null).get(0);
        assertEquals(10, read.sites());
        assertEquals(0.7, read.frequencies()[0][0], 1e-12);
        final NodeHarness none = Nodes.executed(writer(TableBuilder.of(MotifMatrices.spec()).build(), m_folder.resolve("none.meme")));
        assertEquals("The table has no row: the file holds no motif.", none.message().text());
    }
}
