package org.seism.host.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.seism.host.io.HostException;

/** Reads workflow.knime and the nodes' settings.xml, format 5.1.0, never writing anything. */
final class WorkflowReader {

    private static final String FORMAT = "5.1.0";

    private final Path directory;

    private WorkflowReader(final Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    static Workflow read(final Path directory) throws HostException {
        return new WorkflowReader(directory).read();
    }

    private Workflow read() throws HostException {
        if (!Files.isDirectory(directory)) {
            throw new HostException("There is no workflow directory " + directory + ".");
        }
        final NodeSettings root = settings(directory.resolve("workflow.knime"));
        try {
            final String version = root.getString("version");
            if (!FORMAT.equals(version)) {
                throw new HostException("workflow.knime has the format version " + version + "; this host reads "
                    + FORMAT + " (KNIME 5.1 and later).");
            }
            root.getString("state");
            root.getNodeSettings("workflow_credentials");
            final List<Workflow.Node> nodes = nodes(root.getNodeSettings("nodes"));
            return new Workflow(directory, nodes, connections(root.getNodeSettings("connections"), nodes));
        } catch (InvalidSettingsException e) {
            throw new HostException("workflow.knime: " + e.getMessage(), e);
        }
    }

    private NodeSettings settings(final Path file) throws HostException {
        final String shown = directory.relativize(file).toString();
        try (InputStream in = Files.newInputStream(file)) {
            return (NodeSettings)NodeSettings.loadFromXML(in);
        } catch (NoSuchFileException e) {
            throw new HostException("The file " + shown + " is missing in " + directory + ".", e);
        } catch (IOException e) {
            throw new HostException(shown + ": " + e.getMessage(), e);
        }
    }

    private List<Workflow.Node> nodes(final NodeSettings list) throws HostException, InvalidSettingsException {
        final List<Workflow.Node> nodes = new ArrayList<>();
        final Set<Integer> ids = new HashSet<>();
        for (final String key : list.keySet()) {
            final NodeSettings entry = list.getNodeSettings(key);
            final int id = entry.getInt("id");
            final String type = entry.getString("node_type");
            if (!"NativeNode".equals(type)) {
                throw new HostException("workflow.knime: node #" + id + " is a " + type
                    + "; this host runs plain nodes only, no metanodes and components.");
            }
            if (!ids.add(id)) {
                throw new HostException("workflow.knime: there are two nodes with the id " + id + ".");
            }
            entry.getNodeSettings("ui_settings");
            nodes.add(node(id, entry.getString("node_settings_file")));
        }
        nodes.sort(Comparator.comparingInt(Workflow.Node::id));
        return nodes;
    }

    private Workflow.Node node(final int id, final String path) throws HostException {
        final Path file = path == null ? null : directory.resolve(path).normalize();
        if (file == null || !file.startsWith(directory) || file.getParent().equals(directory)) {
            throw new HostException("workflow.knime: the settings file of node #" + id
                + " must lie in a directory of the workflow, not at " + path + ".");
        }
        final NodeSettings settings = settings(file);
        try {
            for (final String key : List.of("internal_node_subsettings", "flow_stack", "ports", "filestores")) {
                settings.getNodeSettings(key);
            }
            settings.getString("state");
            settings.getBoolean("hasContent");
            settings.getString("node-bundle-name");
            return new Workflow.Node(id, directory.relativize(file.getParent()).toString(),
                settings.getString("node-name"), settings.getString("factory"),
                settings.getString("node-bundle-symbolic-name"), settings.getString("node-bundle-vendor"),
                settings.containsKey("model") ? settings.getNodeSettings("model") : null);
        } catch (InvalidSettingsException e) {
            throw new HostException(directory.relativize(file) + ": " + e.getMessage(), e);
        }
    }

    private static List<Workflow.Connection> connections(final NodeSettings list, final List<Workflow.Node> nodes)
        throws HostException, InvalidSettingsException {
        final List<Workflow.Connection> connections = new ArrayList<>();
        for (final String key : list.keySet()) {
            final NodeSettings entry = list.getNodeSettings(key);
            final Workflow.Connection c = new Workflow.Connection(entry.getInt("sourceID"),
                entry.getInt("sourcePort"), entry.getInt("destID"), entry.getInt("destPort"));
            for (final int id : new int[]{c.source(), c.target()}) {
                if (nodes.stream().noneMatch(n -> n.id() == id)) {
                    throw new HostException(
                        "workflow.knime: " + key + " names node #" + id + ", which does not exist.");
                }
            }
            connections.add(c);
        }
        return connections;
    }
}
