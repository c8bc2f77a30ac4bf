package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Stands for KNIME's sign that a dialog state cannot be computed now. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    public StateComputationFailureException(final String message) {
        super(message);
    }
}
