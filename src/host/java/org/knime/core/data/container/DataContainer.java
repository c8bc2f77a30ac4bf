package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;

/** Stands for KNIME's row container: checks each row against the spec, keeps the rows in memory. */
public class DataContainer {

    private final DataTableSpec spec;

    private final DataContainerSettings settings;

    private final DomainCollector[] domains;

    private final List<DataRow> rows = new ArrayList<>();

    private final Set<String> keys = new HashSet<>();

    /** Found, but thrown at the next call: in KNIME, too, the offending add does not fail itself. */
    private RuntimeException pending;

    private Thread writer;

    private DataTable table;

    public DataContainer(final DataTableSpec spec) {
        this(spec, false);
    }

    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = Objects.requireNonNull(spec, "Spec must not be null!");
        this.settings = settings;
        this.domains = spec.stream().map(c -> new DomainCollector(c, settings)).toArray(DomainCollector[]::new);
    }

    public void addRowToTable(final DataRow row) {
        if (table != null) {
            throw new IllegalStateException("Cannot add row: container has not been initialized (opened).");
        }
        // KNIME loses rows silently when two threads add; here it is an error, whatever the locks
        if (writer == null) {
            writer = Thread.currentThread();
        } else if (writer != Thread.currentThread()) {
            throw new IllegalStateException("Rows must be added by one thread, not by " + writer.getName() + " and "
                + Thread.currentThread().getName() + ".");
        }
        throwPending();
        Objects.requireNonNull(row, "Can't add null rows to container");
        check(row);
        if (settings.isCheckDuplicateRowKeys() && !keys.add(row.getKey().getString())) {
            pending = new DuplicateKeyException(row.getKey().getString());
            return;
        }
        for (int i = 0; i < domains.length; i++) {
            domains[i].add(row.getCell(i));
        }
        rows.add(row);
    }

    private void check(final DataRow row) {
        final String key = row.getKey().getString();
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Cell count in row \"" + key
                + "\" is not equal to length of column names array: " + row.getNumCells() + " vs. "
                + spec.getNumColumns());
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            final DataCell cell = Objects.requireNonNull(row.getCell(i), "Cell at index " + i + " is null!");
            final DataType type = spec.getColumnSpec(i).getType();
            if (!type.isASuperTypeOf(cell.getType())) {
                throw new IllegalArgumentException("Runtime class of object \"" + cell + "\" (index " + i
                    + ") in row \"" + key + "\" is " + cell.getType()
                    + " and does not comply with its supposed superclass " + type);
            }
        }
    }

    private void throwPending() {
        if (pending != null) {
            throw pending;
        }
    }

    public void close() {
        if (table == null) {
            throwPending();
            final DataTableSpec closed = new DataTableSpecCreator(spec).dropAllColumns()
                .addColumns(Arrays.stream(domains).map(DomainCollector::column).toArray(DataColumnSpec[]::new))
                .createSpec();
            table = new ListTable(closed, List.copyOf(rows));
            keys.clear();
        }
    }

    public boolean isOpen() {
        return table == null;
    }

    public boolean isClosed() {
        return !isOpen();
    }

    public long size() {
        return rows.size();
    }

    public DataTableSpec getTableSpec() {
        return table == null ? spec : table.getDataTableSpec();
    }

    public DataTable getTable() {
        if (table == null) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return table;
    }

    private record ListTable(DataTableSpec spec, List<DataRow> rows) implements DataTable {

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }

        @Override
        public CloseableRowIterator iterator() {
            return CloseableRowIterator.from(rows.iterator());
        }
    }
}
