package org.knime.core.webui.node.dialog.defaultdialog;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.filehandling.core.connections.FSLocation;

/** KNIME's form of a file location in the settings. */
final class Locations {

    private Locations() {
    }

    static void save(final String key, final FSLocation location, final NodeSettingsWO settings) {
        final NodeSettingsWO config = settings.addNodeSettings(key);
        final boolean present = location != null && location != FSLocation.NULL;
        config.addBoolean("location_present", present);
        if (present) {
            config.addString("file_system_type", location.getFileSystemCategory());
            location.getFileSystemSpecifier().ifPresent(s -> config.addString("file_system_specifier", s));
            config.addString("path", location.getPath());
        }
    }

    static FSLocation load(final String key, final NodeSettingsRO settings) throws InvalidSettingsException {
        final NodeSettingsRO config = settings.getNodeSettings(key);
        if (!config.getBoolean("location_present")) {
            return FSLocation.NULL;
        }
        return new FSLocation(config.getString("file_system_type"), config.getString("file_system_specifier", null),
            config.getString("path"));
    }
}
