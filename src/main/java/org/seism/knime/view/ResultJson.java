package org.seism.knime.view;

import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.seism.analysis.MotifTest;
import org.seism.inference.NullSample;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.table.Columns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the page gets: the tables that the node kept, and histograms of the null samples. */
final class ResultJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Columns that are no text for a page. */
    private static final Set<String> NOT_SHOWN = Set.of(Columns.LOGO_IMAGE, Columns.PWM);
    private static final int BINS = 50;

    private ResultJson() {
    }

    /**
     * @param kept the motif table, possibly the summary table, possibly the null sample
     * @return an object with "motifs", "summary" and "histograms"
     */
    static String of(final PortObject[] kept) {
        final ObjectNode result = JSON.objectNode().put("state", "executed");
        final String[] names = {"motifs", "summary"};
        int tables = 0;
        for (final PortObject object : kept) {
            if (object instanceof BufferedDataTable table) {
                result.set(names[tables++], rows(table));
            } else if (object instanceof NullSamplePortObject sample) {
                result.set("histograms", histograms(sample));
            }
        }
        return result.toString();
    }

    private static ArrayNode rows(final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        final ArrayNode rows = JSON.arrayNode();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final ObjectNode object = JSON.objectNode();
                for (int c = 0; c < spec.getNumColumns(); c++) {
                    final String name = spec.getColumnSpec(c).getName();
                    if (!NOT_SHOWN.contains(name)) {
                        put(object, name, row.getCell(c));
                    }
                }
                rows.add(object);
            }
        }
        return rows;
    }

    private static void put(final ObjectNode object, final String name, final DataCell cell) {
        if (cell.isMissing()) {
            object.putNull(name);
        } else if (cell instanceof DoubleValue number && Double.isFinite(number.getDoubleValue())) {
            object.put(name, number.getDoubleValue());
        } else {
            object.put(name, cell.toString());
        }
    }

    private static ArrayNode histograms(final NullSamplePortObject sample) {
        final ArrayNode histograms = JSON.arrayNode();
        for (final MotifTest test : sample.tested().tests()) {
            if (test.sample() != null) {
                histograms.add(histogram(test.sample()));
            }
        }
        return histograms;
    }

    /** Absolute partial correlations lie between 0 and 1. */
    private static ObjectNode histogram(final NullSample sample) {
        final int[] counts = new int[BINS];
        for (final double t : sample.statistics()) {
            counts[Math.max(0, Math.min(BINS - 1, (int)(Math.abs(t) * BINS)))]++;
        }
        final ObjectNode histogram = JSON.objectNode().put("observed", Math.abs(sample.observed()));
        final ArrayNode bins = histogram.putArray("counts");
        for (final int count : counts) {
            bins.add(count);
        }
        return histogram;
    }
}
