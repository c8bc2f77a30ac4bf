package org.seism;

/** Thrown by {@link Progress#checkCancelled()} when the user asked to stop. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A cancellation at the user's request. */
    public CancelledException() {
        super("Cancelled.");
    }
}
