package org.seism.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Motif;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifLibrary;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** A library's matrices as candidates, held to an independent program: METHOD 4b and 5b by brute force over all words. */
class LibraryCandidatesTest {
    private static final int LENGTH = 20;

    private static FrequencyMatrix matrix(final String name, final int width, final SplittableRandom random) {
        final double[][] f = new double[width][4];
        for (final double[] column : f) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                column[a] = Math.round(20 * Math.pow(random.nextDouble(), 4));
                sum += column[a];
            }
            column[random.nextInt(4)] += 40 - sum;
            for (int a = 0; a < 4; a++) {
                column[a] = Math.max(0, column[a]) / 40;
            }
            final double total = column[0] + column[1] + column[2] + column[3];
            for (int a = 0; a < 4; a++) {
                column[a] /= total;
            }
        }
        return new FrequencyMatrix(name, "", Alphabet.DNA, f, 40, null);
    }

    static MotifLibrary library() {
        final SplittableRandom random = new SplittableRandom(5);
        return new MotifLibrary("own", IntStream.range(0, 6).mapToObj(
            m -> new LibraryMotif(matrix("K" + m, 7 - m % 2, random), "")).toList());
    }

    private static SequenceSet set() {
        final SplittableRandom random = new SplittableRandom(9);
        final StringBuilder planted = new StringBuilder();
        for (final double[] column : library().motifs().get(0).matrix().frequencies()) {
            int best = 0;
            for (int a = 1; a < 4; a++) {
                best = column[a] > column[best] ? a : best;
            }
            planted.append("ACGT".charAt(best));
        }
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            final StringBuilder s = new StringBuilder();
            final int length = i == 7 ? 5 : LENGTH;
            while (s.length() < length) {
                s.append(random.nextInt(40) == 0 ? 'N' : "AACGTTT".charAt(random.nextInt(7)));
            }
            if (i % 3 == 1 && i != 7) {
                s.replace(i % 10, i % 10 + planted.length(), planted.toString());
            }
            ids.add("s" + i);
            sequences.add(s.toString());
        }
        return SequenceSet.of(Alphabet.DNA, ids, sequences);
    }

    /** The definition, written down once more. */
    private static final class Reference {
        private final SequenceSet m_set;
        private final boolean m_both;
        private final double[] m_background = new double[4];
        private final Map<String, Integer> m_known = new HashMap<>();

        Reference(final SequenceSet set, final Strands strands) {
            m_set = set;
            m_both = strands == Strands.BOTH;
            double total = 4;
            java.util.Arrays.fill(m_background, 1);
            for (int i = 0; i < set.size(); i++) {
                for (final byte c : set.codes(i)) {
                    if (c >= 0) {
                        m_background[c] += m_both ? 0.5 : 1;
                        m_background[m_both ? 3 - c : c] += m_both ? 0.5 : 0;
                        total++;
                    }
                }
            }
            for (int a = 0; a < 4; a++) {
                m_background[a] /= total;
            }
        }

        private long score(final FrequencyMatrix m, final byte[] letters, final int at, final boolean reverse) {
            long sum = 0;
            for (int c = 0; c < m.width(); c++) {
                final int code = letters[reverse ? at + m.width() - 1 - c : at + c];
                if (code < 0) {
                    return Long.MIN_VALUE;
                }
                final int a = reverse ? 3 - code : code;
                sum += Math.round(100 * Math.log((m.frequencies()[c][a] * 40 + 0.1) / 40.4 / m_background[a]) / Math.log(2));
            }
            return sum;
        }

        int level(final FrequencyMatrix m, final long score) {
            return m_known.computeIfAbsent(m.name() + " " + score, k -> slow(m, score));
        }

        /** Level of a window's score: p-value over all words of the width. */
        private int slow(final FrequencyMatrix m, final long score) {
            double p = 0;
            for (int word = 0; word < 1 << 2 * m.width(); word++) {
                final byte[] letters = new byte[m.width()];
                double weight = 1;
                for (int c = 0; c < letters.length; c++) {
                    letters[c] = (byte)(word >> 2 * c & 3);
                    weight *= m_background[letters[c]];
                }
                p += score(m, letters, 0, false) >= score ? weight : 0;
            }
            final double x = (-Math.log10(p) - Math.log10((m_both ? 2 : 1) * LENGTH)) / 4;
            return (int)Math.round(15 * Math.max(0, Math.min(1, x)));
        }

        /**
         * Level of the best window that no mask forbids, and the windows from level 8 on: {@code [level, start,
         * start, ...]}.
         */
        List<Integer> levels(final FrequencyMatrix m, final int i, final boolean[] erased) {
            final byte[] letters = m_set.codes(i);
            final int overlap = m.width() < 8 ? 1 : m.width() / 2 + 1;
            int best = 0;
            final List<Integer> sites = new ArrayList<>();
            for (int at = 0; at + m.width() <= letters.length; at++) {
                final int from = at;
                if (IntStream.range(at, at + m.width()).filter(k -> erased[k]).count() >= overlap) {
                    continue;
                }
                int level = -1;
                for (final boolean reverse : m_both ? new boolean[]{false, true} : new boolean[]{false}) {
                    final long score = score(m, letters, at, reverse);
                    level = score == Long.MIN_VALUE ? level : Math.max(level, level(m, score));
                }
                best = Math.max(best, level);
                if (level >= 8) {
                    sites.add(from);
                }
            }
            sites.add(0, best);
            return sites;
        }
    }

    @ParameterizedTest
    @EnumSource(Strands.class)
    @DisplayName("activations, sites, erasing, levels and support are those of the definition, for one thread and two, alone and beside words")
    void definition(final Strands strands) {
        final SequenceSet set = set();
        final MotifLibrary library = library();
        final GridSettings alone = GridSettings.DEFAULT.withWidths(4, 4).withLibrary(new LibraryCandidates(library, false));
        final GridSettings both = alone.withLibrary(new LibraryCandidates(library, true));
        final WordGrid grid = WordGrid.build(set, strands, alone, Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        final WordGrid mixed = WordGrid.build(set, strands, both, Erasing.DEFAULT, TaskRunner.withThreads(2), Progress.NONE);
        final WordGrid words =
            WordGrid.build(set, strands, GridSettings.DEFAULT.withWidths(4, 4), Erasing.DEFAULT,
            TaskRunner.sequential(), Progress.NONE);
        final Reference reference = new Reference(set, strands);
        final boolean[][] none = new boolean[set.size()][LENGTH];
        compare(reference, library, set, none, grid, mixed, words);
        // the first matrix' sites are erased; then a word's
        final Motif first = grid.motif(0);
        final FrequencyMatrix firstMatrix = library.motifs().get(0).matrix();
        assertEquals("K0", first.name());
        final int[] levels = grid.erased().levels(first);
        final boolean[][] erased = new boolean[set.size()][LENGTH];
        int sites = 0;
        for (int i = 0; i < set.size(); i++) {
            final List<Integer> found = reference.levels(firstMatrix, i, none[i]);
            assertEquals(3 - found.get(0) / 4, levels[i]);
            for (final int at : found.subList(1, found.size())) {
                java.util.Arrays.fill(erased[i], at, at + firstMatrix.width(), true);
                sites++;
            }
        }
        assertTrue(sites > 10, "sites " + sites);
        final ErasedLetters after = grid.erased().with(first);
        compare(reference, library, set, erased, grid.without(after, TaskRunner.sequential(), Progress.NONE).orElseThrow(),
            mixed.without(mixed.erased().with(first), TaskRunner.sequential(), Progress.NONE).orElseThrow(),
            words.without(words.erased().with(first), TaskRunner.sequential(), Progress.NONE).orElseThrow());
    }

    private static void compare(final Reference reference, final MotifLibrary library, final SequenceSet set,
        final boolean[][] erased,
        final WordGrid grid, final WordGrid mixed, final WordGrid words) {
        assertEquals(library.motifs().size(), grid.size());
        assertEquals(words.size() + grid.size(), mixed.size());
        for (int g = 0; g < words.size(); g++) {
            assertEquals(words.candidate(g), mixed.candidate(g));
            assertArrayEquals(words.activations().column(g), mixed.activations().column(g));
        }
        for (int m = 0; m < grid.size(); m++) {
            final double[] column = grid.activations().column(m);
            int support = 0;
            for (int i = 0; i < set.size(); i++) {
                final List<Integer> found = reference.levels(library.motifs().get(m).matrix(), i, erased[i]);
                assertEquals(found.get(0) / 15.0, column[i], 1e-12, "matrix " + m + ", sequence " + i);
                support += found.size() > 1 ? 1 : 0;
            }
            assertEquals(support, grid.candidate(m).support());
            assertArrayEquals(column, mixed.activations().column(words.size() + m));
            assertEquals(grid.motif(m), mixed.motif(words.size() + m));
            assertEquals(words.size() + m, mixed.rank(words.size() + m));
        }
    }

    @Test
    @DisplayName("sites of a matrix in the sequences have the activations that were tested; the other strand reads the same")
    void sites() {
        final SequenceSet set = set();
        final WordGrid grid = WordGrid.build(set, Strands.BOTH, GridSettings.DEFAULT
            .withLibrary(new LibraryCandidates(library(), false)),
            TaskRunner.sequential(), Progress.NONE);
        for (int m = 0; m < grid.size(); m++) {
            assertArrayEquals(grid.activations().column(m), grid.motif(m).sites(set, Strands.BOTH).activationsOrZero());
            assertArrayEquals(grid.activations().column(m), grid.motif(m).reverseComplement().sites(set, Strands.BOTH)
                .activationsOrZero());
            assertEquals(grid.candidate(m).support(), grid.motif(m).sites(set, Strands.BOTH).support(grid.motif(m)));
            assertEquals(grid.motif(m), grid.motif(m).reverseComplement().reverseComplement());
        }
        // windows of the testing part of a data split are counted as those of the selecting part: widths are 6 and 7, three each
        final SequenceSet others = SequenceSet.of(Alphabet.DNA, List.of("x", "y"), List.of("ACGTACGTACGT", "ACGTACGNACGTACG"));
        assertArrayEquals(new double[]{6, 2},
            grid.usableWindows(ErasedLetters.none(others, Strands.BOTH, Erasing.DEFAULT)));
        // twice the same matrix is one candidate with two names
        final List<LibraryMotif> twice = new ArrayList<>(library().motifs());
        twice.add(new LibraryMotif(new FrequencyMatrix("twin", "Twin", Alphabet.DNA,
            twice.get(2).matrix().frequencies(), 40, null), ""));
        final WordGrid joined = WordGrid.build(set, Strands.BOTH,
            GridSettings.DEFAULT.withLibrary(new LibraryCandidates(new MotifLibrary("twins", twice), false)),
            TaskRunner.sequential(), Progress.NONE);
        assertEquals(grid.size(), joined.size());
        assertEquals(List.of("K2", "Twin (twin)"), joined.candidate(2).members().stream().map(Motif::name).toList());
        final SequenceSet protein = SequenceSet.of(Alphabet.PROTEIN, List.of("a", "b"), List.of("MKVLAAGG", "MKLLPPQQ"));
        assertThrows(InputException.class, () -> WordGrid.build(protein, Strands.SINGLE,
            GridSettings.DEFAULT.withLibrary(new LibraryCandidates(library(), false)), TaskRunner.sequential(),
            Progress.NONE));
    }
}
