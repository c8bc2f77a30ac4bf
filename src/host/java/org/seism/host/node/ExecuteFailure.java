package org.seism.host.node;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.seism.host.node.NodeMessage.Type;

/** How KNIME words what execute throws. */
final class ExecuteFailure {

    private ExecuteFailure() {
    }

    static NodeMessage message(final Throwable t, final PortObject[] inputs) {
        if (t instanceof CanceledExecutionException c) {
            return NodeMessage.of(Type.WARNING, c.getKNIMEMessage());
        }
        if (t instanceof KNIMEException k) {
            return NodeMessage.of(Type.ERROR, rendered(k.getKNIMEMessage(), inputs));
        }
        if (t instanceof KNIMEException.KNIMERuntimeException k) {
            return NodeMessage.of(Type.ERROR, rendered(k.getKNIMEMessage(), inputs));
        }
        if (t instanceof ExecuteCall.CloneFailure) {
            return NodeMessage.of(Type.ERROR, t.getMessage());
        }
        final String text = t.getMessage();
        return NodeMessage.of(Type.ERROR, "Execute failed: "
            + (text == null || text.isEmpty() ? "(\"" + t.getClass().getSimpleName() + "\"): " + text : text));
    }

    private static Message rendered(final Message message, final PortObject[] inputs) {
        return message.renderIssueDetails(inputs);
    }
}
