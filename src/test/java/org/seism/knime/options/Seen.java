package org.seism.knime.options;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.seism.host.NodeHarness;
import org.seism.host.node.NodeState;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.port.SequencesPortObject;
import org.seism.study.Study;

/**
 * What is looked at after a run, as text: two runs differ in it or they do not. As narrow as what an option is for, so that an
 * option that changes something else instead is not mistaken for one that works.
 *
 * @param label what it is, for the test's name
 * @param of reads it off an executed node
 */
record Seen(String label, Reader of) {

    /** Reads off a node. */
    interface Reader {
        String read(NodeHarness node) throws Exception;
    }

    /** All of an output table: columns, row IDs, cells. */
    static Seen table(final int port) {
        return new Seen("table " + port, node -> text(node.table(port), null));
    }

    /** The cells of some columns. */
    static Seen column(final int port, final String... columns) {
        return new Seen(String.join(", ", columns), node -> text(node.table(port), List.of(columns)));
    }

    /** What Selective P-Values makes of a Null Sampler's output. */
    static Seen pValues(final String... columns) {
        return new Seen(String.join(", ", columns), node -> text(report(node).table(0), List.of(columns)));
    }

    /** The summary that it makes. */
    static Seen summary(final String... columns) {
        return new Seen(String.join(", ", columns), node -> text(report(node).table(1), List.of(columns)));
    }

    /** The same, all columns. */
    static Seen pValuesTable() {
        return new Seen("p-values", node -> text(report(node).table(0), null));
    }

    private static NodeHarness report(final NodeHarness sampler) {
        final NodeHarness report = NodeHarness.of(SelectivePValuesNodeFactory.class).input(0, sampler.output(0));
        report.execute();
        return report;
    }

    /** The sequences as they are analysed. */
    static Seen study() {
        return new Seen("study", node -> {
            final Study study = node.<SequencesPortObject> output(0).study();
            final StringBuilder text = new StringBuilder(study.sequences().alphabet() + " " + study.strands() + " "
                + study.phenotype().name() + " " + study.phenotype().positiveClass() + " " + study.covariates().names() + "\n");
            for (int i = 0; i < study.size(); i++) {
                final int row = i;
                text.append(study.sequences().id(i)).append(' ').append(Arrays.toString(study.sequences().codes(i))).append(' ')
                    .append(study.phenotype().values()[i]).append(Arrays.stream(study.covariates().values())
                        .map(c -> " " + c[row]).collect(Collectors.joining())).append('\n');
            }
            study.kinship().ifPresent(k -> text.append(k.text()).append(' ').append(Arrays.deepToString(k.members())).append(k.heritability()));
            return text.toString();
        });
    }

    /** The data of the view's page. */
    static Seen view() {
        return new Seen("view", NodeHarness::viewData);
    }

    /** Whether the node comes to its end. */
    static Seen failure() {
        return new Seen("failure", node -> Boolean.toString(node.state() == NodeState.EXECUTED));
    }

    /** Names and content of the files in a folder. */
    static Seen files(final Path folder) {
        return new Seen("files", node -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().map(f -> f.getFileName() + "\n" + content(f)).collect(Collectors.joining("\n"));
            }
        });
    }

    private static String content(final Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(final BufferedDataTable table, final List<String> columns) {
        final DataTableSpec spec = table.getDataTableSpec();
        final List<String> shown = columns == null ? Arrays.asList(spec.getColumnNames()) : columns;
        final StringBuilder text = new StringBuilder();
        for (final String column : shown) {
            assertTrue(spec.containsName(column), () -> "no column " + column + " in " + Arrays.toString(spec.getColumnNames()));
            text.append(column).append(' ').append(spec.getColumnSpec(column).getType()).append('\t');
        }
        for (final DataRow row : table) {
            text.append('\n').append(row.getKey());
            for (final String column : shown) {
                final DataCell cell = row.getCell(spec.findColumnIndex(column));
                text.append('\t').append(cell);
            }
        }
        return text.toString();
    }
}
