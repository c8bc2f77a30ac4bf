package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;

/** Stands for KNIME's long cell. */
@SuppressWarnings("serial") // serializable because KNIME's is, never serialised
public class LongCell extends DataCell implements LongValue, DoubleValue {

    public static final DataType TYPE = DataType.getType(LongCell.class);

    private final long value;

    public LongCell(final long l) {
        this.value = l;
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
        return Long.toString(value);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return value == ((LongCell)dc).value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    /** Stands for KNIME's factory of long cells. */
    public static final class LongCellFactory {

        public static final DataType TYPE = LongCell.TYPE;

        public LongCellFactory() {
        }

        public static DataCell create(final long l) {
            return new LongCell(l);
        }
    }
}
