package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Fixture;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.selection.SelectionPath;

import com.fasterxml.jackson.databind.JsonNode;

/** Sampled p-values converge to the limits that an independent program found with very long chains. */
@Tag("slow")
class SampledFixtureTest {

    @ParameterizedTest
    @MethodSource("org.seism.Fixture#gaussian")
    void blockRotation(final Fixture fixture) {
        agrees(fixture, NullModel.GAUSSIAN, SamplingSettings.DEFAULT.withReplicates(19_999));
    }

    @ParameterizedTest
    @MethodSource("org.seism.Fixture#gaussian")
    void hypersphere(final Fixture fixture) {
        agrees(fixture, NullModel.GAUSSIAN, SamplingSettings.DEFAULT.withKernel(Kernel.HYPERSPHERE).withReplicates(9_999).withThinning(4));
    }

    @ParameterizedTest
    @MethodSource("org.seism.Fixture#all")
    void permutation(final Fixture fixture) {
        if (fixture.permutation()) {
            agrees(fixture, NullModel.PERMUTATION, SamplingSettings.DEFAULT.withReplicates(19_999));
        }
    }

    private static void agrees(final Fixture fixture, final NullModel model, final SamplingSettings settings) {
        final SelectionPath path = fixture.select();
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            for (final Hypothesis hypothesis : Hypothesis.values()) {
                final NullDesign design =
                    NullDesign.plain(model, fixture.study().phenotype().values(), fixture.study().covariates().values());
                final var samples =
                    new MonteCarloTest(path, design, settings.withHypothesis(hypothesis), pool, Progress.NONE).run();
                for (final JsonNode test : fixture.expected().get("tests")) {
                    if (Hypothesis.valueOf(test.get("hypothesis").asText().toUpperCase(Locale.ROOT)) == hypothesis) {
                        final NullSample sample = samples.get(test.get("motif").asInt() - 1);
                        final double limit = test.get("null_limit_p").asDouble();
                        // the chain starts at the observed data, so about one autocorrelation time counts as exceeding
                        final double start = (double)sample.size() / sample.effectiveSampleSize() / sample.size();
                        final double error = Math.hypot(sample.standardError(), test.get("null_limit_se").asDouble()) + start;
                        assertEquals(limit, sample.p(), 4 * error, fixture + " " + test);
                    }
                }
            }
        }
    }
}
