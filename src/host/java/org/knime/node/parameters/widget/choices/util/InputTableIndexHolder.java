package org.knime.node.parameters.widget.choices.util;

/** Stands for KNIME's choice of the input whose columns are offered. */
public interface InputTableIndexHolder {
    default int getInputTableIndex() {
        return 0;
    }
}
