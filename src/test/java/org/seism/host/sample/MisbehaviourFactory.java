package org.seism.host.sample;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that does what nodes may do wrong, one thing at a time. */
public final class MisbehaviourFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Sample Misbehaviour").icon("icon.png")
        .shortDescription("Fails.").fullDescription("Fails.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputTable("In", "Any table.").addOutputTable("Out", "The same.")) //
        .model(m -> m.parametersClass(Misbehaviour.Parameters.class).configure(Misbehaviour::configure)
            .execute(Misbehaviour::execute));

    public MisbehaviourFactory() {
        super(NODE);
    }
}
