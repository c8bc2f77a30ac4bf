package org.seism.report;

import java.util.List;
import java.util.Optional;

import org.seism.analysis.Discovery;
import org.seism.analysis.MotifResult;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.ResultKind;
import org.seism.inference.DataSplitTest;
import org.seism.motif.compare.Resemblance;
import org.seism.study.QualityReport;
import org.seism.study.Study;
import org.seism.study.check.StudyCheck;

/**
 * Everything that a report shows. Start from one of the three {@code of} methods, one per kind of analysis, and add what
 * else is known with the {@code with} methods.
 *
 * @param study the data
 * @param selection how motifs were selected
 * @param selected the motifs as selected, with the number of candidates; empty where parts of the data selected
 * @param tested the motifs with their tests; null where there are none
 * @param motifs one result per motif, in order of rank
 * @param split settings of the data split, or null where there was none
 * @param alpha level of the words "significant" and of ForwardStop
 * @param warnings what the user should know, full sentences
 * @param notes what was decided automatically, full sentences
 * @param title what the report is about, for instance the input file's name; may be empty
 * @param version SEISM's version; may be empty
 * @param command the exact command that gives the same result again; may be empty
 * @param quality what quality control did, or null
 * @param checks what could make p-values wrong; null where the checks were not made here
 * @param files downloads, the same bytes as on disk
 */
public record ReportSource(Study study, SelectionSettings selection, Optional<MotifSelection> selected, TestedMotifs tested,
    List<MotifResult> motifs,
    DataSplitTest.Settings split, double alpha, List<String> warnings, List<String> notes, String title, String version,
    String command, QualityReport quality, List<StudyCheck> checks, List<ReportFile> files) {

    /** Where nothing is tested there is nothing to judge. */
    private static final double NO_LEVEL = 0.05;

    /** Copies the lists. */
    public ReportSource {
        motifs = List.copyOf(motifs);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        checks = checks == null ? null : List.copyOf(checks);
        files = List.copyOf(files);
    }

    /**
     * @param discovery a whole analysis
     * @return its report
     */
    public static ReportSource of(final Discovery discovery) {
        final boolean split = discovery.motifs().stream().anyMatch(m -> m.split().isPresent());
        return new ReportSource(discovery.tested().selection().study(), discovery.tested().selection().settings(),
            Optional.of(discovery.tested().selection()), discovery.tested(), discovery.motifs(), split ? discovery.settings().split() : null, discovery.settings().alpha(),
            discovery.warnings(), List.of(), "", "", "", null, null, List.of());
    }

    /**
     * @param tested motifs with their sampled or exact tests
     * @param motifs what {@link org.seism.analysis.SeismAnalysis#results} made of them
     * @param alpha level
     * @return their report
     */
    public static ReportSource of(final TestedMotifs tested, final List<MotifResult> motifs, final double alpha) {
        return new ReportSource(tested.selection().study(), tested.selection().settings(), Optional.of(tested.selection()), tested, motifs,
            null, alpha, List.of(), List.of(), "", "", "", null, null, List.of());
    }

    /**
     * @param selection motifs of the first split, see {@link org.seism.analysis.SeismAnalysis#splitSelection}
     * @param motifs what {@link org.seism.analysis.SeismAnalysis#results} made of them
     * @param settings the split
     * @param alpha level
     * @return a report on a data split alone; sites and logos are those of all sequences
     */
    public static ReportSource of(final MotifSelection selection, final List<MotifResult> motifs,
        final DataSplitTest.Settings settings, final double alpha) {
        return new ReportSource(selection.study(), selection.settings(), Optional.empty(), null, motifs, settings, alpha, List.of(),
            List.of(), "", "", "", null, null, List.of());
    }

    /**
     * @param selection selected motifs
     * @param motifs what {@link org.seism.analysis.SeismAnalysis#results} made of them
     * @return a report on motifs without p-values
     */
    public static ReportSource of(final MotifSelection selection, final List<MotifResult> motifs) {
        return new ReportSource(selection.study(), selection.settings(), Optional.of(selection), null, motifs, null, NO_LEVEL, List.of(),
            List.of(), "", "", "", null, null, List.of());
    }

    /** @return what was done with the motifs */
    public ResultKind kind() {
        return tested == null ? split == null ? ResultKind.SELECTED : ResultKind.SPLIT : tested.sampling().isEmpty() ? ResultKind.EXACT
            : split == null ? ResultKind.SAMPLED : ResultKind.DISCOVERY;
    }

    /** @return data and settings, as the vocabulary reads them */
    AnalysisSetup setup() {
        final Optional<String> library =
            motifs.stream().findFirst().flatMap(m -> m.description().resemblance()).map(Resemblance::library);
        if (tested == null) {
            return split != null ? AnalysisSetup.of(study, selection, split, alpha).withLibrary(library)
                : new AnalysisSetup(study, selection, Optional.empty(), Optional.empty(),
                    new AnalysisSetup.Report(alpha, Optional.empty(), Optional.empty(), library));
        }
        final AnalysisSetup setup = AnalysisSetup.of(tested, alpha).withLibrary(library);
        return split == null ? setup : setup.withSplit(split);
    }

    /**
     * @param name what the report is about
     * @return a copy with it
     */
    public ReportSource withTitle(final String name) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, warnings, notes, name, version, command, quality,
            checks, files);
    }

    /**
     * @param text SEISM's version
     * @return a copy with it
     */
    public ReportSource withVersion(final String text) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, warnings, notes, title, text, command, quality,
            checks, files);
    }

    /**
     * @param line the command that gives the same result again
     * @return a copy with it
     */
    public ReportSource withCommand(final String line) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, warnings, notes, title, version, line, quality,
            checks, files);
    }

    /**
     * @param report what quality control did
     * @param remarks what was decided automatically, full sentences
     * @return a copy with both
     */
    public ReportSource withQuality(final QualityReport report, final List<String> remarks) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, warnings, remarks, title, version, command,
            report, checks, files);
    }

    /**
     * @param findings what could make p-values wrong, possibly nothing
     * @return a copy that says so
     */
    public ReportSource withChecks(final List<StudyCheck> findings) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, warnings, notes, title, version, command,
            quality, findings, files);
    }

    /**
     * @param sentences what the user should know
     * @return a copy with them in place of the earlier ones
     */
    public ReportSource withWarnings(final List<String> sentences) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, sentences, notes, title, version, command,
            quality, checks, files);
    }

    /**
     * @param downloads files as they are on disk
     * @return a copy with them
     */
    public ReportSource withFiles(final List<ReportFile> downloads) {
        return new ReportSource(study, selection, selected, tested, motifs, split, alpha, warnings, notes, title, version, command,
            quality, checks, downloads);
    }
}
