package org.seism.knime.node.scanner;

import java.util.List;

import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.InputException;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.node.scanner.MotifScannerNodeParameters.Identifier;
import org.seism.knime.node.scanner.MotifScannerNodeParameters.ScannedStrands;
import org.seism.knime.table.ChosenColumn;
import org.seism.knime.table.MotifMatrixReader;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.sequence.Alphabet;

/** Scans a table of sequences for a table of motifs. */
final class MotifScannerNode {
    private static final String MOTIFS = "The table of motifs";

    private MotifScannerNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MotifScannerNodeParameters p = in.getParameters();
        p.validate();
        MotifMatrixReader.of(in.getInTableSpec(0), MOTIFS);
        ChosenColumn.check(in.getInTableSpec(MotifScannerNodeParameters.SEQUENCES), p.m_sequenceColumn, "sequence", "a text column",
            StringValue.class);
        if (p.m_identifier == Identifier.COLUMN) {
            ChosenColumn.check(in.getInTableSpec(MotifScannerNodeParameters.SEQUENCES), p.m_idColumn, "identifier", "a text column",
                StringValue.class);
        }
        // the columns of the first output are called by the motifs, which are known only when they are there
        out.setOutSpec(1, ScannedTable.sitesSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final MotifScannerNodeParameters p = in.getParameters();
        final BufferedDataTable motifTable = in.getInTable(0);
        final BufferedDataTable sequences = in.getInTable(MotifScannerNodeParameters.SEQUENCES);
        final ExecutionContext context = in.getExecutionContext();
        final ScannedTable.Result result = EngineCall.run(context, (progress, runner) -> {
            final List<FrequencyMatrix> motifs = MotifMatrixReader.execute(motifTable, MOTIFS).read(motifTable, progress).stream()
                .map(LibraryMotif::matrix).toList();
            return new ScannedTable(motifs, both(p, motifs), p, sequences, context).scan(progress, runner);
        });
        out.setOutData(0, result.best());
        out.setOutData(1, result.sites());
        if (!result.warning().isEmpty()) {
            out.setWarningMessage(result.warning());
        }
    }

    /** Whether both strands are scanned. */
    private static boolean both(final MotifScannerNodeParameters p, final List<FrequencyMatrix> motifs) {
        if (motifs.isEmpty()) {
            throw new InputException(MOTIFS + " has no row.", "Connect a table with at least one motif.");
        }
        final Alphabet alphabet = motifs.get(0).alphabet();
        for (final FrequencyMatrix motif : motifs) {
            if (motif.alphabet() != alphabet) {
                throw new InputException(MOTIFS + " mixes " + alphabet.label() + " and " + motif.alphabet().label() + " motifs ('"
                    + motif.name() + "').", "Filter the table by its column Alphabet.");
            }
        }
        if (p.m_strands == ScannedStrands.BOTH && !alphabet.hasComplement()) {
            throw new InputException("The motifs are over protein, which has no second strand.", "Scan one strand.");
        }
        return p.m_strands == ScannedStrands.BOTH || p.m_strands == ScannedStrands.AUTO && alphabet == Alphabet.DNA;
    }
}
