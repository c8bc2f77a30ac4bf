package org.knime.node.parameters.persistence;

/** Stands for KNIME's marker of classes whose fields are saved. */
public interface Persistable {
}
