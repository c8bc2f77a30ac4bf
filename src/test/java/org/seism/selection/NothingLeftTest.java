package org.seism.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.EventScan;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.event.PermutationScan;
import org.seism.inference.event.PermutationShape;
import org.seism.linear.OrthonormalBasis;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Three copies each of four sequences: a phenotype that differs only between copies goes with no candidate, and what the products are
 * then is rounding.
 */
class NothingLeftTest {
    private static final List<String> KINDS = List.of("AA", "AC", "CA", "CC");
    private static final int COPIES = 3;

    private static WordGrid grid() {
        final List<String> letters = KINDS.stream().flatMap(k -> Stream.of(k, k, k)).toList();
        return RandomData.grid(SequenceSet.of(Alphabet.DNA, IntStream.range(0, letters.size()).mapToObj(i -> "s" + i).toList(), letters),
            Strands.SINGLE, GridSettings.DEFAULT.withWidths(2, 2).withMinSupport(1));
    }

    static Stream<AssociationScore> scores() {
        return Stream.of(AssociationScore.DEFAULT, new AssociationScore(AssociationScore.Kind.RIDGE, 0.3),
            new AssociationScore(AssociationScore.Kind.HSIC, 0), AssociationScore.DEFAULT.withSign(AssociationScore.Sign.POSITIVE));
    }

    private static SelectionPath run(final AssociationScore score, final double[] y, final int motifs) {
        return new GreedySelection(grid(), score, TaskRunner.sequential(), Progress.NONE).run(y, new double[0][], motifs);
    }

    /** Of every kind one copy has each of the three values. */
    private static double[] balanced(final double... values) {
        return IntStream.range(0, COPIES * KINDS.size()).mapToDouble(i -> values[(i + i / COPIES) % COPIES]).toArray();
    }

    @ParameterizedTest
    @MethodSource("scores")
    @DisplayName("a step whose scores are all rounding selects nothing")
    void ends(final AssociationScore score) {
        final double[] noise = balanced(0.1, 0.7, 0.3);
        final double[] residual = Arrays.stream(noise).map(v -> v - Arrays.stream(noise).average().orElse(0)).toArray();
        final double[] products = grid().activations().transposeTimes(residual, TaskRunner.sequential());
        assertTrue(Arrays.stream(products).anyMatch(a -> a != 0), "the case must have rounding");
        final InputException e = assertThrows(InputException.class, () -> run(score, noise, 2));
        assertTrue(e.problem().contains("no candidate is left"), e.problem());
        // the first letter moves y besides: it is explained by two of the four words at most, and then nothing is left
        final double[] y = IntStream.range(0, noise.length).mapToDouble(i -> noise[i] + (i < 6 ? 1.3 : 0)).toArray();
        final SelectionPath path = run(score, y, 4);
        assertTrue(path.size() <= 3, "steps: " + path.size());
        for (int k = 0; k < path.size(); k++) {
            assertTrue(path.winningScore(k) > 1e-9, "step " + k + ": " + path.winningScore(k));
        }
    }

    private static double[] observed() {
        return new double[]{0.7, 0.7, 0.7, 0.7, 0.3, 0.3, 0.1, 0.3, 0.3, 0.1, 0.1, 0.1};
    }

    private static double[] twoClasses() {
        return new double[]{0.7, 0.7, 0.7, 0.7, 0.7, 0.1, 0.7, 0.1, 0.1, 0.7, 0.1, 0.1};
    }

    @Test
    @DisplayName("the event of the permutation null leaves out arrangements that select nothing, by whichever scan")
    void permutations() {
        final double[] y = observed();
        final SelectionPath path = run(AssociationScore.DEFAULT, y, 1);
        final double[] other = balanced(0.1, 0.7, 0.3);
        assertEquals(Arrays.stream(y).sorted().boxed().toList(), Arrays.stream(other).sorted().boxed().toList());
        assertFalse(new SelectionEvent(path, 1).contains(other));
        assertTrue(new SelectionEvent(path, 1).contains(y));
        final PermutationNull geometry = new PermutationNull(path, 0, Hypothesis.SEQUENTIAL, 1,
            NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]));
        final double[] from = geometry.residual();
        final double[] to = new double[y.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = other[i] / geometry.radius() - geometry.fit()[i];
        }
        final PermutationScan scan = new PermutationScan(new PermutationShape(geometry, TaskRunner.sequential()), from, y.length);
        final int[] rows = IntStream.range(0, y.length).toArray();
        final double[] change = IntStream.range(0, y.length).mapToDouble(i -> to[i] - from[i]).toArray();
        assertFalse(scan.inside(to));
        assertFalse(scan.inside(rows, change, rows.length, from));
        assertTrue(scan.inside(from));
        assertTrue(scan.inside(rows, new double[y.length], 0, from));
    }

    @Test
    @DisplayName("the event of the gaussian null leaves out directions that select nothing")
    void gaussian() {
        final double[] y = twoClasses();
        final SelectionPath path = run(AssociationScore.DEFAULT, y, 1);
        final NullGeometry geometry = new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, y);
        final double[] v = geometry.residual();
        final double[] noise = geometry.nuisance().residual(balanced(0.1, 0.7, 0.3));
        final double length = OrthonormalBasis.norm(noise);
        final double[] move = IntStream.range(0, v.length).mapToDouble(i -> noise[i] / length - v[i]).toArray();
        final EventScan scan = new EventScan(new EventShape(geometry, TaskRunner.sequential()), v);
        final int[] rows = IntStream.range(0, v.length).toArray();
        assertFalse(scan.beginInside(new EventScan.Move(v, rows, rows.length, move, new double[v.length]), 1, 0));
        assertTrue(scan.beginInside(new EventScan.Move(v, rows, rows.length, move, new double[v.length]), 0, 0));
        final double[] other = IntStream.range(0, v.length).mapToDouble(i -> geometry.fit()[i] + noise[i] / length).toArray();
        assertFalse(new SelectionEvent(path, 1).contains(other));
    }
}
