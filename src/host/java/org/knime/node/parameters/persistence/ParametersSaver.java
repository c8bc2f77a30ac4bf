package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/** Stands for KNIME's writer of a parameter. */
public interface ParametersSaver<T> {
    void save(T param, NodeSettingsWO settings);
}
