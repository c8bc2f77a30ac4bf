package org.knime.node.parameters.updates;

/** Stands for KNIME's name of a parameter that others depend on. */
public interface ParameterReference<V> {
}
