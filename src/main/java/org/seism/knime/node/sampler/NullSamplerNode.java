package org.seism.knime.node.sampler;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.Progress;
import org.seism.analysis.NullChoice;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.NullSample;
import org.seism.inference.design.NullModel;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.MotifsPortObjectSpec;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.port.NullSamplePortObjectSpec;
import org.seism.knime.table.Columns;
import org.seism.knime.table.TableWriter;
import org.seism.knime.view.ReportTable;

/** Samples the null distribution of every motif's statistic. */
final class NullSamplerNode {
    private static final DataTableSpec STATISTICS =
        new DataTableSpec(new DataColumnSpecCreator(Columns.MOTIF, StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator(Columns.REPLICATE, IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator(Columns.NULL_STATISTIC, DoubleCell.TYPE).createSpec(),
            new DataColumnSpecCreator(Columns.OBSERVED, BooleanCell.TYPE).createSpec());

    private NullSamplerNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NullSamplerNodeParameters p = in.getParameters();
        final MotifsPortObjectSpec motifs = in.getInPortSpec(0);
        p.validate();
        p.m_hypothesis.check(motifs);
        if (!motifs.sequences().related().isEmpty() && p.nullChoice() == NullChoice.PERMUTATION) {
            throw EngineCall.invalid("The sequences are related: their phenotypes can't be exchanged.",
                "Choose the null model Gaussian or Automatic, with the transform Ranks where the phenotype is not normal.");
        }
        out.setOutSpec(0, new NullSamplePortObjectSpec(motifs, p.m_hypothesis.engine(),
            p.nullChoice() == NullChoice.GAUSSIAN || !motifs.sequences().related().isEmpty() ? NullModel.GAUSSIAN : NullModel.PERMUTATION,
            Optional.of(p.settings())));
        out.setOutSpec(1, STATISTICS);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final NullSamplerNodeParameters p = in.getParameters();
        final MotifsPortObject motifs = in.getInPortObject(0);
        final TestedMotifs tested = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final TestedMotifs sampled =
                SeismAnalysis.sample(motifs.selection(), p.settings(), p.nullChoice(), p.transform(), p.extras(), runner,
                    progress.part(0, 0.98));
            out.setOutData(1, table(sampled, in.getExecutionContext(), progress));
            out.<PortObject>setInternalData(ReportTable.samples(sampled, in.getExecutionContext()));
            return sampled;
        });
        if (!tested.warnings().isEmpty()) {
            out.setWarningMessage(tested.warnings());
        }
        out.setOutData(0, new NullSamplePortObject(tested, motifs.getSpec()));
    }

    private static BufferedDataTable table(final TestedMotifs tested, final ExecutionContext context, final Progress progress) {
        final TableWriter table = new TableWriter(context, STATISTICS);
        for (final SelectiveTest test : tested.tests()) {
            final NullSample sample = test.sample().orElseThrow();
            final DataCell motif = new StringCell(SelectedMotif.name(test.rank()));
            for (int t = 0; t < sample.size(); t++) {
                progress.checkCancelled();
                table.add(List.of(motif, new IntCell(t), new DoubleCell(sample.statistics()[t]),
                    BooleanCellFactory.create(t == sample.observedPosition())));
            }
        }
        return table.close();
    }
}
