package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigWO;

/** Stands for KNIME's node settings tree. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {

    public NodeSettings(final String key) {
        super(key);
    }

    public static NodeSettingsRO loadFromXML(final InputStream in) throws IOException {
        final NodeSettings settings = new NodeSettings("ignored");
        settings.load(in);
        return settings;
    }

    @Override
    public Config getInstance(final String key) {
        return new NodeSettings(key);
    }

    @Override
    public NodeSettingsWO addNodeSettings(final String key) {
        return (NodeSettings)addConfig(key);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings)getConfig(key);
    }

    @Override
    public void copyTo(final ConfigWO dest) {
        SettingsCopy.copy(this, (Config)dest);
    }
}
