package org.seism.knime.table;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Fills a table whose columns may hold sequences or logos. Their domains are not collected, since KNIME would write up to
 * sixty whole texts into the spec, and into every spec behind it.
 */
public final class TableWriter {
    private final BufferedDataContainer m_container;
    private long m_rows;

    /**
     * @param context the node's
     * @param spec the columns
     */
    public TableWriter(final ExecutionContext context, final DataTableSpec spec) {
        this(context, spec, false);
    }

    private TableWriter(final ExecutionContext context, final DataTableSpec spec, final boolean domains) {
        m_container = context.createDataContainer(spec, DataContainerSettings.builder().withDomainUpdate(domains).build());
    }

    /**
     * @param context the node's
     * @param spec columns of numbers and short names only
     * @return a writer that collects domains, which plots need
     */
    public static TableWriter withDomains(final ExecutionContext context, final DataTableSpec spec) {
        return new TableWriter(context, spec, true);
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
        return m_container.getTable();
    }
}
