package org.knime.core.node.workflow;

/** Stands for anything on KNIME's canvas. */
public abstract class NodeContainer {

    NodeContainer() {
    }
}
