package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Stands for KNIME's base of cell factories. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    private boolean parallel;

    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        this(false, colSpecs);
    }

    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        this.columns = colSpecs.clone();
        this.parallel = processConcurrently;
    }

    /** Kept, but without effect here: rows are computed in order by one thread. */
    public final void setParallelProcessing(final boolean value) {
        this.parallel = value;
    }

    public final boolean isParallelProcessing() {
        return parallel;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns.clone();
    }

    public void afterProcessing() {
    }

    @Override
    @Deprecated
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount,
            () -> "Processed row " + curRowNr + " (\"" + lastKey + "\")");
    }
}
