package org.seism.host.sample;

import java.util.stream.IntStream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A source with a view. */
public final class SourceFactory extends DefaultNodeFactory {

    static final DataTableSpec SPEC = new DataTableSpec(new String[]{"Name", "Value", "Count", "List"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, ListCell.getCollectionType(DoubleCell.TYPE)});

    private static final DefaultNode NODE = DefaultNode.create().name("Sample Source").icon("./icon.png")
        .shortDescription("Makes rows.").fullDescription("<p>Makes rows &amp; a view.</p>").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputTable("Numbers", "Some <b>numbers</b>.")) //
        .model(m -> m.parametersClass(SourceParameters.class).configure(SourceFactory::configure)
            .execute(SourceFactory::execute))
        .keywords("demo", "rows").addExternalResource("https://example.org", "More").addView(v -> v
            .withoutParameters().description("A page.")
            .page(p -> p.fromString(() -> "<html><head><title>t</title></head><body>x</body></html>")
                .relativePath("index.html").addResourceFromString(() -> "p { }", "css/style.css"))
            .initialData(d -> d.data(in -> in.getInternalPortObjects() == null ? "{\"state\":\"not executed\"}"
                : "{\"rows\":" + in.getInternalTables()[0].size() + ",\"text\":\"</script>50%\"}")));

    public SourceFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) {
        out.setOutSpec(0, SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException {
        final SourceParameters parameters = in.getParameters();
        final BufferedDataContainer container = in.getExecutionContext().createDataContainer(SPEC);
        for (int i = 0; i < parameters.m_rows; i++) {
            in.getExecutionContext().checkCanceled();
            in.getExecutionContext().setProgress((i + 1) / (double)parameters.m_rows, "Row " + (i + 1));
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(i), new StringCell(parameters.m_prefix + i),
                new DoubleCell(i * parameters.m_scale.m_factor), new IntCell(i), CollectionCellFactory
                    .createListCell(IntStream.range(0, i).mapToObj(k -> new DoubleCell(k)).toList())));
        }
        container.close();
        out.setOutData(0, container.getTable());
        out.setInternalData(container.getTable());
    }
}
