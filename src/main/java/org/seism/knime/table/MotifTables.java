package org.seism.knime.table;

import static org.seism.knime.table.MotifColumns.column;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.Progress;
import org.seism.analysis.MotifResult;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.MotifTest;
import org.seism.inference.DataSplitTest;
import org.seism.inference.Multiplicity;

/** Tables of motifs: as selected, with selective tests, with the data split. One row per motif, in order of rank. */
public final class MotifTables {
    private MotifTables() {
    }

    /** @return columns of {@link #selected} */
    public static DataTableSpec selectedSpec() {
        return spec(MotifColumns.specs());
    }

    /**
     * @param selection selected motifs
     * @param flank letters on either side of their sites
     * @param context the node's
     * @param progress cancellation
     * @return their table
     */
    public static BufferedDataTable selected(final MotifSelection selection, final int flank, final ExecutionContext context,
        final Progress progress) {
        return write(context, selectedSpec(), MotifColumns.rows(selection, flank, progress));
    }

    /**
     * @param sampled whether there are sampled p-values
     * @param adjustment which adjusted p-values are shown
     * @return columns of {@link #tested}
     */
    public static DataTableSpec testedSpec(final boolean sampled, final Adjustment adjustment) {
        final List<DataColumnSpec> columns = new ArrayList<>(MotifColumns.specs());
        columns.add(column(Columns.STATISTIC, DoubleCell.TYPE));
        if (sampled) {
            columns.add(column(Columns.P_SAMPLED, DoubleCell.TYPE));
            columns.add(column(Columns.STANDARD_ERROR, DoubleCell.TYPE));
            columns.add(column(Columns.ESS, DoubleCell.TYPE));
            columns.add(column(Columns.REPLICATES, IntCell.TYPE));
        }
        columns.add(column(Columns.P_EXACT, DoubleCell.TYPE));
        columns.add(column(Columns.LOG_P_EXACT, DoubleCell.TYPE));
        columns.add(column(Columns.P_NAIVE, DoubleCell.TYPE));
        addAdjusted(columns, adjustment);
        columns.add(column(Columns.FORWARD_STOP, BooleanCell.TYPE));
        return spec(columns);
    }

    /**
     * @param results motifs with their tests
     * @param sampled whether there are sampled p-values
     * @param adjustment which adjusted p-values are shown
     * @param context the node's
     * @return their table
     */
    public static BufferedDataTable tested(final List<MotifResult> results, final boolean sampled, final Adjustment adjustment,
        final ExecutionContext context) {
        final List<List<DataCell>> rows = new ArrayList<>();
        for (final MotifResult result : results) {
            final MotifTest test = result.test();
            final List<DataCell> row = MotifColumns.cells(result.motif(), test.effect(), result.matrix(), result.name());
            row.add(Cells.of(test.statistic()));
            if (sampled) {
                row.add(Cells.of(test.sample().p()));
                row.add(Cells.of(test.sample().standardError()));
                row.add(Cells.of(test.sample().effectiveSampleSize()));
                row.add(Cells.of(test.sample().size() - 1));
            }
            row.add(Cells.of(test.exact().value()));
            row.add(Cells.of(test.exact().log10()));
            row.add(Cells.of(test.naive().value()));
            addAdjusted(row, adjustment, result.holm(), result.bh());
            row.add(Cells.of(result.forwardStop()));
            rows.add(row);
        }
        return write(context, testedSpec(sampled, adjustment), rows);
    }

    /**
     * @param adjustment which adjusted p-values are shown
     * @return columns of {@link #split}
     */
    public static DataTableSpec splitSpec(final Adjustment adjustment) {
        final List<DataColumnSpec> columns = new ArrayList<>(MotifColumns.specs());
        columns.add(column(Columns.STATISTIC, DoubleCell.TYPE));
        columns.add(column(Columns.P_SPLIT, DoubleCell.TYPE));
        addAdjusted(columns, adjustment);
        columns.add(column(Columns.SPLIT_P_VALUES, ListCell.getCollectionType(DoubleCell.TYPE)));
        columns.add(column(Columns.SPLIT_WORDS, ListCell.getCollectionType(StringCell.TYPE)));
        columns.add(column(Columns.SEED, LongCell.TYPE));
        return spec(columns);
    }

    /**
     * @param selection motifs of the first split
     * @param results their tests, in the same order
     * @param seed seed of the splits
     * @param adjustment which adjusted p-values are shown
     * @param flank letters on either side of the sites
     * @param context the node's
     * @param progress cancellation
     * @return their table
     */
    public static BufferedDataTable split(final MotifSelection selection, final List<DataSplitTest.Result> results,
        final long seed, final Adjustment adjustment, final int flank, final ExecutionContext context, final Progress progress) {
        final double[] p = results.stream().mapToDouble(DataSplitTest.Result::p).toArray();
        final double[] holm = Multiplicity.holm(p);
        final double[] bh = Multiplicity.benjaminiHochberg(p);
        final List<List<DataCell>> rows = MotifColumns.rows(selection, flank, progress);
        for (int j = 0; j < rows.size(); j++) {
            final DataSplitTest.Result result = results.get(j);
            final List<DataCell> row = rows.get(j);
            row.add(Cells.of(result.statistic()));
            row.add(Cells.of(p[j]));
            addAdjusted(row, adjustment, holm[j], bh[j]);
            row.add(Cells.numbers(result.repeats()));
            row.add(Cells.texts(result.words().stream().map(Object::toString).toList()));
            row.add(new LongCell(seed));
        }
        return write(context, splitSpec(adjustment), rows);
    }

    private static void addAdjusted(final List<DataColumnSpec> columns, final Adjustment adjustment) {
        if (adjustment.holm()) {
            columns.add(column(Columns.P_HOLM, DoubleCell.TYPE));
        }
        if (adjustment.bh()) {
            columns.add(column(Columns.Q_BH, DoubleCell.TYPE));
        }
    }

    private static void addAdjusted(final List<DataCell> row, final Adjustment adjustment, final double holm, final double bh) {
        if (adjustment.holm()) {
            row.add(Cells.of(holm));
        }
        if (adjustment.bh()) {
            row.add(Cells.of(bh));
        }
    }

    private static DataTableSpec spec(final List<DataColumnSpec> columns) {
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** A motif's name is its row's key. */
    private static BufferedDataTable write(final ExecutionContext context, final DataTableSpec spec,
        final List<List<DataCell>> rows) {
        final TableWriter table = new TableWriter(context, spec);
        for (final List<DataCell> row : rows) {
            table.add(new RowKey(row.get(0).toString()), row);
        }
        return table.close();
    }
}
