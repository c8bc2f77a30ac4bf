package org.seism.knime.node.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.seism.Progress;
import org.seism.knime.engine.EngineCall;
import org.seism.study.Kinship;
import org.seism.study.input.KinshipTable;

/**
 * The matrix of relationships at the encoder's second input: numeric columns named by the identifiers of the sequences, and a row for
 * each of them, named by the first text column or, where there is none, by its row ID.
 */
final class RelationTable {
    /** What messages call it. */
    static final String NAME = "the relationship matrix";

    private RelationTable() {
    }

    private static int[] numbers(final DataTableSpec spec) {
        return IntStream.range(0, spec.getNumColumns()).filter(c -> spec.getColumnSpec(c).getType().isCompatible(DoubleValue.class)).toArray();
    }

    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        if (numbers(spec).length < 2) {
            throw EngineCall.invalid("The table at the second input has " + numbers(spec).length + " numeric columns: it is no matrix of relationships.",
                "Connect a square table whose columns and rows are named by the identifiers of the sequences.");
        }
    }

    static Kinship read(final BufferedDataTable table, final List<String> ids, final Progress progress) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int[] numbers = numbers(spec);
        final int names = IntStream.range(0, spec.getNumColumns()).filter(c -> !spec.getColumnSpec(c).getType().isCompatible(DoubleValue.class)
            && spec.getColumnSpec(c).getType().isCompatible(StringValue.class)).findFirst().orElse(-1);
        final KinshipTable matrix =
            new KinshipTable(NAME, Arrays.stream(numbers).mapToObj(c -> spec.getColumnSpec(c).getName()).toList(), ids);
        long number = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final DataRow row = rows.next();
                number++;
                final List<String> fields = new ArrayList<>(numbers.length);
                for (final int c : numbers) {
                    final DataCell cell = row.getCell(c);
                    fields.add(cell.isMissing() ? "" : Double.toString(((DoubleValue)cell).getDoubleValue()));
                }
                final boolean named = names >= 0 && !row.getCell(names).isMissing();
                matrix.add("row " + number, named ? ((StringValue)row.getCell(names)).getStringValue() : row.getKey().getString(), fields);
            }
        }
        return matrix.kinship();
    }
}
