package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** Stands for KNIME's plain row. */
public class DefaultRow implements DataRow {

    private final RowKey key;

    private final DataCell[] cells;

    public DefaultRow(final RowKey key, final DataCell... row) {
        if (key == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null) {
                throw new IllegalArgumentException("Cell at index " + i + " is null!");
            }
        }
        this.key = key;
        this.cells = row.clone();
    }

    public DefaultRow(final String rowKey, final DataCell... row) {
        this(new RowKey(rowKey), row);
    }

    public DefaultRow(final String rowKey, final List<DataCell> row) {
        this(new RowKey(rowKey), row);
    }

    public DefaultRow(final RowKey key, final List<DataCell> row) {
        this(key, row.toArray(new DataCell[0]));
    }

    public DefaultRow(final RowKey key, final double... row) {
        this(key, Arrays.stream(row).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String rowKey, final double... row) {
        this(new RowKey(rowKey), row);
    }

    public DefaultRow(final RowKey key, final int... row) {
        this(key, Arrays.stream(row).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String rowKey, final int... row) {
        this(new RowKey(rowKey), row);
    }

    public DefaultRow(final RowKey key, final String... row) {
        this(key, Arrays.stream(row).map(StringCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String rowKey, final String... row) {
        this(new RowKey(rowKey), row);
    }

    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    public DefaultRow(final String rowKey, final DataRow row) {
        this(new RowKey(rowKey), row);
    }

    @Override
    public final int getNumCells() {
        return cells.length;
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.asList(cells).iterator();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DefaultRow other && key.equals(other.key) && Arrays.equals(cells, other.cells);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key + ": " + Arrays.toString(cells);
    }
}
