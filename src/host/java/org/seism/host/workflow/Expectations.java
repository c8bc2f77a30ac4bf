package org.seism.host.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.knime.core.node.BufferedDataTable;
import org.seism.host.io.HostException;
import org.seism.host.io.TableComparison;
import org.seism.host.io.Tsv;
import org.seism.host.node.NodeMessage;

/**
 * What a workflow must produce. The directory holds {@code <node directory>/port_<n>.tsv} for tables, and
 * {@code messages.txt} with a line per expected message: node, WARNING or ERROR, text, separated by tabs. A text that
 * starts with "~" need only occur in the message. "#" starts a comment.
 */
final class Expectations {

    private record Expected(NodeMessage.Type type, String text) {

        boolean fits(final NodeMessage message) {
            return type == message.type()
                && (text.startsWith("~") ? message.text().contains(text.substring(1)) : message.text().equals(text));
        }
    }

    private final Path directory;

    private final double tolerance;

    private final Map<String, Expected> messages = new LinkedHashMap<>();

    private Expectations(final Path directory, final double tolerance) {
        this.directory = directory;
        this.tolerance = tolerance;
    }

    static Expectations read(final Path directory, final double tolerance) throws HostException {
        final Expectations expectations = new Expectations(directory, tolerance);
        if (!Files.isDirectory(directory)) {
            throw new HostException("There is no directory of expected results " + directory + ".");
        }
        final Path file = directory.resolve("messages.txt");
        if (Files.exists(file)) {
            try {
                for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        expectations.addMessage(line);
                    }
                }
            } catch (IOException e) {
                throw new HostException("messages.txt cannot be read: " + e, e);
            }
        }
        return expectations;
    }

    private void addMessage(final String line) throws HostException {
        final String[] parts = line.split("\t", 3);
        if (parts.length != 3 || !parts[1].matches("WARNING|ERROR")) {
            throw new HostException(
                "messages.txt: a line must be node, WARNING or ERROR, and text, separated by tabs: " + line);
        }
        messages.put(parts[0], new Expected(NodeMessage.Type.valueOf(parts[1]), parts[2]));
    }

    boolean expectsMessage(final String label, final NodeMessage message) {
        final Expected expected = messages.get(label);
        return expected != null && expected.fits(message);
    }

    /** All that differs from what was expected, as sentences. */
    List<String> failures(final Canvas canvas) throws HostException {
        final List<String> failures = new ArrayList<>();
        final List<String> unseen = new ArrayList<>(messages.keySet());
        for (final Canvas.Placed placed : canvas.inOrder()) {
            final String label = placed.saved().label();
            unseen.remove(label);
            final NodeMessage message = placed.node().message();
            final Expected expected = messages.get(label);
            if (expected != null && !expected.fits(message)) {
                failures.add(label + ": expected " + expected.type() + " \"" + expected.text() + "\", but it says "
                    + (message.type() == NodeMessage.Type.NONE ? "nothing" : message));
            } else if (expected == null && message.type() != NodeMessage.Type.NONE) {
                failures.add(label + ": unexpected " + message);
            }
        }
        unseen.forEach(label -> failures.add("messages.txt expects a message of \"" + label
            + "\", which is not in the workflow"));
        tables(canvas, failures);
        return failures;
    }

    private void tables(final Canvas canvas, final List<String> failures) throws HostException {
        final List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = new ArrayList<>(walk.filter(f -> f.toString().endsWith(".tsv")).sorted().toList());
        } catch (IOException e) {
            throw new HostException("The expected tables cannot be listed: " + e, e);
        }
        for (final Canvas.Placed placed : canvas.inOrder()) {
            for (int i = 0; i < placed.node().definition().outputs().size(); i++) {
                final Path file = directory.resolve(placed.saved().directory()).resolve("port_" + (i + 1) + ".tsv");
                if (files.remove(file)) {
                    compare(placed, i, file, failures);
                }
            }
        }
        files.forEach(f -> failures.add("No output of the workflow belongs to the expected table "
            + directory.relativize(f)));
    }

    private void compare(final Canvas.Placed placed, final int port, final Path file, final List<String> failures)
        throws HostException {
        final String where = placed.saved().label() + ", port " + (port + 1) + ": ";
        if (!(placed.node().output(port) instanceof BufferedDataTable table)) {
            failures.add(where + "there is no table to compare");
            return;
        }
        try {
            TableComparison.differences(Tsv.read(file), Tsv.of(table), tolerance)
                .forEach(d -> failures.add(where + d));
        } catch (IOException e) {
            throw new HostException("The expected table " + file + " cannot be read: " + e, e);
        }
    }
}
