package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.linear.OrthonormalBasis;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Greedy selection against explicit projection matrices. */
class GreedySelectionTest {

    private static SelectionPath run(final WordGrid grid, final AssociationScore score, final double[] y,
        final double[][] covariates, final int motifs) {
        return new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(y, covariates, motifs);
    }

    static Stream<AssociationScore> scores() {
        return Stream.of(AssociationScore.DEFAULT, new AssociationScore(AssociationScore.Kind.RIDGE, 0.01),
            new AssociationScore(AssociationScore.Kind.RIDGE, 5), new AssociationScore(AssociationScore.Kind.HSIC, 0));
    }

    private static List<Integer> selected(final SelectionPath path) {
        return IntStream.range(0, path.size()).map(path::selected).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("scores")
    void followsExplicitProjections(final AssociationScore score) {
        int different = 0;
        for (int set = 0; set < 40; set++) {
            final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(300L + set);
            final int n = 20 + random.nextInt(30);
            final GridSettings settings = GridSettings.DEFAULT.withWidths(2, 3).withDegeneracy(set % 3 == 0 ? 1 : 0)
                .withBandwidths(set % 4 == 0 ? List.of(0.7, 1.3) : List.of(1.0));
            final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, n, 2, 12, random),
                set % 2 == 0 ? Strands.BOTH : Strands.SINGLE, settings);
            final DoubleSupplier normal = RandomData.normal(random);
            final double[][] covariates = new double[set % 3][];
            Arrays.setAll(covariates, c -> RandomData.draw(n, normal));
            final double[] y = RandomData.draw(n, normal);
            if (set % 5 == 0) {
                Arrays.setAll(y, i -> y[i] > 0.3 ? 1 : 0);
            }
            final SelectionPath path = run(grid, score, y, covariates, 4);
            final BruteForceSelection brute = new BruteForceSelection(grid, score, covariates);
            assertEquals(brute.select(y, 4), selected(path), "data set " + set);
            different += selected(path).get(0) == selected(run(grid, AssociationScore.DEFAULT, y, covariates, 1)).get(0) ? 0 : 1;
            final List<Integer> chosen = new ArrayList<>();
            for (int s = 0; s < path.size(); s++) {
                final RealMatrix q = BruteForceSelection.complement(n, brute.columns(chosen));
                assertEquals(1 + covariates.length + s, path.basis(s).rank());
                final SelectionStep step = path.step(s);
                final double[] residual = step.nuisance().residual(y);
                assertArrayEquals(q.operate(y), residual, 1e-9);
                for (int g = 0; g < grid.size(); g++) {
                    final double[] phi = grid.activations().column(g);
                    final double[] f = q.operate(phi);
                    final double norm = OrthonormalBasis.dot(f, f);
                    if (norm < 1e-10 * step.norms()[g]) {
                        assertTrue(Double.isNaN(step.residualNorms()[g]), "explained candidates are out");
                    } else {
                        assertEquals(norm, step.residualNorms()[g], 1e-11 * step.norms()[g]);
                    }
                    final double[] winner = q.operate(grid.activations().column(path.selected(s)));
                    assertEquals(OrthonormalBasis.dot(phi, winner) / OrthonormalBasis.norm(winner), step.loadings()[g], 1e-11);
                }
                final double[] f = q.operate(grid.activations().column(path.selected(s)));
                final double a = OrthonormalBasis.dot(f, y);
                final double norm = OrthonormalBasis.dot(f, f);
                final double expected = score.kind() == AssociationScore.Kind.HSIC ? a * a : a * a / (norm + score.lambda());
                assertEquals(1, path.winningScore(s) / expected, 1e-8);
                chosen.add(path.selected(s));
            }
        }
        if (score.kind() == AssociationScore.Kind.HSIC || score.lambda() > 1) {
            assertTrue(different > 0, "the scores differ in what they select");
        }
    }

    /** min over beta of ||Qy - phi beta||^2 + lambda beta^2 = ||Qy||^2 - s: what ties the score to a one-layer network. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 4})
    void ridgeScoreIsTheLossThatAFilterSaves(final double lambda) {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(17L);
        final DoubleSupplier normal = RandomData.normal(random);
        final double[] f = RandomData.draw(20, normal);
        final double[] y = RandomData.draw(20, normal);
        final double product = OrthonormalBasis.dot(f, y);
        final double norm = OrthonormalBasis.dot(f, f);
        double best = Double.POSITIVE_INFINITY;
        final double optimum = product / (norm + lambda);
        for (int k = -1000; k <= 1000; k++) {
            final double beta = optimum + k * 1e-4;
            double loss = lambda * beta * beta;
            for (int i = 0; i < 20; i++) {
                loss += (y[i] - f[i] * beta) * (y[i] - f[i] * beta);
            }
            best = Math.min(best, loss);
        }
        assertEquals(OrthonormalBasis.dot(y, y) - new AssociationScore(AssociationScore.Kind.RIDGE, lambda).of(product, norm), best,
            1e-10);
    }

    /**
     * Two words of the same sequences in two different, equally large groups, and a phenotype that treats both alike: an
     * exact tie, which goes to the first in grid order, whatever the sign; and a hair more on the other side turns it.
     */
    @ParameterizedTest
    @MethodSource("scores")
    void tiesGoToTheFirstInGridOrder(final AssociationScore score) {
        final List<String> texts = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            texts.add("TT");
            texts.add("AC");
            texts.add("GG");
        }
        // AC, GG, TT: each word's activation is 1 in its own group and exp(-2) in the others
        final WordGrid grid = RandomData.grid(RandomData.set(Alphabet.DNA, texts), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(2, 2));
        assertEquals(List.of("AC", "GG", "TT"),
            IntStream.range(0, grid.size()).mapToObj(r -> grid.motif(grid.candidateAt(r)).name()).toList());
        for (final int sign : new int[]{1, -1}) {
            assertEquals("GG", first(grid, score, values(0, sign, -sign), 1));
            assertEquals("AC", first(grid, score, values(sign, 0, -sign), 1));
            assertEquals("AC", first(grid, score, values(sign, -sign, 0), 1));
            assertEquals("TT", first(grid, score, values(sign, sign, -2 * sign), 1), "no tie");
        }
        assertEquals("GG", first(grid, score, values(-1e-15, 1, -1), 1));
        assertEquals("GG", first(grid, score, values(0, 1 + 1e-12, -1 - 2e-12), 1), "a tie up to 1e-9 of the score");
        assertEquals("TT", first(grid, score, values(0, 1, -1 - 1e-6), 1), "no tie any more");
    }

    /** One value for all AC, GG, TT sequences. */
    private static double[] values(final double ac, final double gg, final double tt) {
        final double[] y = new double[12];
        for (int i = 0; i < 12; i += 3) {
            y[i] = tt;
            y[i + 1] = ac;
            y[i + 2] = gg;
        }
        return y;
    }

    private static String first(final WordGrid grid, final AssociationScore score, final double[] y, final int motifs) {
        final SelectionPath path = run(grid, score, y, new double[0][], motifs);
        return String.join(" ", selected(path).stream().map(g -> grid.motif(g).name()).toList());
    }

    @Test
    void stopsWhereNothingIsLeft() {
        final List<String> texts = List.of("TT", "AC", "GG", "TT", "AC", "GG", "TT", "AC");
        final WordGrid grid = RandomData.grid(RandomData.set(Alphabet.DNA, texts), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(2, 2));
        final double[] y = {1, 2, 3, 1.5, 2.5, 2, 0, 1};
        // three groups: the intercept and two motifs explain all that words can
        assertEquals(2, run(grid, AssociationScore.DEFAULT, y, new double[0][], 5).size());
        final double[] constant = new double[8];
        Arrays.fill(constant, 2);
        assertThrows(InputException.class, () -> run(grid, AssociationScore.DEFAULT, constant, new double[0][], 1));
        assertThrows(InputException.class, () -> run(grid, AssociationScore.DEFAULT, y, new double[][]{y.clone()}, 1));
    }

    @Test
    void threadsDoNotMatter() {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
        final WordGrid grid = RandomData.grid(RandomData.sequences(Alphabet.DNA, 50, 30, 40, random), Strands.SINGLE,
            GridSettings.DEFAULT.withWidths(4, 6));
        final double[] y = RandomData.draw(50, RandomData.normal(random));
        final SelectionPath one = run(grid, AssociationScore.DEFAULT, y, new double[0][], 5);
        for (final int threads : new int[]{2, 4}) {
            try (TaskRunner.Pool pool = TaskRunner.withThreads(threads)) {
                final SelectionPath other =
                    new GreedySelection(grid, AssociationScore.DEFAULT, pool, Progress.NONE).run(y, new double[0][], 5);
                for (int s = 0; s < 5; s++) {
                    assertEquals(one.selected(s), other.selected(s));
                    assertEquals(one.winningScore(s), other.winningScore(s), 0);
                }
            }
        }
    }
}
