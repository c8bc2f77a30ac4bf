package org.seism.host.workflow;

import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.NodeSettings;

/**
 * A workflow directory as read, before any node is made.
 *
 * @param directory the directory
 * @param nodes the nodes by increasing id
 * @param connections the data connections
 */
public record Workflow(Path directory, List<Node> nodes, List<Connection> connections) {

    /**
     * A node as saved.
     *
     * @param id number in the workflow
     * @param directory name of the node's directory, such as "Motif Selector (#4)"
     * @param name the node's name
     * @param factory class name of its factory
     * @param plugin symbolic name of the plug-in it comes from
     * @param vendor the plug-in's vendor
     * @param model the settings, or null if the node was never configured
     */
    record Node(int id, String directory, String name, String factory, String plugin, String vendor,
        NodeSettings model) {

        String label() {
            return name + " (#" + id + ")";
        }
    }

    /**
     * A connection; ports count from 1, port 0 carries flow variables and is left out.
     *
     * @param source id of the node it comes from
     * @param sourcePort its output
     * @param target id of the node it goes to
     * @param targetPort its input
     */
    record Connection(int source, int sourcePort, int target, int targetPort) {
    }
}
