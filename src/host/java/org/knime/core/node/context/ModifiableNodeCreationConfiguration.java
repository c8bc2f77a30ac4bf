package org.knime.core.node.context;

import java.net.URL;
import java.util.Optional;

import org.knime.core.node.context.url.ModifiableURLConfiguration;

/** Stands for KNIME's knowledge of how a node was made: by dropping a file, perhaps. */
public final class ModifiableNodeCreationConfiguration extends NodeCreationConfiguration {

    private final ModifiableURLConfiguration url;

    ModifiableNodeCreationConfiguration(final URL url) {
        this.url = url == null ? null : () -> url;
    }

    @Override
    public Optional<ModifiableURLConfiguration> getURLConfig() {
        return Optional.ofNullable(url);
    }
}
