package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.seism.host.node.NodeBundle;
import org.seism.host.workflow.WorkflowRunner;

/**
 * The committed workflows are those that the nodes' parameters ask for, and they give the expected tables. After a change of
 * parameters or results: {@code mvn test -Dtest=TestWorkflowsTest -Dseism.workflows.write=true}, then look at the difference.
 */
class TestWorkflowsTest {
    private static final Path ROOT = Path.of("test-workflows");
    /** Another processor may round the last digit of an exponential differently. */
    private static final double TOLERANCE = 1e-9;

    @TempDir
    private Path m_temp;

    @TestFactory
    @DisplayName("committed workflows fit the parameters, run, and give the expected results")
    Stream<DynamicTest> workflows() throws Exception {
        if (Boolean.getBoolean("seism.workflows.write")) {
            rewrite();
        }
        return chosen().flatMap(w -> Stream.of(
            DynamicTest.dynamicTest(w.name() + " is up to date", () -> upToDate(w)),
            DynamicTest.dynamicTest(w.name() + " gives the expected results", () -> runs(w))));
    }

    /** All, or the one that {@code -Dseism.workflows.only=NAME} names. */
    private static Stream<WorkflowWriter> chosen() throws Exception {
        final String only = System.getProperty("seism.workflows.only", "");
        return UseCases.all().stream().filter(w -> only.isEmpty() || w.name().equals(only));
    }

    @Test
    @DisplayName("no directory without a use case")
    void nothingElse() throws Exception {
        try (Stream<Path> directories = Files.list(ROOT)) {
            assertEquals(UseCases.all().stream().map(WorkflowWriter::name).sorted().toList(),
                directories.filter(Files::isDirectory).map(d -> d.getFileName().toString()).sorted().toList());
        }
    }

    private void upToDate(final WorkflowWriter workflow) throws IOException {
        final Path fresh = m_temp.resolve(workflow.name());
        workflow.write(fresh);
        final Map<String, byte[]> expected = files(fresh);
        final Map<String, byte[]> committed = files(ROOT.resolve(workflow.name()));
        committed.keySet().removeIf(f -> f.endsWith(".tsv"));
        assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(committed.keySet()));
        for (final String file : expected.keySet()) {
            assertArrayEquals(expected.get(file), committed.get(file), file + " is out of date: "
                + new String(committed.get(file), StandardCharsets.UTF_8));
        }
    }

    private static void runs(final WorkflowWriter workflow) throws Exception {
        final Path directory = ROOT.resolve(workflow.name());
        final Map<String, byte[]> before = files(directory);
        final ByteArrayOutputStream messages = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
        final int code = new WorkflowRunner(NodeBundle.find(TestWorkflowsTest.class.getClassLoader()), out, out).showTables(false)
            .expect(directory.resolve("expected"), TOLERANCE).run(directory);
        assertEquals(WorkflowRunner.OK, code, () -> messages.toString(StandardCharsets.UTF_8));
        final Map<String, byte[]> after = files(directory);
        assertEquals(before.keySet(), after.keySet(), "running changes nothing in the directory");
        before.forEach((file, content) -> assertArrayEquals(content, after.get(file), file));
    }

    private void rewrite() throws Exception {
        for (final WorkflowWriter workflow : chosen().toList()) {
            final Path directory = ROOT.resolve(workflow.name());
            delete(directory);
            workflow.write(directory);
            final Path results = m_temp.resolve("results").resolve(workflow.name());
            new WorkflowRunner(NodeBundle.find(TestWorkflowsTest.class.getClassLoader()), System.out, System.err).writeTo(results)
                .run(directory);
            for (final String table : workflow.expected()) {
                final Path file = directory.resolve("expected").resolve(table);
                Files.createDirectories(file.getParent());
                Files.copy(results.resolve(table), file);
            }
        }
    }

    private static void delete(final Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (final Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, byte[]> files(final Path directory) throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            final List<Path> regular = tree.filter(Files::isRegularFile).toList();
            for (final Path file : regular) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
