package org.seism.knime.table;

import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Fills a table whose columns may hold sequences or logos. Numeric columns get their bounds as domain and short nominal ones
 * their values, which plots, colours and filters ask for; long texts get none, since KNIME would write up to sixty whole
 * sequences into the spec, and into every spec behind it.
 */
public final class TableWriter {
    /** Columns with another text in every row. */
    private static final Set<String> TEXTS = Set.of(Columns.ID, Columns.DESCRIPTION, Columns.SEQUENCE);
    private static final int LONGEST_VALUE = 40;

    private final BufferedDataContainer m_container;
    private final ExecutionContext m_context;
    private long m_rows;

    /**
     * @param context the node's
     * @param spec the columns
     */
    public TableWriter(final ExecutionContext context, final DataTableSpec spec) {
        m_context = context;
        m_container = context.createDataContainer(spec);
    }

    /**
     * @param cells of a row, whose key is its number: Row0, Row1, ...
     */
    public void add(final List<DataCell> cells) {
        add(RowKey.createRowKey(m_rows), cells);
    }

    /**
     * @param key unique within the table
     * @param cells of the row
     */
    public void add(final RowKey key, final List<DataCell> cells) {
        m_container.addRowToTable(new DefaultRow(key, cells));
        m_rows++;
    }

    /** @return the table; nothing can be added afterwards */
    public BufferedDataTable close() {
        m_container.close();
        final BufferedDataTable table = m_container.getTable();
        final DataTableSpec spec = table.getDataTableSpec();
        return m_context.createSpecReplacerTable(table, new DataTableSpec(
            spec.stream().map(c -> hasDomain(c) ? c : new DataColumnSpecCreator(c.getName(), c.getType()).createSpec())
                .toArray(DataColumnSpec[]::new)));
    }

    private static boolean hasDomain(final DataColumnSpec column) {
        if (column.getType().isCompatible(DoubleValue.class)) {
            return true;
        }
        final Set<DataCell> values = column.getDomain().getValues();
        return values != null && !TEXTS.contains(column.getName())
            && values.stream().allMatch(v -> v.toString().length() <= LONGEST_VALUE);
    }
}
