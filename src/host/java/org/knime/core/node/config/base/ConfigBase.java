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

    final Object typed(final String subKey, final ConfigType type) throws InvalidSettingsException {
        if (entries.get(subKey) instanceof ConfigEntry e && e.type() == type) {
            return e.value();
        }
        throw new InvalidSettingsException(type.label() + " for key \"" + subKey + "\" not found.");
    }

    private Object typed(final String subKey, final ConfigType type, final Object otherwise) {
        return entries.get(subKey) instanceof ConfigEntry e && e.type() == type ? e.value() : otherwise;
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (int)typed(key, ConfigType.INT);
    }

    @Override
    public int getInt(final String key, final int def) {
        return (int)typed(key, ConfigType.INT, def);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return (int[])ConfigArrays.read(this, key, ConfigType.INT);
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        return (int[])ConfigArrays.read(this, key, ConfigType.INT, def);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(key, new ConfigEntry(ConfigType.INT, value));
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        ConfigArrays.write(this, key, ConfigType.INT, values);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (double)typed(key, ConfigType.DOUBLE);
    }

    @Override
    public double getDouble(final String key, final double def) {
        return (double)typed(key, ConfigType.DOUBLE, def);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return (double[])ConfigArrays.read(this, key, ConfigType.DOUBLE);
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        return (double[])ConfigArrays.read(this, key, ConfigType.DOUBLE, def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(key, new ConfigEntry(ConfigType.DOUBLE, value));
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        ConfigArrays.write(this, key, ConfigType.DOUBLE, values);
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return (float)typed(key, ConfigType.FLOAT);
    }

    @Override
    public float getFloat(final String key, final float def) {
        return (float)typed(key, ConfigType.FLOAT, def);
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return (float[])ConfigArrays.read(this, key, ConfigType.FLOAT);
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        return (float[])ConfigArrays.read(this, key, ConfigType.FLOAT, def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(key, new ConfigEntry(ConfigType.FLOAT, value));
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        ConfigArrays.write(this, key, ConfigType.FLOAT, values);
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return (char)typed(key, ConfigType.CHAR);
    }

    @Override
    public char getChar(final String key, final char def) {
        return (char)typed(key, ConfigType.CHAR, def);
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        return (char[])ConfigArrays.read(this, key, ConfigType.CHAR);
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        return (char[])ConfigArrays.read(this, key, ConfigType.CHAR, def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(key, new ConfigEntry(ConfigType.CHAR, value));
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        ConfigArrays.write(this, key, ConfigType.CHAR, values);
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return (short)typed(key, ConfigType.SHORT);
    }

    @Override
    public short getShort(final String key, final short def) {
        return (short)typed(key, ConfigType.SHORT, def);
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        return (short[])ConfigArrays.read(this, key, ConfigType.SHORT);
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        return (short[])ConfigArrays.read(this, key, ConfigType.SHORT, def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(key, new ConfigEntry(ConfigType.SHORT, value));
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        ConfigArrays.write(this, key, ConfigType.SHORT, values);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (long)typed(key, ConfigType.LONG);
    }

    @Override
    public long getLong(final String key, final long def) {
        return (long)typed(key, ConfigType.LONG, def);
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return (long[])ConfigArrays.read(this, key, ConfigType.LONG);
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        return (long[])ConfigArrays.read(this, key, ConfigType.LONG, def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(key, new ConfigEntry(ConfigType.LONG, value));
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        ConfigArrays.write(this, key, ConfigType.LONG, values);
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return (byte)typed(key, ConfigType.BYTE);
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return (byte)typed(key, ConfigType.BYTE, def);
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        return (byte[])ConfigArrays.read(this, key, ConfigType.BYTE);
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        return (byte[])ConfigArrays.read(this, key, ConfigType.BYTE, def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(key, new ConfigEntry(ConfigType.BYTE, value));
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        ConfigArrays.write(this, key, ConfigType.BYTE, values);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)typed(key, ConfigType.STRING);
    }

    @Override
    public String getString(final String key, final String def) {
        return (String)typed(key, ConfigType.STRING, def);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return (String[])ConfigArrays.read(this, key, ConfigType.STRING);
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return (String[])ConfigArrays.read(this, key, ConfigType.STRING, def);
    }

    @Override
    public void addString(final String key, final String value) {
        put(key, new ConfigEntry(ConfigType.STRING, value));
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        ConfigArrays.write(this, key, ConfigType.STRING, values);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (boolean)typed(key, ConfigType.BOOLEAN);
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return (boolean)typed(key, ConfigType.BOOLEAN, def);
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return (boolean[])ConfigArrays.read(this, key, ConfigType.BOOLEAN);
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return (boolean[])ConfigArrays.read(this, key, ConfigType.BOOLEAN, def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(key, new ConfigEntry(ConfigType.BOOLEAN, value));
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        ConfigArrays.write(this, key, ConfigType.BOOLEAN, values);
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
