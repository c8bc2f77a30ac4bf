package org.seism.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Grids of later steps, derived from the grid before, are those built from nothing. */
class StepGridTest {
    private static final int STEPS = 3;

    /** One input. */
    record Case(String name, Alphabet alphabet, Strands strands, GridSettings settings, Erasing erasing, int min, int max,
        String extra) {
        @Override
        public String toString() {
            return name + " " + strands + " " + erasing;
        }
    }

    static Stream<Case> cases() {
        final List<Case> cases = new ArrayList<>();
        final List<Erasing> rules = List.of(Erasing.DEFAULT, new Erasing(true, 0, 2), new Erasing(true, 1, 3), new Erasing(true, 2, 1));
        final GridSettings settings = GridSettings.DEFAULT.withMinSupport(2);
        for (final Erasing erasing : rules) {
            for (final Strands strands : Strands.values()) {
                cases.add(new Case("width 4", Alphabet.DNA, strands, settings.withWidths(4, 4), erasing, 10, 40, ""));
                cases.add(new Case("widths 3 to 5, N", Alphabet.DNA, strands, settings.withWidths(3, 5), erasing, 1, 30, "NRN-Y"));
                cases.add(new Case("width 8", Alphabet.DNA, strands, settings.withWidths(8, 8), erasing, 60, 90, ""));
                cases.add(new Case("width 10, cap", Alphabet.RNA, strands, settings.withWidths(10, 10).withMinSupport(1)
                    .withMaxGridSize(400), erasing, 60, 80, "N"));
                cases.add(new Case("cap", Alphabet.DNA, strands, settings.withWidths(4, 5).withMaxGridSize(60), erasing, 20, 40, ""));
                cases.add(new Case("one IUPAC, two bandwidths", Alphabet.RNA, strands,
                    settings.withWidths(4, 4).withDegeneracy(1).withBandwidths(List.of(1.4, 0.7)), erasing, 12, 25, "N"));
                cases.add(new Case("two IUPAC, cap", Alphabet.DNA, strands,
                    settings.withWidths(3, 4).withDegeneracy(2).withMaxGridSize(300), erasing, 12, 20, ""));
                cases.add(new Case("places", Alphabet.DNA, strands, settings.withWidths(2, 4).withDegeneracy(1)
                    .withForms(new WordForms(Positions.AUTO, false)), erasing, 30, 30, "N"));
                cases.add(new Case("gaps, cap", Alphabet.DNA, strands, settings.withWidths(6, 7).withMaxGridSize(900)
                    .withForms(new WordForms(Positions.NONE, true)), erasing, 20, 45, "N"));
                cases.add(new Case("width 13", Alphabet.DNA, strands, settings.withWidths(13, 13).withMinSupport(1), erasing, 20, 24, ""));
            }
            cases.add(new Case("protein", Alphabet.PROTEIN, Strands.SINGLE, settings.withWidths(2, 3), erasing, 10, 40, "BXZ*"));
            cases.add(new Case("protein, places and gaps", Alphabet.PROTEIN, Strands.SINGLE, settings.withWidths(2, 2)
                .withForms(new WordForms(new Positions(false, List.of(7, 1)), true)), erasing, 20, 20, "X"));
            cases.add(new Case("protein, one IUPAC", Alphabet.PROTEIN, Strands.SINGLE,
                settings.withWidths(2, 2).withDegeneracy(1), erasing, 6, 20, "X"));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void derivedIsRebuilt(final Case c) {
        for (int round = 0; round < 2; round++) {
            final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(c.toString().hashCode() + 31L * round);
            final SequenceSet set = RandomData.set(c.alphabet(), texts(c, random));
            WordGrid grid = WordGrid.build(set, c.strands(), c.settings(), c.erasing(), TaskRunner.sequential(), Progress.NONE);
            for (int step = 1; step < STEPS; step++) {
                final ErasedLetters erased = grid.erased().with(grid.motif(random.nextInt(grid.size())));
                final Optional<WordGrid> derived = grid.without(erased, TaskRunner.sequential(), Progress.NONE);
                final Optional<WordGrid> rebuilt = new GridBuilder(set, c.strands(), erased, c.settings(), TaskRunner.sequential(),
                    Progress.NONE).buildLater(Optional.empty());
                assertEquals(rebuilt.isPresent(), derived.isPresent());
                if (rebuilt.isEmpty()) {
                    break;
                }
                assertSame(rebuilt.get(), derived.get(), set.size());
                grid = derived.get();
            }
        }
    }

    private static List<String> texts(final Case c, final UniformRandomProvider random) {
        return IntStream.range(0, 20 + random.nextInt(15)).mapToObj(i -> {
            final StringBuilder s = new StringBuilder();
            final int length = c.min() + random.nextInt(c.max() - c.min() + 1);
            for (int k = 0; k < length; k++) {
                s.append(!c.extra().isEmpty() && random.nextInt(12) == 0 ? c.extra().charAt(random.nextInt(c.extra().length()))
                    : c.alphabet().letter(random.nextInt(c.alphabet().size())));
            }
            return s.toString();
        }).toList();
    }

    private static void assertSame(final WordGrid expected, final WordGrid actual, final int n) {
        assertEquals(expected.size(), actual.size());
        assertEquals(expected.leftOut(), actual.leftOut());
        assertEquals(expected.constant(), actual.constant());
        for (int g = 0; g < expected.size(); g++) {
            assertEquals(expected.candidate(g), actual.candidate(g));
            assertArrayEquals(expected.activations().column(g), actual.activations().column(g), 0.0);
        }
        assertArrayEquals(expected.usableWindows(), actual.usableWindows());
        // and what is derived from it must be as large in memory: no row carries columns that are gone
        assertEquals(expected.activations().candidates(), actual.activations().candidates());
        assertTrue(actual.activations().bytes() <= (long)n * actual.size());
    }

    @Test
    void threadsDoNotMatter() {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5);
        final Case c = new Case("", Alphabet.DNA, Strands.BOTH, GridSettings.DEFAULT.withWidths(6, 7), Erasing.DEFAULT, 40, 80, "N");
        final SequenceSet set = RandomData.set(c.alphabet(), texts(c, random));
        final WordGrid first = WordGrid.build(set, c.strands(), c.settings(), c.erasing(), TaskRunner.sequential(), Progress.NONE);
        final ErasedLetters erased = first.erased().with(first.motif(7));
        try (TaskRunner.Pool pool = TaskRunner.withThreads(3)) {
            final WordGrid one = first.without(erased, TaskRunner.sequential(), Progress.NONE).orElseThrow();
            final WordGrid three = first.without(erased, pool, Progress.NONE).orElseThrow();
            assertSame(one, three, set.size());
            for (int group = 0; group < one.activations().groups(); group++) {
                assertArrayEquals(one.activations().codes(group), three.activations().codes(group));
            }
        }
    }
}
