package org.seism.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.seism.analysis.MotifResult;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.field.FieldText;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.PValueText;
import org.seism.motif.GaussianActivation;
import org.seism.motif.Motif;
import org.seism.motif.Site;
import org.seism.motif.SiteMatrix;
import org.seism.motif.Strand;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A motif's part of the report's JSON document. */
final class MotifNode {
    private MotifNode() {
    }

    /** Fields that the page does not list as text, and why. */
    static final Map<MotifField, String> LEFT_OUT = Map.of(
        MotifField.MEMBERS, "the list of equivalent words holds them",
        MotifField.LOGO, "it is drawn",
        MotifField.PFM, "the logo is drawn from it",
        MotifField.LATTICE, "it is drawn",
        MotifField.PWM, "it is drawn",
        MotifField.LOG_ODDS, "results.json, which can be downloaded from the page, holds it");

    /** The vocabulary of the figures, in the order of the page's lists. */
    static void fields(final ArrayNode array, final ResultKind kind) {
        listed(kind).forEach(f -> array.addObject().put("key", f.key()).put("label", f.label()).put("meaning", f.meaning())
            .put("unit", f.unit().toString()));
    }

    private static List<MotifField> listed(final ResultKind kind) {
        return MotifField.forReaders(kind).stream().filter(f -> !LEFT_OUT.containsKey(f)).toList();
    }

    /** @param letters whether the page has the letters of the sequences, so that the words of sites need not be said */
    static ObjectNode of(final MotifResult r, final ResultKind kind, final boolean letters) {
        final ObjectNode node = JsonNodeFactory.instance.objectNode();
        final SelectedMotif motif = r.motif();
        node.put("rank", motif.rank()).put("name", r.name()).put("consensus", r.consensus());
        node.put("width", motif.motif().width());
        bandwidth(node, motif.motif());
        node.put("support", motif.support());
        number(node, "score", motif.score());
        number(node, "r2", motif.r2());
        members(node.putArray("members"), motif.members());
        r.test().selective().ifPresent(test -> test(node, test));
        r.split().ifPresent(result -> {
            final ObjectNode split = node.putObject("split");
            split.put("p", result.p()).put("word", result.motif().name()).put("statistic", result.statistic());
            final ArrayNode repeats = split.putArray("repeats");
            for (final double p : result.repeats()) {
                repeats.add(p);
            }
        });
        r.verdict().list().ifPresent(p -> node.put("list", p));
        MotifField.P_LIST_TEXT.read(r).ifPresent(v -> node.put("listText", FieldText.of(Optional.of(v))));
        r.verdict().holm().ifPresent(p -> node.put("holm", p));
        r.verdict().bh().ifPresent(q -> node.put("bh", q));
        node.put("kept", r.verdict().kept()).put("forwardStop", r.verdict().forwardStop());
        logo(node.putObject("logo"), r.matrix());
        if (motif.motif().isSoft()) {
            final SequenceLogo tested =
                SequenceLogo.of(motif.motif().toFrequencyMatrix(r.name()), LogoOptions.defaults().withIdPrefix("tested-"));
            node.putObject("tested").put("svg", tested.svg()).put("description", tested.description())
                .put("seed", motif.motif().seed().map(Motif::name).orElse(""));
        }
        sites(node, r, letters);
        final ObjectNode figures = node.putObject("all");
        for (final MotifField field : listed(kind)) {
            field.read(r).ifPresent(v -> figures.put(field.key(), FieldText.of(Optional.of(v))));
        }
        return node;
    }

    /** Motifs of a kind without a bandwidth have none here either. */
    private static void bandwidth(final ObjectNode node, final Motif motif) {
        if (motif.activation() instanceof final GaussianActivation activation) {
            node.put("bandwidth", activation.bandwidth());
        }
    }

    private static void members(final ArrayNode array, final List<Motif> members) {
        for (final Motif member : members) {
            final ObjectNode node = array.addObject().put("word", member.name());
            bandwidth(node, member);
            if (member.alphabet().hasComplement()) {
                node.put("reverse", member.reverseComplement().name());
            }
        }
    }

    private static void test(final ObjectNode node, final SelectiveTest test) {
        number(node, "statistic", test.statistic());
        number(node, "effect", test.effect());
        test.closedForm().ifPresent(p -> probability(node, "exact", p));
        test.step().ifPresent(step -> node.putObject("step").put("p", step.p()).put("text", PValueText.of(step))
            .put("replicates", step.size() - 1).put("exceeding", step.exceeding()));
        probability(node, "naive", test.naive());
        test.sample().ifPresent(sample -> sampled(node, sample));
    }

    private static void sampled(final ObjectNode node, final NullSample sample) {
        final ObjectNode sampled = node.putObject("sampled");
        sampled.put("p", sample.p()).put("text", PValueText.of(sample)).put("se", sample.standardError()).put("ess", sample.effectiveSampleSize());
        sampled.put("replicates", sample.size() - 1);
        number(sampled, "trials", sample.trials());
        sampled.put("adaptive", sample.adaptive()).put("approximate", sample.approximate());
        histogram(sampled, sample);
    }

    /** The null distribution in bins, with what the data gave. */
    static void histogram(final ObjectNode node, final NullSample sample) {
        final NullHistogram histogram = NullHistogram.of(sample);
        node.put("states", sample.size()).put("exceeding", sample.exceeding()).put("observed", sample.observed());
        node.put("from", histogram.from()).put("binWidth", histogram.width());
        final ArrayNode counts = node.putArray("counts");
        for (final int c : histogram.counts()) {
            counts.add(c);
        }
    }

    private static void logo(final ObjectNode node, final SiteMatrix matrix) {
        final LogoOptions options = LogoOptions.defaults();
        final SequenceLogo forward = SequenceLogo.of(matrix, options);
        node.put("sites", matrix.sites()).put("information", matrix.totalInformation(false));
        node.put("description", forward.description()).put("forward", forward.svg());
        if (matrix.alphabet().hasComplement()) {
            final SequenceLogo reverse =
                SequenceLogo.of(matrix, options.withReading(LogoOptions.Reading.REVERSE_COMPLEMENT));
            node.put("reverse", reverse.svg()).put("reverseDescription", reverse.description());
        }
    }

    /** Starts are 1-based, 0 where a sequence has no window; the words stand one after another, all of one width. */
    private static void sites(final ObjectNode node, final MotifResult r, final boolean letters) {
        final int n = r.activations().length;
        final int[] starts = new int[n];
        final int[] reverse = new int[n];
        final StringBuilder words = new StringBuilder();
        for (final Site site : r.sites().sites()) {
            starts[site.sequence()] = site.start() + 1;
            reverse[site.sequence()] = site.strand() == Strand.REVERSE ? 1 : 0;
            words.append(site.word());
        }
        node.set("activation", PackedNumbers.levels(r.activations()));
        final ObjectNode sites = node.putObject("sites");
        sites.put("strongAbove", r.sites().largestActivation() / 2);
        if (!letters) {
            sites.put("words", words.toString());
        }
        sites.set("start", PackedNumbers.integers(starts));
        sites.set("reverse", PackedNumbers.integers(reverse));
    }

    private static void probability(final ObjectNode node, final String name, final LogProbability p) {
        node.putObject(name).put("text", p.text()).put("log10", Double.isInfinite(p.log()) ? -1e9 : p.log10());
    }

    /** JSON has no NaN; what is unknown is left out. */
    static void number(final ObjectNode node, final String name, final double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
