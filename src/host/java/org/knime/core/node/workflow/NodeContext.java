package org.knime.core.node.workflow;

/** Stands for what KNIME knows of the node that a thread works for. */
public final class NodeContext {

    private static final ThreadLocal<NodeContext> CURRENT = new ThreadLocal<>();

    private final NodeContainer container;

    private NodeContext(final NodeContainer container) {
        this.container = container;
    }

    public static NodeContext getContext() {
        return CURRENT.get();
    }

    public NodeContainer getNodeContainer() {
        return container;
    }

    /** For the host: the thread works for this node from now on; null for none. */
    static void set(final NodeContainer container) {
        if (container == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(new NodeContext(container));
        }
    }
}
