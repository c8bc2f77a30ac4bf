package org.seism.knime.node.split;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.InputException;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.inference.DataSplitTest;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.port.MotifOrigin;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.MotifsPortObjectSpec;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.knime.table.MotifTables;
import org.seism.knime.view.ReportTable;
import org.seism.motif.MotifWord;
import org.seism.motif.Site;
import org.seism.motif.SiteSearch;
import org.seism.report.ReportSource;
import org.seism.study.Study;

/** Selects motifs on one part of the sequences and tests them on the other. */
final class DataSplitTestNode {
    private DataSplitTestNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataSplitTestNodeParameters p = in.getParameters();
        final SequencesPortObjectSpec sequences = in.getInPortSpec(0);
        p.validate();
        p.m_candidates.check(sequences);
        out.setOutSpec(0, new MotifsPortObjectSpec(sequences, p.selection(), MotifOrigin.DATA_SPLIT, -1));
        out.setOutSpec(1, MotifTables.splitSpec(p.m_adjustment));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final DataSplitTestNodeParameters p = in.getParameters();
        final SequencesPortObject sequences = in.getInPortObject(0);
        EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final List<DataSplitTest.Result> results =
                SeismAnalysis.split(sequences.study(), p.selection(), p.split(), runner, progress.part(0, 0.95));
            if (results.isEmpty()) {
                throw new InputException("No part of the data allows a motif to be selected.",
                    "Use more sequences, another share, or a smaller minimum support.");
            }
            final MotifSelection selection = selection(sequences.study(), p.selection(), results);
            final var table = MotifTables.split(selection, results, p.m_seed, p.m_adjustment, p.m_flank, in.getExecutionContext(),
                progress);
            out.setOutData(0, new MotifsPortObject(selection, MotifOrigin.DATA_SPLIT, sequences.getSpec()));
            out.setOutData(1, table);
            out.<PortObject>setInternalData(ReportTable.of(
                ReportSource.of(sequences.study(), p.selection(), p.split(), results, DiscoverySettings.DEFAULT.alpha(), p.m_flank),
                in.getExecutionContext()));
            if (results.size() < p.m_motifs) {
                out.setWarningMessage("Only " + results.size() + " of " + p.m_motifs
                    + " motifs could be selected: nothing was left to explain.");
            }
            return table;
        });
    }

    /** The motifs of the first split. Scores belong to a part of the data and are not given. */
    private static MotifSelection selection(final Study study, final SelectionSettings settings,
        final List<DataSplitTest.Result> results) {
        final List<SelectedMotif> motifs = new ArrayList<>();
        for (int j = 0; j < results.size(); j++) {
            final MotifWord word = results.get(j).word();
            motifs.add(new SelectedMotif(j + 1, word, List.of(word), Double.NaN, Double.NaN, Double.NaN, support(word, study)));
        }
        return new MotifSelection(study, settings, motifs, 0, 0);
    }

    /** Number of sequences with a window of which every letter is one that the word allows. */
    private static int support(final MotifWord word, final Study study) {
        int support = 0;
        for (final Site site : SiteSearch.of(word).scan(study.sequences(), study.strands()).sites()) {
            boolean matches = true;
            for (int c = 0; c < word.width(); c++) {
                matches &= (word.mask(c) & word.alphabet().mask(site.word().charAt(c))) != 0;
            }
            support += matches ? 1 : 0;
        }
        return support;
    }
}
