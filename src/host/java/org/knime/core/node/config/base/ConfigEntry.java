package org.knime.core.node.config.base;

/** One typed value of the settings tree; only strings may be null. */
record ConfigEntry(ConfigType type, Object value) {
}
