package org.knime.core.node;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;

/** Stands for KNIME's node inside its container: what it was made of, and what it keeps for its view. */
public final class Node {

    private final ModifiableNodeCreationConfiguration creation;

    private final Supplier<PortObject[]> held;

    Node(final ModifiableNodeCreationConfiguration creation, final Supplier<PortObject[]> held) {
        this.creation = creation;
        this.held = held;
    }

    public Optional<ModifiableNodeCreationConfiguration> getCopyOfCreationConfig() {
        return Optional.ofNullable(creation);
    }

    public PortObject[] getInternalHeldPortObjects() {
        return held.get();
    }
}
