package org.knime.node;

import java.util.Objects;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** Stands for KNIME's declaration of a node's view; data services are not in the slice. */
public final class DefaultView implements FluentNodeAPI {

    final Class<? extends NodeParameters> parametersClass;

    final String description;

    final Page page;

    DefaultInitialData<?> initialData;

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final String description,
        final Page page) {
        this.parametersClass = parametersClass;
        this.description = Objects.requireNonNull(description, "view description");
        this.page = Objects.requireNonNull(page, "page");
    }

    static RequireViewParameters create() {
        return parameters -> description -> page -> new DefaultView(parameters, description,
            page.apply(Page.create()));
    }

    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> declaration) {
        initialData = declaration.apply(DefaultInitialData::create);
        return this;
    }

    /** Stands for KNIME's stage that asks for the view's parameters. */
    public interface RequireViewParameters {

        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Stands for KNIME's stage that asks for the view's description. */
    public interface RequireDescription {
        RequirePage description(String description);
    }

    /** Stands for KNIME's stage that asks for the page. */
    public interface RequirePage {
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** Stands for KNIME's stage that asks for the data a page starts with. */
    @FunctionalInterface
    public interface RequireInitialData {
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** Stands for KNIME's data a page starts with. */
    public static final class DefaultInitialData<D> implements FluentNodeAPI {

        private final Function<ViewInput, D> data;

        private Serializer<D> serializer;

        private DefaultInitialData(final Function<ViewInput, D> data) {
            this.data = data;
        }

        private static <D> DefaultInitialData<D> create(final Function<ViewInput, D> data) {
            return new DefaultInitialData<>(data);
        }

        public DefaultInitialData<D> serializer(final Serializer<D> value) {
            serializer = value;
            return this;
        }

        /** The data as the page gets them, before they are put into the envelope. */
        Object compute(final ViewInput input) throws Exception {
            final D value = data.apply(input);
            return serializer == null ? value : serializer.serialize(value);
        }
    }

    /** Stands for what a view may see: its parameters and what execute kept for it. */
    public interface ViewInput {

        <S extends NodeParameters> S getParameters();

        default BufferedDataTable[] getInternalTables() {
            final PortObject[] objects = getInternalPortObjects();
            final BufferedDataTable[] tables = new BufferedDataTable[objects.length];
            for (int i = 0; i < tables.length; i++) {
                tables[i] = (BufferedDataTable)objects[i];
            }
            return tables;
        }

        PortObject[] getInternalPortObjects();
    }
}
