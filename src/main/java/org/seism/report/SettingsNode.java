package org.seism.report;

import java.util.stream.Collectors;

import org.seism.analysis.SelectionSettings;
import org.seism.candidate.GridSettings;
import org.seism.inference.DataSplitTest;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.event.Hypothesis;
import org.seism.inference.event.NullModel;
import org.seism.selection.AssociationScore;
import org.seism.sequence.Strands;
import org.seism.study.Study;
import org.seism.table.DelimitedWriter;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** The settings in force, in words, as the page lists them. */
final class SettingsNode {
    private final ArrayNode m_groups;
    private ArrayNode m_rows;

    private SettingsNode(final ArrayNode groups) {
        m_groups = groups;
    }

    static void write(final ArrayNode groups, final ReportSource source) {
        final SettingsNode node = new SettingsNode(groups);
        node.data(source.study());
        node.selection(source.selection(), source.study().size());
        if (source.tested() != null) {
            node.inference(source);
        }
        if (source.split() != null) {
            node.split(source.split());
        }
    }

    private void data(final Study study) {
        group("Data");
        row("Alphabet", study.sequences().alphabet().label());
        row("Strands scanned", study.strands() == Strands.BOTH ? "both" : "as given");
        row("Phenotype", study.phenotype().name()
            + (study.phenotype().positiveClass().isEmpty() ? "" : " (1 = " + study.phenotype().positiveClass() + ")"));
        row("Covariates", study.covariates().size() == 0 ? "none" : String.join(", ", study.covariates().names()));
    }

    private void selection(final SelectionSettings settings, final int n) {
        final GridSettings grid = settings.grid();
        group("Selection");
        row("Motif width", grid.minWidth() == grid.maxWidth() ? "" + grid.minWidth() : grid.minWidth() + " to " + grid.maxWidth());
        row("IUPAC positions per word", grid.degeneracy() == 0 ? "none" : "up to " + grid.degeneracy());
        row("Bandwidth", grid.bandwidths().stream().map(DelimitedWriter::number).collect(Collectors.joining(", ")));
        row("Minimum support", grid.effectiveMinSupport(n) + " sequences" + (grid.minSupport() == 0 ? " (default)" : ""));
        row("Largest grid", grid.maxGridSize() + " candidates");
        row("Score", settings.score().kind() == AssociationScore.Kind.HSIC ? "HSIC, linear kernels"
            : "ridge, lambda = " + DelimitedWriter.number(settings.score().lambda()));
        row("Motifs asked for", settings.motifs() == SelectionSettings.AUTO
            ? "automatic (ForwardStop, up to " + SelectionSettings.MOST_AUTO + ")" : "" + settings.motifs());
    }

    private void inference(final ReportSource source) {
        final SamplingSettings sampling = source.tested().sampling();
        group("Inference");
        row("Hypothesis", source.tested().hypothesis() == Hypothesis.SEQUENTIAL
            ? "sequential: each motif against those before it" : "partial: each motif against all others");
        row("Null model", source.tested().nullModel() == NullModel.GAUSSIAN ? "gaussian noise of unknown variance" : "permutation");
        if (sampling != null) {
            if (sampling.nullModel() == NullModel.GAUSSIAN) {
                row("Kernel", sampling.kernel() == Kernel.BLOCK ? "block rotation" : "hypersphere directions");
            } else {
                row("Kernel", "exchange of two entries");
            }
            row("Null replicates", sampling.adaptive()
                ? sampling.replicates() + " to " + sampling.maxReplicates() + " (adaptive)" : sampling.replicates() + " and the observed one");
            row("Thinning", "" + sampling.thinning());
            if (sampling.branches() > 2) {
                row("Branches", "" + sampling.branches());
            }
            row("Seed", "" + sampling.seed());
        }
        row("Level alpha", DelimitedWriter.number(source.alpha()));
    }

    private void split(final DataSplitTest.Settings split) {
        group("Data split");
        row("Share that selects", DelimitedWriter.number(split.fraction()));
        row("Repeats", "" + split.repeats());
        row("Test", split.method() == DataSplitTest.Method.STUDENT ? "Student's t"
            : "permutation, " + split.permutations() + " permutations");
        row("Seed of the split", "" + split.seed());
    }

    private void group(final String title) {
        m_rows = m_groups.addObject().put("title", title).putArray("rows");
    }

    private void row(final String name, final String value) {
        m_rows.addArray().add(name).add(value);
    }
}
