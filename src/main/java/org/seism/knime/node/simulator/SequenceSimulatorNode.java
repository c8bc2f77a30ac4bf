package org.seism.knime.node.simulator;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.table.Columns;
import org.seism.knime.table.TableWriter;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatedCovariate;
import org.seism.simulation.SimulatedSequence;
import org.seism.simulation.SimulatorSettings;

/** Puts simulated sequences into a table. */
final class SequenceSimulatorNode {
    private SequenceSimulatorNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SequenceSimulatorNodeParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpec(0, spec(parameters.settings()));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final SequenceSimulatorNodeParameters parameters = in.getParameters();
        out.setOutData(0, EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final SimulatorSettings settings = parameters.settings();
            final TableWriter table = new TableWriter(in.getExecutionContext(), spec(settings));
            final List<SimulatedSequence> sequences = SequenceSimulator.simulate(settings, progress).sequences();
            for (int i = 0; i < sequences.size(); i++) {
                final int done = i + 1;
                progress.checkCancelled();
                progress.report((double)i / sequences.size(), () -> "Sequence " + done + " of " + sequences.size());
                table.add(row(sequences.get(i)));
            }
            return table.close();
        }));
    }

    private static DataTableSpec spec(final SimulatorSettings settings) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(new DataColumnSpecCreator(Columns.ID, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(Columns.SEQUENCE, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(Columns.PHENOTYPE, DoubleCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(Columns.PLANTED, StringCell.TYPE).createSpec());
        for (final SimulatedCovariate covariate : settings.covariates()) {
            columns.add(new DataColumnSpecCreator(covariate.name(), DoubleCell.TYPE).createSpec());
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private static List<DataCell> row(final SimulatedSequence sequence) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new StringCell(sequence.id()));
        cells.add(new StringCell(sequence.sequence()));
        cells.add(new DoubleCell(sequence.phenotype()));
        cells.add(new StringCell(sequence.plantedText()));
        sequence.covariates().forEach(value -> cells.add(new DoubleCell(value)));
        return cells;
    }
}
