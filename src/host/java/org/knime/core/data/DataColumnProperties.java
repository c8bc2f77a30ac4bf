package org.knime.core.data;

import java.util.Map;
import java.util.TreeMap;

/** Stands for KNIME's free key/value pairs of a column. */
public final class DataColumnProperties {

    private final Map<String, String> properties;

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(final Map<String, String> content) {
        this.properties = new TreeMap<>(content);
    }

    public boolean containsProperty(final String key) {
        return properties.containsKey(key);
    }

    public String getProperty(final String key) {
        return properties.get(key);
    }

    public String getProperty(final String key, final String defaultValue) {
        return properties.getOrDefault(key, defaultValue);
    }

    public int size() {
        return properties.size();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties p && properties.equals(p.properties);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }

    @Override
    public String toString() {
        return properties.toString();
    }
}
