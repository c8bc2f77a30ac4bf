package org.knime.core.node;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** Stands for KNIME's container that yields tables a node may return. */
public class BufferedDataContainer extends DataContainer {

    private BufferedDataTable table;

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        super(spec, settings);
    }

    @Override
    public BufferedDataTable getTable() {
        if (table == null) {
            final DataTable rows = super.getTable();
            table = new BufferedDataTable(rows.getDataTableSpec(), rows, size());
        }
        return table;
    }
}
