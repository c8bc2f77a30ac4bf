package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.reflect.Field;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** Saves and loads the fields of parameter classes as KNIME does: strict on keys and types, blind to extra keys. */
final class ParametersPersistence {

    private ParametersPersistence() {
    }

    static void save(final Object parameters, final NodeSettingsWO settings) {
        final Persistor ownOfClass = parameters.getClass().getAnnotation(Persistor.class);
        if (ownOfClass != null) {
            persistor(ownOfClass).save(parameters, settings);
            return;
        }
        for (final Field field : ParameterFields.of(parameters.getClass())) {
            final Object value = ParameterFields.get(field, parameters);
            final Persistor own = field.getAnnotation(Persistor.class);
            if (own != null) {
                persistor(own).save(value, settings);
            } else {
                ValuePersistence.save(field, value, settings);
            }
        }
    }

    static <T> T load(final NodeSettingsRO settings, final Class<T> type) throws InvalidSettingsException {
        final Persistor ownOfClass = type.getAnnotation(Persistor.class);
        if (ownOfClass != null) {
            return type.cast(persistor(ownOfClass).load(settings));
        }
        return fill(settings, ParameterInstances.create(type, null));
    }

    /** Loads into an instance that carries the defaults. */
    static <T> T fill(final NodeSettingsRO settings, final T instance) throws InvalidSettingsException {
        final boolean lenient = instance.getClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
        for (final Field field : ParameterFields.of(instance.getClass())) {
            ParameterFields.set(field, instance, load(field, settings, ParameterFields.get(field, instance), lenient));
        }
        return instance;
    }

    private static Object load(final Field field, final NodeSettingsRO settings, final Object defaultValue,
        final boolean lenient) throws InvalidSettingsException {
        final boolean absent = !settings.containsKey(ParameterFields.key(field));
        final Migration migration = field.getAnnotation(Migration.class);
        if (migration != null) {
            final NodeParametersMigration<?> instance = ParameterInstances.create(migration.value(), null);
            if (instance instanceof DefaultProvider<?> provider) {
                if (absent) {
                    return provider.getDefault();
                }
            } else {
                for (final ConfigMigration<?> older : instance.getConfigMigrations()) {
                    if (older.getMatcher().test(settings)) {
                        return older.getLoader().load(settings);
                    }
                }
            }
        }
        final Migrate migrate = field.getAnnotation(Migrate.class);
        final Persistor own = field.getAnnotation(Persistor.class);
        if (own != null) {
            return persistor(own).load(settings);
        }
        if (absent && (lenient || migrate != null && migrate.loadDefaultIfAbsent())) {
            return defaultValue;
        }
        return ValuePersistence.load(field, settings, defaultValue);
    }

    @SuppressWarnings("unchecked")
    private static NodeParametersPersistor<Object> persistor(final Persistor annotation) {
        return (NodeParametersPersistor<Object>)ParameterInstances.create(annotation.value(), null);
    }
}
