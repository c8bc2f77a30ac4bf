package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** What the studies of calibration and power share: data sets in two threads, shares of small p-values, the tests of former defaults. */
final class Studies {
    static final double[] LEVELS = {0.01, 0.05, 0.1, 0.5};
    private static final int DRAWS = 199;

    private Studies() {
    }

    /** p-values of one data set by name; empty where it does not count. */
    interface DataSet {
        Map<String, Double> run(int set);
    }

    /** Shares of p-values up to each level, by name. */
    static final class Shares {
        private final String m_title;
        private final Map<String, List<Double>> m_p = new LinkedHashMap<>();

        private Shares(final String title) {
            m_title = title;
        }

        int size(final String name) {
            return m_p.getOrDefault(name, List.of()).size();
        }

        int hits(final String name, final double level) {
            return (int)m_p.getOrDefault(name, List.of()).stream().filter(p -> p <= level + 1e-12).count();
        }

        double share(final String name, final double level) {
            return hits(name, level) / (double)size(name);
        }

        /** Not more often than the levels say, as far as chance goes: the upper end of the two-sided 99.9% binomial bounds. */
        void holds(final String name, final int leastSets) {
            holds(name, leastSets, 0);
        }

        /** The same where something is estimated, so that a level may be missed by a little. */
        void holds(final String name, final int leastSets, final double miss) {
            assertTrue(size(name) >= leastSets, () -> m_title + ", " + name + ": " + size(name) + " sets");
            for (final double level : LEVELS) {
                final int most = new BinomialDistribution(null, size(name), level + miss).inverseCumulativeProbability(0.9995);
                assertTrue(hits(name, level) <= most,
                    () -> m_title + ", " + name + " at " + level + ": " + hits(name, level) + " of " + size(name) + ", at most " + most);
            }
        }

        /** Far more often than the level says. */
        void fails(final String name) {
            final int most = new BinomialDistribution(null, size(name), 0.05).inverseCumulativeProbability(0.9995);
            assertTrue(hits(name, 0.05) > most, () -> m_title + ", " + name + ": " + hits(name, 0.05) + " of " + size(name));
        }

        @Override
        public String toString() {
            final StringBuilder text = new StringBuilder();
            m_p.forEach((name, p) -> {
                text.append(String.format("%-46s %-28s %5d", m_title, name, p.size()));
                for (final double level : LEVELS) {
                    text.append(String.format(Locale.ROOT, "  %.2f: %.3f", level, share(name, level)));
                }
                text.append('\n');
            });
            return text.toString();
        }
    }

    static Shares run(final String title, final int sets, final DataSet dataSet) {
        final Shares shares = new Shares(title);
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            for (final Map<String, Double> row : pool.runAll(
                IntStream.range(0, sets).<Callable<Map<String, Double>>> mapToObj(set -> () -> dataSet.run(set)).toList())) {
                row.forEach((name, p) -> shares.m_p.computeIfAbsent(name, n -> new ArrayList<>()).add(p));
            }
        }
        System.out.print(shares);
        return shares;
    }

    static SelectionPath select(final SequenceSet set, final Strands strands, final int width, final Erasing erasing,
        final double[] y, final double[][] covariates, final int motifs) {
        final WordGrid grid = WordGrid.build(set, strands, GridSettings.DEFAULT.withWidths(width, width), erasing,
            TaskRunner.sequential(), Progress.NONE);
        return new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(y, covariates, motifs);
    }

    static String name(final SelectionPath path, final int step) {
        return path.step(step).candidate().motif().name();
    }

    static PermutationTest.Result test(final SelectionPath path, final NullDesign design, final Hypothesis hypothesis,
        final int motif, final int replicates, final int set) {
        return new PermutationTest(path, design, SamplingSettings.DEFAULT.withHypothesis(hypothesis)
            .withReplicates(replicates).withSeed(1000 + set), TaskRunner.sequential(), Progress.NONE)
                .run(hypothesis == Hypothesis.SEQUENTIAL, true, motif).get(0);
    }

    /** p-value of a step alone, which costs less than both tests. */
    static double step(final SelectionPath path, final NullDesign design, final int motif, final int replicates, final int set) {
        return new PermutationTest(path, design, SamplingSettings.DEFAULT.withReplicates(replicates)
            .withSeed(1000 + set), TaskRunner.sequential(), Progress.NONE).run(true, false, motif).get(0).step().p();
    }

    /** A former default: normal noise, whatever the phenotype's law; max-T of a step. */
    static double gaussian(final SelectionPath path, final int step, final double[] y, final UniformRandomProvider random) {
        final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
        return maximum(path.step(step), y, () -> {
            final double[] e = new double[y.length];
            Arrays.setAll(e, i -> z.sample());
            return e;
        });
    }

    /** A former default: residuals exchanged among all sequences; max-T of a step. */
    static double residuals(final SelectionPath path, final int step, final double[] y, final UniformRandomProvider random) {
        final double[] r = path.step(step).nuisance().residual(y);
        final int[] order = PermutationSampler.natural(y.length);
        return maximum(path.step(step), y, () -> {
            PermutationSampler.shuffle(random, order);
            final double[] e = new double[y.length];
            Arrays.setAll(e, i -> r[order[i]]);
            return e;
        });
    }

    /** Share of draws with a largest association at least as large as the phenotype's (Westfall, Young 1993). */
    static double maximum(final SelectionStep step, final double[] y, final Supplier<double[]> draws) {
        final double observed = largest(step, y);
        int exceeding = 1;
        for (int k = 0; k < DRAWS; k++) {
            exceeding += largest(step, draws.get()) >= observed * (1 - 1e-9) ? 1 : 0;
        }
        return exceeding / (DRAWS + 1.0);
    }

    private static double largest(final SelectionStep step, final double[] y) {
        final Nuisance nuisance = step.nuisance();
        final double[] r = nuisance.residual(y);
        final double[] products = step.grid().activations().transposeTimes(r, TaskRunner.sequential());
        double largest = 0;
        for (int g = 0; g < products.length; g++) {
            final double norm = step.residualNorms()[g];
            largest = Double.isNaN(norm) ? largest : Math.max(largest, Math.abs(products[g]) / Math.sqrt(norm));
        }
        return largest / OrthonormalBasis.norm(r);
    }

    /** A random letter of four, G and C with a given share. */
    static char letter(final double gc, final UniformRandomProvider random) {
        return (random.nextDouble() < gc ? "GC" : "AT").charAt(random.nextInt(2));
    }

    static void plant(final StringBuilder text, final String word, final UniformRandomProvider random) {
        final int at = random.nextInt(text.length() - word.length() + 1);
        text.replace(at, at + word.length(), word);
    }
}
