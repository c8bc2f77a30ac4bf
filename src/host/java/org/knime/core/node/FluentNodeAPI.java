package org.knime.core.node;

/** Stands for KNIME's marker of the declarative node classes. */
public interface FluentNodeAPI {
}
