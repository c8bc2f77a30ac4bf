package org.knime.core.node;

/** Stands for KNIME's classic node implementation, of which the slice needs only the name. */
public abstract class NodeModel {

    NodeModel() {
    }
}
