package org.seism.knime.node.selector;

import java.util.ArrayList;
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
import org.seism.analysis.MotifResult;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.port.MotifOrigin;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.MotifsPortObjectSpec;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.knime.table.LibraryInput;
import org.seism.knime.table.MotifTables;
import org.seism.knime.view.ReportTable;
import org.seism.motif.compare.MotifLibrary;
import org.seism.report.ReportSource;

/** Selects motifs. */
final class MotifSelectorNode {
    private MotifSelectorNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MotifSelectorNodeParameters p = in.getParameters();
        final SequencesPortObjectSpec sequences = in.getInPortSpec(0);
        p.validate();
        final boolean library = LibraryInput.isConnected(in.getInTableSpec(1));
        p.check(sequences, library);
        out.setOutSpec(0, new MotifsPortObjectSpec(sequences, p.settings(), p.m_candidates.kind(library), MotifOrigin.SELECTION, -1));
        out.setOutSpec(1, MotifTables.selectedSpec(library));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final MotifSelectorNodeParameters p = in.getParameters();
        final SequencesPortObject sequences = in.getInPortObject(0);
        final BufferedDataTable known = in.getInTable(1);
        final MotifSelection selection = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final Optional<MotifLibrary> library = LibraryInput.read(known, progress);
            final MotifSelection selected = SeismAnalysis.select(sequences.study(),
                p.m_candidates.withLibrary(p.settings(), library), runner, progress.part(0, 0.95));
            final List<MotifResult> nameless = SeismAnalysis.results(selected, p.m_flank, progress);
            final List<MotifResult> results =
                library.map(l -> SeismAnalysis.named(nameless, l, sequences.study(), progress)).orElse(nameless);
            out.setOutData(1, MotifTables.selected(results, library.isPresent(), in.getExecutionContext()));
            out.<PortObject>setInternalData(ReportTable.of(
                ReportSource.of(selected, results).withWarnings(SeismAnalysis.caveats(selected)), in.getExecutionContext()));
            return selected;
        });
        out.setOutData(0, new MotifsPortObject(selection, MotifOrigin.SELECTION, sequences.getSpec()));
        final List<String> warnings = new ArrayList<>(SeismAnalysis.caveats(selection));
        if (selection.settings().grid().hasWords() && p.m_candidates.m_minWidth > sequences.getSpec().minWidth()) {
            warnings.addAll(tooShort(selection, p.m_candidates.m_minWidth));
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    /** The encoder was asked for shorter stretches than this node needs. */
    private static List<String> tooShort(final MotifSelection selection, final int width) {
        final int n = selection.study().size();
        long without = 0;
        for (int i = 0; i < n; i++) {
            int longest = 0;
            int run = 0;
            for (final byte code : selection.study().sequences().codes(i)) {
                run = code >= 0 ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
            without += longest < width ? 1 : 0;
        }
        return without == 0 ? List.of() : List.of(without + " of " + n + " sequences have no stretch of " + width
            + " letters and count as without any motif. Set the encoder's shortest usable stretch to " + width + " to leave them out.");
    }
}
