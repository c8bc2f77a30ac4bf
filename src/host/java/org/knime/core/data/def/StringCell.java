package org.knime.core.data.def;

import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** Stands for KNIME's text cell. */
@SuppressWarnings("serial") // serializable because KNIME's is, never serialised
public final class StringCell extends DataCell implements StringValue, NominalValue {

    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String text;

    public StringCell(final String str) {
        this.text = Objects.requireNonNull(str, "String value can't be null.");
    }

    @Override
    public String getStringValue() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return text.equals(((StringCell)dc).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Stands for KNIME's factory of text cells. */
    public static final class StringCellFactory {

        public static final DataType TYPE = StringCell.TYPE;

        public StringCellFactory() {
        }

        public static DataCell create(final String s) {
            return new StringCell(s);
        }
    }
}
