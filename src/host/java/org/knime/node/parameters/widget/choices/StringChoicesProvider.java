package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Stands for KNIME's list of texts to choose from. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    default List<String> choices(final NodeParametersInput context) {
        throw new IllegalStateException("Neither choices nor computeState is implemented.");
    }

    @Override
    default List<StringChoice> computeState(final NodeParametersInput context)
        throws StateComputationFailureException {
        return choices(context).stream().map(StringChoice::fromId).toList();
    }
}
