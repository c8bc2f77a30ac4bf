package org.seism.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes workflow directories for tests, in the form KNIME loads without complaint. */
final class WorkflowFiles {

    private final Path directory;

    private final List<String> nodes = new ArrayList<>();

    private final List<String> connections = new ArrayList<>();

    WorkflowFiles(final Path directory) {
        this.directory = directory;
    }

    WorkflowFiles node(final int id, final String name, final String factory, final String model) throws IOException {
        return node(id, name, factory, "org.seism.sample", model);
    }

    WorkflowFiles node(final int id, final String name, final String factory, final String plugin, final String model)
        throws IOException {
        final Path file = directory.resolve(name + " (#" + id + ")").resolve("settings.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="settings.xml">
                <config key="flow_stack"/>
                <config key="internal_node_subsettings">
                    <entry key="memory_policy" type="xstring" value="CacheSmallInMemory"/>
                </config>
                %s
                <entry key="state" type="xstring" value="CONFIGURED"/>
                <entry key="factory" type="xstring" value="%s"/>
                <entry key="node-name" type="xstring" value="%s"/>
                <entry key="node-bundle-name" type="xstring" value="Sample"/>
                <entry key="node-bundle-symbolic-name" type="xstring" value="%s"/>
                <entry key="node-bundle-vendor" type="xstring" value="Somebody"/>
                <entry key="hasContent" type="xboolean" value="false"/>
                <config key="ports"/>
                <config key="filestores"/>
            </config>
            """.formatted(model == null ? "" : "<config key=\"model\">" + model + "</config>", factory, name, plugin));
        nodes.add("""
            <config key="node_%d">
                <entry key="id" type="xint" value="%d"/>
                <entry key="node_settings_file" type="xstring" value="%s (#%d)/settings.xml"/>
                <entry key="node_type" type="xstring" value="NativeNode"/>
                <config key="ui_settings"/>
            </config>
            """.formatted(id, id, name, id));
        return this;
    }

    WorkflowFiles connect(final int source, final int sourcePort, final int target, final int targetPort) {
        connections.add("""
            <config key="connection_%d">
                <entry key="sourceID" type="xint" value="%d"/>
                <entry key="destID" type="xint" value="%d"/>
                <entry key="sourcePort" type="xint" value="%d"/>
                <entry key="destPort" type="xint" value="%d"/>
            </config>
            """.formatted(connections.size(), source, target, sourcePort, targetPort));
        return this;
    }

    Path write() throws IOException {
        Files.writeString(directory.resolve("workflow.knime"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
                <entry key="version" type="xstring" value="5.1.0"/>
                <entry key="state" type="xstring" value="CONFIGURED"/>
                <config key="workflow_credentials"/>
                <config key="nodes">%s</config>
                <config key="connections">%s</config>
            </config>
            """.formatted(String.join("", nodes), String.join("", connections)));
        return directory;
    }

    static void replace(final Path file, final String what, final String by) throws IOException {
        final String before = Files.readString(file);
        if (!before.contains(what)) {
            throw new IllegalArgumentException(what);
        }
        Files.writeString(file, before.replace(what, by));
    }

    /** Content and time of every file below a directory. */
    static Map<String, String> snapshot(final Path directory) throws IOException {
        final Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (final Path file : walk.toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file)
                    + (Files.isRegularFile(file) ? Files.readString(file) : ""));
            }
        }
        return files;
    }
}
