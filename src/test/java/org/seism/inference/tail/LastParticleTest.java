package org.seism.inference.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.PermutationNull;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

class LastParticleTest {
    private static final int N = 60;

    /** Sequences of one letter, half of them with another one: two candidates whose activations mirror each other. */
    private static PermutationNull twoGroups(final int holders, final int cases) {
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            texts.add(i < holders ? "AAAA" : "CCCC");
        }
        final WordGrid grid = RandomData.grid(RandomData.set(Alphabet.DNA, texts), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(2, 2).withMinSupport(2));
        final double[] y = new double[N];
        Arrays.fill(y, 0, cases, 1);
        y[0] = 0;
        y[N - 1] = 1;
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE)
            .run(y, new double[0][], 1);
        return new PermutationNull(path, 0, Hypothesis.SEQUENTIAL, 1, NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 28})
    @DisplayName("where every candidate says the same, the estimate agrees with Fisher's exact test within its error")
    void hypergeometric(final int cases) {
        final PermutationNull null_ = twoGroups(30, cases);
        final double[] y = null_.design().y();
        final int both = (int)Arrays.stream(y, 0, 30).sum();
        final int all = (int)Arrays.stream(y).sum();
        final HypergeometricDistribution law = new HypergeometricDistribution(null, N, 30, all);
        final double far = Math.abs(both - all / 2.);
        double p = 0;
        for (int k = 0; k <= all; k++) {
            p += Math.abs(k - all / 2.) >= far - 1e-9 ? law.probability(k) : 0;
        }
        final TailEstimate estimate =
            LastParticle.of(List.of(null_), 100_000, 1, TaskRunner.sequential(), Progress.NONE).get(0);
        System.out.printf("%d of %d: exact 1e%.2f, %s%n", both, all, Math.log10(p), estimate);
        assertFalse(estimate.bound());
        // 1.96 standard errors each way; three are allowed
        assertTrue(estimate.log10P() + 1.6 * (estimate.lower() - estimate.log10P()) < Math.log10(p), estimate::toString);
        assertTrue(estimate.log10P() + 1.6 * (estimate.upper() - estimate.log10P()) > Math.log10(p), estimate::toString);
    }

    @Test
    @DisplayName("a search that is given up says so, and the same seed gives the same estimate")
    void givenUp() {
        final PermutationNull null_ = twoGroups(30, 28);
        final TailEstimate estimate = LastParticle.of(List.of(null_), 150, 1, TaskRunner.sequential(), Progress.NONE).get(0);
        assertTrue(estimate.bound());
        assertTrue(estimate.text().startsWith("< 1e"), estimate::text);
        assertEquals(estimate, LastParticle.of(List.of(null_), 150, 1, TaskRunner.sequential(), Progress.NONE).get(0));
    }

    @Test
    @DisplayName("random data: about as many replicates of a chain are as large as the estimate says")
    void againstReplicates() {
        final UniformRandomProvider random = RandomData.random(5);
        final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, N, 10, 14, random), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(3, 3));
        final double[] y = RandomData.draw(N, RandomData.normal(random));
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE)
            .run(y, new double[0][], 1);
        final NullDesign design = NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]);
        final double p = new PermutationTest(path, design,
            SamplingSettings.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(false, true, 0).get(0)
                .sampled().p();
        final TailEstimate estimate = LastParticle.of(List.of(new PermutationNull(path, 0, Hypothesis.SEQUENTIAL, 1, design)), 100_000,
            1, TaskRunner.sequential(), Progress.NONE).get(0);
        System.out.printf("sampled 1e%.2f, %s%n", Math.log10(p), estimate);
        assertEquals(Math.log10(p), estimate.log10P(), 0.4);
    }
}
