package org.seism.motif.growth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
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

class MatrixGrowthTest {
    /** A motif of ten columns, ACCGGAAGTG with soft ones; a palindrome would leave the strand to chance. */
    private static final double[][] PLANTED = {{.6, .1, .2, .1}, {.15, .7, .05, .1}, {.1, .8, .05, .05}, {.03, .03, .9, .04},
        {.02, .02, .94, .02}, {.92, .03, .03, .02}, {.9, .03, .03, .04}, {.25, .05, .65, .05}, {.05, .2, .05, .7}, {.15, .15, .6, .1}};

    private static char letter(final double[] p, final SplittableRandom random) {
        double u = random.nextDouble();
        for (int a = 0; a < 3; a++) {
            u -= p[a];
            if (u < 0) {
                return "ACGT".charAt(a);
            }
        }
        return 'T';
    }

    private static String turned(final String s) {
        final StringBuilder t = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            t.append("TGCA".charAt("ACGT".indexOf(s.charAt(k))));
        }
        return t.toString();
    }

    /** Half of the sequences are cases, and of these 70% hold a site on either strand. */
    private static GrowthData planted(final int n, final Strands strands, final boolean numbers) {
        final SplittableRandom random = new SplittableRandom(23);
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        final double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            final StringBuilder s = new StringBuilder();
            for (int k = 0; k < 80; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            if (i < n / 2 && random.nextInt(10) < 7) {
                final StringBuilder site = new StringBuilder();
                for (final double[] column : PLANTED) {
                    site.append(letter(column, random));
                }
                final int at = random.nextInt(70);
                s.replace(at, at + 10, strands == Strands.BOTH && random.nextBoolean() ? turned(site.toString()) : site.toString());
                y[i] = 1;
            } else {
                y[i] = i < n / 2 ? 1 : 0;
            }
            if (numbers) {
                y[i] = 2 * y[i] + random.nextDouble();
            }
            ids.add("s" + i);
            sequences.add(s.toString());
        }
        return new GrowthData(SequenceSet.of(Alphabet.DNA, ids, sequences), strands, y, !numbers);
    }

    private static SequenceSet sequences(final GrowthData data) {
        final List<String> ids = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            final StringBuilder text = new StringBuilder();
            for (final byte letter : data.letters(0, i)) {
                text.append("ACGT".charAt(letter));
            }
            ids.add("s" + i);
            texts.add(text.toString());
        }
        return SequenceSet.of(Alphabet.DNA, ids, texts);
    }

    private static GrownMatrix grow(final GrowthData data, final String word) {
        return MatrixGrowth.grow(data, WordMotif.parse(Alphabet.DNA, word, 1), 1, Progress.NONE);
    }

    /** Largest correlation of the frequencies of aligned columns over offsets and strands, at least six columns aligned. */
    private static double similarity(final double[][] a, final double[][] b) {
        double best = -1;
        for (int turn = 0; turn < 2; turn++) {
            for (int offset = -b.length + 6; offset <= a.length - 6; offset++) {
                final List<double[]> pairs = new ArrayList<>();
                for (int c = 0; c < a.length; c++) {
                    final int d = c - offset;
                    if (d >= 0 && d < b.length) {
                        for (int l = 0; l < 4; l++) {
                            pairs.add(new double[]{a[c][l], turn == 0 ? b[d][l] : b[b.length - 1 - d][3 - l]});
                        }
                    }
                }
                double xy = 0;
                double xx = 0;
                double yy = 0;
                for (final double[] pair : pairs) {
                    xy += (pair[0] - 0.25) * (pair[1] - 0.25);
                    xx += (pair[0] - 0.25) * (pair[0] - 0.25);
                    yy += (pair[1] - 0.25) * (pair[1] - 0.25);
                }
                best = pairs.size() >= 24 ? Math.max(best, xy / Math.sqrt(xx * yy)) : best;
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource(value = Strands.class, names = {"SINGLE", "BOTH"})
    @DisplayName("a planted matrix comes back, the same from any of its words")
    void planted(final Strands strands) {
        final GrowthData data = planted(800, strands, false);
        final List<double[][]> grown = new ArrayList<>();
        for (final String word : List.of("CCGGAAG", "CGGAAGT", "ACCGGAA", "CCGGAAA")) {
            final GrownMatrix matrix = grow(data, word);
            assertTrue(matrix.grown());
            grown.add(matrix.toFrequencyMatrix("m", "").frequencies());
            assertTrue(matrix.width() >= 8 && matrix.width() <= 14, word + " grew to " + matrix.width());
            assertTrue(matrix.correlation() > 0.4, () -> word + " " + matrix.correlation());
            final double like = similarity(matrix.toFrequencyMatrix("m", "").frequencies(), PLANTED);
            assertTrue(like > 0.93, () -> word + " against the planted matrix " + like);
        }
        for (final double[][] other : grown) {
            assertTrue(similarity(grown.get(0), other) >= 0.96, () -> "similarity " + similarity(grown.get(0), other));
        }
    }

    @Test
    @DisplayName("numbers grow too, and the place of the word in its matrix is known")
    void numbers() {
        final GrownMatrix matrix = grow(planted(800, Strands.SINGLE, true), "CGGAAGT");
        assertTrue(similarity(matrix.toFrequencyMatrix("m", "").frequencies(), PLANTED) > 0.95);
        assertEquals(Strand.FORWARD, matrix.wordStrand());
        final String consensus = matrix.toFrequencyMatrix("m", "").consensus();
        assertTrue(consensus.substring(matrix.wordOffset() + 1).startsWith("GGAA"), consensus + " " + matrix.wordOffset());
    }

    @Test
    @DisplayName("sites, counts, cut and correlation are those of a scan by definition")
    void byDefinition() {
        final GrowthData data = planted(300, Strands.BOTH, false);
        final GrownMatrix matrix = grow(data, "CCGGAAG");
        final double[] best = new double[300];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        int sites = 0;
        final List<MatrixSite> all = matrix.allSites(sequences(data), Strands.BOTH);
        for (int i = 0; i < 300; i++) {
            final byte[] letters = data.letters(0, i);
            for (int at = 0; at + matrix.width() <= letters.length; at++) {
                for (int strand = 0; strand < 2; strand++) {
                    double score = 0;
                    for (int c = 0; c < matrix.width(); c++) {
                        score += matrix.logOdds()[c][strand == 0 ? letters[at + c] : 3 - letters[at + matrix.width() - 1 - c]];
                    }
                    best[i] = Math.max(best[i], score);
                    if (score >= matrix.cut()) {
                        final MatrixSite site = all.get(sites++);
                        assertEquals(i, site.sequence());
                        assertEquals(at, site.start());
                        assertEquals(strand == 0 ? Strand.FORWARD : Strand.REVERSE, site.strand());
                    }
                }
            }
        }
        assertEquals(sites, all.size());
        double largest = -1;
        for (final double cut : best) {
            int above = 0;
            int cases = 0;
            for (int i = 0; i < 300; i++) {
                above += best[i] >= cut ? 1 : 0;
                cases += best[i] >= cut && i < 150 ? 1 : 0;
            }
            if (above >= 3 && above < 300) {
                // correlation of two zero-one variables
                final double r = (300.0 * cases - above * 150.0) / Math.sqrt((double)above * (300 - above) * 150 * 150);
                largest = Math.max(largest, r);
            }
        }
        assertEquals(largest, matrix.correlation(), 1e-12);
        assertTrue(matrix.sites().stream().allMatch(s -> s.sequence() < 150 && s.score() >= matrix.cut()), "sites are of the cases");
    }

    @Test
    @DisplayName("in a library of mutants a matrix keeps to its word, or it would grow into the parent")
    void mutants() {
        final SplittableRandom random = new SplittableRandom(2);
        final String parent = "ACGTTGCATGACTCAGGATCCGATTACAGGCATTA";
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        final double[] y = new double[200];
        for (int i = 0; i < y.length; i++) {
            final StringBuilder s = new StringBuilder(parent);
            for (int k = 0; k < s.length(); k++) {
                if (random.nextInt(10) == 0) {
                    s.setCharAt(k, "ACGT".charAt(random.nextInt(4)));
                }
            }
            ids.add("s" + i);
            sequences.add(s.toString());
            y[i] = (s.indexOf("TGACTCA") >= 0 ? 1 : 0) + 0.1 * random.nextDouble();
        }
        final GrownMatrix matrix =
            grow(new GrowthData(SequenceSet.of(Alphabet.DNA, ids, sequences), Strands.SINGLE, y, false), "TGACTCA");
        assertFalse(matrix.grown());
        assertEquals(7, matrix.width());
    }

    @Test
    @DisplayName("identity counts pairs of sequences with the same letter at the same place")
    void identity() {
        assertEquals((3 + 1 + 0) / 7.0,
            GrowthData.identity(new byte[][]{{0, 1, 2}, {0, 1, 3}, {0, 2, -1}}), 1e-12);
    }

    @Test
    @DisplayName("nothing to grow from: constant phenotype, sequences shorter than the word")
    void degenerate() {
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, List.of("a", "b", "c", "d"), List.of("ACGTACGT", "ACG", "", "ACGTNNNN"));
        final GrownMatrix constant =
            MatrixGrowth.grow(new GrowthData(set, Strands.BOTH, new double[4], false), WordMotif.parse(Alphabet.DNA, "ACGT", 1), 1, Progress.NONE);
        assertEquals(0, constant.sites().size());
        final GrownMatrix again =
            MatrixGrowth.grow(new GrowthData(set, Strands.BOTH, new double[]{1, 0, 0, 1}, true), WordMotif.parse(Alphabet.DNA, "ACGT", 1), 1,
                Progress.NONE);
        assertArrayEquals(again.counts(),
            MatrixGrowth.grow(new GrowthData(set, Strands.BOTH, new double[]{1, 0, 0, 1}, true), WordMotif.parse(Alphabet.DNA, "ACGT", 1), 1,
                Progress.NONE).counts());
    }
}
