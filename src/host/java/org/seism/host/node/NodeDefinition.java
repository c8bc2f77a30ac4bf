package org.seism.host.node;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.seism.host.dialog.DialogRules;
import org.seism.host.io.HostException;

/**
 * What a node declares.
 *
 * @param factory the node's factory
 * @param name name on the canvas
 * @param type kind of node
 * @param keywords search words
 * @param resources external links, address to description
 * @param inputs input ports in order
 * @param outputs output ports in order
 * @param parameters class of the settings, or null
 * @param viewParameters class of the view's settings, or null
 */
public record NodeDefinition(DefaultNodeFactory factory, String name, NodeType type, List<String> keywords,
    Map<String, String> resources, List<Port> inputs, List<Port> outputs, Class<? extends NodeParameters> parameters,
    Class<? extends NodeParameters> viewParameters) {

    /**
     * A declared port.
     *
     * @param name its name
     * @param description its description, an XML fragment
     * @param type what flows through it
     */
    public record Port(String name, String description, PortType type) {

        boolean isTable() {
            return type.getPortObjectClass() == BufferedDataTable.class;
        }
    }

    /**
     * @param factory a node's factory
     * @return what it declares
     * @throws HostException if an icon or a port type is missing, which KNIME would not say
     */
    public static NodeDefinition of(final DefaultNodeFactory factory) throws HostException {
        final Map<String, Object> d = SliceAccess.declaration(factory);
        final NodeDefinition definition = new NodeDefinition(factory, (String)d.get("name"), (NodeType)d.get("type"),
            cast(d.get("keywords")), cast(d.get("resources")), ports(cast(d.get("inputs"))),
            ports(cast(d.get("outputs"))), cast(d.get("parametersClass")), cast(d.get("viewParametersClass")));
        if (factory.getIcon() == null) {
            throw new HostException("Node \"" + definition.name() + "\": the icon \"" + d.get("icon")
                + "\" does not exist in the package of " + factory.getClass().getName() + ".");
        }
        for (final Class<? extends NodeParameters> type : java.util.Arrays.asList(definition.parameters(),
            definition.viewParameters())) {
            final List<String> violations = type == null ? List.of() : DialogRules.violations(type);
            if (!violations.isEmpty()) {
                throw new HostException("Node \"" + definition.name() + "\": KNIME can't build the dialog of "
                    + type.getName() + ": " + String.join(" ", violations));
            }
        }
        for (final Port port : definition.allPorts()) {
            if (!SliceAccess.isRegistered(port.type().getPortObjectClass())) {
                throw new HostException("Node \"" + definition.name() + "\": the port type of \"" + port.name()
                    + "\" (" + port.type().getPortObjectClass().getName() + ") is not registered in plugin.xml.");
            }
        }
        if (definition.rearrange() != null && (definition.inputs().size() != 1 || definition.outputs().size() != 1
            || definition.allPorts().stream().anyMatch(p -> !p.isTable()))) {
            throw new HostException("Node \"" + definition.name()
                + "\": rearrangeColumns needs exactly one input table and one output table.");
        }
        return definition;
    }

    private List<Port> allPorts() {
        return java.util.stream.Stream.concat(inputs.stream(), outputs.stream()).toList();
    }

    private static List<Port> ports(final List<Object[]> raw) {
        return raw.stream().map(p -> new Port((String)p[0], (String)p[1], (PortType)p[2])).toList();
    }

    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
        return declared("configure");
    }

    ExecuteConsumer execute() {
        return declared("execute");
    }

    ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange() {
        return declared("rearrange");
    }

    /** @return the page of the node's view, or null */
    public Page viewPage() {
        return declared("viewPage");
    }

    /** @return the function that makes the view's data, or null */
    Function<ViewInput, Object> viewData() {
        return declared("viewData");
    }

    private <T> T declared(final String key) {
        return cast(SliceAccess.declaration(factory).get(key));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(final Object o) {
        return (T)o;
    }
}
