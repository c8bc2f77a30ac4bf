package org.knime.node.parameters.migration;

import java.util.List;

/** Stands for KNIME's readers of older files. */
public interface NodeParametersMigration<T> {
    List<ConfigMigration<T>> getConfigMigrations();
}
