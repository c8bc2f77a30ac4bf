package org.seism.knime.node.exact;

import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.TestedMotifs;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.node.SelectiveResults;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.MotifsPortObjectSpec;
import org.seism.knime.table.MotifTables;

/** Makes the exact selective test, without sampling. */
final class ExactSelectiveTestNode {
    private ExactSelectiveTestNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ExactSelectiveTestNodeParameters p = in.getParameters();
        final MotifsPortObjectSpec motifs = in.getInPortSpec(0);
        p.validate();
        p.m_hypothesis.check(motifs);
        out.setOutSpec(0, MotifTables.testedSpec(false, p.m_report.m_adjustment, motifs.candidates().hasLibrary()));
        SelectiveResults.configure(out);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final ExactSelectiveTestNodeParameters p = in.getParameters();
        final MotifsPortObject motifs = in.getInPortObject(0);
        final SelectiveResults results = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final TestedMotifs tested =
                SeismAnalysis.exact(motifs.selection(), p.m_hypothesis.engine(), runner, progress.part(0, 0.95));
            return SelectiveResults.of(tested, p.m_report, Optional.empty(), in.getExecutionContext(), progress);
        });
        results.deliver(out);
        if (!results.checks().isEmpty()) {
            out.setWarningMessage(results.checks());
        }
    }
}
