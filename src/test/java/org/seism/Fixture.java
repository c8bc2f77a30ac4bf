package org.seism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A case with known answers, made by an independent program; see src/test/resources/fixtures/README.md. */
public record Fixture(String name, Study study, GridSettings grid, AssociationScore score, int motifs, boolean permutation,
    JsonNode expected) {

    private static final List<String> NAMES = List.of("covariates", "hsic-score", "null-ridge-lambda",
        "permutation-case-control", "permutation-skewed", "strong-signal", "words-both-strands", "words-single-strand");

    public static Stream<Fixture> all() {
        return NAMES.stream().map(Fixture::load);
    }

    public static Stream<Fixture> gaussian() {
        return all().filter(f -> !f.permutation());
    }

    public static Fixture load(final String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/fixtures/" + name + ".json")) {
            final JsonNode root = new ObjectMapper().readTree(in);
            final JsonNode settings = root.get("settings");
            final List<String> sequences = new ArrayList<>();
            root.get("sequences").forEach(s -> sequences.add(s.asText()));
            final int n = sequences.size();
            final double[] y = IntStream.range(0, n).mapToDouble(i -> root.get("phenotype").get(i).asDouble()).toArray();
            Covariates covariates = Covariates.NONE;
            if (root.hasNonNull("covariates")) {
                final int c = root.get("covariates").get(0).size();
                final double[][] values = new double[c][n];
                for (int k = 0; k < c; k++) {
                    for (int i = 0; i < n; i++) {
                        values[k][i] = root.get("covariates").get(i).get(k).asDouble();
                    }
                }
                covariates = new Covariates(IntStream.range(0, c).mapToObj(k -> "x" + k).toList(), values);
            }
            final SequenceSet set =
                SequenceSet.of(Alphabet.DNA, IntStream.range(0, n).mapToObj(i -> "s" + i).toList(), sequences);
            final Strands strands = "both".equals(settings.get("strands").asText()) ? Strands.BOTH : Strands.SINGLE;
            final int width = settings.get("width").asInt();
            final GridSettings grid = GridSettings.DEFAULT.withWidths(width, width)
                .withBandwidths(List.of(settings.get("bandwidth").asDouble())).withMinSupport(settings.get("min_support").asInt());
            final AssociationScore score = new AssociationScore(
                "hsic".equals(settings.get("score").asText()) ? AssociationScore.Kind.HSIC : AssociationScore.Kind.RIDGE,
                settings.get("lam").asDouble());
            return new Fixture(name, new Study(set, strands, Phenotype.numeric("y", y), covariates), grid, score,
                settings.get("motifs").asInt(), settings.has("null"), root.get("expected"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WordGrid buildGrid() {
        return WordGrid.build(study.sequences(), study.strands(), grid, TaskRunner.sequential(), Progress.NONE);
    }

    public SelectionPath select() {
        return new GreedySelection(buildGrid(), score, TaskRunner.sequential(), Progress.NONE).run(study.phenotype().values(),
            study.covariates().values(), motifs);
    }

    @Override
    public String toString() {
        return name;
    }
}
