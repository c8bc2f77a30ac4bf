package org.seism.knime.node.reader;

import java.util.ArrayList;
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
import org.seism.knime.table.MotifMatrices;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.format.MotifFile;

/** Reads a motif file into a table of motifs. */
final class MotifReaderNode {
    private MotifReaderNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MotifReaderNodeParameters parameters = in.getParameters();
        // whether the file exists is a question for execute: it may be made by then
        if (parameters.m_file.getFSLocation().getPath().isBlank()) {
            throw EngineCall.invalid("No file is chosen.", "Choose a motif file in the dialog.");
        }
        out.setOutSpec(0, MotifMatrices.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final MotifReaderNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final MotifFile file;
            try (FileLocation location = FileLocation.open(parameters.m_file.getFSLocation())) {
                file = MotifFile.read(location.input(), parameters.m_format.layout(), parameters.m_alphabet.alphabet());
            }
            if (parameters.m_strict) {
                file.strict();
            }
            if (!file.skipped().isEmpty()) {
                out.setWarningMessage(file.warning());
            }
            final List<LibraryMotif> motifs = new ArrayList<>();
            for (int k = 0; k < file.motifs().size(); k++) {
                motifs.add(new LibraryMotif(file.motifs().get(k), file.families().get(k)));
            }
            return MotifMatrices.write(motifs, in.getExecutionContext(), progress);
        });
        out.setOutData(0, table);
    }
}
