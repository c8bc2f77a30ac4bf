package org.knime.core.data.container;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Collects a column's domain as KNIME does: all values of a nominal column up to 60, bounds of a numeric one. */
final class DomainCollector {

    private static final int MAX_POSSIBLE_VALUES = 60;

    private final DataColumnSpec column;

    private final boolean update;

    private final boolean bounded;

    private Set<DataCell> values;

    private DataCell lower;

    private DataCell upper;

    DomainCollector(final DataColumnSpec column, final DataContainerSettings settings) {
        this.column = column;
        this.update = settings.isEnableDomainUpdate();
        this.bounded = column.getType().isCompatible(DoubleValue.class);
        if (column.getType().isCompatible(NominalValue.class)) {
            values = new LinkedHashSet<>();
        }
        final DataColumnDomain given = column.getDomain();
        if (settings.isInitializeDomain()) {
            lower = given.getLowerBound();
            upper = given.getUpperBound();
            if (given.hasValues()) {
                values = new LinkedHashSet<>(given.getValues());
            }
        }
    }

    void add(final DataCell cell) {
        if (!update || cell.isMissing()) {
            return;
        }
        if (values != null) {
            values.add(cell);
            if (values.size() > MAX_POSSIBLE_VALUES) {
                values = null;
            }
        }
        if (bounded && cell instanceof DoubleValue d && !Double.isNaN(d.getDoubleValue())) {
            lower = lower == null || d.getDoubleValue() < ((DoubleValue)lower).getDoubleValue() ? cell : lower;
            upper = upper == null || d.getDoubleValue() > ((DoubleValue)upper).getDoubleValue() ? cell : upper;
        }
    }

    DataColumnSpec column() {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        final boolean noValues = values == null || values.isEmpty() && !column.getDomain().hasValues();
        creator.setDomain(update
            ? new DataColumnDomainCreator(noValues ? null : values, lower, upper).createDomain() : null);
        return creator.createSpec();
    }
}
