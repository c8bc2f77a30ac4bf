package org.knime.core.node.config;

import org.knime.core.data.DataType;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Stands for KNIME's write access to a settings tree with data types. */
public interface ConfigWO extends ConfigBaseWO {

    Config addConfig(String key);

    void addDataType(String key, DataType type);
}
