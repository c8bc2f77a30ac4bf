package org.seism.host.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.KNIMEException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.DefaultFSConnectionFactory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.RelativeTo;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Sample port to table; adds the first line of a file, if one is chosen. */
public final class BulkReaderFactory extends DefaultNodeFactory {

    /** The file. */
    static final class Parameters implements NodeParameters {
        @Widget(title = "File", description = "A number.")
        @FileReaderWidget(fileExtensions = "txt")
        FileSelection m_file = new FileSelection();
    }

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"Number"}, new DataType[]{DoubleCell.TYPE});

    private static final DefaultNode NODE = DefaultNode.create().name("Sample Bulk Reader").icon("icon.png")
        .shortDescription("Port to table.").fullDescription("Port to table.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputPort("Model in", "The port.", BulkPortObject.TYPE).addOutputTable("Rows", "Numbers."))
        .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> out.setOutSpec(0, SPEC))
            .execute(BulkReaderFactory::execute));

    public BulkReaderFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final BulkPortObject bulk = in.getInPortObject(0);
        final BufferedDataContainer c = in.getExecutionContext().createDataContainer(SPEC);
        long row = 0;
        for (final double number : bulk.numbers()) {
            c.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), new DoubleCell(number)));
        }
        final Parameters parameters = in.getParameters();
        final FSLocation location = parameters.m_file.getFSLocation();
        if (!location.getPath().isBlank()) {
            c.addRowToTable(new DefaultRow(RowKey.createRowKey(row), new DoubleCell(read(location))));
        }
        bulk.numbers()[0] = -1; // must not reach anybody else
        c.close();
        out.setOutData(0, c.getTable());
    }

    private static double read(final FSLocation location) throws KNIMEException {
        try (FSConnection connection = connection(location);
                BufferedReader reader = Files.newBufferedReader(connection.getFileSystem().getPath(location),
                    StandardCharsets.UTF_8)) {
            return Double.parseDouble(reader.readLine());
        } catch (IOException e) {
            throw new KNIMEException("Cannot read: " + e, e);
        }
    }

    private static FSConnection connection(final FSLocation l) {
        return switch (l.getFSCategory()) {
            case LOCAL -> DefaultFSConnectionFactory.createLocalFSConnection();
            case RELATIVE -> DefaultFSConnectionFactory
                .createRelativeToConnection(RelativeTo.fromSettingsValue(l.getFileSystemSpecifier().orElseThrow()));
            case CUSTOM_URL -> DefaultFSConnectionFactory.createCustomURLConnection(l);
            default -> throw new IllegalStateException("not here");
        };
    }
}
