package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;

/** Stands for KNIME's reader of one older form of a parameter. */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> loader;

    private final Predicate<NodeSettingsRO> matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        this.loader = loader;
        this.matcher = matcher;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public ParametersLoader<T> getLoader() {
        return loader;
    }

    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    /** Stands for KNIME's builder of such a reader. */
    public static final class Builder<T> {

        private final ParametersLoader<T> loader;

        private final List<String[]> deprecatedPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> matcher;

        public Builder(final ParametersLoader<T> loader) {
            this.loader = Objects.requireNonNull(loader, "loader");
        }

        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            deprecatedPaths.add(configKeys.clone());
            return this;
        }

        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> predicate) {
            matcher = predicate;
            return this;
        }

        /** Without a matcher the presence of all old paths decides, as in KNIME. */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(loader,
                matcher != null ? matcher : s -> deprecatedPaths.stream().allMatch(p -> contains(s, p, 0)));
        }

        private static boolean contains(final NodeSettingsRO settings, final String[] path, final int from) {
            if (!settings.containsKey(path[from])) {
                return false;
            }
            try {
                return from == path.length - 1 || contains(settings.getNodeSettings(path[from]), path, from + 1);
            } catch (org.knime.core.node.InvalidSettingsException e) {
                return false;
            }
        }
    }
}
