package org.seism.host.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.seism.host.io.HostException;
import org.seism.host.node.NodeBundle;
import org.seism.host.node.NodeDefinition;
import org.seism.host.node.NodeInstance;
import org.seism.host.node.NodeState;

/** The nodes of a workflow made and connected, in an order in which every node comes after those it depends on. */
final class Canvas {

    /** A node, what was read of it, and where its inputs come from (null: not connected). */
    record Placed(Workflow.Node saved, NodeInstance node, Workflow.Connection[] inputs) {
    }

    private final Map<Integer, Placed> placed = new LinkedHashMap<>();

    private final Workflow workflow;

    private final NodeBundle bundle;

    Canvas(final Workflow workflow, final NodeBundle bundle) throws HostException {
        this.workflow = workflow;
        this.bundle = bundle;
        final Map<Integer, Placed> byId = new HashMap<>();
        for (final Workflow.Node saved : workflow.nodes()) {
            byId.put(saved.id(), place(saved));
        }
        for (final Workflow.Connection connection : workflow.connections()) {
            connect(connection, byId);
        }
        order(byId);
    }

    private Placed place(final Workflow.Node saved) throws HostException {
        if (!bundle.nodes().containsKey(saved.factory())) {
            final boolean ours = bundle.symbolicName().equals(saved.plugin());
            throw new HostException("Node \"" + saved.label() + "\" not available (provided by \"" + saved.vendor()
                + "\"; plugin \"" + saved.plugin() + "\" is " + (ours ? "installed, but has no node with the factory "
                    + saved.factory() : "not installed") + ")");
        }
        final NodeInstance node = new NodeInstance(bundle.node(saved.factory()), workflow.directory());
        if (saved.model() != null) {
            try {
                node.load(saved.model());
            } catch (InvalidSettingsException e) {
                // KNIME would go on with the defaults and merely note it; a result of other settings is worse
                throw new HostException("Node \"" + saved.label() + "\": Loading model settings failed: "
                    + e.getMessage(), e);
            }
        }
        return new Placed(saved, node, new Workflow.Connection[node.definition().inputs().size()]);
    }

    private static void connect(final Workflow.Connection c, final Map<Integer, Placed> byId) throws HostException {
        final Placed source = byId.get(c.source());
        final Placed target = byId.get(c.target());
        if (c.sourcePort() == 0 && c.targetPort() == 0) {
            return; // flow variables: an order of execution at most, which the data connections give here
        }
        final List<NodeDefinition.Port> outputs = source.node().definition().outputs();
        final List<NodeDefinition.Port> inputs = target.node().definition().inputs();
        if (c.sourcePort() < 1 || c.sourcePort() > outputs.size()) {
            throw new HostException("Node \"" + source.saved().label() + "\" has no output port " + c.sourcePort()
                + "; it has " + outputs.size() + ".");
        }
        if (c.targetPort() < 1 || c.targetPort() > inputs.size()) {
            throw new HostException("Node \"" + target.saved().label() + "\" has no input port " + c.targetPort()
                + "; it has " + inputs.size() + ".");
        }
        final NodeDefinition.Port from = outputs.get(c.sourcePort() - 1);
        final NodeDefinition.Port to = inputs.get(c.targetPort() - 1);
        if (!to.type().isSuperTypeOf(from.type())) {
            throw new HostException("Cannot add connection: output \"" + from.name() + "\" of node \""
                + source.saved().label() + "\" is of type " + from.type() + ", input \"" + to.name() + "\" of node \""
                + target.saved().label() + "\" takes " + to.type() + ".");
        }
        if (target.inputs()[c.targetPort() - 1] != null) {
            throw new HostException(
                "Input port " + c.targetPort() + " of node \"" + target.saved().label() + "\" is connected twice.");
        }
        target.inputs()[c.targetPort() - 1] = c;
    }

    private void order(final Map<Integer, Placed> byId) throws HostException {
        final Deque<Workflow.Node> waiting = new ArrayDeque<>(workflow.nodes());
        int postponed = 0;
        while (!waiting.isEmpty()) {
            final Placed next = byId.get(waiting.peek().id());
            boolean ready = true;
            for (final Workflow.Connection c : next.inputs()) {
                ready &= c == null || placed.containsKey(c.source());
            }
            waiting.poll();
            if (ready) {
                placed.put(next.saved().id(), next);
                postponed = 0;
            } else {
                waiting.add(next.saved());
                if (++postponed > waiting.size()) {
                    final List<String> labels = new ArrayList<>();
                    waiting.stream().sorted(Comparator.comparingInt(Workflow.Node::id))
                        .forEach(n -> labels.add("\"" + n.label() + "\""));
                    throw new HostException("The workflow has a cycle: " + String.join(", ", labels)
                        + " wait for each other.");
                }
            }
        }
    }

    List<Placed> inOrder() {
        return List.copyOf(placed.values());
    }

    PortObjectSpec[] specs(final Placed target) {
        final PortObjectSpec[] specs = new PortObjectSpec[target.inputs().length];
        for (int i = 0; i < specs.length; i++) {
            final Workflow.Connection c = target.inputs()[i];
            specs[i] = c == null ? null : placed.get(c.source()).node().outSpec(c.sourcePort() - 1);
        }
        return specs;
    }

    PortObject[] objects(final Placed target) {
        final PortObject[] objects = new PortObject[target.inputs().length];
        for (int i = 0; i < objects.length; i++) {
            final Workflow.Connection c = target.inputs()[i];
            objects[i] = c == null ? null : placed.get(c.source()).node().output(c.sourcePort() - 1);
        }
        return objects;
    }

    /** The first mandatory input without a connection, from 1, or 0. */
    static int missingConnection(final Placed target) {
        for (int i = 0; i < target.inputs().length; i++) {
            if (target.inputs()[i] == null && !target.node().definition().inputs().get(i).type().isOptional()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether all nodes that the given one gets data from are executed. */
    boolean inputsExecuted(final Placed target) {
        for (final Workflow.Connection c : target.inputs()) {
            if (c != null && placed.get(c.source()).node().state() != NodeState.EXECUTED) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is connected to an output; its table is then a result of the workflow. */
    boolean isResult(final Placed source, final int port) {
        return workflow.connections().stream()
            .noneMatch(c -> c.source() == source.saved().id() && c.sourcePort() == port + 1);
    }
}
