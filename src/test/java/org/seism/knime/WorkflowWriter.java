package org.seism.knime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;
import org.seism.host.node.NodeDefinition;
import org.seism.host.node.NodeState;

/**
 * Writes a workflow directory as KNIME saves one (format 5.1.0) that has not been executed. The settings come from the nodes
 * themselves, so that they are complete whatever parameters a node gets.
 */
final class WorkflowWriter {
    /** KNIME's oldest release that has the API; a newer one here would make older releases refuse the workflow. */
    private static final String CREATED_BY = "5.8.0";
    private static final int NODE_DISTANCE = 200;
    /** Above it there are annotations only. */
    private static final int PICTURE_TOP = 250;

    private record Placed(int id, NodeHarness node, String factory, int x, int y) {
        String label() {
            return node.definition().name() + " (#" + id + ")";
        }
    }

    private record Connection(int source, int sourcePort, int target, int targetPort) {
    }

    private record Note(String html, int x, int y, int width, int height) {
    }

    private final String m_name;
    private final List<Placed> m_nodes = new ArrayList<>();
    private final List<Connection> m_connections = new ArrayList<>();
    private final List<Note> m_notes = new ArrayList<>();
    private final Map<String, byte[]> m_data = new LinkedHashMap<>();
    private final List<String> m_expected = new ArrayList<>();
    private final List<String> m_messages = new ArrayList<>();
    private String m_description = "";
    private List<String> m_tags = List.of();

    WorkflowWriter(final String name, final String title, final String html) {
        m_name = name;
        m_notes.add(new Note("<p><strong>" + title + "</strong></p>" + html, 60, 20, 5 * NODE_DISTANCE, 140));
    }

    String name() {
        return m_name;
    }

    /** Tables to compare, as paths below the directory of expected results. */
    List<String> expected() {
        return m_expected;
    }

    List<String> messages() {
        return m_messages;
    }

    Map<String, byte[]> data() {
        return m_data;
    }

    /** What KNIME Hub shows of the workflow. */
    WorkflowWriter metadata(final String html, final List<String> tags) {
        m_description = html;
        m_tags = tags;
        return this;
    }

    WorkflowWriter data(final String file, final byte[] content) {
        m_data.put(file, content);
        return this;
    }

    /**
     * @param row of the canvas
     * @param column of the canvas
     * @param factory the node
     * @param note what a newcomer should know about it here
     * @param input "id:port" of the predecessor, several separated by commas, or null
     * @param change changes of its settings
     * @return this writer; ids count from 1
     */
    WorkflowWriter node(final int row, final int column, final Class<? extends DefaultNodeFactory> factory, final String note,
        final String input, final Consumer<NodeSettings> change) throws InvalidSettingsException {
        final NodeHarness node = NodeHarness.of(factory);
        final int id = m_nodes.size() + 1;
        final String[] inputs = input == null ? new String[0] : input.split(",");
        for (int k = 0; k < inputs.length; k++) {
            final int source = Integer.parseInt(inputs[k].split(":")[0]);
            final int port = Integer.parseInt(inputs[k].split(":")[1]);
            node.inputSpec(k, m_nodes.get(source - 1).node().outSpec(port - 1));
            m_connections.add(new Connection(source, port, id, k + 1));
        }
        final NodeSettings settings = node.settings();
        change.accept(settings);
        node.load(settings);
        node.configure();
        final int x = 100 + column * NODE_DISTANCE;
        final int y = 300 + row * 260;
        m_nodes.add(new Placed(id, node, factory.getName(), x, y));
        m_notes.add(new Note("<p>" + note + "</p>", x - 40, y - 120, NODE_DISTANCE - 20, 100));
        return this;
    }

    /** Compares an output of the last node. */
    WorkflowWriter expect(final int port) {
        m_expected.add(last().label() + "/port_" + port + ".tsv");
        return this;
    }

    /** Expects a message of the last node. */
    WorkflowWriter expect(final String type, final String text) {
        m_messages.add(last().label() + "\t" + type + "\t" + text);
        return this;
    }

    private Placed last() {
        return m_nodes.get(m_nodes.size() - 1);
    }

    /** Writes all files but the expected results. */
    void write(final Path directory) throws IOException {
        save(workflow(), directory.resolve("workflow.knime"));
        for (final Placed placed : m_nodes) {
            save(settings(placed), directory.resolve(placed.label()).resolve("settings.xml"));
        }
        if (!m_description.isEmpty()) {
            Files.writeString(directory.resolve("workflow-metadata.xml"), metadata(), StandardCharsets.UTF_8);
            Files.writeString(directory.resolve("workflow.svg"), picture(), StandardCharsets.UTF_8);
        }
        for (final Map.Entry<String, byte[]> data : m_data.entrySet()) {
            final Path file = directory.resolve("data").resolve(data.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, data.getValue());
        }
        if (!m_messages.isEmpty()) {
            final Path file = directory.resolve("expected").resolve("messages.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", m_messages) + "\n", StandardCharsets.UTF_8);
        }
    }

    private String metadata() {
        final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<workflow-metadata content-type=\"text/html\" xmlns=\"http://www.knime.org/core/node/workflow/metadata/v1.0\">\n"
            + "  <author>SEISM project</author>\n  <created>2026-11-25T00:00:00Z</created>\n  <last-modified>2026-11-25T00:00:00Z</last-modified>\n"
            + "  <description>" + escaped(m_description) + "</description>\n  <tags>\n");
        m_tags.forEach(t -> xml.append("    <tag>").append(escaped(t)).append("</tag>\n"));
        return xml.append("  </tags>\n  <links>\n    <link href=\"https://arxiv.org/abs/2212.12542\">The method</link>\n  </links>\n</workflow-metadata>\n")
            .toString();
    }

    /** The canvas as a picture, in KNIME's manner with our own icons. */
    private String picture() throws IOException {
        final int width = m_nodes.stream().mapToInt(Placed::x).max().orElse(0) + 160;
        final int height = m_nodes.stream().mapToInt(Placed::y).max().orElse(0) + 110 - PICTURE_TOP;
        final StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 "
            + PICTURE_TOP + " " + width + " " + height + "\" role=\"img\" font-family=\"Inter, Segoe UI, Helvetica, Arial, sans-serif\" text-anchor=\"middle\">\n"
            + "<title>" + escaped(m_name) + "</title>\n<rect y=\"" + PICTURE_TOP + "\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (final Connection c : m_connections) {
            final Placed from = m_nodes.get(c.source() - 1);
            final Placed to = m_nodes.get(c.target() - 1);
            final int x1 = from.x() + 66;
            final int y1 = from.y() + 22 + 16 * (c.sourcePort() - 1);
            final int x2 = to.x() - 4;
            final int y2 = to.y() + 22 + 16 * (c.targetPort() - 1);
            final int bend = Math.max(30, (x2 - x1) / 2);
            svg.append("<path d=\"M").append(x1).append(' ').append(y1).append('C').append(x1 + bend).append(' ').append(y1).append(' ').append(x2 - bend)
                .append(' ').append(y2).append(' ').append(x2).append(' ').append(y2).append("\" stroke=\"#8a97a3\" stroke-width=\"2\" fill=\"none\"/>\n");
        }
        for (final Placed node : m_nodes) {
            final String name = node.node().definition().name();
            final String icon = Files.readString(Path.of("icons/svg/" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".svg"));
            svg.append("<text x=\"").append(node.x() + 31).append("\" y=\"").append(node.y() - 14)
                .append("\" font-size=\"15\" font-weight=\"650\" fill=\"#15202b\">").append(escaped(name)).append("</text>\n<rect x=\"").append(node.x())
                .append("\" y=\"").append(node.y()).append("\" width=\"62\" height=\"62\" rx=\"11\" fill=\"#eef2f5\" stroke=\"#b9c3cd\"/>\n")
                .append(icon.strip().replaceFirst("<svg[^>]*>", "<svg x=\"" + (node.x() + 10) + "\" y=\"" + (node.y() + 10)
                    + "\" width=\"42\" height=\"42\" viewBox=\"0 0 16 16\">").replaceFirst("<title>[^\n]*</title>\n?", "")).append('\n');
        }
        return svg.append("</svg>\n").toString();
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void save(final NodeSettings settings, final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private NodeSettings workflow() {
        final NodeSettings workflow = new NodeSettings("workflow.knime");
        workflow.addString("created_by", CREATED_BY);
        workflow.addBoolean("created_by_nightly", false);
        workflow.addString("version", "5.1.0");
        workflow.addString("name", m_name);
        final NodeSettingsWO author = workflow.addNodeSettings("authorInformation");
        author.addString("authored-by", "SEISM project");
        author.addString("authored-when", "2026-11-23 00:00:00 +0000");
        author.addString("lastEdited-by", null);
        author.addString("lastEdited-when", null);
        workflow.addString("customDescription", null);
        workflow.addString("state",
            m_nodes.stream().allMatch(n -> n.node().state() == NodeState.CONFIGURED) ? "CONFIGURED" : "IDLE");
        workflow.addNodeSettings("workflow_credentials");
        final NodeSettingsWO notes = workflow.addNodeSettings("annotations");
        for (int i = 0; i < m_notes.size(); i++) {
            save(m_notes.get(i), notes.addNodeSettings("annotation_" + i));
        }
        final NodeSettingsWO nodes = workflow.addNodeSettings("nodes");
        for (final Placed placed : m_nodes) {
            final NodeSettingsWO node = nodes.addNodeSettings("node_" + placed.id());
            node.addInt("id", placed.id());
            node.addString("node_settings_file", placed.label() + "/settings.xml");
            node.addBoolean("node_is_meta", false);
            node.addString("node_type", "NativeNode");
            node.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
            node.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", placed.x(), placed.y(), -1, -1);
        }
        final NodeSettingsWO connections = workflow.addNodeSettings("connections");
        for (int i = 0; i < m_connections.size(); i++) {
            final NodeSettingsWO connection = connections.addNodeSettings("connection_" + i);
            connection.addInt("sourceID", m_connections.get(i).source());
            connection.addInt("destID", m_connections.get(i).target());
            connection.addInt("sourcePort", m_connections.get(i).sourcePort());
            connection.addInt("destPort", m_connections.get(i).targetPort());
        }
        return workflow;
    }

    private static void save(final Note note, final NodeSettingsWO settings) {
        settings.addString("text", note.html());
        settings.addString("contentType", "text/html");
        settings.addInt("bgcolor", 0xFFFFFF);
        settings.addInt("x-coordinate", note.x());
        settings.addInt("y-coordinate", note.y());
        settings.addInt("width", note.width());
        settings.addInt("height", note.height());
        settings.addString("alignment", "LEFT");
        settings.addInt("borderSize", 2);
        settings.addInt("borderColor", 0x2A7F9E);
        settings.addInt("defFontSize", -1);
        settings.addInt("annotation-version", 20230412);
        settings.addNodeSettings("styles");
    }

    private static NodeSettings settings(final Placed placed) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        final NodeDefinition definition = placed.node().definition();
        settings.addString("node_file", "settings.xml");
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        placed.node().settings().copyTo(settings.addNodeSettings("model"));
        settings.addString("customDescription", null);
        settings.addString("state", placed.node().state().name());
        settings.addString("factory", placed.factory());
        settings.addString("node-name", definition.name());
        settings.addString("node-bundle-name", "SEISM sequence motifs with selective inference");
        settings.addString("node-bundle-symbolic-name", "org.seism.knime");
        settings.addString("node-bundle-vendor", "SEISM project");
        settings.addString("node-bundle-version", "1.0.0");
        settings.addString("node-feature-name", "SEISM: sequence motifs with selective inference");
        settings.addString("node-feature-symbolic-name", "org.seism.feature.feature.group");
        settings.addString("node-feature-vendor", "SEISM project");
        settings.addString("node-feature-version", "1.0.0");
        settings.addNodeSettings("factory_settings");
        final NodeSettingsWO ports = settings.addNodeSettings("node_creation_config");
        definition.inputs().forEach(p -> ports.addNodeSettings(p.name()));
        definition.outputs().forEach(p -> ports.addNodeSettings(p.name()));
        settings.addString("name", definition.name());
        settings.addBoolean("hasContent", false);
        settings.addBoolean("isInactive", false);
        final NodeSettingsWO outputs = settings.addNodeSettings("ports");
        for (int i = 1; i <= definition.outputs().size(); i++) {
            final NodeSettingsWO port = outputs.addNodeSettings("port_" + i);
            port.addInt("index", i);
            port.addString("port_dir_location", null);
        }
        final NodeSettingsWO filestores = settings.addNodeSettings("filestores");
        filestores.addString("file_store_location", null);
        filestores.addString("file_store_id", null);
        return settings;
    }
}
