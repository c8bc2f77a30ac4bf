package org.seism.knime.node.writer;

import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.file.FileLocation;
import org.seism.knime.node.writer.MotifWriterNodeParameters.IfExists;
import org.seism.knime.table.MotifMatrixReader;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Writes a table of motifs to a file. */
final class MotifWriterNode {
    private static final String TABLE = "The table of motifs";

    private MotifWriterNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MotifWriterNodeParameters parameters = in.getParameters();
        if (parameters.m_file.getFSLocation().getPath().isBlank()) {
            throw EngineCall.invalid("No file is chosen.", "Name the file to write in the dialog.");
        }
        MotifMatrixReader.of(in.getInTableSpec(0), TABLE);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final MotifWriterNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final int written = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final List<LibraryMotif> rows = MotifMatrixReader.execute(table, TABLE).read(table, progress);
            final List<FrequencyMatrix> motifs = rows.stream().map(LibraryMotif::matrix).toList();
            final boolean rna = !motifs.isEmpty() && motifs.get(0).alphabet() == Alphabet.RNA;
            final String text = parameters.m_format.format().write(motifs,
                rows.stream().map(LibraryMotif::family).toList(), rna ? Strands.SINGLE : parameters.m_strands.strands());
            progress.checkCancelled();
            try (FileLocation location = FileLocation.open(parameters.m_file.getFSLocation())) {
                location.write(text, parameters.m_ifExists == IfExists.OVERWRITE);
            }
            return motifs.size();
        });
        if (written == 0) {
            out.setWarningMessage("The table has no row: the file holds no motif.");
        }
    }
}
