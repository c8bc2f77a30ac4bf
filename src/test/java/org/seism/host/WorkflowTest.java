package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.StringCell;
import org.seism.host.io.Tsv;
import org.seism.host.node.TableBuilder;
import org.seism.host.workflow.Workflow;
import org.seism.host.workflow.WorkflowRunner;

/** Workflow directories from the command line: results, expectations, and everything that can be wrong. */
class WorkflowTest {

    private static final String PACKAGE = "org.seism.host.sample.";

    @TempDir
    Path temporary;

    private Path workflow;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void directories() throws IOException {
        workflow = Files.createDirectories(temporary.resolve("flow"));
    }

    private int run(final String... options) {
        out.reset();
        err.reset();
        final List<String> args =
            new ArrayList<>(List.of("workflow", workflow.toString(), "--plugin", Sample.PLUGIN_XML.toString()));
        args.addAll(List.of(options));
        return Main.run(args.toArray(new String[0]), new PrintStream(out, true), new PrintStream(err, true));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    /** Source -> bulk maker -> two bulk readers; source -> appender. */
    private WorkflowFiles good() throws IOException {
        return new WorkflowFiles(workflow).node(4, "Sample Bulk Reader", PACKAGE + "BulkReaderFactory", null)
            .node(1, "Sample Source", PACKAGE + "SourceFactory", null)
            .node(2, "Sample Bulk Maker", PACKAGE + "BulkMakerFactory", null)
            .node(3, "Sample Bulk Reader", PACKAGE + "BulkReaderFactory", null)
            .node(5, "Sample Appender", PACKAGE + "AppenderFactory", "") //
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(2, 1, 4, 1).connect(1, 1, 5, 1).connect(1, 0, 5, 0);
    }

    @Test
    void runsInOrderAndWritesTablesAndViews() throws IOException {
        good().write();
        final Map<String, String> before = WorkflowFiles.snapshot(workflow);
        final Path results = temporary.resolve("out");
        assertEquals(0, run("--out", results.toString()), err());
        assertEquals("", err());
        assertEquals(before, WorkflowFiles.snapshot(workflow));
        assertTrue(out().contains("Sample Source (#1)  EXECUTED"), out());
        assertTrue(out().contains("1 Model: Value with 3 numbers"), out());
        assertEquals("""
            RowID\tName\tValue\tCount\tList
            Row0\trow 0\t0.0\t0\t[]
            Row1\trow 1\t0.5\t1\t[0.0]
            Row2\trow 2\t1.0\t2\t[0.0, 1.0]
            """, Files.readString(results.resolve("Sample Source (#1)/port_1.tsv")));
        assertEquals("""
            RowID\tName\tCount\tList\tCount (#1)
            Row0\trow 0\t0\t[]\t0
            Row1\trow 1\t1\t[0.0]\t1
            Row2\trow 2\t2\t[0.0, 1.0]\t2
            """, Files.readString(results.resolve("Sample Appender (#5)/port_1.tsv")));
        // both consumers see the producer's numbers though the first one overwrites its copy
        assertEquals(Files.readString(results.resolve("Sample Bulk Reader (#3)/port_1.tsv")),
            Files.readString(results.resolve("Sample Bulk Reader (#4)/port_1.tsv")));
        final String page = Files.readString(results.resolve("Sample Source (#1)/view/index.html"));
        assertTrue(page.contains("{\"result\":{\"rows\":3,\"text\":\"\\u003c/script>50%\"}}"), page);
        assertTrue(page.contains("UIExtensionResponse"));
        assertEquals("p { }", Files.readString(results.resolve("Sample Source (#1)/view/css/style.css")));
    }

    @Test
    void comparesWithExpectedTables() throws IOException {
        good().write();
        final Path expected = workflow.resolve("expected");
        assertEquals(0, run("--out", expected.resolveSibling("../results").normalize().toString()));
        final Path file = expected.resolve("Sample Source (#1)/port_1.tsv");
        Files.createDirectories(file.getParent());
        Files.copy(temporary.resolve("results/Sample Source (#1)/port_1.tsv"), file);
        assertEquals(0, run(), err());
        assertTrue(out().contains("As expected."));
        WorkflowFiles.replace(file, "\t0.5\t", "\t0.5000001\t");
        assertEquals(1, run());
        assertEquals("Not as expected: Sample Source (#1), port 1: row 2 (Row1), column \"Value\": 0.5 instead of 0.5000001",
            err());
        assertEquals(0, run("--tolerance", "1e-6"), err());
        assertEquals(0, run("--no-expected"), err());
        assertEquals(1, run("--set", "#1/rows=2", "--expected", expected.toString()));
        assertTrue(err().contains("2 rows instead of 3"), err());
        Files.copy(file, expected.resolve("port_7.tsv"));
        assertEquals(1, run("--tolerance", "1e-6"));
        assertEquals("Not as expected: No output of the workflow belongs to the expected table port_7.tsv", err());
    }

    @Test
    void expectedMessages() throws IOException {
        new WorkflowFiles(workflow).node(1, "Sample Source", PACKAGE + "SourceFactory", null)
            .node(2, "Sample Misbehaviour", PACKAGE + "MisbehaviourFactory", misbehave("KNIME_EXCEPTION"))
            .node(3, "Sample Misbehaviour", PACKAGE + "MisbehaviourFactory", misbehave("NONE"))
            .node(4, "Sample Misbehaviour", PACKAGE + "MisbehaviourFactory", misbehave("WARNING")) //
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(1, 1, 4, 1).write();
        assertEquals(1, run());
        assertTrue(err().startsWith("Node \"Sample Misbehaviour (#2)\" failed: T"), err());
        final Path messages = Files.createDirectories(workflow.resolve("expected")).resolve("messages.txt");
        Files.writeString(messages, "# what must go wrong\nSample Misbehaviour (#2)\tERROR\tT\n"
            + "Sample Misbehaviour (#4)\tWARNING\t~W\n");
        assertEquals(0, run(), err());
        Files.writeString(messages, "Sample Misbehaviour (#2)\tERROR\tU\n");
        assertEquals(1, run());
        assertTrue(err().contains("Sample Misbehaviour (#2): expected ERROR \"U\", but it says ERROR T"), err());
        assertTrue(err().contains("Sample Misbehaviour (#4): unexpected WARNING W"), err());
        Files.writeString(messages, "nonsense\n");
        assertEquals(1, run());
    }

    private static String misbehave(final String what) {
        return "<entry key=\"case\" type=\"xstring\" value=\"" + what
            + "\"/><entry key=\"column\" type=\"xstring\" value=\"Name\"/>";
    }

    @Test
    void settingsCanBeChanged() throws IOException {
        good().write();
        assertEquals(0, run("--set", "Sample Source (#1)/rows=25", "--set", "1/scale/factor=2", "--quiet"), err());
        assertTrue(out().contains("1 Numbers: Rows: 25, Cols: 4"));
        assertEquals(1, run("--set", "1/rows=-1"));
        assertEquals("WARNING The number of rows must not be negative, but is -1.",
            out().lines().findFirst().orElseThrow().replaceFirst(".*IDLE +", ""), out() + err());
        assertEquals(1, run("--set", "9/rows=1"));
        assertEquals("There is no node \"9\" to set rows of.", err());
        assertEquals(1, run("--set", "1/rows=x"));
        assertTrue(err().contains("\"x\" does not fit the setting \"rows\"") || out().contains("does not fit"), out());
    }

    @Test
    void badWorkflowsAreNamed() throws IOException {
        good().write();
        final Path knime = workflow.resolve("workflow.knime");
        final String intact = Files.readString(knime);
        final Path source = workflow.resolve("Sample Source (#1)/settings.xml");

        Files.delete(knime);
        fails("The file workflow.knime is missing");
        Files.writeString(knime, intact.replace("</config>\n</config>", "</config>"));
        fails("workflow.knime: Not a well-formed settings file");
        final Path secret = temporary.resolve("secret.txt");
        Files.writeString(secret, "top secret");
        Files.writeString(knime, "<!DOCTYPE config [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
            + intact.substring(intact.indexOf("<config")).replace("value=\"CONFIGURED\"", "value=\"&e;\""));
        fails("DOCTYPE");
        assertFalse(err().contains("top secret"));
        Files.writeString(knime, intact.replace("5.1.0", "9.0.0"));
        fails("format version 9.0.0");
        Files.writeString(knime, intact.replace("<config key=\"workflow_credentials\"/>", ""));
        fails("workflow_credentials");
        Files.writeString(knime, intact.replace("NativeNode", "MetaNode"));
        fails("is a MetaNode");
        Files.writeString(knime, intact.replace("Sample Source (#1)/settings.xml", "../../x/settings.xml"));
        fails("must lie in a directory of the workflow");
        Files.writeString(knime, intact.replace("<entry key=\"sourceID\" type=\"xint\" value=\"1\"/>",
            "<entry key=\"sourceID\" type=\"xint\" value=\"77\"/>"));
        fails("names node #77, which does not exist");
        Files.writeString(knime, intact);

        final String settings = Files.readString(source);
        Files.delete(source);
        fails("The file Sample Source (#1)/settings.xml is missing");
        Files.writeString(source, settings.replace("node-bundle-vendor", "x"));
        fails("String for key \"node-bundle-vendor\" not found.");
        Files.writeString(source, settings.replace("<entry key=\"state\"",
            "<config key=\"model\"><entry key=\"rows\" type=\"xint\" value=\"1\"/></config><entry key=\"state\""));
        fails("Node \"Sample Source (#1)\": Loading model settings failed: String for key \"name_prefix\" not found.");
        Files.writeString(source, settings);
        assertEquals(0, run(), err());
    }

    private void fails(final String text) {
        assertEquals(1, run());
        assertTrue(err().contains(text), err());
    }

    @Test
    void nodeOfAnotherExtension() throws IOException {
        good().node(6, "Row Filter", "org.knime.base.node.RowFilterFactory", "org.knime.base", null).write();
        fails("Node \"Row Filter (#6)\" not available (provided by \"Somebody\"; plugin \"org.knime.base\" "
            + "is not installed)");
    }

    @Test
    void badConnections() throws IOException {
        good().connect(5, 2, 2, 1).write();
        fails("Node \"Sample Appender (#5)\" has no output port 2; it has 1.");
        good().connect(1, 1, 5, 3).write();
        fails("Node \"Sample Appender (#5)\" has no input port 3; it has 1.");
        good().connect(1, 1, 5, 1).write();
        fails("Input port 1 of node \"Sample Appender (#5)\" is connected twice.");
        good().node(7, "Sample Bulk Reader", PACKAGE + "BulkReaderFactory", null).connect(1, 1, 7, 1).write();
        fails("Cannot add connection: output \"Numbers\" of node \"Sample Source (#1)\" is of type Table, input "
            + "\"Model in\" of node \"Sample Bulk Reader (#7)\" takes Sample bulk.");
        good().node(8, "Sample Appender", PACKAGE + "AppenderFactory", null)
            .node(9, "Sample Appender", PACKAGE + "AppenderFactory", null).connect(8, 1, 9, 1).connect(9, 1, 8, 1)
            .write();
        fails("The workflow has a cycle: \"Sample Appender (#8)\", \"Sample Appender (#9)\" wait for each other.");
        good().node(8, "Sample Appender", PACKAGE + "AppenderFactory", null).write();
        fails("Node \"Sample Appender (#8)\": input port 1 \"Rows in\" is not connected.");
        assertTrue(out().contains("Sample Appender (#8)  IDLE"));
    }

    @Test
    void usage() {
        assertEquals(2, Main.run(new String[]{}, new PrintStream(out), new PrintStream(err)));
        assertEquals(2, run("--nothing"));
        assertEquals(2, run("--out"));
        assertEquals(2, run("--tolerance", "x"));
        assertEquals(2, run("--set", "rows=3"));
        assertEquals(2, run("another"));
        assertEquals(0, run("--help"));
        assertTrue(out().startsWith("Usage: workflow DIR"));
    }

    @Test
    void resultsAreNotWrittenIntoTheWorkflow() throws IOException {
        good().write();
        assertEquals(1, run("--out", workflow.resolve("out").toString()));
        assertTrue(err().contains("running never changes it"));
    }

    @Test
    void cancelledRunEndsWith130() throws IOException, InterruptedException {
        new WorkflowFiles(workflow).node(1, "Sample Source", PACKAGE + "SourceFactory", null)
            .node(2, "Sample Misbehaviour", PACKAGE + "MisbehaviourFactory", misbehave("SLEEP")).connect(1, 1, 2, 1)
            .write();
        final WorkflowRunner runner =
            new WorkflowRunner(Sample.bundle(), new PrintStream(out, true), new PrintStream(err, true));
        final AtomicInteger code = new AtomicInteger(-1);
        final Thread thread = new Thread(() -> code.set(runner.run(workflow)));
        thread.start();
        Thread.sleep(300);
        runner.cancel();
        thread.join(120_000);
        assertEquals(WorkflowRunner.CANCELLED, code.get());
        assertTrue(out().contains("Sample Misbehaviour (#2)  CONFIGURED  WARNING Execution canceled"), out());
    }

    @Test
    void oddCellsSurviveAsText() {
        final var table = TableBuilder.of(new String[]{"a\tb"}, StringCell.TYPE).row("k\n", "?").row("l", "x\\y\r")
            .row("m", (Object)null).build();
        assertEquals(List.of(List.of("RowID", "a\\tb"), List.of("k\\n", "\\?"), List.of("l", "x\\\\y\\r"),
            List.of("m", "?")), Tsv.of(table));
    }
}
