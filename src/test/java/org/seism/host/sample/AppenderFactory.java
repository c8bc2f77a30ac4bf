package org.seism.host.sample;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.LongCell;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Appends a column. */
public final class AppenderFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Sample Appender").icon("icon.png")
        .shortDescription("Appends.").fullDescription("Appends.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputTable("Rows in", "Any.").addOutputTable("Rows out", "With a number.")) //
        .model(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
            final ColumnRearranger rearranger = new ColumnRearranger(in.getDataTableSpec());
            rearranger.append(new AbstractCellFactory(
                new UniqueNameGenerator(in.getDataTableSpec()).newColumn("Count", LongCell.TYPE)) {
                @Override
                public DataCell[] getCells(final DataRow row, final long index) {
                    return new DataCell[]{new LongCell(index)};
                }
            });
            rearranger.remove("Value");
            out.setColumnRearranger(rearranger);
        }));

    public AppenderFactory() {
        super(NODE);
    }
}
