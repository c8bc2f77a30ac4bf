package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.knime.node.parameters.persistence.Persist;

/** The fields of a parameter class that are saved, superclass first, and their keys. */
final class ParameterFields {

    private ParameterFields() {
    }

    static List<Field> of(final Class<?> type) {
        final List<Field> fields = new ArrayList<>();
        collect(type, fields);
        return fields;
    }

    private static void collect(final Class<?> type, final List<Field> fields) {
        if (type == null || type == Object.class) {
            return;
        }
        collect(type.getSuperclass(), fields);
        for (final Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            if (Modifier.isPrivate(field.getModifiers())) {
                // KNIME ignores it silently, and nobody notices until a saved value is lost
                throw new IllegalStateException("Coding issue: private field " + field.getName() + " of "
                    + type.getName() + " would be neither saved nor shown by KNIME; make it package-visible.");
            }
            field.setAccessible(true);
            fields.add(field);
        }
    }

    static String key(final Field field) {
        final Persist persist = field.getAnnotation(Persist.class);
        if (persist != null && !persist.configKey().isEmpty()) {
            return persist.configKey();
        }
        final String name = field.getName();
        return name.startsWith("m_") ? name.substring(2) : name;
    }

    static Object get(final Field field, final Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(final Field field, final Object owner, final Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Coding issue: field " + field + " cannot be set.", e);
        }
    }
}
