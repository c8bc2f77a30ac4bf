package org.seism;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A case of selection with erasing, answered by a second independent program, which computes in single precision.
 *
 * @param name of its file
 * @param y phenotype
 * @param settings as the file has them
 * @param tests what is expected, one per motif
 * @param path the same selected here
 */
public record ErasingFixture(String name, double[] y, JsonNode settings, List<JsonNode> tests, SelectionPath path) {
    private static final List<String> NAMES =
        List.of("erasing-case-control", "erasing-counts-positive", "erasing-unbalanced-both-strands", "erasing-width8-both");

    /** @return all cases */
    public static Stream<ErasingFixture> all() {
        return NAMES.stream().map(ErasingFixture::of);
    }

    private static ErasingFixture of(final String name) {
        final JsonNode root;
        try (InputStream in = ErasingFixture.class.getResourceAsStream("/fixtures/erasing/" + name + ".json")) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
        final JsonNode settings = root.get("settings");
        final List<String> texts = new ArrayList<>();
        root.get("sequences").forEach(s -> texts.add(s.asText()));
        final double[] y = new double[texts.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = root.get("phenotype").get(i).asDouble();
        }
        final int width = settings.get("width").asInt();
        final WordGrid grid = WordGrid.build(RandomData.set(Alphabet.DNA, texts),
            Strands.valueOf(settings.get("strands").asText().toUpperCase(Locale.ROOT)),
            GridSettings.DEFAULT.withWidths(width, width), Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final AssociationScore score = AssociationScore.DEFAULT
            .withSign(AssociationScore.Sign.valueOf(settings.get("sign").asText().toUpperCase(Locale.ROOT)));
        final SelectionPath path = new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(y,
            new double[0][], settings.get("motifs").asInt());
        final List<JsonNode> tests = new ArrayList<>();
        root.get("expected").get("tests").forEach(tests::add);
        return new ErasingFixture(name, y, settings, tests, path);
    }

    @Override
    public String toString() {
        return name;
    }
}
