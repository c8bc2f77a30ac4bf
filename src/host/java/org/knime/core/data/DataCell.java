package org.knime.core.data;

import java.io.Serializable;

import org.knime.core.data.collection.CollectionDataValue;

/** Stands for KNIME's immutable table cell. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;

    public DataCell() {
    }

    public final DataType getType() {
        if (isMissing()) {
            return DataType.MISSING;
        }
        return this instanceof CollectionDataValue collection
            ? DataType.getType(getClass(), collection.getElementType()) : DataType.getType(getClass());
    }

    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell other) || isMissing() != other.isMissing()) {
            return false;
        }
        return getClass() == other.getClass() ? equalsDataCell(other) : equalContent(other);
    }

    protected abstract boolean equalsDataCell(DataCell dc);

    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
