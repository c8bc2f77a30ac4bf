package org.seism.knime.node.pvalues;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.node.SelectiveResults;
import org.seism.knime.parameters.ReportParameters;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.port.NullSamplePortObjectSpec;
import org.seism.knime.table.LibraryInput;
import org.seism.knime.table.MotifTables;

/** Reports sampled and exact p-values. */
final class SelectivePValuesNode {
    private SelectivePValuesNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ReportParameters p = in.getParameters();
        p.validate();
        final NullSamplePortObjectSpec sample = in.getInPortSpec(0);
        final boolean library = LibraryInput.isConnected(in.getInTableSpec(1)) || sample.motifs().candidates().hasLibrary();
        out.setOutSpec(0, MotifTables.testedSpec(true, p.m_adjustment, library));
        SelectiveResults.configure(out);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final ReportParameters p = in.getParameters();
        final NullSamplePortObject sample = in.getInPortObject(0);
        final BufferedDataTable library = in.getInTable(1);
        final SelectiveResults results = EngineCall.run(in.getExecutionContext(), (progress, runner) -> SelectiveResults
            .of(sample.tested(), p, LibraryInput.read(library, progress), in.getExecutionContext(), progress));
        results.deliver(out);
    }
}
