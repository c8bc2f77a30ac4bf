package org.knime.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/** Stands for KNIME's declaration of a node, built in stages. */
public final class DefaultNode implements FluentNodeAPI {

    /** A declared port. */
    record Port(String name, String description, PortType type) {
    }

    final List<Port> inputs = new ArrayList<>();

    final List<Port> outputs = new ArrayList<>();

    final Map<String, String> resources = new LinkedHashMap<>();

    String name;

    String icon;

    String shortDescription;

    String fullDescription;

    String sinceVersion;

    DefaultModel model;

    DefaultView view;

    NodeType type;

    List<String> keywords;

    private DefaultNode() {
    }

    public static RequireName create() {
        final DefaultNode node = new DefaultNode();
        final RequireModel requireModel = model -> {
            node.model = model.apply(DefaultModel.create());
            return node;
        };
        final RequirePorts requirePorts = ports -> {
            ports.accept(node.new Adder());
            return requireModel;
        };
        final RequireSinceVersion requireSince = (major, minor, revision) -> {
            node.sinceVersion = major + "." + minor + "." + revision;
            return requirePorts;
        };
        final RequireFullDescription requireFull = text -> {
            node.fullDescription = Objects.requireNonNull(text, "full description");
            return requireSince;
        };
        final RequireShortDescription requireShort = text -> {
            node.shortDescription = Objects.requireNonNull(text, "short description");
            return requireFull;
        };
        final RequireIcon requireIcon = icon -> {
            node.icon = Objects.requireNonNull(icon, "icon");
            return requireShort;
        };
        return name -> {
            node.name = Objects.requireNonNull(name, "name");
            return requireIcon;
        };
    }

    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> newView) {
        if (view != null) {
            throw new UnsupportedOperationException("Only one view can be added to a node.");
        }
        view = newView.apply(DefaultView.create());
        return this;
    }

    public DefaultNode nodeType(final NodeType nodeType) {
        if (type != null) {
            throw new IllegalStateException("The node type has already been set.");
        }
        type = Objects.requireNonNull(nodeType, "node type");
        return this;
    }

    public DefaultNode keywords(final String... words) {
        if (keywords != null) {
            throw new IllegalStateException("The keywords have already been set.");
        }
        keywords = List.of(words);
        return this;
    }

    public DefaultNode addExternalResource(final String href, final String description) {
        resources.put(Objects.requireNonNull(href, "href"), Objects.requireNonNull(description, "description"));
        return this;
    }

    NodeType type() {
        if (type != null) {
            return type;
        }
        if (inputs.isEmpty()) {
            return NodeType.Source;
        }
        return outputs.isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }

    /** A port's name is also the id of its group in KNIME, so it must differ from all others, input or output. */
    private final class Adder implements RequirePorts.PortsAdder {

        @Override
        public RequirePorts.PortsAdder addInputPort(final String portName, final String description,
            final PortType portType) {
            return add(inputs, portName, description, portType);
        }

        @Override
        public RequirePorts.PortsAdder addOutputPort(final String portName, final String description,
            final PortType portType) {
            return add(outputs, portName, description, portType);
        }

        private Adder add(final List<Port> ports, final String portName, final String description,
            final PortType portType) {
            Objects.requireNonNull(portName, "port name");
            final Consumer<Port> unique = p -> {
                if (p.name().equals(portName)) {
                    throw new IllegalArgumentException(
                        "A port group with the given name '" + portName + "' already exists.");
                }
            };
            inputs.forEach(unique);
            outputs.forEach(unique);
            ports.add(new Port(portName, Objects.requireNonNull(description, "port description"),
                Objects.requireNonNull(portType, "port type")));
            return this;
        }
    }

    /** Stands for KNIME's stage that asks for the name. */
    public interface RequireName {
        RequireIcon name(String name);
    }

    /** Stands for KNIME's stage that asks for the icon, relative to the factory's package. */
    public interface RequireIcon {
        RequireShortDescription icon(String icon);
    }

    /** Stands for KNIME's stage that asks for the short description. */
    public interface RequireShortDescription {
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Stands for KNIME's stage that asks for the full description. */
    public interface RequireFullDescription {
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Stands for KNIME's stage that asks for the version the node came with. */
    public interface RequireSinceVersion {
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Stands for KNIME's stage that asks for the model. */
    public interface RequireModel {
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
