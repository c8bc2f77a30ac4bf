package org.seism.host.node;

import java.nio.file.Path;

/** Which node, of which workflow, a thread works for. Tasks a node puts into KNIME's pool inherit it. */
final class NodeContext {

    /** A workflow's directory and the node's container as KNIME's API hands it out; either may be null. */
    private record Place(Path workflow, Object container) {
    }

    private static final ThreadLocal<Place> PLACE = ThreadLocal.withInitial(() -> new Place(null, null));

    static {
        SliceAccess.workflowDirectory(() -> PLACE.get().workflow());
        SliceAccess.taskDecorator(task -> {
            final Place place = PLACE.get();
            return () -> with(place, task);
        });
    }

    private NodeContext() {
    }

    /** Runs an action for a node of a workflow; null where there is none. */
    static void with(final Path workflow, final Object container, final Runnable action) {
        with(new Place(workflow, container), action);
    }

    private static void with(final Place place, final Runnable action) {
        final Place before = PLACE.get();
        enter(place);
        try {
            action.run();
        } finally {
            enter(before);
        }
    }

    private static void enter(final Place place) {
        PLACE.set(place);
        SliceAccess.nodeContext(place.container());
    }
}
