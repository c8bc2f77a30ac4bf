package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.motif.Motif;
import org.seism.motif.RefinedWord;
import org.seism.motif.SoftMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Lattice refinement and network training against slow, obvious implementations. */
class RefinementTest {

    private record Case(String name, Alphabet alphabet, Strands strands, int resolution, GridSettings grid, AssociationScore score,
        int covariates, int shortest, int longest, int maxSweeps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        final GridSettings words = GridSettings.DEFAULT.withWidths(3, 3);
        final AssociationScore ridge = AssociationScore.DEFAULT;
        final AssociationScore lambda = new AssociationScore(AssociationScore.Kind.RIDGE, 0.7);
        final AssociationScore hsic = new AssociationScore(AssociationScore.Kind.HSIC, 0);
        return Stream.of(new Case("m = 1", Alphabet.DNA, Strands.SINGLE, 1, words, ridge, 0, 8, 14, 10),
            new Case("m = 2, both strands", Alphabet.DNA, Strands.BOTH, 2, words, ridge, 1, 8, 14, 10),
            new Case("m = 4, lambda", Alphabet.RNA, Strands.BOTH, 4, words, lambda, 0, 8, 14, 10),
            new Case("m = 2, HSIC, widths 2 to 5", Alphabet.DNA, Strands.SINGLE, 2, words.withWidths(2, 5), hsic, 0, 6, 14, 10),
            new Case("m = 2, IUPAC words, bandwidths", Alphabet.DNA, Strands.BOTH, 2,
                words.withDegeneracy(2).withBandwidths(List.of(0.7, 1.3)), ridge, 1, 3, 9, 10),
            new Case("m = 2, one sweep, sequences without window", Alphabet.DNA, Strands.SINGLE, 2, words, ridge, 0, 1, 6, 1),
            new Case("m = 1, width 9", Alphabet.DNA, Strands.BOTH, 1, words.withWidths(9, 9).withMinSupport(1), ridge, 0, 9, 20, 3),
            new Case("protein, m = 1", Alphabet.PROTEIN, Strands.SINGLE, 1, words.withWidths(2, 3), ridge, 1, 6, 14, 10),
            new Case("protein, m = 2", Alphabet.PROTEIN, Strands.SINGLE, 2, words.withWidths(2, 2), hsic, 0, 6, 10, 10));
    }

    private static UniformRandomProvider random(final long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("every step's motif is the one that plain re-scanning of all windows finds")
    void agreesWithBruteForce(final Case c) {
        int refined = 0;
        for (int repeat = 0; repeat < 6; repeat++) {
            final UniformRandomProvider random = random(100 * repeat + c.name().hashCode());
            final int n = 24;
            final SequenceSet set = RandomData.sequences(c.alphabet(), n, c.shortest(), c.longest(), random);
            final WordGrid grid = RandomData.grid(set, c.strands(), c.grid());
            final DoubleSupplier normal = RandomData.normal(random);
            final double[][] covariates = new double[c.covariates()][];
            Arrays.setAll(covariates, k -> RandomData.draw(n, normal));
            final double[] y = RandomData.draw(n, normal);
            final Refinement refinement = Refinement.of(RefinementSettings.lattice(c.resolution()).withMaxSweeps(c.maxSweeps()), set,
                c.strands(), c.score());
            final SelectionPath path =
                new GreedySelection(grid, c.score(), refinement, TaskRunner.sequential(), Progress.NONE).run(y, covariates, 2);
            final BruteForceRefinement brute = new BruteForceRefinement(set, c.strands(), c.score(), c.resolution());
            final List<double[]> columns = new ArrayList<>();
            columns.add(IntStream.range(0, n).mapToDouble(i -> 1).toArray());
            columns.addAll(List.of(covariates));
            for (int s = 0; s < path.size(); s++) {
                final RealMatrix q = BruteForceSelection.complement(n, columns);
                int seed = -1;
                double best = 0;
                for (int rank = 0; rank < grid.size(); rank++) {
                    final double score = brute.score(
                        brute.activation(BruteForceRefinement.columns(grid.motif(grid.candidateAt(rank)).letters()),
                            grid.motif(grid.candidateAt(rank)).letters().bandwidth()), q, y);
                    if (score > best * (1 + 1e-9)) {
                        best = score;
                        seed = grid.candidateAt(rank);
                    }
                }
                assertEquals(seed, path.selected(s), "seed of step " + s);
                final double[][] expected = brute.refine(grid.motif(seed).letters(), q, y, c.maxSweeps());
                final SoftMotif motif = ((RefinedWord)path.step(s).motif()).soft();
                for (int k = 0; k < expected.length; k++) {
                    assertArrayEquals(expected[k], motif.columns()[k], 1e-12, "step " + s + ", column " + k);
                }
                final double[] phi = brute.activation(expected, motif.bandwidth());
                assertArrayEquals(phi, path.activation(s), 1e-12);
                assertEquals(brute.score(phi, q, y), path.winningScore(s), 1e-9 * (1 + path.winningScore(s)));
                assertTrue(path.winningScore(s) >= best * (1 - 1e-9), "the refinement never loses");
                refined += Arrays.deepEquals(expected, BruteForceRefinement.columns(grid.motif(seed).letters())) ? 0 : 1;
                columns.add(phi);
            }
            assertTrue(new SelectionEvent(path, path.size()).contains(y), "the data are in their own event");
        }
        // a word may well be the best of its neighbours: with one point per letter, and for HSIC, which likes a large spread
        assertTrue(refined > 0 || c.resolution() == 1 || c.score().kind() == AssociationScore.Kind.HSIC, "nothing was ever refined");
    }

    @Test
    @DisplayName("lattice points, nearest points, limits")
    void lattice() {
        for (final int m : new int[]{1, 2, 4}) {
            final Lattice lattice = Lattice.of(Alphabet.DNA, m);
            final List<double[]> points = new BruteForceRefinement(RandomData.set(Alphabet.DNA, List.of("ACGT")), Strands.SINGLE,
                AssociationScore.DEFAULT, m).points();
            assertEquals(m == 1 ? 4 : m == 2 ? 10 : 35, lattice.size());
            for (int p = 0; p < lattice.size(); p++) {
                assertArrayEquals(points.get(p), lattice.column(p), 0);
                assertEquals(p, lattice.nearest(points.get(p)));
                for (int a = 0; a < 4; a++) {
                    double expected = 0;
                    for (int b = 0; b < 4; b++) {
                        expected += Math.pow(points.get(p)[b] - (a == b ? 1 : 0), 2);
                    }
                    assertEquals(expected, lattice.costs(p)[a] * lattice.unit(), 1e-12);
                }
            }
        }
        assertEquals(210, Lattice.of(Alphabet.PROTEIN, 2).size());
        assertThrows(InputException.class, () -> Lattice.of(Alphabet.PROTEIN, 4));
        assertThrows(InputException.class, () -> Lattice.of(Alphabet.DNA, 3));
        assertThrows(InputException.class, () -> RefinementSettings.lattice(5));
    }

    @Test
    @DisplayName("the network's loss: min over beta of ||Qy - phi beta||^2 + lambda beta^2 is ||Qy||^2 - s")
    void ridgeIdentity() {
        final UniformRandomProvider random = random(5);
        final DoubleSupplier normal = RandomData.normal(random);
        for (final double lambda : new double[]{0, 0.3, 5}) {
            final AssociationScore score = new AssociationScore(AssociationScore.Kind.RIDGE, lambda);
            for (int repeat = 0; repeat < 20; repeat++) {
                final OrthonormalBasis basis = OrthonormalBasis.ofCovariates(15, new double[][]{RandomData.draw(15, normal)});
                final double[] r = basis.residual(RandomData.draw(15, normal));
                final double[] f = basis.residual(RandomData.draw(15, normal));
                final double a = OrthonormalBasis.dot(f, r);
                final double norm = OrthonormalBasis.dot(f, f);
                // the loss by golden section over beta, not by its formula
                double low = -100;
                double high = 100;
                for (int k = 0; k < 300; k++) {
                    final double left = low + 0.382 * (high - low);
                    final double right = low + 0.618 * (high - low);
                    if (loss(r, f, left, lambda) < loss(r, f, right, lambda)) {
                        high = right;
                    } else {
                        low = left;
                    }
                }
                assertEquals(OrthonormalBasis.dot(r, r) - score.of(a, norm), loss(r, f, low, lambda), 1e-9);
            }
        }
    }

    private static double loss(final double[] r, final double[] f, final double beta, final double lambda) {
        double sum = lambda * beta * beta;
        for (int i = 0; i < r.length; i++) {
            sum += (r[i] - beta * f[i]) * (r[i] - beta * f[i]);
        }
        return sum;
    }

    @Test
    @DisplayName("training the network filter by filter gives the selected motifs")
    void filterByFilter() {
        final UniformRandomProvider random = random(11);
        final int n = 60;
        final SequenceSet set = RandomData.sequences(Alphabet.DNA, n, 20, 30, random);
        final WordGrid grid = RandomData.grid(set, Strands.BOTH, GridSettings.DEFAULT.withWidths(4, 4));
        final AssociationScore score = new AssociationScore(AssociationScore.Kind.RIDGE, 0.1);
        final double[] y = RandomData.draw(n, RandomData.normal(random));
        final double[] first = grid.activations().column(17);
        final double[] second = grid.activations().column(90);
        for (int i = 0; i < n; i++) {
            y[i] += 6 * first[i] - 4 * second[i];
        }
        final NetworkTraining training =
            new NetworkTraining(RefinementSettings.network(2), set, Strands.BOTH, score);
        final SelectionPath path =
            new GreedySelection(grid, score, training, TaskRunner.sequential(), Progress.NONE).run(y, new double[0][], 3);
        assertEquals(3, path.size());
        // a network that grows by one filter at a time: each is trained on what the intercept and the filters so far leave
        Nuisance basis = Nuisance.of(Strata.single(n));
        double loss = Double.POSITIVE_INFINITY;
        for (int filter = 0; filter < 3; filter++) {
            final double[] norms = new double[grid.size()];
            for (int g = 0; g < norms.length; g++) {
                final double[] f = basis.residual(grid.activations().column(g));
                norms[g] = OrthonormalBasis.dot(f, f);
            }
            final double[] residual = basis.residual(y);
            assertTrue(OrthonormalBasis.dot(residual, residual) < loss);
            loss = OrthonormalBasis.dot(residual, residual);
            final Motif trained = training.step(grid, basis, norms).motif(path.selected(filter), residual);
            assertEquals(trained, path.step(filter).motif(), "filter " + filter);
            assertArrayEquals(path.activation(filter), trained.sites(set, Strands.BOTH).activationsOrZero(), 0);
            final double[] f = basis.residual(path.activation(filter));
            assertEquals(score.of(OrthonormalBasis.dot(f, y), OrthonormalBasis.dot(f, f)), path.winningScore(filter), 1e-9);
            basis = basis.with(trained.sites(set, Strands.BOTH).activationsOrZero());
        }
        assertTrue(new SelectionEvent(path, 3).contains(y));
        final double[] other = y.clone();
        OrthonormalBasis.addScaled(other, RandomData.draw(n, RandomData.normal(random)), 20);
        assertNotEquals(true, new SelectionEvent(path, 3).contains(other));
    }

    @Test
    @DisplayName("training never ends far below the best word it started from, and mostly above")
    void trainingClimbs() {
        final UniformRandomProvider random = random(12);
        int better = 0;
        for (int repeat = 0; repeat < 30; repeat++) {
            final int n = 50;
            final SequenceSet set = RandomData.sequences(Alphabet.DNA, n, 15, 25, random);
            final WordGrid grid = RandomData.grid(set, Strands.SINGLE, GridSettings.DEFAULT.withWidths(4, 4));
            final double[] y = RandomData.draw(n, RandomData.normal(random));
            final AssociationScore score = AssociationScore.DEFAULT;
            final SelectionPath words =
                new GreedySelection(grid, score, TaskRunner.sequential(), Progress.NONE).run(y, new double[0][], 1);
            final SelectionPath network = new GreedySelection(grid, score,
                Refinement.of(RefinementSettings.network(4), set, Strands.SINGLE, score), TaskRunner.sequential(),
                Progress.NONE).run(y, new double[0][], 1);
            better += network.winningScore(0) > words.winningScore(0) ? 1 : 0;
        }
        assertTrue(better >= 20, "better than the best word in only " + better + " of 30");
    }
}
