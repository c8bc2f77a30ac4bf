package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** The types with an entry type of their own in the settings, and their arrays. */
final class SimpleTypes {

    private interface Saver {
        void save(NodeSettingsWO settings, String key, Object value);
    }

    private interface Loader {
        Object load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    private record Simple(Object zero, Saver saver, Loader loader) {
    }

    private static final Map<Class<?>, Simple> TYPES = Map.ofEntries(
        Map.entry(int.class, new Simple(0, (s, k, v) -> s.addInt(k, (Integer)v), NodeSettingsRO::getInt)),
        Map.entry(long.class, new Simple(0L, (s, k, v) -> s.addLong(k, (Long)v), NodeSettingsRO::getLong)),
        Map.entry(double.class, new Simple(0.0, (s, k, v) -> s.addDouble(k, (Double)v), NodeSettingsRO::getDouble)),
        Map.entry(float.class, new Simple(0f, (s, k, v) -> s.addFloat(k, (Float)v), NodeSettingsRO::getFloat)),
        Map.entry(boolean.class,
            new Simple(false, (s, k, v) -> s.addBoolean(k, (Boolean)v), NodeSettingsRO::getBoolean)),
        Map.entry(byte.class, new Simple((byte)0, (s, k, v) -> s.addByte(k, (Byte)v), NodeSettingsRO::getByte)),
        Map.entry(char.class, new Simple((char)0, (s, k, v) -> s.addChar(k, (Character)v), NodeSettingsRO::getChar)),
        Map.entry(String.class, new Simple("", (s, k, v) -> s.addString(k, (String)v), NodeSettingsRO::getString)),
        Map.entry(int[].class,
            new Simple(null, (s, k, v) -> s.addIntArray(k, (int[])v), NodeSettingsRO::getIntArray)),
        Map.entry(long[].class,
            new Simple(null, (s, k, v) -> s.addLongArray(k, (long[])v), NodeSettingsRO::getLongArray)),
        Map.entry(double[].class,
            new Simple(null, (s, k, v) -> s.addDoubleArray(k, (double[])v), NodeSettingsRO::getDoubleArray)),
        Map.entry(boolean[].class,
            new Simple(null, (s, k, v) -> s.addBooleanArray(k, (boolean[])v), NodeSettingsRO::getBooleanArray)),
        Map.entry(String[].class,
            new Simple(null, (s, k, v) -> s.addStringArray(k, (String[])v), NodeSettingsRO::getStringArray)));

    private static final Map<Class<?>, Class<?>> UNBOXED = Map.of(Integer.class, int.class, Long.class, long.class,
        Double.class, double.class, Float.class, float.class, Boolean.class, boolean.class, Byte.class, byte.class,
        Character.class, char.class);

    private SimpleTypes() {
    }

    private static Simple of(final Class<?> type) {
        return TYPES.get(UNBOXED.getOrDefault(type, type));
    }

    static boolean isSimple(final Class<?> type) {
        return of(type) != null;
    }

    static Object zero(final Class<?> type) {
        final Simple simple = of(type);
        return simple == null ? null : simple.zero();
    }

    static boolean save(final String key, final Class<?> type, final Object value, final NodeSettingsWO settings) {
        final Simple simple = of(type);
        if (simple == null) {
            return false;
        }
        if (value == null && type != String.class) {
            throw new IllegalStateException("Coding issue: parameter " + key + " must not be null.");
        }
        simple.saver().save(settings, key, value);
        return true;
    }

    static Object load(final String key, final Class<?> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Simple simple = of(type);
        if (simple == null) {
            throw new IllegalStateException("Coding issue: No default persistor available for type "
                + type.getTypeName() + " (parameter " + key + ").");
        }
        return simple.loader().load(settings, key);
    }
}
