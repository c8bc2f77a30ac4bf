package org.seism.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
import org.seism.candidate.GridDefinition.Case;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.motif.Motif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * The grid against METHOD sections 3 and 4 written down directly, on text: every word, its support, order, cap, classes and
 * activations.
 */
@Tag("slow")
class WordGridTest {

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

    private static String name(final Motif motif) {
        return motif.name() + " " + motif.letters().bandwidth();
    }

    private static WordGrid grid(final Case c, final TaskRunner runner) {
        return WordGrid.build(RandomData.set(c.alphabet(), c.texts()), c.strands(), c.settings(), runner, Progress.NONE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsTheDefinition(final Case c) {
        final GridDefinition definition = new GridDefinition(c);
        final WordGrid grid = grid(c, TaskRunner.sequential());
        assertEquals(definition.m_leftOut, grid.leftOut(), "left out");
        assertEquals(definition.m_constant, grid.constant(), "constant");
        assertEquals(
            definition.m_classes.stream().map(k -> k.stream().map(w -> GridDefinition.name(c.alphabet(), w)).toList()).toList(),
            IntStream.range(0, grid.size())
                .mapToObj(r -> grid.candidate(grid.candidateAt(r)).members().stream().map(WordGridTest::name).toList()).toList());
        assertEquals(grid.size(), grid.activations().candidates());
        for (int r = 0; r < grid.size(); r++) {
            final int g = grid.candidateAt(r);
            final GridDefinition.Word word = definition.m_classes.get(r).get(0);
            assertEquals(r, grid.rank(g));
            assertEquals(word.support(), grid.candidate(g).support(), () -> "support of " + grid.motif(g));
            assertEquals(grid.candidate(g).members().get(0), grid.motif(g));
            assertArrayEquals(word.phi(), grid.activations().column(g), 1e-13, () -> "activations of " + grid.motif(g));
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
                    assertEquals(one.candidate(g).members(), other.candidate(g).members());
                    assertEquals(one.rank(g), other.rank(g));
                    assertEquals(one.candidate(g).support(), other.candidate(g).support());
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
