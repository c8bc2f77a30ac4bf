package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;
import org.seism.host.node.TableBuilder;
import org.seism.knime.node.comparer.MotifComparerNodeFactory;
import org.seism.knime.node.encoder.SequenceEncoderNodeFactory;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.extractor.RegionExtractorNodeFactory;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.reader.MotifReaderNodeFactory;
import org.seism.knime.node.sampler.NullSamplerNodeFactory;
import org.seism.knime.node.scanner.MotifScannerNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.simulator.SequenceSimulatorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.node.writer.MotifWriterNodeFactory;

/** Nodes on the host's canvas, for tests. */
public final class Nodes {
    public static final List<Class<? extends DefaultNodeFactory>> ALL = List.of(FastaReaderNodeFactory.class,
        RegionExtractorNodeFactory.class, SequenceSimulatorNodeFactory.class, SequenceEncoderNodeFactory.class, MotifSelectorNodeFactory.class,
        NullSamplerNodeFactory.class, SelectivePValuesNodeFactory.class, ExactSelectiveTestNodeFactory.class,
        DataSplitTestNodeFactory.class, MotifReaderNodeFactory.class, MotifWriterNodeFactory.class,
        MotifScannerNodeFactory.class, MotifComparerNodeFactory.class);

    private Nodes() {
    }

    /** A node with settings changed by key. */
    public static NodeHarness node(final Class<? extends DefaultNodeFactory> factory, final PortObject input, final String... settings)
        throws InvalidSettingsException {
        final NodeHarness node = NodeHarness.of(factory);
        if (input != null) {
            node.input(0, input);
        }
        for (int i = 0; i < settings.length; i += 2) {
            node.set(settings[i], settings[i + 1]);
        }
        return node;
    }

    public static NodeHarness executed(final NodeHarness node) {
        assertTrue(node.execute(), node.definition().name() + ": " + node.message() + " " + node.message().resolutions());
        return node;
    }

    /** 120 sequences of 40 letters with TATAAT planted in half of them. */
    public static BufferedDataTable simulated(final String... settings) throws InvalidSettingsException {
        final NodeHarness node =
            node(SequenceSimulatorNodeFactory.class, null, "count", "120", "minLength", "40", "maxLength", "40");
        for (int i = 0; i < settings.length; i += 2) {
            node.set(settings[i], settings[i + 1]);
        }
        return executed(node).table(0);
    }

    public static NodeHarness encoder(final BufferedDataTable table, final String... settings) throws InvalidSettingsException {
        return node(SequenceEncoderNodeFactory.class, table, settings);
    }

    public static PortObject sequences() throws InvalidSettingsException {
        return executed(encoder(simulated())).output(0);
    }

    public static NodeHarness selector(final PortObject sequences, final String... settings) throws InvalidSettingsException {
        return node(MotifSelectorNodeFactory.class, sequences, settings);
    }

    public static PortObject motifs() throws InvalidSettingsException {
        return executed(selector(sequences(), "motifs", "2")).output(0);
    }

    public static NodeHarness sampler(final PortObject motifs, final String... settings) throws InvalidSettingsException {
        return node(NullSamplerNodeFactory.class, motifs, settings);
    }

    public static PortObject nullSample() throws InvalidSettingsException {
        return executed(sampler(motifs(), "replicates", "199")).output(0);
    }

    /** Chooses covariates as the dialog does. */
    public static NodeHarness covariates(final NodeHarness encoder, final String... names) throws InvalidSettingsException {
        final NodeSettings settings = encoder.settings();
        settings.getNodeSettings("covariates").getNodeSettings("manualFilter").addStringArray("manuallySelected", names);
        return encoder.load(settings);
    }

    public static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    public static DataCell cell(final BufferedDataTable table, final int row, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        assertTrue(index >= 0, "no column " + column + " in " + table.getDataTableSpec());
        return rows(table).get(row).getCell(index);
    }

    public static double number(final BufferedDataTable table, final int row, final String column) {
        final org.knime.core.data.DataCell cell = cell(table, row, column);
        return cell.isMissing() ? Double.NaN : ((org.knime.core.data.DoubleValue)cell).getDoubleValue();
    }

    public static String text(final BufferedDataTable table, final int row, final String column) {
        return cell(table, row, column).toString();
    }

    /** A table with columns ID, Sequence and y. */
    public static TableBuilder table() {
        return TableBuilder.of(new String[]{"ID", "Sequence", "y"}, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE);
    }
}
