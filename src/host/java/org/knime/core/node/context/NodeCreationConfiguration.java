package org.knime.core.node.context;

import java.util.Optional;

import org.knime.core.node.context.url.URLConfiguration;

/** Stands for KNIME's knowledge of how a node was made. */
public class NodeCreationConfiguration {

    NodeCreationConfiguration() {
    }

    public Optional<? extends URLConfiguration> getURLConfig() {
        return Optional.empty();
    }
}
