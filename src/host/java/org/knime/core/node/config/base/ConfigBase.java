package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** Stands for KNIME's settings tree: typed entries and sub-trees under string keys, strict on reading. */
public abstract class ConfigBase implements ConfigBaseRO, ConfigBaseWO {

    static final String ARRAY_SIZE = "array-size";

    /** Values are {@link ConfigEntry} or {@link ConfigBase}; the order is the order of writing. */
    private final Map<String, Object> entries = new LinkedHashMap<>();

    private final String key;

    public ConfigBase(final String key) {
        this.key = key;
    }

    public abstract ConfigBase getInstance(String subKey);

    @Override
    public final String getKey() {
        return key;
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public boolean containsKey(final String subKey) {
        return entries.containsKey(subKey);
    }

    @Override
    public Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public final ConfigBase addConfigBase(final String subKey) {
        final ConfigBase config = getInstance(subKey);
        put(subKey, config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(final String subKey) throws InvalidSettingsException {
        if (entries.get(subKey) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + subKey + "\" not found.");
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        ConfigXml.write(this, os);
    }

    public void load(final InputStream is) throws IOException {
        ConfigXml.read(this, is);
    }

    final Map<String, Object> entries() {
        return entries;
    }

    final void put(final String subKey, final Object value) {
        entries.put(Objects.requireNonNull(subKey, "Settings keys must not be null."), value);
    }

    /** Replaces this tree's content with a copy of the other one. */
    final void copyFrom(final ConfigBase other) {
        entries.clear();
        other.entries.forEach((k, v) -> {
            if (v instanceof ConfigBase sub) {
                addConfigBase(k).copyFrom(sub);
            } else {
                entries.put(k, v);
            }
        });
    }

    private ConfigBase array(final String subKey) throws InvalidSettingsException {
        return getConfigBase(subKey);
    }

    private Object typed(final String subKey, final ConfigType type, final String name)
        throws InvalidSettingsException {
        if (entries.get(subKey) instanceof ConfigEntry e && e.type() == type) {
            return e.value();
        }
        throw new InvalidSettingsException(name + " for key \"" + subKey + "\" not found.");
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (int)typed(key, ConfigType.INT, "Int");
    }

    @Override
    public int getInt(final String key, final int def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.INT ? (int)e.value() : def;
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final int[] result = new int[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getInt(Integer.toString(i));
        }
        return result;
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        try {
            return getIntArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addInt(final String key, final int value) {
        put(key, new ConfigEntry(ConfigType.INT, value));
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addInt(Integer.toString(i), values[i]);
        }
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (double)typed(key, ConfigType.DOUBLE, "Double");
    }

    @Override
    public double getDouble(final String key, final double def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.DOUBLE ? (double)e.value() : def;
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final double[] result = new double[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getDouble(Integer.toString(i));
        }
        return result;
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        try {
            return getDoubleArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(key, new ConfigEntry(ConfigType.DOUBLE, value));
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addDouble(Integer.toString(i), values[i]);
        }
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return (float)typed(key, ConfigType.FLOAT, "Float");
    }

    @Override
    public float getFloat(final String key, final float def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.FLOAT ? (float)e.value() : def;
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final float[] result = new float[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getFloat(Integer.toString(i));
        }
        return result;
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        try {
            return getFloatArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(key, new ConfigEntry(ConfigType.FLOAT, value));
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addFloat(Integer.toString(i), values[i]);
        }
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return (char)typed(key, ConfigType.CHAR, "Char");
    }

    @Override
    public char getChar(final String key, final char def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.CHAR ? (char)e.value() : def;
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final char[] result = new char[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getChar(Integer.toString(i));
        }
        return result;
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addChar(final String key, final char value) {
        put(key, new ConfigEntry(ConfigType.CHAR, value));
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addChar(Integer.toString(i), values[i]);
        }
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return (short)typed(key, ConfigType.SHORT, "Short");
    }

    @Override
    public short getShort(final String key, final short def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.SHORT ? (short)e.value() : def;
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final short[] result = new short[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getShort(Integer.toString(i));
        }
        return result;
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        try {
            return getShortArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addShort(final String key, final short value) {
        put(key, new ConfigEntry(ConfigType.SHORT, value));
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addShort(Integer.toString(i), values[i]);
        }
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (long)typed(key, ConfigType.LONG, "Long");
    }

    @Override
    public long getLong(final String key, final long def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.LONG ? (long)e.value() : def;
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final long[] result = new long[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getLong(Integer.toString(i));
        }
        return result;
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        try {
            return getLongArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addLong(final String key, final long value) {
        put(key, new ConfigEntry(ConfigType.LONG, value));
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addLong(Integer.toString(i), values[i]);
        }
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return (byte)typed(key, ConfigType.BYTE, "Byte");
    }

    @Override
    public byte getByte(final String key, final byte def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.BYTE ? (byte)e.value() : def;
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final byte[] result = new byte[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getByte(Integer.toString(i));
        }
        return result;
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(key, new ConfigEntry(ConfigType.BYTE, value));
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addByte(Integer.toString(i), values[i]);
        }
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)typed(key, ConfigType.STRING, "String");
    }

    @Override
    public String getString(final String key, final String def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.STRING ? (String)e.value() : def;
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final String[] result = new String[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getString(Integer.toString(i));
        }
        return result;
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addString(final String key, final String value) {
        put(key, new ConfigEntry(ConfigType.STRING, value));
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addString(Integer.toString(i), values[i]);
        }
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (boolean)typed(key, ConfigType.BOOLEAN, "Boolean");
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        final Object found = entries.get(key);
        return found instanceof ConfigEntry e && e.type() == ConfigType.BOOLEAN ? (boolean)e.value() : def;
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = array(key);
        final boolean[] result = new boolean[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.getBoolean(Integer.toString(i));
        }
        return result;
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(key, new ConfigEntry(ConfigType.BOOLEAN, value));
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        if (values == null) {
            return; // as in KNIME: an absent array is simply not written
        }
        final ConfigBase array = addConfigBase(key);
        array.addInt(ARRAY_SIZE, values.length);
        for (int i = 0; i < values.length; i++) {
            array.addBoolean(Integer.toString(i), values[i]);
        }
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof ConfigBase other && Objects.equals(key, other.key) && entries.equals(other.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return key + "=" + entries;
    }
}
