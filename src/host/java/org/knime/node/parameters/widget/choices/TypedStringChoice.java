package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** Stands for KNIME's choice of a column. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final String type = colSpec.getType().getPreferredValueClass().getName();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type, colSpec.getType().toPrettyString()));
    }

    /** Stands for the type of such a choice. */
    public record PossibleTypeValue(String id, String text) {
    }
}
