package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Stands for KNIME's list of columns to choose from. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    default List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        throw new IllegalStateException("Neither columnChoices nor computeState is implemented.");
    }

    @Override
    default List<TypedStringChoice> computeState(final NodeParametersInput context)
        throws StateComputationFailureException {
        return columnChoices(context).stream().map(TypedStringChoice::fromColSpec).toList();
    }
}
