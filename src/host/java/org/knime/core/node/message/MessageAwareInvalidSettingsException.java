package org.knime.core.node.message;

import org.knime.core.node.InvalidSettingsException;

/** A settings complaint that carries a message with details and remedies. */
final class MessageAwareInvalidSettingsException extends InvalidSettingsException {

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    MessageAwareInvalidSettingsException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    Message message() {
        return message;
    }
}
