package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;

/** Stands for KNIME's double cell. */
@SuppressWarnings("serial") // serializable because KNIME's is, never serialised
public final class DoubleCell extends DataCell implements DoubleValue {

    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private final double value;

    public DoubleCell(final double d) {
        this.value = d;
    }

    @Override
    public double getDoubleValue() {
        return value;
    }

    @Override
    public String toString() {
        return Double.toString(value);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        final double other = ((DoubleCell)dc).value;
        return value == other || Double.isNaN(value) && Double.isNaN(other);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }

    /** Stands for KNIME's factory of double cells. */
    public static final class DoubleCellFactory {

        public static final DataType TYPE = DoubleCell.TYPE;

        public DoubleCellFactory() {
        }

        public static DataCell create(final double d) {
            return new DoubleCell(d);
        }
    }
}
