package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Stands for KNIME's read access to the content of small port objects and specs. */
public interface ModelContentRO extends ConfigRO {

    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
