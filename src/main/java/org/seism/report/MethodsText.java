package org.seism.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.seism.analysis.MotifResult;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.analysis.field.SettingField;
import org.seism.candidate.GridSettings;
import org.seism.candidate.shape.WordForms;
import org.seism.inference.PValueText;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.selection.AssociationScore;
import org.seism.sequence.Strands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A paragraph for the methods section of a paper, filled with the settings and figures of one run, and what it cites. */
final class MethodsText {
    private final ReportSource m_source;
    private final AnalysisSetup m_setup;
    private final List<Reference> m_cited = new ArrayList<>();
    private final List<String> m_sentences = new ArrayList<>();

    private MethodsText(final ReportSource source) {
        m_source = source;
        m_setup = source.setup();
    }

    static void write(final ObjectNode node, final ReportSource source) {
        final MethodsText text = new MethodsText(source);
        text.data();
        text.selection();
        text.tests();
        text.results();
        text.matrices();
        node.put("text", String.join(" ", text.m_sentences));
        final ArrayNode references = node.putArray("references");
        for (final Reference r : text.m_cited) {
            references.addObject().put("text", r.text()).put("doi", r.doi()).put("bibtex", r.bibtex());
        }
    }

    /** [1] */
    private String cite(final Reference reference) {
        if (!m_cited.contains(reference)) {
            m_cited.add(reference);
        }
        return "[" + (m_cited.indexOf(reference) + 1) + "]";
    }

    private void data() {
        final var study = m_source.study();
        final List<String> covariates = study.covariates().names();
        m_sentences.add("Sequence motifs associated with " + study.phenotype().name() + (study.phenotype().isBinary() ? " (two classes)" : "")
            + " were sought in " + study.size() + " " + study.sequences().alphabet().label() + " sequences"
            + (study.strands() == Strands.BOTH ? ", both strands," : "") + " with SEISM"
            + (m_source.version().isEmpty() ? "" : " " + m_source.version()) + " " + cite(Reference.SEISM)
            + (covariates.isEmpty() ? "." : ", adjusting for " + String.join(", ", covariates) + "."));
    }

    private void selection() {
        final SelectionSettings selection = m_setup.selection();
        final GridSettings grid = selection.grid();
        final String width = grid.minWidth() == grid.maxWidth() ? grid.minWidth() + " letters" : grid.minWidth() + " to " + grid.maxWidth() + " letters";
        final String candidates = m_source.selected().map(s -> s.candidates() + " words").orElse("All words");
        final String number = selection.motifs() == SelectionSettings.AUTO ? "up to " + SelectionSettings.MOST_AUTO + " motifs"
            : selection.motifs() + (selection.motifs() == 1 ? " motif" : " motifs");
        m_sentences.add(candidates + " of " + width + " that occur in at least " + grid.effectiveMinSupport(m_source.study().size())
            + " sequences" + forms(grid) + " were candidates, and " + number + " were selected one after the other by "
            + (selection.score().kind() == AssociationScore.Kind.RIDGE ? "partial correlation with the phenotype" : "the HSIC score")
            + (selection.score().sign() == AssociationScore.Sign.POSITIVE ? " (positive associations only)" : "")
            + (selection.isRefined() ? ", each word refined to a matrix (" + words(SettingField.REFINE) + ")" : "") + ".");
        if (selection.wanted() > 1) {
            m_sentences.add(selection.erasing().on() ? "Sites of a selected motif, with up to "
                + selection.erasing().mismatches(grid.minWidth()) + (grid.minWidth() == grid.maxWidth() ? "" : " (by width)")
                + " mismatches, were erased from the sequences before the next step."
                : "Later motifs were adjusted for the activations of the earlier ones.");
        }
    }

    private String forms(final GridSettings grid) {
        final WordForms forms = grid.forms();
        final boolean placed = forms.positions().on() && m_source.study().sequences().commonLength().isPresent();
        return (placed ? ", anywhere or at " + forms.positions().starts().stream().map(String::valueOf).collect(Collectors.joining(", "))
            + " neighbouring starts," : "") + (forms.gapped() ? (placed ? "" : ",") + " and pairs of words of 3 or 4 letters with up to 20 free "
                + "letters between," : "");
    }

    private String words(final SettingField field) {
        return field.words(m_setup).orElse("");
    }

    private void tests() {
        final ResultKind kind = m_source.kind();
        if (kind == ResultKind.SELECTED) {
            m_sentences.add("The motifs have not been tested.");
            return;
        }
        if (kind == ResultKind.SPLIT) {
            m_sentences.add("The motifs were selected on a random " + percent(m_setup.split().orElseThrow().fraction())
                + " of the sequences and tested on the others.");
            return;
        }
        final AnalysisSetup.Inference inference = m_setup.inference().orElseThrow();
        final boolean sequential = inference.hypothesis() == Hypothesis.SEQUENTIAL;
        if (kind == ResultKind.EXACT) {
            m_sentences.add("p-values condition on the selection " + cite(Reference.FITHIAN)
                + " and are computed in closed form, which assumes normal noise.");
            return;
        }
        final SamplingSettings sampling = inference.sampling().orElseThrow();
        m_sentences.add("p-values take into account that the same data chose the motifs " + cite(Reference.FITHIAN) + ": the phenotype was "
            + drawn(inference.nullModel(), sequential) + " (" + sampling.replicates() + " replicates"
            + (sampling.adaptive() ? ", more where needed" : "") + ", seed " + sampling.seed() + "), and replicates and data were compared as in "
            + cite(Reference.BESAG) + ".");
        m_sentences.add(sequential ? "A motif was kept while the largest p-value of the steps up to it, each for the largest association of all "
            + "candidates, was at most " + m_source.alpha() + ", which bounds the chance of any false motif by that level."
            : "Each motif was tested given all the others, with Holm's correction at level " + m_source.alpha() + ".");
        final TestedMotifs tested = m_source.tested();
        if (tested != null) {
            tested.heritability().ifPresent(h -> m_sentences.add("That sequences are related (" + words(SettingField.KINSHIP)
                + ") was accounted for by noise with the covariance h K + (1 - h) I, K the relationship and h = "
                + words(SettingField.HERITABILITY) + "."));
            tested.joint().ifPresent(joint -> m_sentences.add("The " + joint.motifs() + " motifs were also tested together, by the "
                + joint.kind().text() + ", against phenotypes that select the same motifs."));
        }
    }

    private String drawn(final NullModel model, final boolean sequential) {
        final String strata = sequential ? "sequences that hold the earlier motifs equally well" : "sequences that hold the other motifs equally well";
        return switch (model) {
            case PERMUTATION -> "permuted among " + strata;
            case CONDITIONAL -> "permuted among " + strata + ", weighted by a logistic fit on the covariates " + cite(Reference.BERRETT);
            case RANK_BINNED -> "replaced by normal scores whose residuals were permuted among " + strata + " and with similar covariates";
            case GAUSSIAN -> "drawn with normal noise given the covariates and the " + (sequential ? "earlier" : "other") + " motifs";
        };
    }

    private void results() {
        if (m_source.kind() == ResultKind.SELECTED) {
            return;
        }
        final List<MotifResult> kept = m_source.motifs().stream().filter(m -> m.verdict().kept()).toList();
        m_sentences.add(kept.isEmpty() ? "No motif was kept." : (kept.size() == 1 ? "One motif was" : kept.size() + " motifs were") + " kept: "
            + kept.stream().map(this::figures).collect(Collectors.joining("; ")) + ".");
    }

    private String figures(final MotifResult m) {
        final double r = MotifField.STATISTIC.read(m).map(Double.class::cast).orElse(Double.NaN);
        final String text = MotifField.P_LIST_TEXT.read(m).map(String.class::cast)
            .orElseGet(() -> PValueText.of(m.verdict().holm().orElse(Double.NaN), false));
        return m.consensus() + " (partial correlation " + String.format(Locale.ROOT, "%.2f", r).replace('-', '\u2212') + ", held exactly by "
            + m.description().counts().exact() + " sequences, p " + (text.startsWith("<=") ? "\u2264" + text.substring(2) : "= " + text) + ")";
    }

    private void matrices() {
        m_sentences.add("Matrices and logos " + cite(Reference.SCHNEIDER) + " were grown from the words on the same data and are descriptive.");
    }

    private static String percent(final double share) {
        return Math.round(100 * share) + "%";
    }
}
