package org.seism.host;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.message.TextMessage;
import org.seism.host.dialog.Dialog;
import org.seism.host.dialog.DialogField;
import org.seism.host.dialog.SettingsPath;
import org.seism.host.io.HostException;
import org.seism.host.node.HostInput;
import org.seism.host.node.NodeBundle;
import org.seism.host.node.NodeDefinition;
import org.seism.host.node.NodeInstance;
import org.seism.host.node.NodeMessage;
import org.seism.host.node.NodeState;
import org.seism.host.node.ViewPage;
import org.w3c.dom.Element;

/**
 * Drives a single node in a test, as KNIME would on its canvas.
 *
 * <pre>
 * NodeHarness node = NodeHarness.of(MotifSelectorNodeFactory.class).input(0, sequences);
 * node.parameters(MotifSelectorParameters.class, p -&gt; p.m_width = 8);
 * node.execute();
 * assertEquals(NodeState.EXECUTED, node.state(), node.message().toString());
 * BufferedDataTable motifs = node.table(1);
 * </pre>
 */
public final class NodeHarness {

    private final NodeInstance node;

    private final PortObjectSpec[] inSpecs;

    private final PortObject[] inputs;

    private BiConsumer<Double, String> progress = (fraction, message) -> {
    };

    private NodeHarness(final NodeInstance node) {
        this.node = node;
        inSpecs = new PortObjectSpec[node.definition().inputs().size()];
        inputs = new PortObject[inSpecs.length];
    }

    /**
     * A fresh node of the plug-in whose plugin.xml is on the class path or in the working directory.
     *
     * @param factory the node's factory; must be registered in plugin.xml
     * @return the node, unconfigured
     */
    public static NodeHarness of(final Class<? extends DefaultNodeFactory> factory) {
        return of(factory, null);
    }

    /**
     * @param factory the node's factory
     * @param workflow directory of the workflow the node pretends to be in, for relative file locations; may be null
     * @return the node, unconfigured
     */
    public static NodeHarness of(final Class<? extends DefaultNodeFactory> factory, final Path workflow) {
        return of(bundle(factory.getClassLoader()), factory, workflow);
    }

    /**
     * @param bundle the plug-in
     * @param factory the node's factory
     * @param workflow directory of the workflow the node pretends to be in; may be null
     * @return the node, unconfigured
     */
    public static NodeHarness of(final NodeBundle bundle, final Class<? extends DefaultNodeFactory> factory,
        final Path workflow) {
        try {
            return new NodeHarness(new NodeInstance(bundle.node(factory.getName()), workflow));
        } catch (HostException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * A node made by dropping a file on the canvas.
     *
     * @param factory the node's factory
     * @param file address of the file
     * @return the node, unconfigured
     */
    public static NodeHarness dropped(final Class<? extends DefaultNodeFactory> factory, final URL file) {
        try {
            return new NodeHarness(
                new NodeInstance(bundle(factory.getClassLoader()).node(factory.getName()), null, file));
        } catch (HostException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Copies this node and pastes it: the copy has the same factory and settings, its inputs are not connected.
     *
     * @return the copy, unconfigured
     */
    public NodeHarness copyAndPaste() {
        try {
            return new NodeHarness(node.copy());
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("The node's own settings can't be loaded: " + e.getMessage(), e);
        }
    }

    static NodeBundle bundle(final ClassLoader loader) {
        try {
            return NodeBundle.find(loader);
        } catch (HostException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** @return what the node declares: name, ports, kind, keywords */
    public NodeDefinition definition() {
        return node.definition();
    }

    /** @return the node's description as KNIME gets it */
    public Element description() {
        return node.definition().factory().getXMLDescription();
    }

    /** @return where the icon is; it exists */
    public URL icon() {
        return node.definition().factory().getIcon();
    }

    /**
     * Connects an input to data.
     *
     * @param port index from 0, without the flow variable port
     * @param object table or port object, or null to disconnect
     * @return this harness
     */
    public NodeHarness input(final int port, final PortObject object) {
        inputs[port] = object;
        inSpecs[port] = object == null ? null : object.getSpec();
        return this;
    }

    /**
     * Connects an input to a predecessor that has been configured but not executed.
     *
     * @param port index from 0, without the flow variable port
     * @param spec what the predecessor announces, or null
     * @return this harness
     */
    public NodeHarness inputSpec(final int port, final PortObjectSpec spec) {
        inputs[port] = null;
        inSpecs[port] = spec;
        return this;
    }

    /**
     * Listens to progress.
     *
     * @param listener gets fraction (may be null) and message
     * @return this harness
     */
    public NodeHarness progress(final BiConsumer<Double, String> listener) {
        progress = listener;
        return this;
    }

    /**
     * Changes parameters as a user would in the dialog: the change goes through the settings tree and validate().
     *
     * @param type the parameters' class
     * @param change what to change
     * @param <P> the parameters' class
     * @return this harness
     * @throws InvalidSettingsException if validate() refuses; the former parameters stay
     */
    public <P extends NodeParameters> NodeHarness parameters(final Class<P> type, final Consumer<P> change)
        throws InvalidSettingsException {
        node.ensureParameters(inSpecs);
        final NodeSettings before = node.save();
        change.accept(type.cast(node.parameters()));
        final NodeSettings after = node.save();
        try {
            node.load(after);
        } catch (InvalidSettingsException e) {
            node.load(before);
            throw e;
        }
        return this;
    }

    /**
     * Changes one entry of the settings.
     *
     * @param path keys separated by slashes
     * @param value the value as text
     * @return this harness
     * @throws InvalidSettingsException if there is no such entry, or the value does not fit, or validate() refuses
     */
    public NodeHarness set(final String path, final String value) throws InvalidSettingsException {
        node.ensureParameters(inSpecs);
        node.change(model -> SettingsPath.set(model, path, value));
        return this;
    }

    /** @return the parameters in use; made of the connected inputs if there are none yet */
    public NodeParameters parameters() {
        try {
            node.ensureParameters(inSpecs);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("The default parameters are not valid: " + e.getMessage(), e);
        }
        return node.parameters();
    }

    /** @return the settings as a workflow holds them under "model" */
    public NodeSettings settings() {
        parameters();
        return node.save();
    }

    /**
     * Loads settings as from a workflow.
     *
     * @param model the tree under "model"
     * @return this harness
     * @throws InvalidSettingsException KNIME's load error
     */
    public NodeHarness load(final NodeSettingsRO model) throws InvalidSettingsException {
        node.load(model);
        return this;
    }

    /** @return the dialog's controls in the state the current parameters and inputs put them in */
    public List<DialogField> dialog() {
        return node.definition().parameters() == null ? List.of()
            : Dialog.of(parameters(), HostInput.of(node.definition(), inSpecs, inputs));
    }

    /** @return the messages that the dialog shows between its controls, from top to bottom */
    public List<TextMessage.Message> dialogMessages() {
        return node.definition().parameters() == null ? List.of()
            : Dialog.messages(parameters(), HostInput.of(node.definition(), inSpecs, inputs));
    }

    /**
     * @param field name of a field of the parameters that holds a list
     * @return the element that the list's button adds
     */
    public Object dialogElement(final String field) {
        return Dialog.added(parameters(), HostInput.of(node.definition(), inSpecs, inputs), field);
    }

    /** @return whether the node is configured now */
    public boolean configure() {
        return node.configure(inSpecs);
    }

    /**
     * Configures and, if that works, executes to the end.
     *
     * @return whether the node is executed now
     */
    public boolean execute() {
        if (configure()) {
            await(node.start(inputs, progress), Duration.ofHours(1));
        }
        return state() == NodeState.EXECUTED;
    }

    /**
     * Configures, starts executing, and cancels after a while.
     *
     * @param after how long to let it run
     * @return time from the request to the end of the node
     */
    public Duration cancel(final Duration after) {
        if (!configure()) {
            throw new IllegalStateException("The node cannot be configured: " + message());
        }
        final CountDownLatch end = node.start(inputs, progress);
        try {
            Thread.sleep(after.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        final long request = System.nanoTime();
        node.cancel();
        await(end, Duration.ofMinutes(5));
        return Duration.ofNanos(System.nanoTime() - request);
    }

    private static void await(final CountDownLatch latch, final Duration limit) {
        try {
            if (!latch.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The node has not come to an end within " + limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the node", e);
        }
    }

    /** @return the node's state */
    public NodeState state() {
        return node.state();
    }

    /** @return what the node says */
    public NodeMessage message() {
        return node.message();
    }

    /**
     * @param port index of an output from 0
     * @param <S> expected class
     * @return what configure or execute announced there, or null
     */
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S outSpec(final int port) {
        return (S)node.outSpec(port);
    }

    /** @return number of outputs */
    public int outPorts() {
        return node.outPorts();
    }

    /**
     * @param port index of an output from 0
     * @return the table there
     */
    public BufferedDataTable table(final int port) {
        return (BufferedDataTable)node.output(port);
    }

    /**
     * @param port index of an output from 0
     * @param <D> expected class
     * @return the object there, the producer's own
     */
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D output(final int port) {
        return (D)node.output(port);
    }

    /**
     * @param port index of an output from 0
     * @param <D> expected class
     * @return a copy of the object there, made by its serializers as KNIME does for each consumer and when saving
     * @throws IOException if it cannot be saved or loaded
     */
    public <D extends PortObject> D savedAndLoaded(final int port) throws IOException {
        return PortsOnDisk.copy(output(port));
    }

    /** @return what execute kept for the view, or null */
    public List<PortObject> internals() {
        return node.internals() == null ? null : Arrays.asList(node.internals());
    }

    /** @return the JSON the view's page is given: an object with "result" or "internalError" */
    public String viewData() {
        return new ViewPage(node).initialData();
    }

    /** @return a page with the view's data and the view's page in a frame, as it opens from disk */
    public String viewHtml() {
        return new ViewPage(node).html();
    }

    /**
     * @return the view's page itself
     * @throws IOException if the page cannot be read
     */
    public String viewPage() throws IOException {
        return new ViewPage(node).page();
    }
}
