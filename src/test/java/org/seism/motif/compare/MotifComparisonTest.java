package org.seism.motif.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;

class MotifComparisonTest {

    private static FrequencyMatrix random(final String name, final int width, final SplittableRandom random) {
        final double[][] f = new double[width][4];
        for (final double[] column : f) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                column[a] = Math.pow(random.nextDouble(), 4);
                sum += column[a];
            }
            for (int a = 0; a < 4; a++) {
                column[a] /= sum;
            }
        }
        return new FrequencyMatrix(name, "", Alphabet.DNA, f, 50, null);
    }

    private static List<LibraryMotif> library(final int size, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<LibraryMotif> library = new ArrayList<>();
        for (int t = 0; t < size; t++) {
            library.add(new LibraryMotif(random("M" + t, 6 + t % 5, random), "family " + t / 4));
        }
        return library;
    }

    @Test
    @DisplayName("the null distribution of a range is that of all choices of one score per column")
    void tails() {
        final SplittableRandom random = new SplittableRandom(3);
        final int[][] scores = new int[3][7];
        for (final int[] column : scores) {
            for (int k = 0; k < column.length; k++) {
                column[k] = random.nextInt(-20, 30);
            }
        }
        final RangeTails tails = new RangeTails(scores);
        for (int score = -70; score < 100; score += 3) {
            int all = 0;
            int two = 0;
            for (final int a : scores[0]) {
                for (final int b : scores[1]) {
                    for (final int c : scores[2]) {
                        all += a + b + c >= score ? 1 : 0;
                        two += b + c >= score ? 1 : 0;
                    }
                }
            }
            assertEquals(all / 343.0, tails.atLeast(0, 3, score), 1e-12);
            assertEquals(two / 343.0, tails.atLeast(1, 3, score), 1e-12);
        }
    }

    @Test
    @DisplayName("a motif is found in a library, on either strand, cut or not, with its offset")
    void finds() {
        final List<LibraryMotif> library = library(60, 11);
        final MotifComparison comparison = new MotifComparison(new MotifLibrary("known", library), true);
        final FrequencyMatrix target = library.get(24).matrix();
        final LibraryMatch whole = comparison.match(target, Progress.NONE).get(0);
        assertEquals("M24", whole.target().matrix().name());
        assertEquals(Strand.FORWARD, whole.strand());
        assertEquals(0, whole.offset());
        assertEquals(target.width(), whole.overlap());
        assertTrue(whole.q() < 0.01, () -> "q = " + whole.q());
        final LibraryMatch turned = comparison.match(target.reverseComplement(), Progress.NONE).get(0);
        assertEquals("M24", turned.target().matrix().name());
        assertEquals(Strand.REVERSE, turned.strand());
        assertEquals(whole.p(), turned.p(), 1e-9);
        final double[][] cut = java.util.Arrays.copyOfRange(target.frequencies(), 2, target.width());
        final LibraryMatch part =
            comparison.match(new FrequencyMatrix("cut", "", Alphabet.DNA, cut, 50, null), Progress.NONE).get(0);
        assertEquals("M24", part.target().matrix().name());
        assertEquals(-2, part.offset());
    }

    @Test
    @DisplayName("p-values of unrelated motifs are uniform: each alignment against columns of the library drawn at random")
    void uniform() {
        final SplittableRandom random = new SplittableRandom(5);
        final MotifComparison comparison = new MotifComparison(new MotifLibrary("known", library(200, 7)), false);
        int small = 0;
        int all = 0;
        for (int query = 0; query < 20; query++) {
            for (final LibraryMatch match : comparison.match(random("q", 8, random), Progress.NONE)) {
                small += match.p() <= 0.05 ? 1 : 0;
                all++;
            }
        }
        // 4000 p-values, those of one query are dependent: the bound is five times a binomial standard error
        assertEquals(0.05, (double)small / all, 5 * Math.sqrt(0.05 * 0.95 / all));
    }

    @Test
    @DisplayName("the family with the most evidence among the significant best is called, with 'resembles' and q")
    void family() {
        final List<LibraryMotif> library = library(60, 11);
        final MotifComparison comparison = new MotifComparison(new MotifLibrary("known", library), true);
        final FamilyCall call = FamilyCall.of(comparison.match(library.get(24).matrix(), Progress.NONE)).orElseThrow();
        assertEquals("family 6", call.family());
        assertTrue(call.text().startsWith("resembles family 6 (best: M24, q = "), call.text());
        assertTrue(FamilyCall.of(List.of(new LibraryMatch(library.get(0), 0.2, 0.9, Strand.FORWARD, 0, 6))).isEmpty());
    }

    @Test
    @DisplayName("an empty library and a query of another kind are refused")
    void refused() {
        assertThrows(InputException.class, () -> new MotifLibrary("known", List.of()));
        final double[][] f = new double[6][20];
        for (final double[] column : f) {
            column[0] = 1;
        }
        final FrequencyMatrix protein = new FrequencyMatrix("p", "", Alphabet.PROTEIN, f, 10, null);
        final MotifComparison comparison = new MotifComparison(new MotifLibrary("known", library(5, 1)), true);
        assertThrows(InputException.class, () -> comparison.match(protein, Progress.NONE));
    }
}
