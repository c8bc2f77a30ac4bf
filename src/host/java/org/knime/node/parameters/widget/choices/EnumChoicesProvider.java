package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Stands for KNIME's list of enumeration constants to choose from. */
public non-sealed interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    default List<E> choices(final NodeParametersInput context) {
        throw new IllegalStateException("Neither choices nor computeState is implemented.");
    }

    @Override
    default List<EnumChoice<E>> computeState(final NodeParametersInput context)
        throws StateComputationFailureException {
        return choices(context).stream().map(EnumChoice::fromEnumConst).toList();
    }
}
