package org.knime.core.data;

import java.util.Arrays;

import org.knime.core.node.util.CheckUtils;

/** Stands for KNIME's row key: a string unique in its table. */
public final class RowKey {

    private final String string;

    public RowKey(final String id) {
        this.string = CheckUtils.checkArgumentNotNull(id, "Argument must not be null.");
    }

    public static RowKey createRowKey(final long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    public static RowKey[] toRowKeys(final String... strs) {
        return Arrays.stream(strs).map(RowKey::new).toArray(RowKey[]::new);
    }

    public static String[] toStrings(final RowKey... keys) {
        return Arrays.stream(keys).map(RowKey::getString).toArray(String[]::new);
    }

    public String getString() {
        return string;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof RowKey other && string.equals(other.string);
    }

    @Override
    public int hashCode() {
        return string.hashCode();
    }

    @Override
    public String toString() {
        return string;
    }
}
