package org.knime.core.node.context.url;

/** Stands for KNIME's address of a dropped file. */
public interface ModifiableURLConfiguration extends URLConfiguration {
}
