package org.seism.host.workflow;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.seism.host.dialog.SettingsPath;
import org.seism.host.io.HostException;
import org.seism.host.io.TablePrinter;
import org.seism.host.io.Tsv;
import org.seism.host.node.NodeBundle;
import org.seism.host.node.NodeInstance;
import org.seism.host.node.NodeMessage;
import org.seism.host.node.NodeState;
import org.seism.host.node.ViewPage;

/** Runs a workflow directory from its first node to its last, as KNIME does after "execute all". */
public final class WorkflowRunner {

    /** Exit code: everything executed, and as expected. */
    public static final int OK = 0;

    /** Exit code: the workflow cannot be used, a node failed, or a result differs from what was expected. */
    public static final int FAILED = 1;

    /** Exit code: cancelled. */
    public static final int CANCELLED = 130;

    private final NodeBundle bundle;

    private final PrintStream out;

    private final PrintStream err;

    private Path outDirectory;

    private Path expectedDirectory;

    private double tolerance;

    private boolean showTables = true;

    private final List<SettingChange> changes = new ArrayList<>();

    private BiConsumer<String, String> progress = (node, message) -> {
    };

    private volatile NodeInstance current;

    private volatile boolean cancelled;

    /**
     * A change of one setting before the workflow runs.
     *
     * @param node the node's name with its number, "Motif Selector (#4)", or the number alone, "4" or "#4"
     * @param path settings keys separated by slashes
     * @param value the value as text
     */
    public record SettingChange(String node, String path, String value) {
    }

    /**
     * @param bundle the plug-in that provides the nodes
     * @param out gets states, messages and tables
     * @param err gets what is wrong
     */
    public WorkflowRunner(final NodeBundle bundle, final PrintStream out, final PrintStream err) {
        this.bundle = bundle;
        this.out = out;
        this.err = err;
    }

    /**
     * @param directory gets every output table and view
     * @return this runner
     */
    public WorkflowRunner writeTo(final Path directory) {
        outDirectory = directory.toAbsolutePath().normalize();
        return this;
    }

    /**
     * @param directory holds expected tables and messages
     * @param numericTolerance largest accepted difference of numbers, 0 for none
     * @return this runner
     */
    public WorkflowRunner expect(final Path directory, final double numericTolerance) {
        expectedDirectory = directory.toAbsolutePath().normalize();
        tolerance = numericTolerance;
        return this;
    }

    /**
     * @param change a setting to change
     * @return this runner
     */
    public WorkflowRunner change(final SettingChange change) {
        changes.add(change);
        return this;
    }

    /**
     * @param show whether to print the tables nothing is connected to
     * @return this runner
     */
    public WorkflowRunner showTables(final boolean show) {
        showTables = show;
        return this;
    }

    /**
     * @param listener gets the node's name and its progress
     * @return this runner
     */
    public WorkflowRunner progress(final BiConsumer<String, String> listener) {
        progress = listener;
        return this;
    }

    /** Asks the running node to stop, and the runner not to start another one. */
    public void cancel() {
        cancelled = true;
        final NodeInstance node = current;
        if (node != null) {
            node.cancel();
        }
    }

    /**
     * Runs a workflow.
     *
     * @param workflowDirectory its directory; nothing in it is changed
     * @return the exit code: {@link #OK}, {@link #FAILED} or {@link #CANCELLED}
     */
    public int run(final Path workflowDirectory) {
        try {
            final Path directory = workflowDirectory.toAbsolutePath().normalize();
            if (outDirectory != null && outDirectory.startsWith(directory)) {
                throw new HostException("The output directory must not lie in the workflow: running never changes it.");
            }
            final Expectations expectations =
                expectedDirectory == null ? null : Expectations.read(expectedDirectory, tolerance);
            final Canvas canvas = new Canvas(WorkflowReader.read(directory), bundle);
            applyChanges(canvas);
            final int failed = execute(canvas, expectations);
            if (cancelled) {
                err.println("Cancelled.");
                return CANCELLED;
            }
            write(canvas);
            if (expectations != null) {
                final List<String> failures = expectations.failures(canvas);
                failures.forEach(f -> err.println("Not as expected: " + f));
                out.println(failures.isEmpty() ? "As expected." : failures.size() + " difference(s).");
                return failures.isEmpty() && failed == 0 ? OK : FAILED;
            }
            return failed == 0 ? OK : FAILED;
        } catch (HostException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("The results cannot be written: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANCELLED;
        }
    }

    private void applyChanges(final Canvas canvas) throws HostException {
        for (final SettingChange change : changes) {
            final Canvas.Placed target = canvas.inOrder().stream().filter(p -> names(change.node(), p.saved()))
                .findFirst().orElseThrow(() -> new HostException("There is no node \"" + change.node()
                    + "\" to set " + change.path() + " of."));
            try {
                target.node().change(model -> SettingsPath.set(model, change.path(), change.value()));
            } catch (InvalidSettingsException e) {
                throw new HostException("Node \"" + target.saved().label() + "\": " + e.getMessage(), e);
            }
        }
    }

    private static boolean names(final String name, final Workflow.Node node) {
        return name.equals(node.label()) || name.equals(Integer.toString(node.id()))
            || name.matches(".*\\(?#" + node.id() + "\\)?");
    }

    /** Runs node by node; returns how many failed without being expected to. */
    private int execute(final Canvas canvas, final Expectations expectations) throws InterruptedException {
        // first everything is configured as far as possible, as KNIME does on loading
        for (final Canvas.Placed placed : canvas.inOrder()) {
            placed.node().configure(canvas.specs(placed));
        }
        int failed = 0;
        for (final Canvas.Placed placed : canvas.inOrder()) {
            if (cancelled) {
                break;
            }
            failed += run(placed, canvas, expectations) ? 0 : 1;
        }
        return failed;
    }

    /** Whether the node came to where it should. */
    private boolean run(final Canvas.Placed placed, final Canvas canvas, final Expectations expectations)
        throws InterruptedException {
        final NodeInstance node = placed.node();
        final String label = placed.saved().label();
        final boolean inputsThere = canvas.inputsExecuted(placed);
        if (Canvas.missingConnection(placed) == 0 && inputsThere) {
            if (placed.inputs().length > 0 || node.state() != NodeState.CONFIGURED) {
                node.configure(canvas.specs(placed)); // now with what the predecessors really delivered
            }
            if (node.state() == NodeState.CONFIGURED) {
                current = node;
                if (!cancelled) {
                    node.execute(canvas.objects(placed), (fraction, message) -> progress.accept(label,
                        (fraction == null ? "" : Math.round(fraction * 100) + " % ") + (message == null ? "" : message)));
                }
                current = null;
            }
        }
        report(label, node);
        if (node.state() == NodeState.EXECUTED) {
            return true;
        }
        if (expectations != null && (expectations.expectsMessage(label, node.message()) || !inputsThere)) {
            return true; // meant to fail, or behind one that is; an unexpected failure before it is counted there
        }
        final int missing = Canvas.missingConnection(placed);
        if (missing > 0) {
            err.println("Node \"" + label + "\": input port " + missing + " \""
                + node.definition().inputs().get(missing - 1).name() + "\" is not connected.");
        } else if (inputsThere && !cancelled) {
            err.println("Node \"" + label + "\" failed: " + node.message().text());
        }
        return false;
    }

    private void report(final String label, final NodeInstance node) {
        out.println(label + "  " + node.state() + (node.message().type() == NodeMessage.Type.NONE ? ""
            : "  " + node.message()));
        if (!node.message().details().isEmpty()) {
            node.message().details().lines().forEach(line -> out.println("    " + line));
        }
        node.message().resolutions().forEach(r -> out.println("    -> " + r));
        if (node.state() == NodeState.EXECUTED) {
            for (int i = 0; i < node.definition().outputs().size(); i++) {
                final PortObject object = node.output(i);
                out.println("    " + (i + 1) + " " + node.definition().outputs().get(i).name() + ": "
                    + object.getSummary());
            }
        }
    }

    private void write(final Canvas canvas) throws IOException {
        for (final Canvas.Placed placed : canvas.inOrder()) {
            final NodeInstance node = placed.node();
            if (node.state() != NodeState.EXECUTED) {
                continue;
            }
            for (int i = 0; i < node.definition().outputs().size(); i++) {
                if (node.output(i) instanceof BufferedDataTable table) {
                    if (showTables && canvas.isResult(placed, i)) {
                        show(placed.saved().label() + ", " + node.definition().outputs().get(i).name(), table);
                    }
                    if (outDirectory != null) {
                        Tsv.write(table, outDirectory.resolve(placed.saved().directory())
                            .resolve("port_" + (i + 1) + ".tsv"));
                    }
                }
            }
            if (outDirectory != null && node.definition().viewPage() != null) {
                new ViewPage(node).write(outDirectory.resolve(placed.saved().directory()).resolve("view"));
            }
        }
    }

    private void show(final String title, final BufferedDataTable table) {
        out.println();
        out.println(title);
        new TablePrinter(out).print(Tsv.of(table));
    }
}
