package org.seism.host.node;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;

/** Builds input tables for tests from plain Java values; null becomes a missing cell. */
public final class TableBuilder {

    private final BufferedDataContainer container;

    private TableBuilder(final DataTableSpec spec) {
        container = SliceAccess.executionContext(new HostProgress((p, m) -> {
        })).createDataContainer(spec);
    }

    /**
     * @param spec the columns
     * @return a builder of a table with these columns
     */
    public static TableBuilder of(final DataTableSpec spec) {
        return new TableBuilder(spec);
    }

    /**
     * @param names the columns' names
     * @param types the columns' types
     * @return a builder of a table with these columns
     */
    public static TableBuilder of(final String[] names, final DataType... types) {
        return new TableBuilder(new DataTableSpec(names, types));
    }

    /**
     * @param key the row's key
     * @param values Strings, Doubles, Integers, Longs, Booleans, double arrays, cells, or null
     * @return this builder
     */
    public TableBuilder row(final String key, final Object... values) {
        container.addRowToTable(
            new DefaultRow(key, Arrays.stream(values).map(TableBuilder::cell).toArray(DataCell[]::new)));
        return this;
    }

    /** @return the table */
    public BufferedDataTable build() {
        container.close();
        return container.getTable();
    }

    private static DataCell cell(final Object value) {
        if (value == null) {
            return DataType.getMissingCell();
        } else if (value instanceof DataCell c) {
            return c;
        } else if (value instanceof String s) {
            return new StringCell(s);
        } else if (value instanceof Integer i) {
            return new IntCell(i);
        } else if (value instanceof Long l) {
            return new LongCell(l);
        } else if (value instanceof Double d) {
            return new DoubleCell(d);
        } else if (value instanceof Boolean b) {
            return b ? BooleanCell.TRUE : BooleanCell.FALSE;
        } else if (value instanceof double[] list) {
            final List<DataCell> cells = Arrays.stream(list).mapToObj(d -> (DataCell)new DoubleCell(d)).toList();
            return CollectionCellFactory.createListCell(cells);
        }
        throw new IllegalArgumentException("No cell for a " + value.getClass().getName());
    }
}
