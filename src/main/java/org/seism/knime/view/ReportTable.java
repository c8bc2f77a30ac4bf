package org.seism.knime.view;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.Version;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.TestedMotifs;
import org.seism.report.ReportData;
import org.seism.report.ReportSource;

/**
 * A report's data as a node keeps them for its view: one cell that holds the document, so that a saved workflow shows the
 * same page after it is opened again, without its ports.
 */
public final class ReportTable {
    private ReportTable() {
    }

    /**
     * @param source what the page is to show
     * @param context the node's
     * @return a table for {@code setInternalData}
     */
    public static BufferedDataTable of(final ReportSource source, final ExecutionContext context) {
        return keep(ReportData.json(source.withVersion(Version.NUMBER)), context);
    }

    /**
     * @param tested motifs with sampled null distributions
     * @param context the node's
     * @return a table for {@code setInternalData} that the page shows as traces and effective sizes, without p-values
     */
    public static BufferedDataTable samples(final TestedMotifs tested, final ExecutionContext context) {
        return keep(ReportData.samples(tested, SeismAnalysis.caveats(tested)), context);
    }

    private static BufferedDataTable keep(final String document, final ExecutionContext context) {
        final DataTableSpec spec = new DataTableSpec(new DataColumnSpecCreator("Report", StringCell.TYPE).createSpec());
        // the document must not be copied into the column's domain as one of its possible values
        final BufferedDataContainer container =
            context.createDataContainer(spec, DataContainerSettings.builder().withDomainUpdate(false).build());
        container.addRowToTable(new DefaultRow("Report", new StringCell(document)));
        container.close();
        return container.getTable();
    }

    /** The document that {@link #of} kept. */
    static String read(final BufferedDataTable table) {
        try (CloseableRowIterator rows = table.iterator()) {
            return rows.next().getCell(0).toString();
        }
    }
}
