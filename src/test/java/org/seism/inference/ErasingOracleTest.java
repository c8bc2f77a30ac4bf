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
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.NaiveErasing;
import org.seism.selection.NaiveErasing.Basis;
import org.seism.selection.NaiveErasing.Rule;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * The tests of later motifs where earlier ones were erased, against the truth on tiny studies (METHOD, sections 5b and 8 to 11):
 * strata, usable windows, selection and statistics are written down again on text ({@link NaiveErasing}), phenotypes are drawn
 * on the sphere, set on a grid of angles, or enumerated, and those that select other words are thrown away.
 */
class ErasingOracleTest {
    private static final int DRAWS = 1_500_000;
    private static final int WANTED = 10_000;
    private static final int ANGLES = 4000;

    /** A tiny study, its selection by the program and by naive code. */
    private record Case(String name, double[][] covariates, double[] y, SelectionPath path, List<NaiveErasing.Step> steps,
        List<String> words, Rule rule, NaiveErasing naive) {

        static Case of(final String name, final List<String> texts, final Rule rule, final double[][] covariates, final double[] y,
            final int motifs) {
            final WordGrid grid = WordGrid.build(RandomData.set(Alphabet.DNA, texts), rule.strands(),
                GridSettings.DEFAULT.withWidths(rule.width(), rule.width()).withMinSupport(rule.support()),
                new Erasing(true, rule.mismatches(), rule.overlap()), TaskRunner.sequential(), Progress.NONE);
            final AssociationScore score = AssociationScore.DEFAULT
                .withSign(rule.positive() ? AssociationScore.Sign.POSITIVE : AssociationScore.Sign.ANY);
            final SelectionPath path =
                new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(y, covariates, motifs);
            final NaiveErasing naive = new NaiveErasing(texts, rule, covariates);
            final List<NaiveErasing.Step> steps = new ArrayList<>();
            final List<String> words = new ArrayList<>();
            for (int s = 0; s < motifs && !words.contains(null); s++) {
                steps.add(s == 0 ? naive.first() : steps.get(s - 1).after(words.get(s - 1)));
                words.add(steps.get(s).winner(y));
            }
            return new Case(name, covariates, y, path, steps, words, rule, naive);
        }

        int n() {
            return y.length;
        }

        /** Whether y leads to the same words. */
        boolean selects(final double[] phenotype, final int count) {
            for (int s = 0; s < count; s++) {
                if (!words.get(s).equals(steps.get(s).winner(phenotype))) {
                    return false;
                }
            }
            return true;
        }

        int eventSteps(final int motif, final Hypothesis hypothesis) {
            return hypothesis == Hypothesis.SEQUENTIAL ? motif + 1 : words.size();
        }

        /** Levels of the words that a hypothesis conditions on. */
        String[] strata(final int motif, final Hypothesis hypothesis) {
            final String[] strata = new String[n()];
            Arrays.fill(strata, "");
            for (int s = 0; s < (hypothesis == Hypothesis.SEQUENTIAL ? motif : words.size()); s++) {
                final int[] levels = steps.get(s).levels(words.get(s));
                for (int i = 0; i < strata.length && s != motif; i++) {
                    strata[i] += levels[i] + " ";
                }
            }
            return strata;
        }

        /** What the statistic of a motif projects off; all numbers of usable windows where the null must hold every step. */
        Basis nuisance(final int motif, final Hypothesis hypothesis, final boolean gaussian) {
            final List<double[]> all = naive.given(strata(motif, hypothesis));
            for (int s = 1; s < eventSteps(motif, hypothesis); s++) {
                if (gaussian || s == motif) {
                    all.add(steps.get(s).windows());
                }
            }
            return new Basis(all);
        }

        double[] direction(final int motif, final Basis nuisance) {
            final double[] f = nuisance.residual(steps.get(motif).activation(words.get(motif)));
            return times(f, 1 / length(f));
        }

        double magnitude(final double t) {
            return rule.positive() ? Math.max(0, t) : Math.abs(t);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double length(final double[] x) {
        return Math.sqrt(NaiveErasing.dot(x, x));
    }

    private static double[] times(final double[] x, final double factor) {
        return Arrays.stream(x).map(v -> v * factor).toArray();
    }

    /** a + c b. */
    private static double[] plus(final double[] a, final double[] b, final double c) {
        final double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += c * b[i];
        }
        return sum;
    }

    private static List<String> texts(final int n, final int min, final int max, final UniformRandomProvider random) {
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            final StringBuilder s = new StringBuilder();
            final int length = min + random.nextInt(max - min + 1);
            for (int k = 0; k < length; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            texts.add(s.toString());
        }
        return texts;
    }

    private static Case numbers(final String name, final int seed, final int n, final int max, final Rule rule, final int covariates,
        final int motifs) {
        final UniformRandomProvider random = RandomData.random(2718, seed);
        final List<String> texts = texts(n, 7, max, random);
        final DoubleSupplier normal = RandomData.normal(random);
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(n, normal));
        return Case.of(name, texts, rule, w, RandomData.draw(n, normal), motifs);
    }

    /** Seeds were looked for: few studies as small as these have several words at each step and an event with room in it. */
    static Stream<Case> gaussian() {
        return Stream.of(numbers("one strand", 9482, 14, 9, Rule.narrow(3, 4, Strands.SINGLE), 0, 2),
            numbers("both strands, covariate", 91655, 14, 8, Rule.narrow(3, 5, Strands.BOTH), 1, 2),
            numbers("overlap allowed", 749, 14, 8, new Rule(3, 4, 1, 2, Strands.SINGLE, false), 0, 2),
            numbers("positive only", 6577, 14, 8, new Rule(3, 4, 1, 1, Strands.SINGLE, true), 0, 2),
            numbers("exact sites, 3 motifs", 29175, 14, 7, new Rule(2, 6, 0, 1, Strands.SINGLE, false), 0, 3));
    }

    @ParameterizedTest
    @MethodSource("gaussian")
    @Tag("slow")
    void chainsAgreeWithRejection(final Case c) {
        final int motif = c.words().size() - 1;
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            // the partial hypothesis of an earlier motif has steps after it in its event
            final int tested = hypothesis == Hypothesis.SEQUENTIAL ? motif : motif - 1;
            final Basis nuisance = c.nuisance(tested, hypothesis, true);
            final double[] e = c.direction(tested, nuisance);
            final double[] residual = nuisance.residual(c.y());
            final double radius = length(residual);
            final double[] fit = times(plus(c.y(), residual, -1), 1 / radius);
            final double observed = c.magnitude(NaiveErasing.dot(e, residual) / radius);
            final DoubleSupplier normal = RandomData.normal(RandomData.random(99, hypothesis.ordinal()));
            final List<Double> kept = new ArrayList<>();
            for (int draw = 0; draw < DRAWS && kept.size() < WANTED; draw++) {
                final double[] u = nuisance.residual(RandomData.draw(c.n(), normal));
                final double scale = 1 / length(u);
                if (c.selects(plus(fit, u, scale), c.eventSteps(tested, hypothesis))) {
                    kept.add(c.magnitude(NaiveErasing.dot(e, u) * scale));
                }
            }
            final double[] t = kept.stream().mapToDouble(x -> x).sorted().toArray();
            final String where = c + ", " + hypothesis + " motif " + (tested + 1);
            System.out.printf("%s: %d words at its step, d = %d, %d draws in the event%n", where, c.steps().get(tested).size(),
                c.n() - nuisance.rank(), t.length);
            assertTrue(t.length >= 2000, () -> where + ": only " + t.length + " draws in the event");
            for (final Kernel kernel : Kernel.values()) {
                final NullSample sample = new MonteCarloTest(c.path(), c.y(),
                    SamplingSettings.DEFAULT.withHypothesis(hypothesis).withKernel(kernel).withReplicates(20_000)
                        .withThinning(kernel == Kernel.BLOCK ? 1 : 3), TaskRunner.sequential(), Progress.NONE).run(tested).get(0);
                assertEquals(observed, sample.observed(), 1e-9, where);
                final double[] thresholds = {observed - 1e-9, t[t.length / 10], t[t.length / 2], t[t.length * 9 / 10]};
                final StringBuilder line = new StringBuilder();
                for (final double threshold : thresholds) {
                    final double[] hits = Arrays.stream(sample.statistics()).map(x -> x >= threshold ? 1 : 0).toArray();
                    final double share = Arrays.stream(hits).average().orElseThrow();
                    final double expected = (double)Arrays.stream(t).filter(x -> x >= threshold).count() / t.length;
                    final double ess = Math.min(EffectiveSampleSize.of(sample.statistics()), EffectiveSampleSize.of(hits));
                    final double error = Math.sqrt(Math.max(expected * (1 - expected), 1 / ess) / ess
                        + Math.max(expected * (1 - expected), 1.0 / t.length) / t.length);
                    line.append(String.format(Locale.ROOT, "  %.4f/%.4f (z %.1f)", share, expected, (share - expected) / error));
                    assertEquals(expected, share, 5 * error, () -> where + " " + kernel + line);
                }
                System.out.printf("  %-11s%s%n", kernel, line);
            }
        }
    }

    /** The angle between phenotype and motif is all that is free: a grid of angles with the density of the closed form. */
    @ParameterizedTest
    @MethodSource("gaussian")
    void closedFormAgreesWithAGridOfAngles(final Case c) {
        int informative = 0;
        for (int set = 0; set < 30; set++) {
            final double[] y = RandomData.draw(c.n(), RandomData.normal(RandomData.random(314, set)));
            final Case own = Case.of(c.name(), c.naive().texts(), c.rule(), c.covariates(), y, c.words().size());
            if (own.words().contains(null) || own.path().size() < own.words().size()) {
                continue;
            }
            for (final Hypothesis hypothesis : Hypothesis.values()) {
                final int motif = hypothesis == Hypothesis.SEQUENTIAL ? own.words().size() - 1 : set % own.words().size();
                final Basis nuisance = own.nuisance(motif, hypothesis, true);
                final double[] phi = own.steps().get(motif).activation(own.words().get(motif));
                final int d = own.n() - nuisance.rank();
                if (d < 3 || length(nuisance.residual(phi)) < 1e-6) {
                    continue;
                }
                final String where = own + " set " + set + " " + hypothesis + " motif " + (motif + 1);
                final double[] e = own.direction(motif, nuisance);
                final double[] residual = nuisance.residual(y);
                final double radius = length(residual);
                final double[] fit = times(plus(y, residual, -1), 1 / radius);
                final double cosine = NaiveErasing.dot(e, residual) / radius;
                final double[] rest = plus(times(residual, 1 / radius), e, -cosine);
                final double[] w = times(rest, 1 / length(rest));
                final ExactTest.Result result = ExactTest.test(new NullGeometry(own.path(), motif, hypothesis, y),
                    TaskRunner.sequential(), Progress.NONE);
                double mass = 0;
                double extreme = 0;
                double cell = 0;
                for (int k = 0; k < ANGLES; k++) {
                    final double theta = (k + 0.5) * Math.PI / ANGLES;
                    final boolean in =
                        own.selects(plus(plus(fit, e, Math.cos(theta)), w, Math.sin(theta)), own.eventSteps(motif, hypothesis));
                    final double weight = Math.pow(Math.sin(theta), d - 2);
                    if (in) {
                        mass += weight;
                        extreme += own.magnitude(Math.cos(theta)) >= own.magnitude(cosine) ? weight : 0;
                        cell = Math.max(cell, weight);
                    }
                    final boolean end = Arrays.stream(result.intervals())
                        .anyMatch(i -> Math.abs(theta - i[0]) < 1e-6 || Math.abs(theta - i[1]) < 1e-6);
                    if (!end) {
                        assertEquals(in, Arrays.stream(result.intervals()).anyMatch(i -> i[0] < theta && theta < i[1]),
                            () -> where + " at angle " + theta);
                    }
                }
                // one cell is in doubt at each end of an interval and on each side of the observed angle
                final double bound = 2 * (result.intervals().length + 1) * cell / mass;
                if (bound < 0.05) {
                    final double p = own.magnitude(cosine) > 0 ? extreme / mass : 1;
                    assertEquals(p, result.p().value(), bound, where);
                    informative += p > 0.01 && p < 0.99 ? 1 : 0;
                }
            }
        }
        final int seen = informative;
        System.out.printf("%s: %d p-values inside (0.01, 0.99)%n", c, seen);
        assertTrue(seen >= 8, () -> c + ": only " + seen + " p-values inside (0.01, 0.99)");
    }

    private static Case classes(final String name, final int seed, final double[] values, final int max, final Rule rule,
        final int motifs) {
        final UniformRandomProvider random = RandomData.random(1618, seed);
        final List<String> texts = texts(values.length, 7, max, random);
        final int[] order = PermutationSampler.natural(values.length);
        PermutationSampler.shuffle(random, order);
        return Case.of(name, texts, rule, new double[0][], Arrays.stream(order).mapToDouble(i -> values[i]).toArray(), motifs);
    }

    static Stream<Case> permuted() {
        final double[] balanced = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        final double[] few = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        final double[] ties = {0, 0, 0, 1, 1, 2, 2, 2, 5, 5};
        final double[] distinct = {-1.3, -0.8, -0.7, -0.1, 0.2, 0.5, 1.1, 1.9, 2.2};
        final Rule narrow = Rule.narrow(3, 3, Strands.SINGLE);
        final Rule positive = new Rule(3, 3, 1, 1, Strands.SINGLE, true);
        return Stream.of(classes("balanced", 70667, balanced, 9, narrow, 2),
            classes("balanced, positive only", 4419, balanced, 9, positive, 2),
            classes("balanced, both strands", 137008, balanced, 8, Rule.narrow(3, 4, Strands.BOTH), 2),
            classes("few cases, positive only", 17434, few, 9, positive, 2), classes("ties", 1151, ties, 8, narrow, 2),
            classes("ties, positive only", 33165, ties, 8, positive, 2), classes("distinct", 43590, distinct, 8, narrow, 2),
            classes("distinct, positive only", 47575, distinct, 8, positive, 2),
            classes("few cases, overlap allowed", 9923, few, 9, new Rule(3, 3, 1, 2, Strands.SINGLE, false), 2),
            classes("balanced, exact sites, 3 motifs", 9628, balanced, 8, new Rule(2, 4, 0, 1, Strands.SINGLE, false), 3));
    }

    @ParameterizedTest
    @MethodSource("permuted")
    @Tag("slow")
    void walksAgreeWithEnumeration(final Case c) {
        assertEquals(c.words(), c.path().steps().stream().map(s -> s.candidate().motif().toString()).toList());
        final NullDesign design = NullDesign.plain(NullModel.PERMUTATION, c.y(), c.covariates());
        int spread = 0;
        for (final Hypothesis hypothesis : Hypothesis.values()) {
            final boolean sequential = hypothesis == Hypothesis.SEQUENTIAL;
            final PermutationTest test = new PermutationTest(c.path(), design,
                SamplingSettings.DEFAULT.withHypothesis(hypothesis).withReplicates(20_000), TaskRunner.sequential(), Progress.NONE);
            for (int motif = sequential ? 1 : 0; motif < c.words().size(); motif++) {
                final PermutationTest.Result result = test.run(sequential, true, motif).get(0);
                final Basis nuisance = c.nuisance(motif, hypothesis, false);
                final double[] phi = c.steps().get(motif).activation(c.words().get(motif));
                final double[] f = nuisance.residual(phi);
                final double norm = length(f) > 1e-9 * length(phi) ? length(f) : Double.POSITIVE_INFINITY;
                final String where = c + ", " + hypothesis + ", motif " + (motif + 1);
                final String[] strata = c.strata(motif, hypothesis);
                spread += compare(where, c, strata, c.eventSteps(motif, hypothesis), result.sampled(), y -> {
                    final double[] r = nuisance.residual(y);
                    return length(r) > 1e-9 * length(y) ? c.magnitude(NaiveErasing.dot(f, r) / (norm * length(r))) : 0;
                });
                if (sequential) {
                    spread += compare(where + ", step", c, strata, motif, result.step(), c.steps().get(motif)::statistic);
                }
            }
        }
        assertTrue(spread > 0, "nothing moves");
    }

    /** @return whether the truth has more than two values */
    private static int compare(final String where, final Case c, final String[] strata, final int steps, final NullSample sample,
        final ToDoubleFunction<double[]> statistic) {
        assertEquals(statistic.applyAsDouble(c.y()), sample.observed(), 1e-9, where);
        final List<Double> values = new ArrayList<>();
        arrange(strata, c.y().clone(), 0, y -> {
            if (c.selects(y, steps)) {
                values.add(statistic.applyAsDouble(y));
            }
        });
        final double[] t = values.stream().mapToDouble(x -> x).sorted().toArray();
        final double[] different = Arrays.stream(t).map(x -> Math.rint(x * 1e8)).distinct().toArray();
        final StringBuilder line = new StringBuilder();
        for (final double threshold : new double[]{sample.observed(), t[t.length / 4], t[t.length / 2], t[t.length * 9 / 10]}) {
            final double[] hits = Arrays.stream(sample.statistics()).map(x -> x >= threshold - 1e-8 ? 1 : 0).toArray();
            final double share = Arrays.stream(hits).average().orElseThrow();
            final double expected = (double)Arrays.stream(t).filter(x -> x >= threshold - 1e-8).count() / t.length;
            final double ess = expected == 1 ? hits.length : EffectiveSampleSize.of(hits);
            line.append(String.format(Locale.ROOT, "  %.4f/%.4f", share, expected));
            assertEquals(expected, share, 5 * Math.sqrt(expected * (1 - expected) / ess) + 1e-9, () -> where + line);
        }
        System.out.printf("%s: %d arrangements in the event, %d values%s%n", where, t.length, different.length, line);
        return different.length > 2 ? 1 : 0;
    }

    /** Every different arrangement within the strata once: the k-th place takes each different value of a later one of its stratum. */
    private static void arrange(final String[] strata, final double[] y, final int k, final Consumer<double[]> take) {
        if (k == y.length) {
            take.accept(y);
            return;
        }
        final List<Double> taken = new ArrayList<>();
        for (int l = k; l < y.length; l++) {
            if (strata[l].equals(strata[k]) && !taken.contains(y[l])) {
                taken.add(y[l]);
                exchange(y, k, l);
                arrange(strata, y, k + 1, take);
                exchange(y, k, l);
            }
        }
    }

    private static void exchange(final double[] y, final int a, final int b) {
        final double t = y[a];
        y[a] = y[b];
        y[b] = t;
    }
}
