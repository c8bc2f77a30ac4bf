package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** Stands for KNIME's int cell. */
@SuppressWarnings("serial") // serializable because KNIME's is, never serialised
public class IntCell extends DataCell implements IntValue, LongValue, DoubleValue {

    public static final DataType TYPE = DataType.getType(IntCell.class);

    private final int value;

    public IntCell(final int i) {
        this.value = i;
    }

    @Override
    public int getIntValue() {
        return value;
    }

    @Override
    public long getLongValue() {
        return value;
    }

    @Override
    public double getDoubleValue() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return value == ((IntCell)dc).value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    /** Stands for KNIME's factory of int cells. */
    public static final class IntCellFactory {

        public static final DataType TYPE = IntCell.TYPE;

        public IntCellFactory() {
        }

        public static DataCell create(final int i) {
            return new IntCell(i);
        }
    }
}
