package org.seism.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.Progress;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.knime.parameters.ReportParameters;
import org.seism.knime.table.MotifSiteTables;
import org.seism.knime.table.MotifTables;
import org.seism.knime.table.SummaryTable;
import org.seism.knime.view.ReportTable;
import org.seism.motif.compare.MotifLibrary;
import org.seism.report.ReportSource;
import org.seism.study.Study;

/**
 * The tables of tested motifs, the same numbers as the command line's.
 *
 * @param motifs one row per motif shown
 * @param summary one row about all
 * @param sites all sites of the motifs shown
 * @param matrices their matrices, letter by letter
 * @param report what the node's view shows
 * @param checks what speaks against the tests of the motifs shown; empty where nothing does
 */
public record SelectiveResults(BufferedDataTable motifs, BufferedDataTable summary, BufferedDataTable sites,
    BufferedDataTable matrices, BufferedDataTable report, String checks) {

    /**
     * Says what the tables beside that of the motifs will be.
     *
     * @param out the node's, with the motifs at its first port
     */
    public static void configure(final ConfigureOutput out) {
        out.setOutSpec(1, SummaryTable.spec());
        out.setOutSpec(2, MotifSiteTables.sitesSpec());
        out.setOutSpec(3, MotifSiteTables.matricesSpec());
    }

    /**
     * Puts all of it out.
     *
     * @param out the node's
     */
    public void deliver(final ExecuteOutput out) {
        out.setOutData(0, motifs);
        out.setOutData(1, summary);
        out.setOutData(2, sites);
        out.setOutData(3, matrices);
        out.<PortObject>setInternalData(report);
    }

    /**
     * @param all all selected motifs with their tests; if their number is left to the tests, those that are not kept
     *            are not shown
     * @param report what the dialog says
     * @param named known motifs at an input of the node; without them the motifs get the names of those that they were
     *            selected from, if they were
     * @param context the node's
     * @param progress progress and cancellation
     * @return the tables
     */
    public static SelectiveResults of(final TestedMotifs all, final ReportParameters report, final Optional<MotifLibrary> named,
        final ExecutionContext context, final Progress progress) {
        final Study study = all.selection().study();
        final Optional<MotifLibrary> library =
            named.or(() -> all.selection().settings().grid().library().map(LibraryCandidates::motifs));
        final List<String> remarks = new ArrayList<>(SeismAnalysis.caveats(all.selection()));
        final boolean automatic = all.selection().settings().motifs() == SelectionSettings.AUTO;
        final TestedMotifs shown = automatic ? SeismAnalysis.keep(all, report.m_alpha) : all;
        if (automatic) {
            remarks.add(SeismAnalysis.keepRemark(all, report.m_alpha));
        }
        remarks.addAll(SeismAnalysis.caveats(shown));
        final List<MotifResult> nameless =
            SeismAnalysis.results(shown, List.of(), report.m_alpha, report.m_flank, progress);
        final List<MotifResult> results = library.map(l -> SeismAnalysis.named(nameless, l, study, progress)).orElse(nameless);
        final boolean sampled = all.sampling().isPresent();
        return new SelectiveResults(
            MotifTables.tested(results, sampled, report.m_adjustment, library.isPresent(), context),
            SummaryTable.of(all, results.size(), report.m_alpha, all.kept(report.m_alpha), library, remarks,
                context),
            MotifSiteTables.sites(results, study, context, progress), MotifSiteTables.matrices(results, context),
            ReportTable.of(ReportSource.of(shown, results, report.m_alpha).withWarnings(remarks), context),
            shown.warnings());
    }
}
