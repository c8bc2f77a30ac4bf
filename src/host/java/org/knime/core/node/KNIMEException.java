package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Stands for KNIME's expected failure: its text is shown as it is. */
public final class KNIMEException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public KNIMEException(final String message) {
        this(message, null);
    }

    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message), cause);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    public Message getKNIMEMessage() {
        return message;
    }

    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException(this);
    }

    /** Stands for KNIME's unchecked wrapper of an expected failure. */
    public static final class KNIMERuntimeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private KNIMERuntimeException(final KNIMEException cause) {
            super(cause.getMessage(), cause);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return (KNIMEException)super.getCause();
        }

        public Message getKNIMEMessage() {
            return getCause().getKNIMEMessage();
        }
    }
}
