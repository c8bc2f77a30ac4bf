package org.knime.core.node.config.base;

import java.lang.reflect.Array;

import org.knime.core.node.InvalidSettingsException;

/** Arrays in the settings tree: a sub-tree with the size and one entry per element under its index. */
final class ConfigArrays {
    private static final String SIZE = "array-size";

    private ConfigArrays() {
    }

    /** @return an array of the type's Java class */
    static Object read(final ConfigBase config, final String key, final ConfigType type) throws InvalidSettingsException {
        final ConfigBase array = config.getConfigBase(key);
        final Object result = Array.newInstance(type.javaClass(), array.getInt(SIZE));
        for (int i = 0; i < Array.getLength(result); i++) {
            Array.set(result, i, array.typed(Integer.toString(i), type));
        }
        return result;
    }

    static Object read(final ConfigBase config, final String key, final ConfigType type, final Object otherwise) {
        try {
            return read(config, key, type);
        } catch (InvalidSettingsException e) {
            return otherwise;
        }
    }

    /** As in KNIME, an absent array is simply not written. */
    static void write(final ConfigBase config, final String key, final ConfigType type, final Object values) {
        if (values == null) {
            return;
        }
        final ConfigBase array = config.addConfigBase(key);
        array.addInt(SIZE, Array.getLength(values));
        for (int i = 0; i < Array.getLength(values); i++) {
            array.put(Integer.toString(i), new ConfigEntry(type, Array.get(values, i)));
        }
    }
}
