package org.seism.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Listed in the help only: the launcher {@code ./seism} hands {@code workflow} over to the headless host. */
@Command(name = "workflow", description = "Run a KNIME workflow directory on the headless host: ./seism workflow DIR.")
final class WorkflowCommand extends SeismCommand {
    @Unmatched
    private List<String> m_arguments;

    @Override
    protected void execute(final TerminalProgress progress) {
        throw usageError("Workflows are run by the launcher: ./seism workflow DIR.");
    }
}
