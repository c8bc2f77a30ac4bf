package org.seism.motif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

class SiteSearchTest {

    private static SequenceSet dna(final String... sequences) {
        final List<String> ids = new ArrayList<>();
        for (int i = 0; i < sequences.length; i++) {
            ids.add("s" + i);
        }
        return SequenceSet.of(Alphabet.DNA, ids, List.of(sequences));
    }

    static String random(final Random random, final String letters, final int length) {
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < length; k++) {
            s.append(letters.charAt(random.nextInt(letters.length())));
        }
        return s.toString();
    }

    /** Written from the definition alone: enumerate windows as text, both strands, no early end. */
    private static Site bruteForce(final WordMotif word, final int index, final String sequence, final boolean both) {
        Site best = null;
        double smallest = Double.MAX_VALUE;
        for (int start = 0; start + word.width() <= sequence.length(); start++) {
            for (int strand = 0; strand < (both ? 2 : 1); strand++) {
                String window = sequence.substring(start, start + word.width());
                if (window.contains("N")) {
                    continue;
                }
                if (strand == 1) {
                    window = new StringBuilder(window).reverse().toString().replace('A', 't').replace('C', 'g').replace('G', 'c')
                        .replace('T', 'a').toUpperCase();
                }
                double d = 0;
                for (int c = 0; c < word.width(); c++) {
                    final String set = lettersOf(word.mask(c));
                    for (final char a : "ACGT".toCharArray()) {
                        final double z = set.indexOf(a) >= 0 ? 1.0 / set.length() : 0;
                        final double u = window.charAt(c) == a ? 1 : 0;
                        d += (z - u) * (z - u);
                    }
                }
                if (d < smallest - 1e-9) {
                    smallest = d;
                    best = new Site(index, start, start + word.width(), strand == 0 ? Strand.FORWARD : Strand.REVERSE, window,
                        Math.exp(-d / (2 * word.bandwidth() * word.bandwidth())));
                }
            }
        }
        return best;
    }

    private static String lettersOf(final int mask) {
        final StringBuilder s = new StringBuilder();
        for (int a = 0; a < 4; a++) {
            s.append((mask >> a & 1) == 1 ? "ACGT".substring(a, a + 1) : "");
        }
        return s.toString();
    }

    @Test
    void agreesWithBruteForce() {
        final Random random = new Random(20240601);
        for (int round = 0; round < 300; round++) {
            final String[] texts = new String[6];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = random(random, "ACGTACGTACGTN", random.nextInt(40));
            }
            final SequenceSet set = dna(texts);
            final WordMotif word = WordMotif.parse(Alphabet.DNA, random(random, "ACGTACGTRYSWKMBDHVN", 1 + random.nextInt(8)),
                0.5 + random.nextDouble());
            for (final Strands strands : Strands.values()) {
                final MotifSites found = SiteSearch.of(word).scan(set, strands);
                for (int i = 0; i < texts.length; i++) {
                    final Site expected = bruteForce(word, i, texts[i], strands == Strands.BOTH);
                    assertEquals(expected == null, found.site(i).isEmpty());
                    if (expected != null) {
                        final Site site = found.site(i).get();
                        assertEquals(expected.activation(), site.activation(), 1e-12);
                        assertEquals(expected, new Site(i, site.start(), site.end(), site.strand(), site.word(), expected.activation()));
                        assertEquals(site.activation(), found.activations()[i]);
                    } else {
                        assertTrue(Double.isNaN(found.activations()[i]));
                    }
                }
            }
        }
    }

    @Test
    void prefersLeftmostThenForward() {
        final Site palindrome = SiteSearch.of(WordMotif.parse(Alphabet.DNA, "ACGT", 1)).best(dna("GGACGTACGT"), 0, Strands.BOTH).get();
        assertEquals(new Site(0, 2, 6, Strand.FORWARD, "ACGT", 1), palindrome);
        final Site reverse = SiteSearch.of(WordMotif.parse(Alphabet.DNA, "AAC", 1)).best(dna("CCGTTCCAAC"), 0, Strands.BOTH).get();
        assertEquals(new Site(0, 2, 5, Strand.REVERSE, "AAC", 1), reverse);
    }

    @Test
    void wordAndItsMatrixFindTheSame() {
        final Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            final SequenceSet set = dna(random(random, "ACGTN", 60), random(random, "ACGT", 30));
            final WordMotif word = WordMotif.parse(Alphabet.DNA, random(random, "ACGTRYN", 6), 0.8);
            final double[][] columns = new double[6][4];
            for (int c = 0; c < 6; c++) {
                for (int a = 0; a < 4; a++) {
                    columns[c][a] = (word.mask(c) >> a & 1) / (double)Integer.bitCount(word.mask(c));
                }
            }
            final MotifSites byWord = SiteSearch.of(word).scan(set, Strands.BOTH);
            final MotifSites byMatrix =
                SiteSearch.of(new FrequencyMatrix("m", "", Alphabet.DNA, columns, 0, null), 0.8).scan(set, Strands.BOTH);
            for (int i = 0; i < byWord.sites().size(); i++) {
                final Site a = byWord.sites().get(i);
                final Site b = byMatrix.sites().get(i);
                assertEquals(a.activation(), b.activation(), 1e-12);
                assertEquals(a, new Site(b.sequence(), b.start(), b.end(), b.strand(), b.word(), a.activation()));
            }
        }
    }

    @Test
    void strongSitesAreAboveHalfOfTheLargest() {
        // one mismatch: exp(-1 / b^2); b = 1 gives 0.37, b = 1.4 gives 0.60
        final SequenceSet set = dna("ACGTAC", "ACGTAA", "GGGGGG", "ACNNNN");
        final MotifSites narrow = SiteSearch.of(WordMotif.parse(Alphabet.DNA, "ACGTAC", 1)).scan(set, Strands.SINGLE);
        assertEquals(List.of(0), narrow.strong().stream().map(Site::sequence).toList());
        final MotifSites wide = SiteSearch.of(WordMotif.parse(Alphabet.DNA, "ACGTAC", 1.4)).scan(set, Strands.SINGLE);
        assertEquals(List.of(0, 1), wide.strong().stream().map(Site::sequence).toList());
        assertFalse(wide.site(3).isPresent());
        assertEquals(3, wide.sites().size());
        assertEquals(Math.exp(-1 / 1.96), wide.activations()[1], 1e-15);
    }

    @Test
    void refusesWhatCannotBe() {
        final SiteSearch protein = SiteSearch.of(WordMotif.parse(Alphabet.PROTEIN, "MKV", 1));
        assertThrows(IllegalArgumentException.class, () -> protein.scan(dna("ACGT"), Strands.SINGLE));
        final SequenceSet proteins = SequenceSet.of(Alphabet.PROTEIN, List.of("p"), List.of("MMKVA"));
        assertThrows(IllegalArgumentException.class, () -> protein.scan(proteins, Strands.BOTH));
        assertEquals("MKV", protein.scan(proteins, Strands.SINGLE).sites().get(0).word());
        assertEquals(0, SiteSearch.of(WordMotif.parse(Alphabet.DNA, "ACGT", 1)).scan(dna("AC", ""), Strands.BOTH).largestActivation());
    }
}
