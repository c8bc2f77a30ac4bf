package org.knime.core.data;

/** Stands for KNIME's missing cell; it fits into a column of any type. */
@SuppressWarnings("serial") // serializable because KNIME's is, never serialised
public final class MissingCell extends DataCell implements MissingValue {

    private final String error;

    public MissingCell(final String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return true; // KNIME compares missing cells without their reasons
    }

    @Override
    public int hashCode() {
        return 31;
    }
}
