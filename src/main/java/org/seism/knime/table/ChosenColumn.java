package org.seism.knime.table;

import java.util.Arrays;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;
import org.seism.knime.engine.EngineCall;

/** Checks that a column chosen in a dialog is in the table and can be used. */
public final class ChosenColumn {
    private ChosenColumn() {
    }

    /**
     * @param table the input
     * @param name of the column as chosen
     * @param role it is chosen for, such as {@code sequence}
     * @param wanted what to choose, such as {@code a text column}
     * @param types one of which the column must have
     * @return the column
     * @throws InvalidSettingsException if none is chosen, or it is missing or of another type
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static DataColumnSpec check(final DataTableSpec table, final String name, final String role, final String wanted,
        final Class<? extends DataValue>... types) throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            throw EngineCall.invalid("No " + role + " column is chosen.", "Choose " + wanted + " in the dialog.");
        }
        final DataColumnSpec column = table.getColumnSpec(name);
        if (column == null) {
            throw EngineCall.invalid("The input table has no column '" + name + "', which is chosen as " + role + ".",
                "Choose " + wanted + " in the dialog.");
        }
        if (Arrays.stream(types).noneMatch(column.getType()::isCompatible)) {
            throw EngineCall.invalid("Column '" + name + "' can't be used as " + role + ": its type is " + column.getType() + ".",
                "Choose " + wanted + ".");
        }
        return column;
    }
}
