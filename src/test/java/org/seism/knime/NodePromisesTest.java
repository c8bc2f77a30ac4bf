package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;
import org.seism.host.dialog.DialogField;
import org.seism.host.node.NodeBundle;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.table.Columns;

/** What the documents promise of all nodes: domains of columns, readable progress, sensible choices, units. */
class NodePromisesTest {

    private static final Pattern MEASURE = Pattern.compile("(?i)\\b(width|length|stretch|noise)\\b");

    private static final Set<String> NEVER_LISTED =
        Set.of(Columns.ID, Columns.DESCRIPTION, Columns.SEQUENCE, "Logo");

    private static Map<String, BufferedDataTable> tables(final Path folder) throws Exception {
        final Map<String, BufferedDataTable> tables = new LinkedHashMap<>();
        tables.put("Sequence Simulator", Nodes.simulated());
        final Path fasta = Files.writeString(folder.resolve("x.fa"), ">a first\nACGT\n>b second\nGGCCA\n");
        final NodeHarness reader = NodeHarness.dropped(FastaReaderNodeFactory.class, fasta.toUri().toURL());
        tables.put("FASTA Reader", Nodes.executed(reader).table(0));
        final NodeHarness encoder = Nodes.executed(Nodes.encoder(tables.get("Sequence Simulator")));
        tables.put("Sequence Encoder, quality", encoder.table(1));
        final NodeHarness selector = Nodes.executed(Nodes.selector(encoder.output(0), "motifs", "2"));
        tables.put("Motif Selector, motifs", selector.table(1));
        final NodeHarness sampler = Nodes.executed(Nodes.sampler(selector.output(0), "replicates", "99"));
        tables.put("Null Sampler, statistics", sampler.table(1));
        final NodeHarness tested = Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, sampler.<PortObject>output(0)));
        tables.put("Selective P-Values, motifs", tested.table(0));
        tables.put("Selective P-Values, summary", tested.table(1));
        return tables;
    }

    @TestFactory
    @DisplayName("numbers carry their bounds, short names their values, sequences and logos neither")
    Stream<DynamicTest> domains(@TempDir final Path folder) throws Exception {
        return tables(folder).entrySet().stream().map(t -> DynamicTest.dynamicTest(t.getKey(), () -> {
            final List<DataColumnSpec> columns = t.getValue().getDataTableSpec().stream().toList();
            for (int c = 0; c < columns.size(); c++) {
                final List<DataCell> cells = new ArrayList<>();
                final int column = c;
                t.getValue().forEach(r -> cells.add(r.getCell(column)));
                cells.removeIf(DataCell::isMissing);
                domain(columns.get(c), cells);
            }
        }));
    }

    private static void domain(final DataColumnSpec column, final List<DataCell> cells) {
        if (column.getType().isCompatible(DoubleValue.class)) {
            final double[] values = cells.stream().mapToDouble(v -> ((DoubleValue)v).getDoubleValue()).sorted().toArray();
            assertEquals(values.length > 0, column.getDomain().hasBounds(), column.getName());
            if (values.length > 0) {
                assertEquals(values[0], ((DoubleValue)column.getDomain().getLowerBound()).getDoubleValue(), column.getName());
                assertEquals(values[values.length - 1], ((DoubleValue)column.getDomain().getUpperBound()).getDoubleValue(),
                    column.getName());
            }
        } else if (column.getType().isCompatible(StringValue.class)) {
            final Set<DataCell> distinct = new HashSet<>(cells);
            final boolean listed = !distinct.isEmpty() && distinct.size() <= 60 && !NEVER_LISTED.contains(column.getName())
                && distinct.stream().allMatch(v -> v.toString().length() <= 40);
            if (listed) {
                assertEquals(distinct, column.getDomain().getValues(), column.getName());
            } else {
                assertNull(column.getDomain().getValues(), column.getName());
            }
        }
    }

    @Test
    @DisplayName("progress of a long run has its digits grouped")
    void progress() throws Exception {
        final ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();
        final NodeHarness sampler = Nodes.sampler(Nodes.motifs(), "replicates", "20000");
        sampler.progress((fraction, message) -> {
            if (message != null) {
                messages.add(message);
            }
        });
        Nodes.executed(sampler);
        assertTrue(messages.stream().anyMatch(m -> m.contains("20,000")), messages.toString());
        assertFalse(messages.stream().anyMatch(m -> m.matches(".*(?<![\\d.,])\\d{5,}.*")), messages.toString());
    }

    @Test
    @DisplayName("the phenotype is never offered as a covariate, whichever column it is")
    void covariates() throws Exception {
        final NodeHarness encoder = Nodes.encoder(Nodes.simulated());
        assertEquals("Phenotype", field(encoder, "phenotypeColumn").value());
        assertEquals(List.of("ID", "Sequence", "Planted"), field(encoder, "covariates").choices());
        encoder.set("phenotypeColumn", "Planted");
        assertEquals(List.of("ID", "Sequence", "Phenotype"), field(encoder, "covariates").choices());
    }

    @Test
    @DisplayName("the level of the data split is what its view judges by")
    void level() throws Exception {
        final PortObject sequences = Nodes.sequences();
        final NodeHarness usual = Nodes.executed(Nodes.node(DataSplitTestNodeFactory.class, sequences, "motifs", "1"));
        final NodeHarness lenient =
            Nodes.executed(Nodes.node(DataSplitTestNodeFactory.class, sequences, "motifs", "1", "alpha", "0.2468"));
        assertTrue(lenient.viewData().contains("0.2468"), "the view does not know the level");
        assertFalse(usual.viewData().contains("0.2468"));
        assertNotEquals(usual.viewData(), lenient.viewData());
    }

    @TestFactory
    @DisplayName("widths, lengths and noise say their unit")
    Stream<DynamicTest> units() throws Exception {
        final NodeBundle bundle = NodeBundle.find(NodePromisesTest.class.getClassLoader());
        final List<String> measured = new ArrayList<>();
        final List<DynamicTest> tests = new ArrayList<>();
        for (final String factory : new TreeSet<>(bundle.nodes().keySet())) {
            @SuppressWarnings("unchecked")
            final Class<? extends DefaultNodeFactory> type = (Class<? extends DefaultNodeFactory>)Class.forName(factory);
            for (final DialogField field : NodeHarness.of(type).dialog()) {
                if (field.value() instanceof Number && MEASURE.matcher(field.title()).find()) {
                    measured.add(field.title());
                    tests.add(DynamicTest.dynamicTest(type.getSimpleName() + ": " + field.title(),
                        () -> assertTrue(field.title().matches(".* \\((letters|SD)\\)"), "a title without its unit")));
                }
            }
        }
        assertTrue(measured.containsAll(List.of("Smallest width (letters)", "Longest length (letters)", "Noise (SD)")),
            measured.toString());
        return tests.stream();
    }

    private static DialogField field(final NodeHarness node, final String key) {
        return node.dialog().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
    }
}
