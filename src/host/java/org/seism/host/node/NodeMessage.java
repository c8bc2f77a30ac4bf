package org.seism.host.node;

import java.util.List;

import org.knime.core.node.message.Message;

/**
 * What a node says about its last configure or execute.
 *
 * @param type kind of the message
 * @param text one sentence, empty if there is nothing to say
 * @param details more about it, or an empty text
 * @param resolutions what the user can do
 */
public record NodeMessage(Type type, String text, String details, List<String> resolutions) {

    /** Nothing to say. */
    public static final NodeMessage NONE = new NodeMessage(Type.NONE, "", "", List.of());

    /** Kinds of messages. */
    public enum Type {
        /** No message. */
        NONE,
        /** A usable node or result with a caveat, or settings that do not fit. */
        WARNING,
        /** No result. */
        ERROR
    }

    static NodeMessage of(final Type type, final String text) {
        return new NodeMessage(type, text, "", List.of());
    }

    static NodeMessage of(final Type type, final Message message) {
        final String details = SliceAccess.details(message);
        return new NodeMessage(type, message.getSummary(), details == null ? "" : details, message.getResolutions());
    }

    @Override
    public String toString() {
        return type == Type.NONE ? "" : type + " " + text;
    }
}
