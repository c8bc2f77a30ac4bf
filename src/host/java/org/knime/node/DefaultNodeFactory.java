package org.knime.node;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeModel;
import org.w3c.dom.Element;

/** Stands for KNIME's base of factories of declared nodes. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {

    private final DefaultNode node;

    private final Element description;

    protected DefaultNodeFactory(final DefaultNode node) {
        this.node = Objects.requireNonNull(node, "node");
        this.description = NodeDescriptionXml.of(node);
    }

    public boolean hasNodeDialog() {
        return node.model.parametersClass() != null || node.view != null && node.view.parametersClass != null;
    }

    public final boolean hasNodeView() {
        return node.view != null;
    }

    @Override
    public final Element getXMLDescription() {
        return description;
    }

    @Override
    public final URL getIcon() {
        return getClass().getResource(node.icon.startsWith("./") ? node.icon.substring(2) : node.icon);
    }

    @Override
    public final NodeType getType() {
        return node.type();
    }

    @Override
    public final String getInportName(final int index) {
        return node.inputs.get(index).name();
    }

    @Override
    public final String getOutportName(final int index) {
        return node.outputs.get(index).name();
    }

    /** Everything declared, for the host, which asks by reflection; only JDK types and types of KNIME's API. */
    Map<String, Object> declaration() {
        final Map<String, Object> d = new LinkedHashMap<>();
        d.put("name", node.name);
        d.put("icon", node.icon);
        d.put("shortDescription", node.shortDescription);
        d.put("fullDescription", node.fullDescription);
        d.put("sinceVersion", node.sinceVersion);
        d.put("inputs", ports(node.inputs));
        d.put("outputs", ports(node.outputs));
        d.put("type", node.type());
        d.put("keywords", node.keywords == null ? List.of() : node.keywords);
        d.put("resources", Map.copyOf(node.resources));
        d.put("parametersClass", node.model.parametersClass());
        d.put("configure", node.model.configure());
        d.put("execute", node.model.execute());
        d.put("rearrange", node.model.rearrange());
        if (node.view != null) {
            d.put("viewParametersClass", node.view.parametersClass);
            d.put("viewDescription", node.view.description);
            d.put("viewPage", node.view.page);
            final DefaultView.DefaultInitialData<?> data = node.view.initialData;
            d.put("viewData", data == null ? null : (ViewData)data::compute);
        }
        return d;
    }

    private static List<Object[]> ports(final List<DefaultNode.Port> ports) {
        return ports.stream().map(p -> new Object[]{p.name(), p.description(), p.type()}).toList();
    }

    /** What the host calls for a page's data: a function that may throw. */
    interface ViewData extends java.util.function.Function<DefaultView.ViewInput, Object> {

        Object compute(DefaultView.ViewInput input) throws Exception;

        @Override
        default Object apply(final DefaultView.ViewInput input) {
            try {
                return compute(input);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }
}
