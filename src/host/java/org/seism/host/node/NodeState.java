package org.seism.host.node;

/** The states KNIME shows under a node. */
public enum NodeState {
    /** Not configured: an input is missing or the settings do not fit. */
    IDLE,
    /** Ready to run. */
    CONFIGURED,
    /** Has results. */
    EXECUTED
}
