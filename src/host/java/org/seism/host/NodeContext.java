package org.seism.host;

import java.nio.file.Path;

/** Which node, of which workflow, a thread works for. Tasks a node puts into KNIME's pool inherit it. */
final class NodeContext {

    private static final ThreadLocal<Path> WORKFLOW = new ThreadLocal<>();

    static {
        SliceAccess.workflowDirectory(WORKFLOW::get);
        SliceAccess.taskDecorator(task -> {
            final Path workflow = WORKFLOW.get();
            return () -> with(workflow, task);
        });
    }

    private NodeContext() {
    }

    /** Runs an action in the context of a workflow; null means that there is no workflow. */
    static void with(final Path workflow, final Runnable action) {
        final Path before = WORKFLOW.get();
        WORKFLOW.set(workflow);
        try {
            action.run();
        } finally {
            if (before == null) {
                WORKFLOW.remove();
            } else {
                WORKFLOW.set(before);
            }
        }
    }
}
