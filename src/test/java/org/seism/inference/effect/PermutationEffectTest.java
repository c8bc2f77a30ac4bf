package org.seism.inference.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.PermutationNull;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Intervals of sampled ladders against all permutations of nine phenotypes, kept where the selection is the same. */
class PermutationEffectTest {
    private static final int N = 9;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true", "7, false"})
    @DisplayName("the interval is that of the enumerated law")
    void enumerated(final int seed, final boolean classes) {
        final UniformRandomProvider random = RandomData.random(57, seed);
        final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, N, 6, 9, random), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(2, 2));
        final DoubleSupplier normal = RandomData.normal(random);
        final double[] y = RandomData.draw(N, normal);
        for (int i = 0; i < N && classes; i++) {
            y[i] = i % 2;
        }
        final GreedySelection selection =
            new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final SelectionPath path = selection.run(y, new double[0][], 1);
        final NullDesign design = NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]);
        final PermutationNull null_ = new PermutationNull(path, 0, Hypothesis.SEQUENTIAL, 1, design);
        final EffectInterval sampled =
            PermutationEffect.of(List.of(null_), 1, TaskRunner.sequential(), Progress.NONE).get(0);
        assertEquals(classes ? EffectScale.LOG_ODDS_RATIO : EffectScale.PHENOTYPE, sampled.scale());

        final double[] phi = path.activation(0);
        final List<Double> values = new ArrayList<>();
        permute(y.clone(), 0, z -> {
            if (selection.run(z, new double[0][], 1).step(0).winner() == path.step(0).winner()) {
                values.add(sum(z, phi));
            }
        });
        final double observed = sum(y, phi);
        final double unit = classes ? 1 : varianceLeft(y, phi);
        System.out.printf("%d of %d in the event; %s%n", values.size(), 362880, sampled);
        check(values, observed, sampled.lower() / unit, 0.025, 1);
        check(values, observed, sampled.estimate() / unit, 0.5, 0.5);
        check(values, observed, sampled.upper() / unit, 0.975, 0);
    }

    private interface Taker {
        void take(double[] y);
    }

    private static void permute(final double[] y, final int k, final Taker taker) {
        if (k == N) {
            taker.take(y);
            return;
        }
        for (int l = k; l < N; l++) {
            swap(y, k, l);
            permute(y, k + 1, taker);
            swap(y, k, l);
        }
    }

    private static void swap(final double[] y, final int a, final int b) {
        final double t = y[a];
        y[a] = y[b];
        y[b] = t;
    }

    private static double sum(final double[] y, final double[] phi) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += y[i] * phi[i];
        }
        return sum;
    }

    private static double varianceLeft(final double[] y, final double[] phi) {
        final double my = Arrays.stream(y).average().orElseThrow();
        final double mp = Arrays.stream(phi).average().orElseThrow();
        double yy = 0;
        double pp = 0;
        double yp = 0;
        for (int i = 0; i < N; i++) {
            yy += Math.pow(y[i] - my, 2);
            pp += Math.pow(phi[i] - mp, 2);
            yp += (y[i] - my) * (phi[i] - mp);
        }
        return (yy - yp * yp / pp) / (N - 2);
    }

    /** The enumerated probability at an end of the sampled interval is the level, within the error of the ladder. */
    private static void check(final List<Double> values, final double observed, final double beta, final double level,
        final double ties) {
        final double extreme = tail(values, observed, Math.signum(beta) * 1e3, ties);
        if (Double.isInfinite(beta)) {
            // no tilt reaches the level: the observed value is the largest or the smallest there is
            assertTrue(beta > 0 ? extreme < level + 0.05 : extreme > level - 0.05, () -> "unbounded, though the tail is " + extreme);
            return;
        }
        assertEquals(level, tail(values, observed, beta, ties), level == 0.5 ? 0.03 : 0.008);
    }

    private static double tail(final List<Double> values, final double observed, final double beta, final double ties) {
        final double top = values.stream().mapToDouble(v -> beta * v).max().orElseThrow();
        double all = 0;
        double above = 0;
        for (final double v : values) {
            final double w = Math.exp(beta * v - top);
            all += w;
            above += v > observed + 1e-9 ? w : v > observed - 1e-9 ? ties * w : 0;
        }
        return above / all;
    }
}
