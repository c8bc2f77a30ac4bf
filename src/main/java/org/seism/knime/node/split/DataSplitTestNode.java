package org.seism.knime.node.split;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.InputException;
import org.seism.analysis.MotifResult;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.inference.DataSplitTest;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.port.MotifOrigin;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.MotifsPortObjectSpec;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.knime.table.LibraryInput;
import org.seism.knime.table.MotifSiteTables;
import org.seism.knime.table.MotifTables;
import org.seism.knime.table.SummaryTable;
import org.seism.knime.view.ReportTable;
import org.seism.motif.compare.MotifLibrary;
import org.seism.report.ReportSource;

/** Selects motifs on one part of the sequences and tests them on the other. */
final class DataSplitTestNode {
    private DataSplitTestNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataSplitTestNodeParameters p = in.getParameters();
        final SequencesPortObjectSpec sequences = in.getInPortSpec(0);
        p.validate();
        final boolean library = LibraryInput.isConnected(in.getInTableSpec(1));
        p.m_candidates.check(sequences, library);
        if (!sequences.related().isEmpty()) {
            throw EngineCall.invalid("The sequences are related: the two parts of a data split would not be independent.",
                "Use the Null Sampler, which takes it into account.");
        }
        out.setOutSpec(0,
            new MotifsPortObjectSpec(sequences, p.selection(), p.m_candidates.kind(library), MotifOrigin.DATA_SPLIT, -1));
        out.setOutSpec(1, MotifTables.splitSpec(p.m_adjustment, library));
        out.setOutSpec(2, SummaryTable.splitSpec());
        out.setOutSpec(3, MotifSiteTables.sitesSpec());
        out.setOutSpec(4, MotifSiteTables.matricesSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final DataSplitTestNodeParameters p = in.getParameters();
        final SequencesPortObject sequences = in.getInPortObject(0);
        final BufferedDataTable known = in.getInTable(1);
        EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final Optional<MotifLibrary> library = LibraryInput.read(known, progress);
            final SelectionSettings settings = p.m_candidates.withLibrary(p.selection(), library);
            final List<DataSplitTest.Result> results =
                SeismAnalysis.split(sequences.study(), settings, p.split(), runner, progress.part(0, 0.95));
            if (results.isEmpty()) {
                throw new InputException("No part of the data allows a motif to be selected.",
                    "Use more sequences, another share, or a smaller minimum support.");
            }
            final MotifSelection selection = SeismAnalysis.splitSelection(sequences.study(), settings, results);
            final List<MotifResult> nameless = SeismAnalysis.results(selection, results, p.m_alpha, p.m_flank, progress);
            final List<MotifResult> motifs =
                library.map(l -> SeismAnalysis.named(nameless, l, sequences.study(), progress)).orElse(nameless);
            final var table =
                MotifTables.split(motifs, p.m_seed, p.m_adjustment, library.isPresent(), in.getExecutionContext());
            out.setOutData(0, new MotifsPortObject(selection, MotifOrigin.DATA_SPLIT, sequences.getSpec()));
            out.setOutData(1, table);
            out.setOutData(3, MotifSiteTables.sites(motifs, sequences.study(), in.getExecutionContext(), progress));
            out.setOutData(4, MotifSiteTables.matrices(motifs, in.getExecutionContext()));
            out.<PortObject>setInternalData(
                ReportTable.of(ReportSource.of(selection, motifs, p.split(), p.m_alpha), in.getExecutionContext()));
            final String few = results.size() < p.m_motifs ? "Only " + results.size() + " of " + p.m_motifs
                + " motifs could be selected: nothing was left to explain." : "";
            out.setOutData(2, SummaryTable.ofSplit(AnalysisSetup.of(sequences.study(), settings, p.split(), p.m_alpha)
                .withLibrary(library.map(MotifLibrary::text)),
                motifs.size(), few.isEmpty() ? List.of() : List.of(few), in.getExecutionContext()));
            if (!few.isEmpty()) {
                out.setWarningMessage(few);
            }
            return table;
        });
    }
}
