package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persistable;

/** Saves and loads single values under their key, by type. */
final class ValuePersistence {

    private static final String PRESENT = "_is_present";

    private ValuePersistence() {
    }

    static void save(final Field field, final Object value, final NodeSettingsWO settings) {
        save(ParameterFields.key(field), field.getGenericType(), value, settings);
    }

    static Object load(final Field field, final NodeSettingsRO settings, final Object defaultValue)
        throws InvalidSettingsException {
        return load(ParameterFields.key(field), field.getGenericType(), settings, defaultValue);
    }

    private static void save(final String key, final Type type, final Object value, final NodeSettingsWO settings) {
        final Class<?> raw = raw(type, value);
        if (raw == Void.class) {
            return; // a message, no setting
        }
        if (raw == Optional.class) {
            final Optional<?> optional = (Optional<?>)value;
            final Type inner = argument(type);
            save(key, inner, optional.isPresent() ? optional.get() : placeholder(raw(inner, null)), settings);
            settings.addBoolean(key + PRESENT, optional.isPresent());
        } else if (raw.isEnum()) {
            if (value == null) {
                throw new IllegalStateException("Coding issue: enum parameter " + key + " must not be null.");
            }
            settings.addString(key, ((Enum<?>)value).name());
        } else if (Collection.class.isAssignableFrom(raw)) {
            final Class<?> element = raw(argument(type), null);
            saveElements(key, element, ((Collection<?>)value).toArray(), settings);
        } else if (raw.isArray() && !SimpleTypes.isSimple(raw.getComponentType())) {
            saveElements(key, raw.getComponentType(), (Object[])value, settings);
        } else if (raw == FSLocation.class) {
            Locations.save(key, (FSLocation)value, settings);
        } else if (raw == DataType.class) {
            settings.addDataType(key, (DataType)value);
        } else if (raw == LocalDate.class || raw == LocalTime.class) {
            settings.addString(key, value == null ? null : value.toString());
        } else if (Persistable.class.isAssignableFrom(raw)) {
            if (value == null) {
                throw new IllegalStateException("Coding issue: parameter group " + key + " must not be null.");
            }
            ParametersPersistence.save(value, settings.addNodeSettings(key));
        } else if (!SimpleTypes.save(key, raw, value, settings)) {
            throw unsupported(type, key);
        }
    }

    private static Object load(final String key, final Type type, final NodeSettingsRO settings,
        final Object defaultValue) throws InvalidSettingsException {
        final Class<?> raw = raw(type, defaultValue);
        if (raw == Void.class) {
            return null;
        }
        if (raw == Optional.class) {
            if (!settings.getBoolean(key + PRESENT, true)) {
                return Optional.empty();
            }
            return Optional.ofNullable(load(key, argument(type), settings, null));
        }
        if (raw.isEnum()) {
            return constant(raw, settings.getString(key));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return new ArrayList<>(loadElements(key, raw(argument(type), null), settings));
        }
        if (raw.isArray() && !SimpleTypes.isSimple(raw.getComponentType())) {
            final List<Object> elements = loadElements(key, raw.getComponentType(), settings);
            return elements.toArray((Object[])Array.newInstance(raw.getComponentType(), 0));
        }
        if (raw == FSLocation.class) {
            return Locations.load(key, settings);
        }
        if (raw == DataType.class) {
            return settings.getDataType(key);
        }
        if (raw == LocalDate.class || raw == LocalTime.class) {
            final String text = settings.getString(key);
            try {
                return text == null ? null : raw == LocalDate.class ? LocalDate.parse(text) : LocalTime.parse(text);
            } catch (java.time.format.DateTimeParseException e) {
                throw new InvalidSettingsException(e.getMessage(), e);
            }
        }
        if (Persistable.class.isAssignableFrom(raw)) {
            return ParametersPersistence.load(settings.getNodeSettings(key), raw);
        }
        if (SimpleTypes.isSimple(raw) || raw.isArray()) {
            return SimpleTypes.load(key, raw, settings);
        }
        throw unsupported(type, key);
    }

    private static void saveElements(final String key, final Class<?> element, final Object[] values,
        final NodeSettingsWO settings) {
        if (!Persistable.class.isAssignableFrom(element)) {
            throw unsupported(element, key);
        }
        final NodeSettingsWO list = settings.addNodeSettings(key);
        for (int i = 0; i < values.length; i++) {
            ParametersPersistence.save(values[i], list.addNodeSettings(Integer.toString(i)));
        }
    }

    private static List<Object> loadElements(final String key, final Class<?> element, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        if (!Persistable.class.isAssignableFrom(element)) {
            throw unsupported(element, key);
        }
        final NodeSettingsRO list = settings.getNodeSettings(key);
        final List<Object> loaded = new ArrayList<>();
        for (final String index : list.keySet()) {
            loaded.add(ParametersPersistence.load(list.getNodeSettings(index), element));
        }
        return loaded;
    }

    private static Object constant(final Class<?> type, final String name) throws InvalidSettingsException {
        for (final Object constant : type.getEnumConstants()) {
            if (((Enum<?>)constant).name().equals(name)) {
                return constant;
            }
        }
        throw new InvalidSettingsException("Invalid value '" + name + "'. Possible values: "
            + Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>)c).name()).collect(Collectors.joining(", ")));
    }

    /** What KNIME writes for an absent optional value: the type's own default. */
    private static Object placeholder(final Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type == String.class ? "" : SimpleTypes.zero(type);
    }

    private static Type argument(final Type type) {
        return ((ParameterizedType)type).getActualTypeArguments()[0];
    }

    /** The class behind a generic type; for a type variable (the type part of a filter) that of the default. */
    private static Class<?> raw(final Type type, final Object value) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p) {
            return (Class<?>)p.getRawType();
        }
        if (value != null) {
            return value.getClass();
        }
        throw new IllegalStateException("Coding issue: No default persistor available for type " + type + ".");
    }

    private static IllegalStateException unsupported(final Type type, final String key) {
        return new IllegalStateException("Coding issue: No default persistor available for type "
            + type.getTypeName() + " (parameter " + key + ").");
    }
}
