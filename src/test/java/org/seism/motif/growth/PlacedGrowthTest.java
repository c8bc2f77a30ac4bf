package org.seism.motif.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seism.Progress;
import org.seism.motif.Strand;
import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Matrices grown from words in a place stay there, those from words with a gap span both halves. */
class PlacedGrowthTest {
    private static final int N = 400;

    private final List<String> m_texts = new ArrayList<>();
    private final double[] m_y = new double[N];

    /** Cases hold the site, with a mistake now and then, at one start, on both strands where both are scanned; decoys lie elsewhere. */
    private SequenceSet planted(final String site, final int at, final Strands strands) {
        final SplittableRandom random = new SplittableRandom(61);
        final List<String> ids = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            final StringBuilder s = new StringBuilder();
            while (s.length() < 60) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            if (!site.contains("N")) {
                // the same site elsewhere in all sequences means nothing
                put(s, 2, site, random, false);
            }
            m_y[i] = i % 2;
            if (i % 2 == 1 && random.nextInt(10) < 9) {
                put(s, at, site, random, strands == Strands.BOTH && random.nextBoolean());
            }
            ids.add("s" + i);
            m_texts.add(s.toString());
        }
        return SequenceSet.of(Alphabet.DNA, ids, m_texts);
    }

    private static void put(final StringBuilder s, final int at, final String site, final SplittableRandom random, final boolean turned) {
        for (int k = 0; k < site.length(); k++) {
            final char c = site.charAt(turned ? site.length() - 1 - k : k);
            if (c != 'N' && random.nextInt(12) > 0) {
                s.setCharAt(at + k, turned ? "TGCA".charAt("ACGT".indexOf(c)) : c);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Strands.class)
    @DisplayName("a matrix grows around a word in a place, and all its sites lie at that place")
    void place(final Strands strands) {
        final SequenceSet set = planted("CAGGTAAGT", 30, strands);
        final GrowthData data = new GrowthData(set, strands, m_y, true);
        // GGTAA stands in the middle of the site, so it has the same place on the other strand
        final GrownMatrix matrix = MatrixGrowth.grow(data, WordMotif.parse(Alphabet.DNA, strands == Strands.BOTH ? "GGTAA@33" : "GT@34", 1), 1,
            Progress.NONE);
        final String consensus = matrix.toSiteMatrix(set, 0).consensus();
        assertTrue(consensus.contains("GGTAA"), consensus);
        assertEquals(Strand.FORWARD, matrix.wordStrand());
        assertEquals(strands == Strands.BOTH ? consensus.indexOf("GGTAA") : consensus.indexOf("GTAAG"), matrix.wordOffset());
        final List<MatrixSite> sites = matrix.allSites(set, strands);
        final int forward = 32 + (strands == Strands.BOTH ? 0 : 1) - matrix.wordOffset();
        // the word's leftmost letter is at its place on the other strand as well, and the matrix reaches to the right of it there
        final int reverse = 32 + 5 + matrix.wordOffset() - matrix.width();
        int turned = 0;
        for (final MatrixSite s : sites) {
            assertEquals(s.strand() == Strand.FORWARD ? forward : reverse, s.start());
            turned += s.strand() == Strand.REVERSE ? 1 : 0;
        }
        assertTrue(sites.size() > 60 && sites.size() <= N, sites.size() + " sites");
        assertEquals(strands == Strands.BOTH, turned > 20);
        if (strands == Strands.BOTH) {
            assertEquals(sites.size(), matrix.reverseComplement().allSites(set, strands).size());
        }
        assertTrue(matrix.correlation() > (strands == Strands.BOTH ? 0.4 : 0.8), "r " + matrix.correlation());
        assertTrue(MatchCounts.of(data, WordMotif.parse(Alphabet.DNA, "GT@34", 1)).exact() < N / 2 + 60);
    }

    @Test
    @DisplayName("a matrix grown from a word with a gap holds both halves")
    void gap() {
        final SequenceSet set = planted("TTGACANNNNNNNNNNNNNNNNNTATAAT", 31, Strands.SINGLE);
        final GrowthData data = new GrowthData(set, Strands.SINGLE, m_y, true);
        final WordMotif word = WordMotif.parse(Alphabet.DNA, "TGACA-N17-TATAA", 1);
        final GrownMatrix matrix = MatrixGrowth.grow(data, word, 1, Progress.NONE);
        final String consensus = matrix.toSiteMatrix(set, 0).consensus();
        assertTrue(consensus.matches("N?T?TGACAN*TATAA.*"), consensus);
        assertTrue(matrix.width() >= word.width() - 3 && matrix.width() <= word.width() + 4, "width " + matrix.width());
        assertEquals(consensus.indexOf("TGACA"), matrix.wordOffset());
    }
}
