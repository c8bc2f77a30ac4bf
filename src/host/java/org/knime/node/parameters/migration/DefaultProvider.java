package org.knime.node.parameters.migration;

import java.util.List;

/** Stands for KNIME's value of a parameter that older files lack. */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    T getDefault();

    /** The persistence asks getDefault itself when the key is absent, so there is nothing to add. */
    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.builder(settings -> getDefault()).withMatcher(settings -> false).build());
    }
}
