package org.seism.knime.port.view;

import java.awt.BorderLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.analysis.field.SettingField;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/**
 * Views of the three ports. Every view has a name, which KNIME makes its tab's title; no two of a port and its spec have the same.
 * Nothing here computes for long on the thread that asks.
 */
public final class PortViews {
    private static final List<MotifField> SELECTED = List.of(MotifField.RANK, MotifField.CONSENSUS, MotifField.LOGO,
        MotifField.SCORE, MotifField.R2, MotifField.EFFECT, MotifField.SUPPORT, MotifField.MATRIX);
    private static final List<MotifField> TESTED = List.of(MotifField.RANK, MotifField.CONSENSUS,
        MotifField.P_STEP_TEXT, MotifField.P_LIST_TEXT, MotifField.LOGO, MotifField.STATISTIC, MotifField.P_SAMPLED_TEXT, MotifField.P_EXACT,
        MotifField.ESS, MotifField.REPLICATES, MotifField.REMARK);

    private PortViews() {
    }

    /**
     * @param study encoded sequences
     * @return number, lengths and phenotype, with a histogram
     */
    public static JComponent[] sequences(final Study study) {
        final int[] lengths = study.sequences().lengths();
        Arrays.sort(lengths);
        final Facts facts = new Facts().add("Sequences", study.size()).add("Letters", study.sequences().totalLength())
            .add("Lengths", lengths.length == 0 ? "" : String.format(Locale.ROOT, "%,d to %,d letters, median %,d", lengths[0],
                lengths[lengths.length - 1], lengths[lengths.length / 2]));
        settings(facts, AnalysisSetup.of(study, DiscoverySettings.DEFAULT),
            Set.of(SettingField.Group.DATA));
        facts.add("Values of the phenotype", values(study.phenotype()));
        final JPanel panel = new JPanel(new BorderLayout(0, 8));
        panel.setName("Sequences");
        panel.add(new JScrollPane(facts.table()), BorderLayout.NORTH);
        panel.add(Histogram.of(study.phenotype()), BorderLayout.CENTER);
        return new JComponent[]{panel};
    }

    /**
     * @param selection selected motifs
     * @return a table of the motifs with logos, and how they were selected
     */
    public static JComponent[] motifs(final MotifSelection selection) {
        final Facts facts = new Facts().add("Motifs", selection.motifs().size()).add("Candidates", selection.candidates())
            .add("Candidates left out", selection.leftOut());
        settings(facts, AnalysisSetup.of(selection.study(), DiscoverySettings.DEFAULT.withSelection(selection.settings())),
            Set.of(SettingField.Group.DATA, SettingField.Group.SELECTION));
        return new JComponent[]{
            new MotifPanel("Motifs", known(SELECTED, ResultKind.SELECTED), progress -> SeismAnalysis.results(selection, 0, progress)),
            facts.view("Settings")};
    }

    /**
     * @param tested motifs with their tests
     * @return a table with a row per motif, and how the null was sampled
     */
    public static JComponent[] tests(final TestedMotifs tested) {
        final Facts facts = new Facts().add("Motifs", tested.tests().size());
        final AnalysisSetup setup = AnalysisSetup.of(tested, DiscoverySettings.DEFAULT.alpha());
        settings(facts, setup, Set.of(SettingField.Group.INFERENCE));
        settings(facts, setup, Set.of(SettingField.Group.DATA, SettingField.Group.SELECTION));
        return new JComponent[]{
            new MotifPanel("Tests", known(TESTED, tested.sampling().isEmpty() ? ResultKind.EXACT : ResultKind.SAMPLED),
                progress -> SeismAnalysis.results(tested, List.of(), DiscoverySettings.DEFAULT.alpha(), 0, progress)),
            facts.view("Settings")};
    }

    private static List<MotifField> known(final List<MotifField> wanted, final ResultKind kind) {
        final List<MotifField> known = MotifField.forReaders(kind);
        return wanted.stream().filter(known::contains).toList();
    }

    private static void settings(final Facts facts, final AnalysisSetup setup, final Set<SettingField.Group> groups) {
        for (final SettingField.Group group : SettingField.Group.values()) {
            Arrays.stream(SettingField.values()).filter(f -> f.group() == group && groups.contains(group))
                .forEach(f -> facts.add(f.label(), f.words(setup).orElse("")));
        }
    }

    private static String values(final Phenotype phenotype) {
        final double[] values = phenotype.values();
        final double mean = Arrays.stream(values).average().orElse(0);
        if (phenotype.isBinary()) {
            final long cases = Arrays.stream(values).filter(v -> v == 1).count();
            return String.format(Locale.ROOT, "%,d of %,d are 1 (%s)", cases, values.length, phenotype.positiveClass());
        }
        final double variance =
            Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, values.length - 1);
        return String.format(Locale.ROOT, "mean %.4g, SD %.4g", mean, Math.sqrt(variance));
    }
}
