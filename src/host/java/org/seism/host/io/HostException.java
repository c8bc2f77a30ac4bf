package org.seism.host.io;

/** The input (a workflow, a bundle, an argument) cannot be used; the text says which and why, for a user to read. */
public final class HostException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message cause and place
     */
    public HostException(final String message) {
        super(message);
    }

    /**
     * @param message cause and place
     * @param cause what was caught
     */
    public HostException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
