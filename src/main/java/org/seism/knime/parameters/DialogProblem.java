package org.seism.knime.parameters;

import java.util.Locale;
import java.util.Optional;

import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.seism.InputException;

/**
 * A message between the controls of a dialog, in the engine's words, while the settings beside it do not fit. KNIME would tell
 * only when the dialog is applied.
 */
public final class DialogProblem {
    private DialogProblem() {
    }

    /**
     * @param check makes the engine's settings, which throws an {@link InputException} for those that do not fit
     * @return problem as title and remedy below; empty if there is none
     */
    public static Optional<TextMessage.Message> of(final Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (InputException e) {
            final String problem = e.problem().substring(0, 1).toUpperCase(Locale.ROOT) + e.problem().substring(1);
            return Optional.of(new Message(problem, e.remedy(), MessageType.ERROR));
        }
    }
}
