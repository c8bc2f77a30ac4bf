package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Stands for KNIME's write access to the content of small port objects and specs. */
public interface ModelContentWO extends ConfigWO {

    ModelContentWO addModelContent(String key);
}
