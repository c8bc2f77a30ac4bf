package org.seism.host.dialog;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Replaces one entry of a settings tree, keeping its type: what {@code --set "Node (#3)/width=8"} does. */
public final class SettingsPath {

    private interface Writer {
        void write() throws InvalidSettingsException;
    }

    private SettingsPath() {
    }

    /**
     * @param model the settings
     * @param path keys separated by slashes
     * @param value the new value as text
     * @throws InvalidSettingsException if there is no such entry or the text does not fit its type
     */
    public static void set(final NodeSettings model, final String path, final String value)
        throws InvalidSettingsException {
        final int slash = path.indexOf('/');
        if (slash > 0) {
            set(model.getNodeSettings(path.substring(0, slash)), path.substring(slash + 1), value);
            return;
        }
        if (!model.containsKey(path)) {
            throw new InvalidSettingsException(
                "There is no setting \"" + path + "\"; there are " + String.join(", ", model.keySet()) + ".");
        }
        try {
            write(model, path, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                "The value \"" + value + "\" does not fit the setting \"" + path + "\".", e);
        }
        if (model.containsKey(path + "_is_present")) {
            model.addBoolean(path + "_is_present", true);
        }
    }

    private static void write(final NodeSettings model, final String key, final String value)
        throws InvalidSettingsException {
        if (is(() -> model.getInt(key))) {
            model.addInt(key, Integer.parseInt(value));
        } else if (is(() -> model.getLong(key))) {
            model.addLong(key, Long.parseLong(value));
        } else if (is(() -> model.getDouble(key))) {
            model.addDouble(key, Double.parseDouble(value));
        } else if (is(() -> model.getFloat(key))) {
            model.addFloat(key, Float.parseFloat(value));
        } else if (is(() -> model.getBoolean(key))) {
            if (!"true".equals(value) && !"false".equals(value)) {
                throw new IllegalArgumentException("neither true nor false");
            }
            model.addBoolean(key, Boolean.parseBoolean(value));
        } else if (is(() -> model.getString(key))) {
            model.addString(key, value);
        } else if (is(() -> model.getStringArray(key))) {
            model.addStringArray(key, value.isEmpty() ? new String[0] : value.split(","));
        } else {
            throw new InvalidSettingsException("The setting \"" + key + "\" is a group; name an entry in it.");
        }
    }

    private static boolean is(final Writer read) {
        try {
            read.write();
            return true;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }
}
