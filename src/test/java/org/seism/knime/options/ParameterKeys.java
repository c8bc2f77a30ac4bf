package org.seism.knime.options;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/**
 * The settings keys that a parameters' class declares, groups and lists opened: {@code candidates/minWidth}. A field of type
 * Void is a line of the dialog and no setting.
 */
final class ParameterKeys {
    private ParameterKeys() {
    }

    static Set<String> of(final Class<?> parameters) {
        final Set<String> keys = new TreeSet<>();
        collect(parameters, "", keys);
        return keys;
    }

    private static void collect(final Class<?> parameters, final String prefix, final Set<String> keys) {
        for (final Field field : parameters.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || field.getType() == Void.class) {
                continue;
            }
            final Persist persist = field.getAnnotation(Persist.class);
            final String key = prefix + (persist == null ? field.getName() : persist.configKey());
            final Class<?> type = field.getType().isArray() ? field.getType().getComponentType() : field.getType();
            if (NodeParameters.class.isAssignableFrom(type)) {
                collect(type, key + "/", keys);
            } else {
                keys.add(key);
            }
        }
    }
}
