package org.seism.candidate.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.InputException;
import org.seism.RandomData;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

class PositionsTest {

    private static String texts(final List<WindowShape> shapes) {
        final List<String> texts = new ArrayList<>();
        shapes.forEach(s -> texts.add(s.letters() + "@" + (s.from() + 1) + "-" + s.to()));
        return String.join(" ", texts);
    }

    @Test
    @DisplayName("places overlap by half, the last one ends with the last start, and none holds all starts")
    void places() {
        assertEquals("2@1-4 2@3-6 2@5-8 2@6-9 3@1-4 3@3-6 3@5-8 2@1-1 2@2-2 2@3-3 2@4-4 2@5-5 2@6-6 2@7-7 2@8-8 2@9-9 "
            + "3@1-1 3@2-2 3@3-3 3@4-4 3@5-5 3@6-6 3@7-7 3@8-8", texts(Positions.parse("1,4").shapes(2, 3, 10)));
        assertEquals("", texts(Positions.parse("9").shapes(2, 3, 10)));
        assertEquals("2@1-8 2@2-9", texts(Positions.parse("8").shapes(2, 3, 10)));
        assertEquals("", texts(Positions.AUTO.shapes(6, 6, 3)));
    }

    @Test
    @DisplayName("auto, none and numbers are read as they are written")
    void read() {
        assertEquals(Positions.AUTO, Positions.parse(" Auto"));
        assertEquals(Positions.NONE, Positions.parse("none"));
        assertEquals("20,5,1", Positions.parse("1, 20,5,5").text());
        assertEquals(List.of(20, 5, 1), Positions.AUTO.starts());
        for (final Positions p : List.of(Positions.AUTO, Positions.NONE, Positions.parse("7,2"))) {
            assertEquals(p, Positions.parse(p.text()));
        }
        assertTrue(Positions.AUTO.on());
        assertFalse(Positions.NONE.on());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5,", "0", "-3", "a", "1,2,3,4,5,6,7,8,9", "20;5"})
    @DisplayName("what says no places is refused with a remedy")
    void refused(final String text) {
        assertTrue(assertThrows(InputException.class, () -> Positions.parse(text)).remedy().contains("20,5,1"));
    }

    @Test
    @DisplayName("automatic places have the usual numbers of starts, or nobody could tell which")
    void usual() {
        assertThrows(InputException.class, () -> new Positions(true, List.of(7)));
        assertEquals(Positions.AUTO, new Positions(true, List.of(1, 20, 5)));
    }

    @Test
    @DisplayName("places need one length: asked for they are an error, offered they are left out and said to be")
    void lengths() {
        final SequenceSet unequal = RandomData.set(Alphabet.DNA, List.of("ACGTACGTAC", "ACGTACGTACG"));
        final SequenceSet equal = RandomData.set(Alphabet.DNA, List.of("ACGTACGTAC", "TCGTACGTACA".substring(0, 10)));
        final WordForms given = new WordForms(Positions.parse("4"), false);
        final WordForms auto = new WordForms(Positions.AUTO, false);
        final String problem =
            assertThrows(InputException.class, () -> given.shapes(unequal, Strands.SINGLE, 2, 2)).problem();
        assertTrue(problem.contains("10 to 11 letters"), problem);
        assertEquals(List.of(WindowShape.of(2)), auto.shapes(unequal, Strands.SINGLE, 2, 2));
        assertTrue(auto.remark(unequal).orElseThrow().contains("10 to 11 letters"));
        assertTrue(auto.remark(equal).isEmpty());
        assertTrue(auto.offer(equal).isEmpty());
        assertTrue(WordForms.NONE.remark(unequal).isEmpty());
        assertTrue(WordForms.NONE.offer(unequal).isEmpty());
        assertTrue(WordForms.NONE.offer(equal).orElseThrow().startsWith("All sequences have 10 letters."));
    }

    @Test
    @DisplayName("gapped words: every pair of widths and gap once, on both strands not its reverse complement too")
    void gapped() {
        final SequenceSet set = RandomData.set(Alphabet.DNA, List.of("ACGTACGTAC"));
        final List<WindowShape> single = new WordForms(Positions.NONE, true).shapes(set, Strands.SINGLE, 6, 6);
        final List<WindowShape> both = new WordForms(Positions.NONE, true).shapes(set, Strands.BOTH, 6, 6);
        // the width asked for, 7 and 8 letters without a gap, and 20 gaps for each pair of widths
        assertEquals(3 + 4 * 20, single.size());
        assertEquals(3 + 3 * 20, both.size());
        assertEquals(single.size(), new HashSet<>(single).size());
        single.forEach(s -> assertTrue(both.contains(s) != (s.gap() > 0 && s.left() == 4 && s.letters() == 7), s.toString()));
        assertEquals(WindowShape.gapped(3, 1, 3), single.get(3));
        assertEquals(WindowShape.gapped(4, 20, 4), single.get(single.size() - 1));
    }
}
