package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.ErasingFixture;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.inference.NullSample;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.linear.OrthonormalBasis;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Selection with erasing and the p-values of its steps and motifs against the cases of a second independent program, which computes in
 * single precision.
 */
class ErasingFixtureTest {
    private static final int REPLICATES = 9_999;
    /**
     * Events of two parts (the motif goes with large or with small values) that the other program's chains never joined: its
     * p-value is that of the part with the observed sign. Limit and standard error by brute force instead: independent permutations
     * within the strata, by a third program, of which those count that select the same words (5000 of 2 million, 5178 of 24 million).
     * Given the observed sign they lead to .695 +- .008 where the other program has .702, to .573 +- .008 where it has .572, and to
     * .459 +- .012 where it has .470.
     */
    private static final Map<String, double[]> LIMITS = Map.of("erasing-case-control2", new double[]{0.6656, 0.0067},
        "erasing-case-control3", new double[]{0.5340, 0.0071}, "erasing-unbalanced-both-strands3", new double[]{0.5589, 0.0069});

    @ParameterizedTest
    @MethodSource("org.seism.ErasingFixture#all")
    void wordsScoresAndStrata(final ErasingFixture fixture) {
        final int width = fixture.settings().get("width").asInt();
        // by width these are the limits of the file
        assertEquals(fixture.settings().get("erase").asInt(), Erasing.DEFAULT.mismatches(width));
        assertEquals(fixture.settings().get("eraseOverlap").asInt(), Erasing.DEFAULT.overlap(width));
        final SelectionPath path = fixture.path();
        final double[] y = fixture.y();
        assertEquals(fixture.tests().size(), path.size());
        for (final JsonNode test : fixture.tests()) {
            final SelectionStep step = path.step(test.get("motif").asInt() - 1);
            final List<String> members = step.grid().candidate(step.winner()).members().stream().map(Object::toString).toList();
            assertTrue(members.contains(test.get("selected").asText()), members + " instead of " + test);
            assertEquals(test.get("strata").asInt(), step.strata().count(), test.toString());
            final double[] f = step.nuisance().residual(step.activation());
            final double[] r = step.nuisance().residual(y);
            assertEquals(test.get("score").asDouble(),
                OrthonormalBasis.dot(f, r) / OrthonormalBasis.norm(f) / OrthonormalBasis.norm(r), 1e-5, test.toString());
            assertEquals(step.score(), Math.pow(OrthonormalBasis.dot(f, r) / OrthonormalBasis.norm(f), 2), 1e-9 * step.score());
        }
        assertTrue(new SelectionEvent(path, path.size()).contains(y));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.seism.ErasingFixture#all")
    void stepsAndMotifs(final ErasingFixture fixture) {
        final String name = fixture.name();
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            final List<PermutationTest.Result> results = new PermutationTest(fixture.path(),
                NullDesign.plain(NullModel.PERMUTATION, fixture.y(), new double[0][]), SamplingSettings.DEFAULT.withReplicates(REPLICATES),
                pool, Progress.NONE).run();
            for (final JsonNode test : fixture.tests()) {
                final PermutationTest.Result result = results.get(test.get("motif").asInt() - 1);
                agrees(name + ", step", test, test.get("p_step").asDouble(), test.get("spread").get(0).asDouble(),
                    result.step());
                final double[] limit = LIMITS.getOrDefault(name + test.get("motif"),
                    new double[]{test.get("p_motif").asDouble(), test.get("spread").get(1).asDouble()});
                agrees(name + ", motif", test, limit[0], limit[1], result.sampled());
            }
        }
    }

    private static void agrees(final String where, final JsonNode test, final double limit, final double spread,
        final NullSample sample) {
        System.out.printf(Locale.ROOT, "%s %s: %.5f, limit %.5f, se %.5f, ess %.0f, tried per move %.2f%n", where,
            test.get("motif"), sample.p(), limit, sample.standardError(), sample.effectiveSampleSize(), sample.trials());
        // the chain starts at the observed data, so about one autocorrelation time counts as exceeding
        final double start = 1 / sample.effectiveSampleSize();
        final double chance = Math.sqrt(limit * (1 - limit) / sample.effectiveSampleSize());
        assertEquals(limit, sample.p(), 4 * Math.hypot(Math.max(sample.standardError(), chance), spread) + start,
            where + " " + test);
    }
}
