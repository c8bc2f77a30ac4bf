package org.seism.motif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

class SiteMatrixTest {

    /** Worked by hand: the motif is AAC; the second sequence holds it on the reverse strand, the last does not hold it. */
    @Test
    void countsByHand() {
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, List.of("a", "b", "c", "d"),
            List.of("TGAACT", "GTTCC", "AACNG", "GGGGG"));
        final MotifSites sites = SiteSearch.of(WordMotif.parse(Alphabet.DNA, "AAC", 1)).scan(set, Strands.BOTH);
        final SiteMatrix matrix = SiteMatrix.of(set, sites, 3);
        // read on the motif's strand, flanks in lower case: ..tgAACt, ..ggAACgg is GTTCC's complement: ggAAC, AACng
        assertEquals(3, matrix.sites());
        assertEquals(2, matrix.leftFlank());
        assertEquals(2, matrix.rightFlank());
        assertArrayEquals(new int[][]{
            {0, 0, 1, 1}, // t g .
            {0, 0, 2, 0}, // g g .
            {3, 0, 0, 0}, {3, 0, 0, 0}, {0, 3, 0, 0}, //
            {0, 0, 0, 1}, // t . n
            {0, 0, 1, 0}}, // . . g
            matrix.counts());
        assertEquals("KGAACTG", matrix.consensus());
        assertEquals(6, matrix.totalInformation(false), 1e-12);
        assertEquals("CAGTTCM", matrix.reverseComplement().consensus());
        assertArrayEquals(matrix.counts(), matrix.reverseComplement().reverseComplement().counts());
        assertEquals("AAC", matrix.core().consensus());
        final FrequencyMatrix frequencies = matrix.toFrequencyMatrix("m", "");
        assertArrayEquals(new double[]{0, 0, 0.5, 0.5}, frequencies.frequencies()[0]);
        assertEquals(3, frequencies.sites());
    }

    @Test
    void aFlankEndsWhereNoSiteHasALetter() {
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, List.of("a"), List.of("GNAACT"));
        final MotifSites sites = SiteSearch.of(WordMotif.parse(Alphabet.DNA, "AAC", 1)).scan(set, Strands.SINGLE);
        final SiteMatrix matrix = SiteMatrix.of(set, sites, 5);
        assertEquals(0, matrix.leftFlank());
        assertEquals(1, matrix.rightFlank());
    }

    @Test
    void noSiteIsNoFailure() {
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, List.of("a"), List.of("NN"));
        final SiteMatrix matrix =
            SiteMatrix.of(set, SiteSearch.of(WordMotif.parse(Alphabet.DNA, "AAC", 1)).scan(set, Strands.SINGLE), 2);
        assertEquals(0, matrix.sites());
        assertEquals("NNN", matrix.consensus());
        assertEquals(0, matrix.totalInformation(true));
        assertArrayEquals(new double[]{0.25, 0.25, 0.25, 0.25}, matrix.toFrequencyMatrix("m", "").frequencies()[0]);
    }

    @Test
    void informationHasTheClosedForm() {
        final SiteMatrix matrix = new SiteMatrix(Alphabet.DNA, new int[][]{{8, 0, 0, 0}, {4, 4, 0, 0}, {2, 2, 2, 2}, {4, 2, 1, 1}}, 0, 0, 8);
        assertArrayEquals(new double[]{2, 1, 0, 2 - 1.75}, matrix.informationContent(false), 1e-12);
        final double e = 3 / (2 * Math.log(2) * 8);
        assertArrayEquals(new double[]{2 - e, 1 - e, 0, 0}, matrix.informationContent(true), 1e-12);
        assertArrayEquals(matrix.informationContent(true), matrix.toFrequencyMatrix("m", "").informationContent(true), 1e-12);
        final int[] one = new int[20];
        one[3] = 50;
        assertEquals(Math.log(20) / Math.log(2) - 19 / (2 * Math.log(2) * 50),
            new SiteMatrix(Alphabet.PROTEIN, new int[][]{one}, 0, 0, 50).totalInformation(true), 1e-12);
    }

    @Test
    void consensusFollowsCavener() {
        assertEquals('A', consensus(60, 20, 10, 10));
        assertEquals('M', consensus(60, 30, 10, 0)); // exactly twice the second is not enough
        assertEquals('N', consensus(50, 24, 13, 13)); // exactly one half is not enough, 74% neither
        assertEquals('N', consensus(50, 25, 13, 12)); // exactly 75% is not enough
        assertEquals('M', consensus(50, 26, 12, 12));
        assertEquals('Y', consensus(10, 45, 5, 40));
        assertEquals('N', consensus(34, 33, 33, 0));
        assertEquals('A', consensus(51, 25, 24, 0));
        assertEquals("X", new FrequencyMatrix("p", "", Alphabet.PROTEIN, new double[][]{new double[20]}, 0, null).consensus());
    }

    private static char consensus(final int a, final int c, final int g, final int t) {
        final SiteMatrix m = new SiteMatrix(Alphabet.DNA, new int[][]{{a, c, g, t}}, 0, 0, 100);
        assertEquals(m.consensus(), m.toFrequencyMatrix("m", "").consensus());
        return m.consensus().charAt(0);
    }
}
