package org.seism.inference.effect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * How often the 95% interval of the first motif's effect holds the true one, new sequences and phenotypes each time, and how often
 * the interval that forgets the selection does. Without an effect whatever is selected has none; with one, the sets count
 * in which the true motif is selected, which is a part of what the interval conditions on.
 */
@Tag("slow")
class EffectCoverageTest {
    private static final String PLANTED = "ACGT";

    /** Phenotypes. */
    private enum Noise {
        NORMAL, COUNTS, HALF, ONE_IN_TEN
    }

    /**
     * A design.
     *
     * @param noise law of the phenotype
     * @param effect per unit of activation: SD, or log odds
     * @param sets how many data sets
     */
    private record Design(Noise noise, double effect, int sets) {
    }

    /** Of one data set. */
    private record Outcome(boolean counts, boolean sampled, boolean closed, boolean naive) {
    }

    static Stream<Design> small() {
        return Stream.of(new Design(Noise.NORMAL, 0, 40), new Design(Noise.NORMAL, 2, 40),
            new Design(Noise.HALF, 3, 40));
    }

    static Stream<Design> large() {
        return Arrays.stream(Noise.values()).flatMap(noise -> Stream.of(0., 1., 2., 3.).map(e -> new Design(noise, e, 300)));
    }

    @ParameterizedTest
    @MethodSource("small")
    @DisplayName("intervals hold the true effect in 95 of 100 data sets, where it was selected")
    void holds(final Design design) {
        run(design);
    }

    @Tag("study")
    @ParameterizedTest
    @MethodSource("large")
    @DisplayName("the same in 300 data sets, more designs")
    void holdsOften(final Design design) {
        run(design);
    }

    private static void run(final Design design) {
        final List<Callable<Outcome>> tasks = new ArrayList<>();
        for (int set = 0; set < design.sets(); set++) {
            final int number = set;
            tasks.add(() -> outcome(design, number));
        }
        final List<Outcome> outcomes;
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            outcomes = pool.runAll(tasks).stream().filter(Outcome::counts).toList();
        }
        final int n = outcomes.size();
        final long sampled = outcomes.stream().filter(Outcome::sampled).count();
        final long closed = outcomes.stream().filter(Outcome::closed).count();
        final long naive = outcomes.stream().filter(Outcome::naive).count();
        System.out.printf(Locale.ROOT, "%s: of %d intervals %d hold the effect, closed form %d, naive %d%n", design, n, sampled, closed,
            naive);
        assertTrue(n >= design.sets() / 6, () -> "the true motif was selected " + n + " times only");
        final BinomialDistribution law = new BinomialDistribution(null, n, 0.95);
        final int least = law.inverseCumulativeProbability(0.0005);
        assertTrue(sampled >= least, () -> sampled + " of " + n + " intervals, at least " + least + " expected");
        if (design.noise() == Noise.NORMAL) {
            assertTrue(closed >= least, () -> closed + " of " + n + " intervals of the closed form");
        }
        if (design.effect() == 0) {
            assertTrue(naive < n / 2, () -> "without an effect " + naive + " naive intervals hold it: the design shows nothing");
        }
    }

    private static Outcome outcome(final Design design, final int set) {
        final int n = design.noise() == Noise.ONE_IN_TEN ? 200 : 100;
        final UniformRandomProvider random = RandomData.random(71, design.noise().ordinal(), (long)(10 * design.effect()), set);
        final WordGrid grid = WordGrid.build(RandomData.sequences(Alphabet.DNA, n, 20, 30, random), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(4, 4), Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        double[] truth = null;
        for (int g = 0; g < grid.size(); g++) {
            truth = grid.candidate(g).motif().name().equals(PLANTED) ? grid.activations().column(g) : truth;
        }
        if (truth == null) {
            return new Outcome(false, false, false, false);
        }
        final double[] y = phenotype(design, truth, random);
        final NullDesign null_ = NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]);
        final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE)
            .run(y, new double[0][], 1);
        if (design.effect() != 0 && !path.step(0).candidate().motif().name().equals(PLANTED)) {
            return new Outcome(false, false, false, false);
        }
        final EffectInterval sampled = PermutationEffect
            .of(List.of(new PermutationNull(path, 0, Hypothesis.SEQUENTIAL, 1, null_)), set, TaskRunner.sequential(), Progress.NONE)
            .get(0);
        final NullGeometry geometry = new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, y);
        final EffectInterval closed = GaussianEffect.of(geometry, TaskRunner.sequential(), Progress.NONE);
        final double c = geometry.signedStatistic();
        final double se = geometry.effect() / c * Math.sqrt((1 - c * c) / (n - 2));
        final double t = new TDistribution(n - 2).inverseCumulativeProbability(0.975);
        return new Outcome(true, holds(sampled, design.effect()), holds(closed, design.effect()),
            Math.abs(geometry.effect() - design.effect()) <= t * se);
    }

    private static boolean holds(final EffectInterval interval, final double effect) {
        return interval.lower() <= effect && effect <= interval.upper();
    }

    private static double[] phenotype(final Design design, final double[] phi, final UniformRandomProvider random) {
        final DoubleSupplier normal = RandomData.normal(random);
        final double[] y = new double[phi.length];
        for (int i = 0; i < y.length; i++) {
            final double eta = design.effect() * phi[i];
            y[i] = switch (design.noise()) {
                case NORMAL -> eta + normal.getAsDouble();
                // a geometric number whose mean moves
                case COUNTS -> geometric(2 + eta, random);
                case HALF -> random.nextDouble() < 1 / (1 + Math.exp(-(eta - design.effect() / 2))) ? 1 : 0;
                case ONE_IN_TEN -> random.nextDouble() < 1 / (1 + Math.exp(2.2 + design.effect() / 3 - eta)) ? 1 : 0;
            };
        }
        return y;
    }

    private static double geometric(final double mean, final UniformRandomProvider random) {
        final double success = 1 / (1 + mean);
        return Math.floor(Math.log(random.nextDouble()) / Math.log1p(-success));
    }
}
