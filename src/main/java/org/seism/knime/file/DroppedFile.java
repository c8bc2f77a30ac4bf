package org.seism.knime.file;

import java.util.Optional;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContext;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationUtil;

/** The file that was dropped on KNIME's canvas and made a node, which the node's container knows. */
public final class DroppedFile {
    private DroppedFile() {
    }

    /** @return where it is; empty for a node that was made in another way */
    public static Optional<FSLocation> location() {
        final NodeContext context = NodeContext.getContext();
        if (context == null || !(context.getNodeContainer() instanceof NativeNodeContainer node)) {
            return Optional.empty();
        }
        try {
            return node.getNode().getCopyOfCreationConfig().flatMap(ModifiableNodeCreationConfiguration::getURLConfig)
                .map(u -> FSLocationUtil.createFromURL(u.getUrl().toString()));
        } catch (IllegalArgumentException e) {
            // an address that no file system understands: the user chooses the file in the dialog
            return Optional.empty();
        }
    }
}
