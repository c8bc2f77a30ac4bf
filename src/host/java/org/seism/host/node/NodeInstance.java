package org.seism.host.node;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;
import org.seism.host.node.NodeMessage.Type;

/** One node on the canvas: its settings, state, message and results, moved by configure and execute as in KNIME. */
public final class NodeInstance {

    private static final Logger LOG = Logger.getLogger(NodeInstance.class.getName());

    /** The change of a settings tree before it becomes parameters. */
    public interface SettingsChange {
        void apply(NodeSettings model) throws InvalidSettingsException;
    }

    /** What a factory holds for the views of its nodes: one place for all copies of a node, as in KNIME. */
    private static final class FactoryHolder {
        private PortObject[] objects;
    }

    private final NodeDefinition definition;

    private final Path workflow;

    private final FactoryHolder holder;

    private final Object container;

    private NodeParameters parameters;

    /** Changes that wait for parameters to be made of the inputs' specs. */
    private final List<SettingsChange> lateChanges = new ArrayList<>();

    private NodeState state = NodeState.IDLE;

    private NodeMessage message = NodeMessage.NONE;

    private PortObjectSpec[] outSpecs;

    private PortObject[] outputs;

    private PortObject[] internals;

    private volatile HostProgress progress;

    private volatile Future<?> running;
    private volatile Runnable endUnbegun = () -> {
    };

    public NodeInstance(final NodeDefinition definition, final Path workflow) {
        this(definition, workflow, null, new FactoryHolder());
    }

    /** A node made by dropping a file on the canvas. */
    public NodeInstance(final NodeDefinition definition, final Path workflow, final URL dropped) {
        this(definition, workflow, dropped, new FactoryHolder());
    }

    private NodeInstance(final NodeDefinition definition, final Path workflow, final URL dropped,
        final FactoryHolder holder) {
        this.definition = definition;
        this.workflow = workflow;
        this.holder = holder;
        this.container = SliceAccess.container(dropped, this::internals);
        this.outSpecs = new PortObjectSpec[definition.outputs().size()];
        this.outputs = new PortObject[definition.outputs().size()];
    }

    public NodeDefinition definition() {
        return definition;
    }

    public NodeState state() {
        return state;
    }

    public NodeMessage message() {
        return message;
    }

    public PortObjectSpec outSpec(final int port) {
        return outSpecs[port];
    }

    /** @return number of output ports, the flow variables' not counted */
    public int outPorts() {
        return outSpecs.length;
    }

    public PortObject output(final int port) {
        return outputs[port];
    }

    public PortObject[] internals() {
        return internals;
    }

    /** What the view's input gives: KNIME takes it from the factory, which all copies of a node share. */
    PortObject[] viewInternals() {
        return holder.objects;
    }

    /** Copied and pasted: the same factory and settings, no results. Pasting empties what the factory holds. */
    public NodeInstance copy() throws InvalidSettingsException {
        final NodeInstance copy = new NodeInstance(definition, workflow, null, holder);
        holder.objects = null;
        if (parameters != null) {
            copy.load(save());
        }
        return copy;
    }

    /** Runs an action as this node, as KNIME does around everything that it asks a node. */
    void inContext(final Runnable action) {
        NodeContext.with(workflow, container, action);
    }

    public NodeParameters parameters() {
        return parameters;
    }

    /**
     * Loads settings as from a workflow or an applied dialog. On failure the former ones stay.
     *
     * @param model the node's settings tree
     * @throws InvalidSettingsException if a key is missing or of the wrong type, or validate() refuses
     */
    public void load(final NodeSettingsRO model) throws InvalidSettingsException {
        if (definition.parameters() == null) {
            return;
        }
        final NodeParameters loaded = NodeParametersUtil.loadSettings(model, definition.parameters());
        loaded.validate();
        parameters = loaded;
    }

    /** Changes the settings now, or, if they are made of the inputs' specs, as soon as they are made. */
    public void change(final SettingsChange change) throws InvalidSettingsException {
        if (parameters == null) {
            lateChanges.add(change);
        } else {
            final NodeSettings model = save();
            change.apply(model);
            load(model);
        }
    }

    /** The settings as the workflow would hold them under "model". */
    public NodeSettings save() {
        final NodeSettings model = new NodeSettings("model");
        if (definition.parameters() != null && parameters != null) {
            NodeParametersUtil.saveSettings(definition.parameters(), parameters, model);
        }
        return model;
    }

    void set(final NodeParameters replacement) {
        parameters = replacement;
    }

    /** Makes the default settings if there are none yet, which may look at the inputs' specs. */
    public void ensureParameters(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (parameters != null || definition.parameters() == null) {
            return;
        }
        inContext(() -> parameters =
            NodeParametersUtil.createSettings(definition.parameters(), HostInput.of(definition, inSpecs, null)));
        try {
            for (final SettingsChange change : lateChanges) {
                change(change);
            }
            parameters.validate();
        } catch (InvalidSettingsException e) {
            parameters = null; // or the next attempt would run with the defaults
            throw e;
        }
        lateChanges.clear();
    }

    /** Forgets results; the settings stay. */
    void reset() {
        outSpecs = new PortObjectSpec[definition.outputs().size()];
        outputs = new PortObject[definition.outputs().size()];
        internals = null;
        holder.objects = null;
        state = NodeState.IDLE;
        message = NodeMessage.NONE;
    }

    public boolean configure(final PortObjectSpec[] inSpecs) {
        reset();
        for (int i = 0; i < inSpecs.length; i++) {
            if (inSpecs[i] == null && !definition.inputs().get(i).type().isOptional()) {
                return false; // KNIME does not even ask the node
            }
        }
        inContext(() -> configureInContext(inSpecs));
        return state == NodeState.CONFIGURED;
    }

    private void configureInContext(final PortObjectSpec[] inSpecs) {
        try {
            ensureParameters(inSpecs);
            final ConfigureCall call = new ConfigureCall(definition, parameters, inSpecs);
            call.run();
            outSpecs = call.outSpecs();
            state = NodeState.CONFIGURED;
            if (call.warning() != null) {
                message = NodeMessage.of(Type.WARNING, call.warning());
            }
        } catch (InvalidSettingsException e) {
            final Message carried = SliceAccess.messageOf(e);
            message = carried != null ? NodeMessage.of(Type.WARNING, carried)
                : NodeMessage.of(Type.WARNING, String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.FINE, "configure failed", e);
            message = NodeMessage.of(Type.ERROR,
                "Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage());
        }
    }

    /** Executes on a thread of KNIME's pool and waits for the end, however it comes about. */
    public void execute(final PortObject[] inputs, final BiConsumer<Double, String> listener) throws InterruptedException {
        start(inputs, listener).await();
    }

    /** Starts executing; the latch opens when the node has come to its end and its state is set. */
    public CountDownLatch start(final PortObject[] inputs, final BiConsumer<Double, String> listener) {
        if (state != NodeState.CONFIGURED) {
            throw new IllegalStateException("Node \"" + definition.name() + "\" is not configured: " + state + " "
                + message);
        }
        message = NodeMessage.NONE;
        final HostProgress monitor = new HostProgress(listener);
        final CountDownLatch end = new CountDownLatch(1);
        final AtomicBoolean taken = new AtomicBoolean();
        progress = monitor;
        // a task that is cancelled while it waits for a thread never runs: whoever takes the run first ends it
        endUnbegun = () -> {
            if (taken.compareAndSet(false, true)) {
                cancelled();
                end.countDown();
            }
        };
        inContext(() -> running = KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(() -> {
            if (taken.compareAndSet(false, true)) {
                try {
                    run(inputs, monitor);
                } finally {
                    end.countDown();
                }
            }
        }));
        return end;
    }

    /** Asks a running execution to stop: sets the flag and interrupts the node's thread, as KNIME does. */
    public void cancel() {
        final HostProgress monitor = progress;
        final Future<?> future = running;
        if (monitor != null && future != null) {
            monitor.setExecuteCanceled();
            future.cancel(true);
            endUnbegun.run();
        }
    }

    private void run(final PortObject[] inputs, final HostProgress monitor) {
        final ExecutionContext context = SliceAccess.executionContext(monitor);
        final ExecuteCall call = new ExecuteCall(definition, parameters, context);
        try {
            final PortObject[] own = call.copies(inputs);
            call.run(own);
            if (monitor.isCancelled()) {
                cancelled();
                return;
            }
            accept(call);
        } catch (Throwable t) {
            LOG.log(Level.FINE, "execute failed", t);
            if (monitor.isCancelled()) {
                cancelled();
            } else {
                message = ExecuteFailure.message(t, inputs);
            }
        }
    }

    private void cancelled() {
        message = NodeMessage.of(Type.WARNING, "Execution canceled");
    }

    private void accept(final ExecuteCall call) {
        final PortObject[] results = call.outputs();
        final List<NodeDefinition.Port> ports = definition.outputs();
        for (int i = 0; i < results.length; i++) {
            final NodeMessage problem = problem(results[i], ports.get(i), i);
            if (problem != null) {
                message = problem;
                return;
            }
        }
        message = call.warning() == null ? emptyTables(results) : NodeMessage.of(Type.WARNING, call.warning());
        for (int i = 0; i < results.length; i++) {
            if (results[i] instanceof BufferedDataTable table && outSpecs[i] instanceof DataTableSpec configured
                && !table.getDataTableSpec().isCompatibleWith(configured)) {
                final String text = "DataSpec generated by configure does not match spec after execution.";
                LOG.warning("CODING PROBLEM\t" + definition.name() + ": " + text + " configured: " + configured
                    + ", executed: " + table.getDataTableSpec());
                message = NodeMessage.of(Type.WARNING, text);
            }
        }
        outputs = results;
        outSpecs = Arrays.stream(results).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        internals = call.internals();
        holder.objects = internals;
        state = NodeState.EXECUTED;
    }

    private static NodeMessage problem(final PortObject result, final NodeDefinition.Port port, final int index) {
        if (result == null) {
            return NodeMessage.of(Type.ERROR,
                "Execute failed: Invalid result. Execution failed, reason: data at output " + index + " is null.");
        }
        if (!port.type().acceptsPortObject(result)) {
            return NodeMessage.of(Type.ERROR, "Invalid output port object at port " + (index + 1));
        }
        if (result.getSpec() == null) {
            return NodeMessage.of(Type.ERROR, "Implementation Error: PortObject \"" + result.getClass().getName()
                + "\" must not have null spec (output port " + (index + 1) + ").");
        }
        return null;
    }

    private static NodeMessage emptyTables(final PortObject[] results) {
        final List<BufferedDataTable> tables = Arrays.stream(results).filter(BufferedDataTable.class::isInstance)
            .map(BufferedDataTable.class::cast).toList();
        if (tables.isEmpty() || tables.stream().anyMatch(t -> t.size() > 0)) {
            return NodeMessage.NONE;
        }
        return NodeMessage.of(Type.WARNING, tables.size() == 1 ? "Node created an empty data table."
            : "Node created empty data tables on all out-ports.");
    }
}
