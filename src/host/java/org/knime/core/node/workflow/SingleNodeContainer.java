package org.knime.core.node.workflow;

/** Stands for a node or component on KNIME's canvas. */
public abstract class SingleNodeContainer extends NodeContainer {

    SingleNodeContainer() {
    }
}
