package org.knime.node.parameters.updates;

/** Stands for KNIME's name of a button that others depend on. */
public interface ButtonReference {
}
