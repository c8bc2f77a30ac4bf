package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;

/** What a result says about the limits of its p-values. */
class CaveatsTest {
    private static final LogProbability P = new LogProbability(-3);

    private static SelectiveTest test(final int rank, final double[] statistics) {
        return new SelectiveTest.Sampled(new SelectiveTest.Association(rank, 0.4, 1, P), Optional.of(P),
            new NullSample(rank - 1, statistics, 0, 2, false, false), Optional.empty());
    }

    @Test
    void motifsWithTooFewEffectiveReplicatesAreNamed() {
        final double[] moving = IntStream.range(0, 1000).mapToDouble(t -> Math.sin(1000.0 * t * t)).toArray();
        final double[] stuck = new double[1000];
        Arrays.fill(stuck, 500, 1000, 0.3);
        assertEquals(List.of(), caveats(test(1, moving), test(2, moving)));
        final List<String> caveats = caveats(test(1, moving), test(2, stuck), test(3, stuck));
        assertEquals(1, caveats.size());
        assertTrue(caveats.get(0).contains("motif 2, 3") && caveats.get(0).contains("thinning"), caveats.get(0));
    }

    private static List<String> caveats(final SelectiveTest... tests) {
        return SeismAnalysis.caveats(new TestedMotifs(null, Hypothesis.SEQUENTIAL, NullModel.GAUSSIAN,
            Optional.of(SamplingSettings.DEFAULT), List.of(tests)));
    }
}
