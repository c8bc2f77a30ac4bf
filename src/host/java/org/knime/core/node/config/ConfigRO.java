package org.knime.core.node.config;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Stands for KNIME's read access to a settings tree with data types. */
public interface ConfigRO extends ConfigBaseRO {

    Config getConfig(String key) throws InvalidSettingsException;

    DataType getDataType(String key) throws InvalidSettingsException;

    DataType getDataType(String key, DataType def);
}
