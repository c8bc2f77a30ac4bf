package org.seism.knime.motifs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.seism.host.NodeHarness;
import org.seism.host.node.NodeBundle;
import org.seism.host.workflow.WorkflowRunner;
import org.seism.knime.Nodes;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.scanner.MotifScannerNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.table.Columns;

/** The tables of sites, matrices and settings beside that of the motifs. */
class ResultTablesTest {

    private static Map<String, NodeHarness> tested() throws Exception {
        final Map<String, NodeHarness> nodes = new HashMap<>();
        nodes.put("sampled", Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, Nodes.nullSample())));
        nodes.put("closed form", Nodes.executed(Nodes.node(ExactSelectiveTestNodeFactory.class, Nodes.motifs())));
        nodes.put("split", Nodes.executed(Nodes.node(DataSplitTestNodeFactory.class, Nodes.sequences(), "motifs", "2")));
        return nodes;
    }

    @TestFactory
    @DisplayName("matrices are the motifs' own, sites carry the letters that stand in the sequence")
    Stream<DynamicTest> tables() throws Exception {
        final BufferedDataTable simulated = Nodes.simulated();
        final Map<String, String> sequences = new HashMap<>();
        Nodes.rows(simulated).forEach(r -> sequences.put(r.getCell(0).toString(), r.getCell(1).toString()));
        return tested().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            final int first = e.getKey().equals("split") ? 1 : 0;
            final BufferedDataTable motifs = e.getValue().table(first);
            assertEquals(1, e.getValue().table(first + 1).size(), "one row of settings");
            assertTrue(Nodes.cell(motifs, 0, "Logo") instanceof PNGImageValue);
            assertEquals("DNA", Nodes.text(motifs, 0, "Alphabet"));
            matrices(motifs, e.getValue().table(first + 3));
            sites(motifs, e.getValue().table(first + 2), sequences);
        }));
    }

    private static void matrices(final BufferedDataTable motifs, final BufferedDataTable matrices) {
        final List<DataRow> rows = Nodes.rows(matrices);
        int at = 0;
        for (int m = 0; m < motifs.size(); m++) {
            final CollectionDataValue pwm = (CollectionDataValue)Nodes.cell(motifs, m, "PWM");
            int k = 0;
            double height = 0;
            double entropy = 0;
            double total = 0;
            for (final DataCell share : pwm) {
                final DataRow row = rows.get(at++);
                final double f = ((DoubleValue)share).getDoubleValue();
                assertEquals(List.of(Nodes.text(motifs, m, "Motif"), Integer.toString(k / 4 + 1), "ACGT".substring(k % 4, k % 4 + 1)),
                    List.of(row.getCell(0).toString(), row.getCell(1).toString(), row.getCell(2).toString()));
                assertEquals(f, ((DoubleValue)row.getCell(4)).getDoubleValue());
                height += ((DoubleValue)row.getCell(5)).getDoubleValue();
                entropy -= f == 0 ? 0 : f * Math.log(f) / Math.log(2);
                total += ((DoubleValue)row.getCell(3)).getDoubleValue();
                k++;
                if (k % 4 == 0) {
                    assertEquals(2 - entropy, height, 1e-9);
                    assertTrue(total <= Nodes.number(motifs, m, "Sites") && total > 0);
                    height = 0;
                    entropy = 0;
                    total = 0;
                }
            }
        }
        assertEquals(rows.size(), at);
    }

    private static void sites(final BufferedDataTable motifs, final BufferedDataTable sites, final Map<String, String> sequences) {
        assertTrue(sites.size() >= Nodes.number(motifs, 0, "Sites"), "every counted site is listed");
        for (int i = 0; i < sites.size(); i++) {
            final String letters = sequences.get(Nodes.text(sites, i, Columns.ID));
            assertEquals(letters.substring((int)Nodes.number(sites, i, Columns.START) - 1, (int)Nodes.number(sites, i, Columns.END)),
                Nodes.text(sites, i, Columns.SITE));
            assertEquals("+", Nodes.text(sites, i, Columns.STRAND));
        }
    }

    @Test
    @DisplayName("the motifs of RNA are RNA to the nodes behind")
    void rna() throws Exception {
        final BufferedDataTable rna = Nodes.simulated("alphabet", "RNA", "motifs/0/word", "UGUAAA");
        final BufferedDataTable motifs =
            Nodes.executed(Nodes.selector(Nodes.executed(Nodes.encoder(rna)).output(0), "motifs", "1")).table(1);
        assertEquals("RNA", Nodes.text(motifs, 0, "Alphabet"));
        final NodeHarness scanned = Nodes.executed(NodeHarness.of(MotifScannerNodeFactory.class).input(0, motifs).input(1, rna));
        assertTrue(Nodes.text(scanned.table(0), 0, "SEISM-1 site").matches("[ACGU]+"));
        assertTrue(Nodes.rows(scanned.table(1)).stream().allMatch(r -> r.getCell(4).toString().equals("+")), "RNA has one strand");
    }

    @Test
    @DisplayName("a workflow that was saved when the tests had fewer outputs opens, runs and gives the same tables")
    void olderWorkflow(@TempDir final Path folder) throws Exception {
        final Path saved = Path.of("test-workflows", "Both strands");
        final Path older = folder.resolve("older");
        try (Stream<Path> files = Files.walk(saved)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final Path target = older.resolve(saved.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        final Path settings = older.resolve("Selective P-Values (#5)").resolve("settings.xml");
        final String text = Files.readString(settings);
        final String fewer = text.replaceAll("(?s)\\s*<config key=\"port_[34]\">.*?</config>", "")
            .replaceAll("\\s*<config key=\"(Sites|Matrices)\"/>", "");
        assertEquals(2, fewer.split("key=\"port_[0-9]+\"").length - 1, fewer);
        Files.writeString(settings, fewer);
        final ByteArrayOutputStream messages = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
        assertEquals(WorkflowRunner.OK, new WorkflowRunner(NodeBundle.find(ResultTablesTest.class.getClassLoader()), out, out)
            .showTables(false).expect(saved.resolve("expected"), 1e-9).run(older), () -> messages.toString(StandardCharsets.UTF_8));
    }
}
