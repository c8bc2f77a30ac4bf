package org.seism.knime.table;

import static org.seism.knime.table.MotifColumns.column;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.analysis.MotifResult;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;

/** Tables of motifs: as selected, with selective tests, with the data split. One row per motif, in order of rank. */
public final class MotifTables {
    private MotifTables() {
    }

    /**
     * @param library whether there is a library
     * @return columns of {@link #selected}
     */
    public static DataTableSpec selectedSpec(final boolean library) {
        return spec(MotifColumns.specs(MotifColumns.fields(ResultKind.SELECTED, Adjustment.NONE, library)));
    }

    /**
     * @param results selected motifs
     * @param library whether there is a library
     * @param context the node's
     * @return their table
     */
    public static BufferedDataTable selected(final List<MotifResult> results, final boolean library, final ExecutionContext context) {
        return write(context, selectedSpec(library), MotifColumns.fields(ResultKind.SELECTED, Adjustment.NONE, library), results,
            List.of());
    }

    /**
     * @param sampled whether there are sampled p-values
     * @param adjustment which adjusted p-values are shown
     * @param library whether there is a library
     * @return columns of {@link #tested}
     */
    public static DataTableSpec testedSpec(final boolean sampled, final Adjustment adjustment, final boolean library) {
        return spec(MotifColumns.specs(tested(sampled, adjustment, library)));
    }

    /**
     * @param results motifs with their tests
     * @param sampled whether there are sampled p-values
     * @param adjustment which adjusted p-values are shown
     * @param library whether there is a library
     * @param context the node's
     * @return their table
     */
    public static BufferedDataTable tested(final List<MotifResult> results, final boolean sampled, final Adjustment adjustment,
        final boolean library, final ExecutionContext context) {
        return write(context, testedSpec(sampled, adjustment, library), tested(sampled, adjustment, library), results, List.of());
    }

    private static List<MotifField> tested(final boolean sampled, final Adjustment adjustment, final boolean library) {
        return MotifColumns.fields(sampled ? ResultKind.SAMPLED : ResultKind.EXACT, adjustment, library);
    }

    /**
     * @param adjustment which adjusted p-values are shown
     * @param library whether there is a library
     * @return columns of {@link #split}
     */
    public static DataTableSpec splitSpec(final Adjustment adjustment, final boolean library) {
        final List<DataColumnSpec> columns = MotifColumns.specs(MotifColumns.fields(ResultKind.SPLIT, adjustment, library));
        columns.add(column(Columns.SEED, LongCell.TYPE));
        return spec(columns);
    }

    /**
     * @param results motifs of the first split with the split's test
     * @param seed seed of the splits
     * @param adjustment which adjusted p-values are shown
     * @param library whether there is a library
     * @param context the node's
     * @return their table
     */
    public static BufferedDataTable split(final List<MotifResult> results, final long seed, final Adjustment adjustment,
        final boolean library, final ExecutionContext context) {
        return write(context, splitSpec(adjustment, library), MotifColumns.fields(ResultKind.SPLIT, adjustment, library), results,
            List.of(new LongCell(seed)));
    }

    private static DataTableSpec spec(final List<DataColumnSpec> columns) {
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** A motif's name is its row's key. */
    private static BufferedDataTable write(final ExecutionContext context, final DataTableSpec spec, final List<MotifField> fields,
        final List<MotifResult> results, final List<DataCell> last) {
        final TableWriter table = new TableWriter(context, spec);
        for (final MotifResult result : results) {
            final List<DataCell> row = new ArrayList<>(MotifColumns.cells(fields, result));
            row.addAll(last);
            table.add(new RowKey(result.name()), row);
        }
        return table.close();
    }
}
