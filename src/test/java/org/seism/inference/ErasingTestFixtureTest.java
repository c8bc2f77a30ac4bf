package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.ErasingFixture;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;

import com.fasterxml.jackson.databind.JsonNode;

/** The p-values of steps and motifs with erasing against those of a second independent program. */
@Tag("slow")
class ErasingTestFixtureTest {
    private static final int REPLICATES = 9_999;
    /**
     * Events whose two parts (the motif goes with large or with small values) the other program's chains seldom join: limit and
     * standard error by rejection instead, the states of the step before that select the same word.
     */
    private static final Map<String, double[]> LIMITS = Map.of("erasing-case-control2", new double[]{0.6623, 0.0156});

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
