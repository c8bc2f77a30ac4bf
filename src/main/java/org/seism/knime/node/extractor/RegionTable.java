package org.seism.knime.node.extractor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.table.Columns;
import org.seism.sequence.annotated.Feature;
import org.seism.sequence.annotated.Location;

/**
 * A table whose rows are regions of sequences: columns Chromosome, Start and End (from 1, both included), and Strand if there is one. All its
 * columns of texts and numbers are attributes. Immutable.
 */
final class RegionTable {
    /** The type of its features. */
    static final String TYPE = "region";
    /** What messages call it. */
    static final String NAME = "The table of regions";

    private final DataTableSpec m_spec;
    private final int m_chromosome;
    private final int m_start;
    private final int m_end;
    private final int m_strand;

    private RegionTable(final DataTableSpec spec) throws InvalidSettingsException {
        m_spec = spec;
        m_chromosome = column(spec, Columns.CHROMOSOME, StringValue.class, "texts");
        m_start = column(spec, Columns.START, LongValue.class, "whole numbers");
        m_end = column(spec, Columns.END, LongValue.class, "whole numbers");
        final int strand = spec.findColumnIndex(Columns.STRAND);
        m_strand = strand >= 0 && spec.getColumnSpec(strand).getType().isCompatible(StringValue.class) ? strand : -1;
    }

    /**
     * @param spec of a table
     * @return its reader
     * @throws InvalidSettingsException if it is no table of regions
     */
    static RegionTable of(final DataTableSpec spec) throws InvalidSettingsException {
        return new RegionTable(spec);
    }

    private static int column(final DataTableSpec spec, final String name, final Class<? extends DataValue> type, final String kind)
        throws InvalidSettingsException {
        final int index = spec.findColumnIndex(name);
        if (index < 0 || !spec.getColumnSpec(index).getType().isCompatible(type)) {
            throw EngineCall.invalid(NAME + " has no column '" + name + "' with " + kind + ".",
                "It needs " + Columns.CHROMOSOME + ", " + Columns.START + " and " + Columns.END + " (from 1, both included), and may have "
                    + Columns.STRAND + " (+ or -) and " + Columns.ID + ".");
        }
        return index;
    }

    /**
     * @param table of the spec that this reader was made for
     * @param progress cancellation
     * @return its regions by the name of their sequence, in the order of the table
     * @throws InputException if a row is no region, or there is none; names the row
     */
    Map<String, List<Feature>> read(final BufferedDataTable table, final Progress progress) {
        final Map<String, List<Feature>> features = new LinkedHashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final DataRow row = rows.next();
                final String chromosome = text(row.getCell(m_chromosome)).orElseThrow(() -> bad(row, "has no chromosome"));
                features.computeIfAbsent(chromosome, k -> new ArrayList<>()).add(feature(row));
            }
        }
        if (features.isEmpty()) {
            throw new InputException(NAME + " has no row.", "Connect a table with at least one region.");
        }
        return features;
    }

    private Feature feature(final DataRow row) {
        final OptionalLong start = number(row.getCell(m_start));
        final OptionalLong end = number(row.getCell(m_end));
        if (start.isEmpty() || end.isEmpty()) {
            throw bad(row, "has no start or no end");
        }
        if (start.getAsLong() < 1 || end.getAsLong() < start.getAsLong() || end.getAsLong() > Integer.MAX_VALUE) {
            throw bad(row, "goes from " + start.getAsLong() + " to " + end.getAsLong());
        }
        final String strand = m_strand < 0 ? "+" : text(row.getCell(m_strand)).orElse("+");
        if (!strand.equals("+") && !strand.equals("-") && !strand.equals(".")) {
            throw bad(row, "is on the strand '" + strand + "'");
        }
        final Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (int c = 0; c < m_spec.getNumColumns(); c++) {
            final String name = m_spec.getColumnSpec(c).getName();
            text(row.getCell(c)).ifPresent(t -> attributes.put(name, List.of(t)));
        }
        return new Feature(TYPE, Optional.of(new Location(!strand.equals("-"),
            List.of(new Location.Span((int)start.getAsLong() - 1, (int)end.getAsLong())))), attributes);
    }

    private static InputException bad(final DataRow row, final String what) {
        return new InputException(NAME + ": the region in row '" + row.getKey().getString() + "' " + what + ".",
            "Give every row a chromosome, a start from 1 on and an end not before it, and + or - as strand if there is one.");
    }

    private static Optional<String> text(final DataCell cell) {
        return cell.isMissing() || !(cell instanceof StringValue || cell instanceof DoubleValue) ? Optional.empty()
            : Optional.of(cell.toString().strip()).filter(t -> !t.isEmpty());
    }

    private static OptionalLong number(final DataCell cell) {
        return cell.isMissing() ? OptionalLong.empty() : OptionalLong.of(((LongValue)cell).getLongValue());
    }
}
