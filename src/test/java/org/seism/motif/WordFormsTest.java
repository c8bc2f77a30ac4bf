package org.seism.motif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.RandomData;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/** Words with a gap and words in a place: how they are written, turned, searched and drawn. */
class WordFormsTest {

    @ParameterizedTest
    @CsvSource({"TTGACA-N17-TATAAT, ATTATA-N17-TGTCAA", "TGT-N2-TCAC, GTGA-N2-ACA", "GT@31, AC@31", "GRT@26-30, AYC@26-30",
        "GA-N3-T@2, A-N3-TC@2", "TATAAT, ATTATA"})
    @DisplayName("what is written is read, and read on the other strand")
    void text(final String word, final String other) {
        final WordMotif motif = WordMotif.parse(Alphabet.DNA, word, 1);
        assertEquals(word, motif.text());
        assertEquals(other, motif.reverseComplement().text());
        assertEquals(motif, motif.reverseComplement().reverseComplement());
        assertEquals(motif.hashCode(), WordMotif.parse(Alphabet.DNA, word, 1).hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@3", "GT@", "GT@0", "GT@9-7", "TTG-N-TAT", "TTG-N3-", "-N3-TAT", "TTG-17-TAT", "GT@1-2-3", "GX-N3-TT"})
    @DisplayName("what can't be understood is refused")
    void refused(final String word) {
        assertThrows(IllegalArgumentException.class, () -> WordMotif.parse(Alphabet.DNA, word, 1));
    }

    @Test
    @DisplayName("a place or a gap makes another motif")
    void different() {
        final WordMotif plain = WordMotif.parse(Alphabet.DNA, "GT", 1);
        assertNotEquals(plain, WordMotif.parse(Alphabet.DNA, "GT@3", 1));
        assertNotEquals(WordMotif.parse(Alphabet.DNA, "GT@3-4", 1), WordMotif.parse(Alphabet.DNA, "GT@3", 1));
        assertNotEquals(WordMotif.parse(Alphabet.DNA, "GNT", 1), WordMotif.parse(Alphabet.DNA, "G-N1-T", 1));
        assertThrows(IllegalArgumentException.class, () -> new WordMotif(Alphabet.DNA, new int[]{1}, WindowShape.of(2), 1));
    }

    @Test
    @DisplayName("letters in a gap cost nothing but must be letters, and columns there are uniform")
    void gap() {
        final WordMotif word = WordMotif.parse(Alphabet.DNA, "GA-N3-TC", 1);
        assertEquals(7, word.width());
        assertEquals(4, word.windows().letters());
        assertArrayEquals(new double[]{0.25, 0.25, 0.25, 0.25}, word.columns()[3]);
        final SequenceSet set = RandomData.set(Alphabet.DNA, List.of("TTGACATTCG", "TTGANATTCG", "GATTTTG", "GAAATC"));
        final MotifSites sites = word.sites(set, Strands.SINGLE);
        assertEquals(new Site(0, 2, 9, Strand.FORWARD, "GACATTC", 1), sites.site(0).orElseThrow());
        assertEquals(1, sites.support(word));
        // every window of the second sequence holds the unknown letter, and the last is too short
        assertEquals(2, sites.sites().size());
        assertEquals(Math.exp(-1), sites.site(2).orElseThrow().activation(), 1e-15);
    }

    @Test
    @DisplayName("sites lie in the place, by their leftmost letter, on both strands")
    void place() {
        final SequenceSet set = RandomData.set(Alphabet.DNA, List.of("GTGTGTCC", "ACCCGTCC", "CCCCACCC", "GT"));
        final WordMotif word = WordMotif.parse(Alphabet.DNA, "GT@5", 1);
        final MotifSites single = word.sites(set, Strands.SINGLE);
        assertEquals(4, single.site(0).orElseThrow().start());
        assertEquals(2, single.support(word));
        assertEquals(3, single.sites().size());
        final MotifSites both = word.sites(set, Strands.BOTH);
        assertEquals(new Site(2, 4, 6, Strand.REVERSE, "GT", 1), both.site(2).orElseThrow());
        assertEquals(3, both.support(word));
        assertEquals(0, WordMotif.parse(Alphabet.DNA, "GT@6-7", 1).sites(set, Strands.BOTH).support(word));
    }
}
