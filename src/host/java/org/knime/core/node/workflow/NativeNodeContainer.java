package org.knime.core.node.workflow;

import org.knime.core.node.Node;

/** Stands for a node on KNIME's canvas. */
public class NativeNodeContainer extends SingleNodeContainer {

    private final Node node;

    NativeNodeContainer(final Node node) {
        this.node = node;
    }

    public Node getNode() {
        return node;
    }
}
