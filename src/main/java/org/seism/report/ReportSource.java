package org.seism.report;

import java.util.ArrayList;
import java.util.List;

import org.seism.analysis.Discovery;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.inference.DataSplitTest;
import org.seism.inference.Multiplicity;
import org.seism.motif.MotifSites;
import org.seism.motif.SiteMatrix;
import org.seism.motif.SiteSearch;
import org.seism.study.QualityReport;
import org.seism.study.Study;

/**
 * Everything that a report shows. Start from one of the three {@code of} methods, one per kind of analysis, and add what
 * else is known with the {@code with} methods.
 *
 * @param study the data
 * @param selection how motifs were selected
 * @param tested the motifs with their tests; null where only the data split was asked for
 * @param motifs one result per motif, in order of rank
 * @param split settings of the data split, or null where there was none
 * @param alpha level of the words "significant" and of ForwardStop
 * @param warnings what the user should know, full sentences
 * @param notes what was decided automatically, full sentences
 * @param title what the report is about, for instance the input file's name; may be empty
 * @param version SEISM's version; may be empty
 * @param command the exact command that gives the same result again; may be empty
 * @param quality what quality control did, or null
 * @param files downloads, the same bytes as on disk
 */
public record ReportSource(Study study, SelectionSettings selection, TestedMotifs tested, List<MotifResult> motifs,
    DataSplitTest.Settings split, double alpha, List<String> warnings, List<String> notes, String title, String version,
    String command, QualityReport quality, List<ReportFile> files) {

    /** Copies the lists. */
    public ReportSource {
        motifs = List.copyOf(motifs);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /**
     * @param discovery a whole analysis
     * @return its report
     */
    public static ReportSource of(final Discovery discovery) {
        final boolean split = discovery.motifs().stream().anyMatch(m -> m.split() != null);
        return new ReportSource(discovery.tested().selection().study(), discovery.tested().selection().settings(),
            discovery.tested(), discovery.motifs(), split ? discovery.settings().split() : null, discovery.settings().alpha(),
            discovery.warnings(), List.of(), "", "", "", null, List.of());
    }

    /**
     * @param tested motifs with their sampled or exact tests
     * @param motifs what {@link org.seism.analysis.SeismAnalysis#results} made of them
     * @param alpha level
     * @return their report
     */
    public static ReportSource of(final TestedMotifs tested, final List<MotifResult> motifs, final double alpha) {
        return new ReportSource(tested.selection().study(), tested.selection().settings(), tested, motifs, null, alpha,
            List.of(), List.of(), "", "", "", null, List.of());
    }

    /**
     * @param study the data, both parts
     * @param selection how motifs were selected in the first part
     * @param settings the split
     * @param results what {@link org.seism.analysis.SeismAnalysis#split} gave
     * @param alpha level
     * @param flank letters on either side of a site
     * @return a report on a data split alone; sites and logos are those of all sequences
     */
    public static ReportSource of(final Study study, final SelectionSettings selection, final DataSplitTest.Settings settings,
        final List<DataSplitTest.Result> results, final double alpha, final int flank) {
        final double[] p = results.stream().mapToDouble(DataSplitTest.Result::p).toArray();
        final double[] holm = Multiplicity.holm(p);
        final double[] bh = Multiplicity.benjaminiHochberg(p);
        final int kept = Multiplicity.forwardStop(p, alpha);
        final List<MotifResult> motifs = new ArrayList<>();
        for (int j = 0; j < p.length; j++) {
            final DataSplitTest.Result r = results.get(j);
            final MotifSites sites = SiteSearch.of(r.word()).scan(study.sequences(), study.strands());
            final double[] activations = sites.activations();
            int support = 0;
            for (int i = 0; i < activations.length; i++) {
                activations[i] = Double.isNaN(activations[i]) ? 0 : activations[i];
                // an activation of exactly the largest possible value is a match of every column
                support += activations[i] >= sites.largestActivation() - 1e-12 ? 1 : 0;
            }
            motifs.add(new MotifResult(new SelectedMotif(j + 1, r.word(), List.of(r.word()), Double.NaN, Double.NaN, Double.NaN, support),
                null, r, holm[j], bh[j], j < kept, sites, SiteMatrix.of(study.sequences(), sites, flank), activations));
        }
        return new ReportSource(study, selection, null, motifs, settings, alpha, List.of(), List.of(), "", "", "", null, List.of());
    }

    /** @return p-values that the words speak of: sampled, else exact, else those of the data split */
    public double[] headlineP() {
        return tested != null ? tested.headlineP() : motifs.stream().mapToDouble(m -> m.split().p()).toArray();
    }

    /**
     * @param name what the report is about
     * @return a copy with it
     */
    public ReportSource withTitle(final String name) {
        return new ReportSource(study, selection, tested, motifs, split, alpha, warnings, notes, name, version, command, quality,
            files);
    }

    /**
     * @param text SEISM's version
     * @return a copy with it
     */
    public ReportSource withVersion(final String text) {
        return new ReportSource(study, selection, tested, motifs, split, alpha, warnings, notes, title, text, command, quality,
            files);
    }

    /**
     * @param line the command that gives the same result again
     * @return a copy with it
     */
    public ReportSource withCommand(final String line) {
        return new ReportSource(study, selection, tested, motifs, split, alpha, warnings, notes, title, version, line, quality,
            files);
    }

    /**
     * @param report what quality control did
     * @param remarks what was decided automatically, full sentences
     * @return a copy with both
     */
    public ReportSource withQuality(final QualityReport report, final List<String> remarks) {
        return new ReportSource(study, selection, tested, motifs, split, alpha, warnings, remarks, title, version, command,
            report, files);
    }

    /**
     * @param sentences what the user should know
     * @return a copy with them in place of the earlier ones
     */
    public ReportSource withWarnings(final List<String> sentences) {
        return new ReportSource(study, selection, tested, motifs, split, alpha, sentences, notes, title, version, command,
            quality, files);
    }

    /**
     * @param downloads files as they are on disk
     * @return a copy with them
     */
    public ReportSource withFiles(final List<ReportFile> downloads) {
        return new ReportSource(study, selection, tested, motifs, split, alpha, warnings, notes, title, version, command,
            quality, downloads);
    }
}
