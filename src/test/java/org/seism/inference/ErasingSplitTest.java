package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.AssociationScore;
import org.seism.selection.NaiveErasing;
import org.seism.selection.NaiveErasing.Basis;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionProcedure;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/**
 * The data split with erasing (METHOD, sections 5b and 12) by naive code: one part selects words, in the other they are tested
 * as words given beforehand, each beside the levels of the earlier ones there and the windows that these have left there.
 */
class ErasingSplitTest {
    private static final int REPEATS = 12;

    @ParameterizedTest
    @CsvSource({"1, SINGLE, 1, false, 0, false", "2, BOTH, 1, false, 0, true", "3, SINGLE, 2, true, 0, true", "4, BOTH, 1, true, 1, false",
        "5, SINGLE, 1, false, 1, false"})
    void testsAsNaiveCodeDoes(final int seed, final Strands strands, final int overlap, final boolean positive, final int covariates,
        final boolean binary) {
        final UniformRandomProvider random = RandomData.random(577, seed);
        final DoubleSupplier normal = RandomData.normal(random);
        final int n = 36;
        final List<String> texts = new ArrayList<>();
        final double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            final StringBuilder s = new StringBuilder();
            for (int k = 0; k < 7 + i % 4; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            texts.add(s.toString());
            y[i] = binary ? random.nextInt(2) : normal.getAsDouble();
        }
        final double[][] w = new double[covariates][];
        Arrays.setAll(w, c -> RandomData.draw(n, normal));
        final Study study = new Study(RandomData.set(Alphabet.DNA, texts), strands, Phenotype.numeric("y", y),
            new Covariates(covariates == 0 ? List.of() : List.of("w"), w));
        final AssociationScore score =
            AssociationScore.DEFAULT.withSign(positive ? AssociationScore.Sign.POSITIVE : AssociationScore.Sign.ANY);
        final NaiveErasing.Rule rule = new NaiveErasing.Rule(3, 3, 1, overlap, strands, positive);
        int compared = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            final DataSplitTest.Settings settings = new DataSplitTest.Settings(0.5, 1, DataSplitTest.Method.STUDENT, 1, 100 + repeat);
            final List<DataSplitTest.Result> results = new DataSplitTest(study, GridSettings.DEFAULT.withWidths(3, 3).withMinSupport(3),
                score, RefinementSettings.NONE, new Erasing(true, 1, overlap), 3, settings, SelectionProcedure::of)
                    .run(TaskRunner.sequential(), Progress.NONE);
            final boolean[] selects = split(y, binary, settings.seed());
            final int[] first = rows(selects, true);
            final int[] second = rows(selects, false);
            NaiveErasing.Step chosen = new NaiveErasing(of(texts, first), rule, of(w, first)).first();
            NaiveErasing.Step tested = new NaiveErasing(of(texts, second), rule, of(w, second)).first();
            for (int j = 0; j < results.size(); j++) {
                final String where = "repeat " + repeat + ", motif " + (j + 1);
                final String word = chosen.winner(of(y, first));
                if (word == null) {
                    // all scores are 0 but for rounding: no word is better than another
                    break;
                }
                assertEquals(word, results.get(j).motif().toString(), where);
                final Basis nuisance = new Basis(tested.nuisance());
                final double[] phi = tested.activation(word);
                final double[] f = nuisance.residual(phi);
                final double[] r = nuisance.residual(of(y, second));
                final double norm = NaiveErasing.dot(f, f);
                final int freedom = second.length - nuisance.rank() - 1;
                if (norm > 1e-10 * NaiveErasing.dot(phi, phi) && freedom >= 1) {
                    final double correlation = NaiveErasing.dot(f, r) / Math.sqrt(norm * NaiveErasing.dot(r, r));
                    assertEquals(correlation, results.get(j).statistic(), 1e-9, where);
                    final double t = correlation * Math.sqrt(freedom / (1 - correlation * correlation));
                    final double upper = 1 - new TDistribution(freedom).cumulativeProbability(t);
                    assertEquals(positive ? upper : 2 * Math.min(upper, 1 - upper), results.get(j).p(), 1e-9, where);
                    compared += j > 0 ? 1 : 0;
                } else {
                    assertEquals(1, results.get(j).p(), where);
                }
                chosen = chosen.after(word);
                tested = tested.after(word);
            }
        }
        assertTrue(compared >= REPEATS / 2, "only " + compared + " later motifs");
    }

    /** The documented split: the seeded half of each class, or of all. */
    private static boolean[] split(final double[] y, final boolean binary, final long seed) {
        final TreeMap<Double, List<Integer>> classes = new TreeMap<>();
        for (int i = 0; i < y.length; i++) {
            classes.computeIfAbsent(binary ? y[i] : 0.0, k -> new ArrayList<>()).add(i);
        }
        final UniformRandomProvider random = RandomStreams.of(seed, StreamPurpose.DATA_SPLIT, 0);
        final boolean[] selects = new boolean[y.length];
        for (final List<Integer> members : classes.values()) {
            final int[] order = PermutationSampler.natural(members.size());
            PermutationSampler.shuffle(random, order);
            for (int k = 0; k < Math.round(0.5 * order.length); k++) {
                selects[members.get(order[k])] = true;
            }
        }
        return selects;
    }

    private static int[] rows(final boolean[] selects, final boolean wanted) {
        return IntStream.range(0, selects.length).filter(i -> selects[i] == wanted).toArray();
    }

    private static List<String> of(final List<String> texts, final int[] rows) {
        return Arrays.stream(rows).mapToObj(texts::get).toList();
    }

    private static double[] of(final double[] x, final int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> x[i]).toArray();
    }

    private static double[][] of(final double[][] x, final int[] rows) {
        return Arrays.stream(x).map(v -> of(v, rows)).toArray(double[][]::new);
    }
}
