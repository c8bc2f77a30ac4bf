package org.knime.core.node;

/** Stands for KNIME's complaint about settings; in configure it becomes a warning. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidSettingsException(final String s) {
        super(s);
    }

    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    public InvalidSettingsException(final String s, final Throwable cause) {
        super(s, cause);
    }
}
