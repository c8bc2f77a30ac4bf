package org.seism.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * The grid against METHOD sections 3 and 4 written down directly, on text: every word, its support, order, cap, classes and
 * activations.
 */
@Tag("slow")
class WordGridTest {

    /** One input of the grid. */
    private record Case(String name, Alphabet alphabet, List<String> texts, Strands strands, GridSettings settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static GridSettings widths(final int min, final int max) {
        return GridSettings.DEFAULT.withWidths(min, max);
    }

    static Stream<Case> cases() {
        final List<Case> cases = new ArrayList<>();
        final List<String> dna = random(Alphabet.DNA, "", 30, 10, 20, 1);
        final List<String> ambiguous = random(Alphabet.DNA, "NRN-Y", 30, 4, 14, 2);
        final List<String> shortOnes = random(Alphabet.DNA, "N", 25, 1, 6, 3);
        for (final Strands strands : Strands.values()) {
            cases.add(new Case("words " + strands, Alphabet.DNA, dna, strands, widths(4, 4)));
            cases.add(new Case("width range " + strands, Alphabet.DNA, ambiguous, strands, widths(2, 5)));
            cases.add(new Case("short and ambiguous " + strands, Alphabet.DNA, shortOnes, strands, widths(2, 4)));
            cases.add(new Case("one IUPAC " + strands, Alphabet.DNA, ambiguous, strands, widths(3, 4).withDegeneracy(1)));
            cases.add(new Case("two IUPAC " + strands, Alphabet.DNA, ambiguous, strands,
                widths(3, 3).withDegeneracy(2).withBandwidths(List.of(1.4, 0.7)).withMinSupport(6)));
            // NN matches everything: its whole class of activations is constant and goes
            cases.add(new Case("two IUPAC at width 2 " + strands, Alphabet.DNA, dna, strands,
                widths(2, 3).withDegeneracy(2).withBandwidths(List.of(0.8, 1.2))));
            cases.add(new Case("cap " + strands, Alphabet.DNA, dna, strands, widths(3, 4).withMaxGridSize(50)));
            cases.add(new Case("cap with IUPAC and bandwidths " + strands, Alphabet.DNA, ambiguous, strands,
                widths(2, 4).withDegeneracy(1).withBandwidths(List.of(1.0, 2.0, 0.5)).withMaxGridSize(100)));
            final List<String> similar = copies(Alphabet.DNA, "ACGTTGCATGCCATAGCTAGCGATCGACTTAGC", 20, 0.08, 4);
            cases.add(new Case("width 13 " + strands, Alphabet.DNA, similar, strands, widths(12, 14)));
            cases.add(new Case("width 13, one IUPAC " + strands, Alphabet.DNA, similar, strands,
                widths(13, 13).withDegeneracy(1).withMinSupport(10)));
            cases.add(new Case("width 31 " + strands, Alphabet.DNA, copies(Alphabet.DNA,
                "ACGTTGCATGCCATAGCTAGCGATCGACTTAGCA", 20, 0.01, 5), strands, widths(30, 31)));
            cases.add(new Case("RNA " + strands, Alphabet.RNA, random(Alphabet.RNA, "N", 20, 8, 12, 6), strands,
                widths(3, 3).withDegeneracy(1)));
            cases.add(new Case("two kinds of sequences " + strands, Alphabet.DNA,
                List.of("AAC", "GGT", "AAC", "GGT", "GGT", "AAC"), strands, widths(2, 3)));
            cases.add(new Case("opposite " + strands, Alphabet.DNA, List.of("AA", "CC", "AA", "CC", "CC"), strands, widths(2, 2)));
            cases.add(new Case("every letter in place " + strands, Alphabet.DNA,
                List.of("ACA", "AGA", "ATA", "AAA", "ACA", "AGA", "CCC"), strands, widths(2, 3).withDegeneracy(2)));
        }
        cases.add(new Case("protein", Alphabet.PROTEIN, random(Alphabet.PROTEIN, "BXZ*", 40, 10, 30, 7), Strands.SINGLE,
            widths(2, 3)));
        cases.add(new Case("protein, one IUPAC", Alphabet.PROTEIN, random(Alphabet.PROTEIN, "X", 20, 3, 25, 8), Strands.SINGLE,
            widths(2, 2).withDegeneracy(1)));
        cases.add(new Case("protein, two IUPAC", Alphabet.PROTEIN, copies(Alphabet.PROTEIN, "MDKLNEIQWACY", 12, 0.2, 9),
            Strands.SINGLE, widths(3, 3).withDegeneracy(2).withBandwidths(List.of(0.9, 1.1))));
        cases.add(new Case("protein, width 12", Alphabet.PROTEIN, copies(Alphabet.PROTEIN, "MDKLNEIQWACYHGT", 12, 0.05, 10),
            Strands.SINGLE, widths(11, 12)));
        return cases.stream();
    }

    private static List<String> random(final Alphabet alphabet, final String extra, final int n, final int min, final int max,
        final long seed) {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        return IntStream.range(0, n).mapToObj(i -> {
            final StringBuilder s = new StringBuilder();
            final int length = min + random.nextInt(max - min + 1);
            for (int k = 0; k < length; k++) {
                s.append(!extra.isEmpty() && random.nextInt(12) == 0 ? extra.charAt(random.nextInt(extra.length()))
                    : alphabet.letter(random.nextInt(alphabet.size())));
            }
            return s.toString();
        }).toList();
    }

    private static List<String> copies(final Alphabet alphabet, final String template, final int n, final double rate,
        final long seed) {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        return IntStream.range(0, n).mapToObj(i -> template.chars()
            .mapToObj(c -> String.valueOf(random.nextDouble() < rate ? alphabet.letter(random.nextInt(alphabet.size())) : (char)c))
            .collect(Collectors.joining())).toList();
    }

    /** A word over sets of letters with its support and, for one bandwidth, its activations. */
    private record Word(List<Integer> masks, int support, double bandwidth, double[] phi) {
        int width() {
            return masks.size();
        }
    }

    /** METHOD section 4 with no attempt to be fast. */
    private static final class Definition {
        private final Case m_case;
        private final Alphabet m_alphabet;
        final List<Word> m_candidates = new ArrayList<>();
        final List<List<Word>> m_classes = new ArrayList<>();
        private final Map<String, List<int[]>> m_windows = new HashMap<>();
        private final Map<Integer, Double> m_distances = new HashMap<>();
        long m_leftOut;
        int m_constant;

        Definition(final Case c) {
            m_case = c;
            m_alphabet = c.alphabet();
            final List<Word> words = new ArrayList<>();
            for (int width = c.settings().minWidth(); width <= c.settings().maxWidth(); width++) {
                final Set<List<Integer>> found = new TreeSet<>(order());
                for (final String text : c.texts()) {
                    for (final int[] window : windows(text, width)) {
                        generalise(window, 0, c.settings().degeneracy(), new ArrayList<>(), found);
                    }
                }
                for (final List<Integer> masks : found) {
                    final int support = (int)c.texts().stream()
                        .filter(t -> windows(t, masks.size()).stream().anyMatch(w -> matches(masks, w))).count();
                    final boolean canonical = c.strands() == Strands.SINGLE || order().compare(masks, reversed(masks)) <= 0;
                    if (canonical && support >= c.settings().effectiveMinSupport(c.texts().size())) {
                        words.add(new Word(masks, support, 0, null));
                    }
                }
            }
            final int bandwidths = c.settings().bandwidths().size();
            final int cap = Math.max(1, c.settings().maxGridSize() / bandwidths);
            List<Word> kept = words;
            if (words.size() > cap) {
                // a stable sort of words in grid order
                final Set<Word> largest = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
                words.stream().sorted(Comparator.comparingInt(w -> -w.support())).limit(cap).forEach(largest::add);
                kept = words.stream().filter(largest::contains).toList();
                m_leftOut = (long)(words.size() - cap) * bandwidths;
            }
            for (final Word w : kept) {
                for (final double b : c.settings().bandwidths()) {
                    m_candidates.add(new Word(w.masks(), w.support(), b,
                        c.texts().stream().mapToDouble(t -> activation(w.masks(), t, b)).toArray()));
                }
            }
            join();
        }

        /** Letters in alphabet order, then ambiguity codes in order of their sets; narrower words first. */
        private static Comparator<List<Integer>> order() {
            return (a, b) -> {
                for (int c = 0; c < a.size(); c++) {
                    final boolean plainA = Integer.bitCount(a.get(c)) == 1;
                    final boolean plainB = Integer.bitCount(b.get(c)) == 1;
                    final int order = plainA != plainB ? plainA ? -1 : 1 : a.get(c) - b.get(c);
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            };
        }

        private List<Integer> reversed(final List<Integer> masks) {
            final List<Integer> r = new ArrayList<>();
            for (final int mask : masks) {
                int complement = 0;
                for (int c = 0; c < 4; c++) {
                    complement |= (mask >> c & 1) << 3 - c;
                }
                r.add(0, complement);
            }
            return r;
        }

        private void generalise(final int[] window, final int column, final int left, final List<Integer> masks,
            final Set<List<Integer>> found) {
            if (column == window.length) {
                found.add(List.copyOf(masks));
                return;
            }
            final List<Integer> choices = new ArrayList<>(List.of(1 << window[column]));
            if (left > 0) {
                Arrays.stream(m_alphabet.ambiguityMasks()).filter(m -> (m >> window[column] & 1) != 0).forEach(choices::add);
            }
            for (final int mask : choices) {
                masks.add(mask);
                generalise(window, column + 1, left - (Integer.bitCount(mask) > 1 ? 1 : 0), masks, found);
                masks.remove(masks.size() - 1);
            }
        }

        /** All windows of plain letters, with both strands also those of the reverse complement. */
        private List<int[]> windows(final String text, final int width) {
            return m_windows.computeIfAbsent(width + text, key -> allWindows(text, width));
        }

        private List<int[]> allWindows(final String text, final int width) {
            final List<int[]> windows = new ArrayList<>();
            for (int start = 0; start + width <= text.length(); start++) {
                final int[] window = text.substring(start, start + width).chars().map(c -> m_alphabet.letters().indexOf(c)).toArray();
                if (Arrays.stream(window).allMatch(c -> c >= 0)) {
                    windows.add(window);
                    if (m_case.strands() == Strands.BOTH) {
                        windows.add(IntStream.range(0, width).map(k -> 3 - window[width - 1 - k]).toArray());
                    }
                }
            }
            return windows;
        }

        private static boolean matches(final List<Integer> masks, final int[] window) {
            return IntStream.range(0, window.length).allMatch(c -> (masks.get(c) >> window[c] & 1) != 0);
        }

        private double activation(final List<Integer> masks, final String text, final double bandwidth) {
            double best = Double.POSITIVE_INFINITY;
            for (final int[] window : windows(text, masks.size())) {
                double distance = 0;
                for (int c = 0; c < window.length; c++) {
                    distance += squaredDistance(masks.get(c), window[c]);
                }
                best = Math.min(best, distance);
            }
            return Math.exp(-best / (2 * bandwidth * bandwidth));
        }

        /** Between a column uniform over a set of letters and a letter, both as points of the simplex. */
        private double squaredDistance(final int mask, final int letter) {
            return m_distances.computeIfAbsent(mask << 5 | letter, key -> {
                double distance = 0;
                for (int k = 0; k < m_alphabet.size(); k++) {
                    final double z = (mask >> k & 1) != 0 ? 1.0 / Integer.bitCount(mask) : 0;
                    distance += (z - (letter == k ? 1 : 0)) * (z - (letter == k ? 1 : 0));
                }
                return distance;
            });
        }

        private void join() {
            final List<double[]> representatives = new ArrayList<>();
            for (final Word w : m_candidates) {
                final double[] x = centred(w.phi());
                if (norm(x) <= 1e-9 * norm(w.phi())) {
                    m_constant++;
                    continue;
                }
                int home = 0;
                while (home < representatives.size() && !same(x, representatives.get(home))) {
                    home++;
                }
                if (home == representatives.size()) {
                    representatives.add(x);
                    m_classes.add(new ArrayList<>());
                }
                m_classes.get(home).add(w);
            }
        }

        private static boolean same(final double[] x, final double[] y) {
            double equal = 0;
            double opposite = 0;
            double norm = 0;
            for (int i = 0; i < x.length; i++) {
                equal += (x[i] - y[i]) * (x[i] - y[i]);
                opposite += (x[i] + y[i]) * (x[i] + y[i]);
                norm += y[i] * y[i];
            }
            return Math.min(equal, opposite) <= 1e-18 * norm;
        }

        private static double[] centred(final double[] x) {
            final double mean = Arrays.stream(x).average().orElseThrow();
            return Arrays.stream(x).map(v -> v - mean).toArray();
        }

        private static double norm(final double[] x) {
            return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
        }
    }

    private static String name(final Alphabet alphabet, final Word word) {
        return word.masks().stream().map(m -> String.valueOf(alphabet.symbol(m))).collect(Collectors.joining()) + " "
            + word.bandwidth();
    }

    private static String name(final WordMotif word) {
        return word.text() + " " + word.bandwidth();
    }

    private static WordGrid grid(final Case c, final TaskRunner runner) {
        return WordGrid.build(RandomData.set(c.alphabet(), c.texts()), c.strands(), c.settings(), runner, Progress.NONE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsTheDefinition(final Case c) {
        final Definition definition = new Definition(c);
        final WordGrid grid = grid(c, TaskRunner.sequential());
        assertEquals(definition.m_leftOut, grid.leftOut(), "left out");
        assertEquals(definition.m_constant, grid.constant(), "constant");
        assertEquals(
            definition.m_classes.stream().map(k -> k.stream().map(w -> name(c.alphabet(), w)).toList()).toList(),
            IntStream.range(0, grid.size())
                .mapToObj(r -> grid.members(grid.candidateAt(r)).stream().map(WordGridTest::name).toList()).toList());
        assertEquals(grid.size(), grid.activations().candidates());
        for (int r = 0; r < grid.size(); r++) {
            final int g = grid.candidateAt(r);
            final Word word = definition.m_classes.get(r).get(0);
            assertEquals(r, grid.rank(g));
            assertEquals(word.support(), grid.support(g), () -> "support of " + grid.word(g));
            assertEquals(grid.members(g).get(0), grid.word(g));
            assertArrayEquals(word.phi(), grid.activations().column(g), 1e-13, () -> "activations of " + grid.word(g));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAreThoseOfTheColumns(final Case c) {
        final ActivationMatrix phi = grid(c, TaskRunner.sequential()).activations();
        final double[] v = RandomData.draw(phi.sequences(), RandomData.normal(RandomSource.XO_SHI_RO_256_PP.create(3L)));
        final double[] products = phi.transposeTimes(v, TaskRunner.sequential());
        final double[] norms = phi.squaredNorms(TaskRunner.sequential());
        for (int g = 0; g < phi.candidates(); g++) {
            final double[] column = phi.column(g);
            double product = 0;
            double norm = 0;
            for (int i = 0; i < column.length; i++) {
                product += column[i] * v[i];
                norm += column[i] * column[i];
            }
            assertEquals(product, products[g], 1e-12, "product");
            assertEquals(product, phi.dot(g, v), 1e-12, "dot");
            assertEquals(norm, norms[g], 1e-12, "squared norm");
        }
        for (int group = 0; group < phi.groups(); group++) {
            for (int slot = 0; slot < phi.groupSize(); slot++) {
                final int i = phi.member(group, slot);
                if (i >= 0) {
                    assertEquals(group, phi.groupOf(i));
                    assertEquals(slot, phi.slotOf(i));
                    for (int k = 0; k < phi.classes(); k++) {
                        for (int g = phi.classStart(k); g < phi.classStart(k + 1); g++) {
                            assertEquals(phi.column(g)[i],
                                phi.activation(k, phi.level(slot, phi.codes(group)[g] & 0xff)), 0, "code of " + g);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void threadsDoNotMatter(final Case c) {
        final WordGrid one = grid(c, TaskRunner.sequential());
        final double[] v = RandomData.draw(c.texts().size(), RandomData.normal(RandomSource.XO_SHI_RO_256_PP.create(4L)));
        for (final int threads : new int[]{2, 4}) {
            try (TaskRunner.Pool pool = TaskRunner.withThreads(threads)) {
                final WordGrid other = grid(c, pool);
                assertEquals(one.size(), other.size());
                for (int g = 0; g < one.size(); g++) {
                    assertEquals(one.members(g), other.members(g));
                    assertEquals(one.rank(g), other.rank(g));
                    assertEquals(one.support(g), other.support(g));
                }
                for (int group = 0; group < one.activations().groups(); group++) {
                    assertArrayEquals(one.activations().codes(group), other.activations().codes(group));
                }
                assertArrayEquals(one.activations().transposeTimes(v, TaskRunner.sequential()),
                    other.activations().transposeTimes(v, pool), 0);
            }
        }
    }

    @Test
    void theCapForgetsWordsOnlyBelowTheThreshold() {
        // many more words than wanted: the counts drop the rare ones on the way, and still know how many there were
        final WordCounts counts = new WordCounts(1000);
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
        final int total = 3_000_000;
        final int[] supports = new int[total];
        for (int k = 0; k < total; k++) {
            supports[k] = 2 + random.nextInt(100_000);
            counts.add(k, supports[k]);
        }
        assertEquals(total, counts.seen());
        assertTrue(counts.size() < total / 2, "something was forgotten");
        final int threshold = Arrays.stream(supports).sorted().skip(total - 1000).findFirst().orElseThrow();
        final Set<Long> held = IntStream.range(0, counts.size()).mapToObj(counts::word).collect(Collectors.toSet());
        for (int k = 0; k < total; k++) {
            if (supports[k] >= threshold) {
                assertTrue(held.contains((long)k));
            }
        }
        for (int k = 0; k < counts.size(); k++) {
            assertEquals(supports[(int)counts.word(k)], counts.support(k));
        }
    }

    @Test
    void impossibleGridsAreRefusedWithAReason() {
        assertThrows(InputException.class, () -> grid(new Case("", Alphabet.DNA, List.of("ACGT", "TGCA"), Strands.SINGLE,
            widths(5, 5)), TaskRunner.sequential()));
        assertThrows(InputException.class, () -> grid(new Case("", Alphabet.DNA, List.of("ACGT", "ACGT"), Strands.SINGLE,
            widths(2, 2)), TaskRunner.sequential()));
        assertThrows(InputException.class, () -> grid(new Case("", Alphabet.DNA, List.of("ACGT", "ACGT"), Strands.SINGLE,
            widths(32, 32)), TaskRunner.sequential()));
        assertThrows(InputException.class, () -> grid(new Case("", Alphabet.DNA, List.of("NNNN", "ACNG"), Strands.SINGLE,
            widths(3, 3)), TaskRunner.sequential()));
    }
}
