package org.seism.host.sample;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;

/** Table to sample port. */
public final class BulkMakerFactory extends DefaultNodeFactory {

    /** Numeric columns. */
    static final class NumericColumns extends DoubleColumnsProvider {
    }

    /** The column to read. */
    static final class Parameters implements NodeParameters {

        @Widget(title = "Column", description = "Numbers.")
        @ChoicesProvider(NumericColumns.class)
        String m_column;

        @Widget(title = "Others", description = "More numbers.")
        @ColumnFilterWidget(choicesProvider = NumericColumns.class)
        ColumnFilter m_others = new ColumnFilter();

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_column = ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input).stream().findFirst()
                .map(c -> c.getName()).orElse(null);
            m_others = new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input))
                .withIncludeUnknownColumns();
        }

        @Override
        public void validate() throws InvalidSettingsException {
            CheckUtils.checkSetting(m_column != null, "Choose a column.");
        }
    }

    private static final DefaultNode NODE = DefaultNode.create().name("Sample Bulk Maker").icon("icon.png")
        .shortDescription("Table to port.").fullDescription("Table to port.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputTable("Table", "Numbers.").addOutputPort("Model", "The port.", BulkPortObject.TYPE))
        .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> {
            final Parameters parameters = in.getParameters();
            CheckUtils.checkSetting(in.getInTableSpec(0).containsName(parameters.m_column),
                "The column \"%s\" does not exist.", parameters.m_column);
            out.setOutSpec(0, new BulkSpec(parameters.m_column));
        }).execute((in, out) -> {
            final Parameters parameters = in.getParameters();
            final int column = in.getInTable(0).getDataTableSpec().findColumnIndex(parameters.m_column);
            final List<Double> numbers = new ArrayList<>();
            try (CloseableRowIterator rows = in.getInTable(0).iterator()) {
                while (rows.hasNext()) {
                    final DataRow row = rows.next();
                    numbers.add(((DoubleValue)row.getCell(column)).getDoubleValue());
                }
            }
            out.setOutData(0, new BulkPortObject(new BulkSpec(parameters.m_column),
                numbers.stream().mapToDouble(Double::doubleValue).toArray()));
        }));

    public BulkMakerFactory() {
        super(NODE);
    }
}
