package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.chain.StrataChain;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.PermutationNull;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionEvent;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * All permutations of eight phenotypes within the strata of the null, kept where the selection, run again, is the same,
 * against the walks of both tests: that of the step and that of the motif. The truth is the whole event, also where single
 * exchanges do not connect it. Tied phenotypes are included, which make exact ties of scores, and weights of a conditional
 * permutation, whose exact law is that of the enumeration. Comparisons allow 5 standard errors.
 */
@Tag("slow")
class PermutationOracleTest {
    private static final int N = 8;

    private record Case(String name, WordGrid grid, AssociationScore score, double[] y, double[][] covariates, int motifs,
        double[] tilt, int[] bins) {

        NullDesign design() {
            return new NullDesign(tilt == null ? NullModel.PERMUTATION : NullModel.CONDITIONAL, y, covariates, bins, tilt);
        }

        SelectionPath select(final double[] phenotype, final int steps) {
            return new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(phenotype, covariates, steps);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        final AssociationScore hsic = new AssociationScore(AssociationScore.Kind.HSIC, 0);
        final AssociationScore lambda = new AssociationScore(AssociationScore.Kind.RIDGE, 0.3);
        final AssociationScore positive = AssociationScore.DEFAULT.withSign(AssociationScore.Sign.POSITIVE);
        final double[] cases = {0, 0, 0, 0, 1, 1, 1, 1};
        final double[] fewCases = {0, 1, 0, 0, 0, 1, 0, 0};
        final double[] ties = {0, 0, 0, 1, 1, 2, 2, 5};
        return Stream.of(tiny("distinct", 1, null, AssociationScore.DEFAULT, 2, 0, false),
            tiny("distinct, HSIC, covariate", 2, null, hsic, 1, 1, false),
            tiny("distinct, ridge lambda", 3, null, lambda, 2, 0, false),
            tiny("distinct, ridge, 3 motifs", 4, null, AssociationScore.DEFAULT, 3, 0, false),
            tiny("distinct, positive only", 12, null, positive, 2, 0, false),
            tiny("balanced binary", 5, cases, AssociationScore.DEFAULT, 2, 0, false),
            tiny("balanced binary, positive only", 13, cases, positive, 2, 0, false),
            tiny("balanced binary, HSIC", 6, cases, hsic, 1, 0, false),
            tiny("two cases of eight", 7, fewCases, AssociationScore.DEFAULT, 1, 0, false),
            tiny("two cases of eight, ridge lambda", 8, fewCases, lambda, 2, 0, false),
            tiny("ties", 9, ties, AssociationScore.DEFAULT, 2, 0, false), tiny("ties, HSIC", 10, ties, hsic, 2, 0, false),
            tiny("conditional, balanced", 11, cases, AssociationScore.DEFAULT, 2, 1, true),
            tiny("conditional, few cases", 14, fewCases, AssociationScore.DEFAULT, 2, 1, true),
            tiny("conditional, positive only", 15, cases, positive, 2, 2, true));
    }

    private static Case tiny(final String name, final int seed, final double[] values, final AssociationScore score,
        final int motifs, final int covariates, final boolean tilted) {
        final UniformRandomProvider random = RandomData.random(31, seed);
        final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, N, 4, 6, random), Strands.BOTH,
            GridSettings.DEFAULT.withWidths(2, 2));
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(N, normal));
        final double[] y = values == null ? RandomData.draw(N, normal) : values.clone();
        for (int i = N - 1; i > 0; i--) {
            final int j = random.nextInt(i + 1);
            final double t = y[i];
            y[i] = y[j];
            y[j] = t;
        }
        final int[] bins = new int[N];
        if (covariates == 1 && !tilted) {
            // two bins, the halves of the covariate
            final double[] sorted = Arrays.stream(w[0]).sorted().toArray();
            Arrays.setAll(bins, i -> w[0][i] < sorted[N / 2] ? 0 : 1);
        }
        return new Case(name, grid, score, y, w, motifs, tilted ? w[0] : null, bins);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void walksVisitTheEventAsItsLawSays(final Case c) {
        final SelectionPath path = c.select(c.y(), c.motifs());
        System.out.printf("%n%s: %d candidates%n", c, c.grid().size());
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            final PermutationTest test = new PermutationTest(path, c.design(),
                SamplingSettings.DEFAULT.withHypothesis(hypothesis).withReplicates(60_000), TaskRunner.sequential(),
                Progress.NONE);
            for (int motif = 0; motif < path.size(); motif++) {
                final boolean sequential = hypothesis == Hypothesis.SEQUENTIAL;
                final PermutationTest.Result result = test.run(sequential, true, motif).get(0);
                final int steps = sequential ? motif + 1 : path.size();
                final PermutationNull null_ = new PermutationNull(path, motif, hypothesis, steps, c.design());
                final int j = motif;
                final Truth sampled = new Truth(c, path, null_, steps, y -> motifStatistic(c, path, j, hypothesis, y));
                compare(c + ", " + hypothesis + ", motif " + (motif + 1), result.sampled(), sampled);
                staysInside(path, null_, steps);
                if (sequential) {
                    compare(c + ", step " + (motif + 1), result.step(),
                        new Truth(c, path, null_, motif, y -> stepStatistic(c, path.step(j), y)));
                }
            }
        }
    }

    private static void compare(final String where, final NullSample sample, final Truth truth) {
        final StringBuilder line = new StringBuilder();
        for (final double quantile : new double[]{-1, 0.25, 0.5, 0.9}) {
            final double threshold = quantile < 0 ? sample.observed() : truth.quantile(quantile);
            final double[] hits = Arrays.stream(sample.statistics()).map(x -> x >= threshold - 1e-9 ? 1 : 0).toArray();
            final double share = Arrays.stream(hits).average().orElseThrow();
            final double expected = truth.share(threshold);
            final double ess = expected > 1 - 1e-12 ? hits.length : EffectiveSampleSize.of(hits);
            final double error = Math.sqrt(Math.max(expected * (1 - expected), 0) / ess);
            line.append(String.format(Locale.ROOT, "  %.4f/%.4f", share, expected));
            assertEquals(expected, share, 5 * error + 1e-9, () -> where + line);
        }
        System.out.printf("%s: %d of %d arrangements in the event%s%n", where, truth.m_values.size(), truth.m_all, line);
    }

    /** T of the motif by its definition: partial correlation given the nuisance of the hypothesis. */
    private static double motifStatistic(final Case c, final SelectionPath path, final int motif, final Hypothesis hypothesis,
        final double[] y) {
        OrthonormalBasis nuisance = OrthonormalBasis.ofCovariates(N, c.covariates());
        for (int k = 0; k < (hypothesis == Hypothesis.SEQUENTIAL ? motif : path.size()); k++) {
            nuisance = k == motif ? nuisance : nuisance.with(path.activation(k));
        }
        final double[] f = nuisance.residual(path.activation(motif));
        final double[] r = nuisance.residual(y);
        final double product = OrthonormalBasis.dot(f, r);
        return degenerate(f, path.activation(motif)) || degenerate(r, y) ? 0
            : c.score().sign().magnitude(product) / (OrthonormalBasis.norm(f) * OrthonormalBasis.norm(r));
    }

    private static boolean degenerate(final double[] residual, final double[] vector) {
        return OrthonormalBasis.norm(residual) < 1e-9 * OrthonormalBasis.norm(vector);
    }

    /** T of the step by its definition: the largest of all candidates. */
    private static double stepStatistic(final Case c, final SelectionStep step, final double[] y) {
        final double[] r = step.nuisance().residual(y);
        double largest = 0;
        for (int g = 0; g < step.grid().size() && !degenerate(r, y); g++) {
            final double[] f = step.nuisance().residual(step.grid().activations().column(g));
            if (!Double.isNaN(step.residualNorms()[g])) {
                largest = Math.max(largest, c.score().sign().magnitude(OrthonormalBasis.dot(f, r))
                    / (c.score().scale(OrthonormalBasis.dot(f, f)) * OrthonormalBasis.norm(r)));
            }
        }
        return largest;
    }

    /** The null by enumeration. */
    private static final class Truth {
        private final List<double[]> m_values = new ArrayList<>();
        private double m_total;
        private int m_all;

        Truth(final Case c, final SelectionPath path, final PermutationNull null_, final int steps,
            final ToDoubleFunction<double[]> statistic) {
            arrange(null_.groups().members(), 0, 0, c.y(), c.y().clone(), y -> {
                m_all++;
                if (steps > 0 && !same(c, path, y, steps)) {
                    return;
                }
                double weight = 1;
                for (int i = 0; i < N && c.tilt() != null; i++) {
                    weight *= Math.exp(c.tilt()[i] * y[i]);
                }
                m_total += weight;
                m_values.add(new double[]{statistic.applyAsDouble(y), weight});
            });
            m_values.sort((a, b) -> Double.compare(a[0], b[0]));
        }

        private static boolean same(final Case c, final SelectionPath path, final double[] y, final int steps) {
            final SelectionPath again;
            try {
                again = c.select(y, steps);
            } catch (InputException e) {
                return false;
            }
            return again.size() == steps && IntStream.range(0, steps)
                .allMatch(s -> again.step(s).grid().motif(again.step(s).winner()).name()
                    .equals(path.step(s).grid().motif(path.step(s).winner()).name()));
        }

        /** All arrangements within the groups, each once per permutation of its sequences. */
        private static void arrange(final int[][] groups, final int group, final int k, final double[] from, final double[] y,
            final Consumer<double[]> take) {
            if (group == groups.length) {
                take.accept(y);
                return;
            }
            final int[] members = groups[group];
            if (k >= members.length - 1) {
                arrange(groups, group + 1, 0, from, y, take);
                return;
            }
            for (int l = k; l < members.length; l++) {
                exchange(y, members[k], members[l]);
                arrange(groups, group, k + 1, from, y, take);
                exchange(y, members[k], members[l]);
            }
        }

        private static void exchange(final double[] y, final int a, final int b) {
            final double t = y[a];
            y[a] = y[b];
            y[b] = t;
        }

        /** Halfway to the next smaller value: only at the observed one are values told apart to the last digits. */
        double quantile(final double share) {
            final double value = m_values.get((int)(share * m_values.size()))[0];
            final double below =
                m_values.stream().mapToDouble(v -> v[0]).filter(v -> v < value - 1e-5).max().orElse(value - 0.1);
            return (value + below) / 2;
        }

        double share(final double threshold) {
            return m_values.stream().filter(v -> v[0] >= threshold - 1e-9).mapToDouble(v -> v[1]).sum() / m_total;
        }
    }

    /** Every state of a chain is a permutation within the groups that lies in the event. */
    private static void staysInside(final SelectionPath path, final PermutationNull null_, final int steps) {
        final StrataChain chain = PermutationChains.chain(null_, RandomData.random(8));
        final SelectionEvent event = new SelectionEvent(path, steps);
        for (int step = 0; step < 500; step++) {
            chain.step();
            final double[] e = chain.residual();
            assertTrue(event.contains(null_.phenotype(e)), "outside the event after step " + step);
            for (final int[] group : null_.groups().members()) {
                assertEquals(Arrays.toString(Arrays.stream(group).mapToDouble(i -> null_.residual()[i]).sorted().toArray()),
                    Arrays.toString(Arrays.stream(group).mapToDouble(i -> e[i]).sorted().toArray()));
            }
        }
    }
}
