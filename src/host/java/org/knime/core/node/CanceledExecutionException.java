package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Stands for KNIME's sign that an execution was cancelled. */
public class CanceledExecutionException extends Exception {

    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public CanceledExecutionException() {
        this(DEFAULT_CANCEL_MESSAGE);
    }

    public CanceledExecutionException(final String msg) {
        this(Message.fromSummary(msg));
    }

    public CanceledExecutionException(final Message msg) {
        super(msg.getSummary());
        this.message = msg;
    }

    public Message getKNIMEMessage() {
        return message;
    }
}
