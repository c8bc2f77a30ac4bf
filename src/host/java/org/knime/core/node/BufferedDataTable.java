package org.knime.core.node;

import java.util.Iterator;

import javax.swing.JComponent;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Stands for KNIME's table at a port; held in memory. */
public final class BufferedDataTable implements DataTable, PortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTableSpec spec;

    private final DataTable rows;

    private final long size;

    BufferedDataTable(final DataTableSpec spec, final BufferedDataTable rows) {
        this(spec, rows, rows.size());
    }

    BufferedDataTable(final DataTableSpec spec, final DataTable rows, final long size) {
        this.spec = spec;
        this.rows = rows;
        this.size = size;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size + ", Cols: " + spec.getNumColumns();
    }

    @Override
    public CloseableRowIterator iterator() {
        final Iterator<DataRow> iterator = rows.iterator();
        return CloseableRowIterator.from(iterator);
    }

    public long size() {
        return size;
    }

    /** Deprecated in KNIME, too: fails on tables that need a long. */
    @Deprecated
    public int getRowCount() {
        return Math.toIntExact(size);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
