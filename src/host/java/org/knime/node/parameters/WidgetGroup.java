package org.knime.node.parameters;

/** Stands for KNIME's marker of classes whose fields appear in a dialog. */
public interface WidgetGroup {
}
