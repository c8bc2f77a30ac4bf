package org.seism.motif.growth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.motif.SiteMatrix;
import org.seism.motif.Strand;
import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

class MotifDescriberTest {
    private final SplittableRandom m_random = new SplittableRandom(12);
    private final List<String> m_sequences = new ArrayList<>();
    private double[] m_y;

    /** Cases hold CCGGAAGT; half of them have GATTACAT twelve letters behind its first letter. The rest is random. */
    private GrowthData data(final int n, final boolean turned) {
        m_y = new double[n];
        final List<String> ids = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            final StringBuilder s = new StringBuilder();
            for (int k = 0; k < 70; k++) {
                s.append("ACGT".charAt(m_random.nextInt(4)));
            }
            if (i < n / 2) {
                final int at = m_random.nextInt(48);
                s.replace(at, at + 8, "CCGGAAGT");
                if (i % 2 == 0) {
                    s.replace(at + 12, at + 20, "GATTACAT");
                }
                m_y[i] = 1;
            }
            ids.add("s" + i);
            m_sequences.add(turned ? turned(s.toString()) : s.toString());
        }
        return new GrowthData(SequenceSet.of(Alphabet.DNA, ids, m_sequences), turned ? Strands.BOTH : Strands.SINGLE, m_y, true);
    }

    private static String turned(final String s) {
        final StringBuilder t = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            t.append("TGCA".charAt("ACGT".indexOf(s.charAt(k))));
        }
        return t.toString();
    }

    private static WordMotif word(final String text) {
        return WordMotif.parse(Alphabet.DNA, text, 1);
    }

    @Test
    @DisplayName("a shifted word is a variant, another motif is not but stands beside motif 1, with distance and strand")
    void familiesAndAttachment() {
        final List<MotifDescription> found = MotifDescriber.describe(data(300, false),
            List.of(word("CCGGAAGT"), word("CGGAAGTC"), word("GATTACAT"), word("TTTTTTTT")), new int[]{1, 1, 1, -1}, Progress.NONE);
        assertEquals(OptionalInt.empty(), found.get(0).variantOf());
        assertEquals(OptionalInt.of(1), found.get(1).variantOf());
        assertEquals(OptionalInt.empty(), found.get(2).variantOf());
        assertTrue(found.get(0).attachment().isEmpty());
        assertEquals("stands beside motif 1 (12 letters downstream, same strand)", found.get(2).attachment().orElseThrow().text());
        assertTrue(found.get(2).attachment().orElseThrow().share() > 0.8);
        assertTrue(found.get(3).attachment().isEmpty());
    }

    @Test
    @DisplayName("with both strands word and matrix are turned to where most sites are")
    void orientation() {
        final MotifDescription found =
            MotifDescriber.describe(data(300, true), List.of(word("CCGGAAGT")), new int[]{1}, Progress.NONE).get(0);
        assertEquals("ACTTCCGG", found.motif().name());
        assertTrue(found.matrix().toFrequencyMatrix("m", "").consensus().contains("ACTTCCGG"));
        final long forward = found.matrix().sites().stream().filter(s -> s.strand() == Strand.FORWARD).count();
        assertTrue(2 * forward > found.matrix().sites().size());
        final MatrixSite site = found.matrix().sites().get(0);
        final String letters = m_sequences.get(site.sequence()).substring(site.start(), site.start() + found.matrix().width());
        assertEquals("ACTTCCGG", letters.substring(found.matrix().wordOffset(), found.matrix().wordOffset() + 8));
    }

    @Test
    @DisplayName("counts are those of a text search")
    void counts() {
        final GrowthData data = data(200, false);
        final MatchCounts counts = MatchCounts.of(data, word("GATTACAT"));
        final int[] sequences = new int[3];
        final int[] cases = new int[3];
        for (int i = 0; i < m_sequences.size(); i++) {
            int best = 2;
            for (int at = 0; at + 8 <= m_sequences.get(i).length(); at++) {
                int mismatches = 0;
                for (int c = 0; c < 8; c++) {
                    mismatches += m_sequences.get(i).charAt(at + c) == "GATTACAT".charAt(c) ? 0 : 1;
                }
                best = Math.min(best, mismatches);
            }
            sequences[best]++;
            cases[best] += (int)m_y[i];
        }
        assertArrayEquals(sequences, counts.sequences());
        assertArrayEquals(cases, counts.positives());
        assertEquals((double)cases[0] / sequences[0], counts.phenotype()[0], 1e-12);
        assertFalse(counts.isThin());
        assertTrue(MatchCounts.of(data, word("ACGTACGTACGTAC")).isThin());
    }

    @Test
    @DisplayName("flanks of a site matrix are the letters beside the sites")
    void flanks() {
        final GrowthData data = data(200, false);
        final GrownMatrix matrix = MatrixGrowth.grow(data, word("CCGGAAGT"), 1, Progress.NONE);
        final List<String> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add("s" + i);
        }
        final SiteMatrix flanked = matrix.toSiteMatrix(SequenceSet.of(Alphabet.DNA, ids, m_sequences), 3);
        assertEquals(matrix.width() + flanked.leftFlank() + flanked.rightFlank(), flanked.width());
        final int[] before = new int[4];
        for (final MatrixSite site : matrix.sites()) {
            if (site.start() > 0) {
                before["ACGT".indexOf(m_sequences.get(site.sequence()).charAt(site.start() - 1))]++;
            }
        }
        assertArrayEquals(before, flanked.counts()[flanked.leftFlank() - 1]);
    }
}
