package org.seism.motif.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;

class MatrixScannerTest {
    private static final double[] BACKGROUND = {0.28, 0.22, 0.22, 0.28};
    private static final double[][] COLUMNS = {{.7, .1, .1, .1}, {.1, .6, .2, .1}, {.05, .05, .85, .05}, {.25, .25, .25, .25},
        {.1, .1, .1, .7}};

    private static FrequencyMatrix matrix() {
        return new FrequencyMatrix("m", "", Alphabet.DNA, COLUMNS, 100, null);
    }

    /** Log odds in floating point, window by window, and p-values by weighing all 1024 windows. */
    private static double bits(final byte[] window) {
        double bits = 0;
        for (int c = 0; c < COLUMNS.length; c++) {
            if (window[c] < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            bits += Math.round(100 * Math.log((COLUMNS[c][window[c]] * 100 + 0.1) / 100.4 / BACKGROUND[window[c]]) / Math.log(2)) / 100.0;
        }
        return bits;
    }

    private static double p(final double bits) {
        double p = 0;
        for (int code = 0; code < 1024; code++) {
            final byte[] window = new byte[5];
            double weight = 1;
            for (int c = 0, rest = code; c < 5; c++, rest /= 4) {
                window[c] = (byte)(rest % 4);
                weight *= BACKGROUND[window[c]];
            }
            p += bits(window) >= bits - 1e-9 ? weight : 0;
        }
        return p;
    }

    private static byte[] complement(final byte[] window) {
        final byte[] other = new byte[window.length];
        for (int c = 0; c < window.length; c++) {
            other[c] = window[window.length - 1 - c] < 0 ? -1 : (byte)(3 - window[window.length - 1 - c]);
        }
        return other;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("all sites at or below the threshold and no others, as an independent scan finds them")
    void allSites(final boolean both) {
        final SplittableRandom random = new SplittableRandom(4);
        final byte[] letters = new byte[3000];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = random.nextInt(50) == 0 ? -1 : (byte)random.nextInt(4);
        }
        final double threshold = 0.01;
        final List<MatrixScanner.Hit> found = new ArrayList<>();
        new MatrixScanner(matrix(), BACKGROUND, both, threshold).scan(letters, 0, letters.length, found::add);
        int expected = 0;
        for (int start = 0; start + 5 <= letters.length; start++) {
            final byte[] window = java.util.Arrays.copyOfRange(letters, start, start + 5);
            for (int strand = 0; strand < (both ? 2 : 1); strand++) {
                final double bits = bits(strand == 0 ? window : complement(window));
                final double p = bits == Double.NEGATIVE_INFINITY ? 1 : p(bits);
                if (p <= threshold) {
                    final MatrixScanner.Hit hit = found.get(expected++);
                    assertEquals(start, hit.start());
                    assertEquals(strand == 0 ? Strand.FORWARD : Strand.REVERSE, hit.strand());
                    assertEquals(bits, hit.score() / 100.0, 1e-9);
                    assertEquals(p, hit.p(), 1e-12);
                }
            }
        }
        assertEquals(expected, found.size());
        assertTrue(expected > 20, "the scan has something to find: " + expected);
    }

    @Test
    @DisplayName("the best window, whether or not it reaches the threshold; none where no window is usable")
    void best() {
        final MatrixScanner scanner = new MatrixScanner(matrix(), BACKGROUND, true, 1e-9);
        assertFalse(scanner.canHit());
        final MatrixScanner.Hit hit = scanner.best(new byte[]{3, 0, 3, 1, 2, 3, 3}).orElseThrow();
        assertEquals(1, hit.start());
        assertEquals(Strand.REVERSE, hit.strand());
        assertTrue(scanner.best(new byte[]{0, 1, 2, -1, 3, 0}).isEmpty());
        assertTrue(scanner.best(new byte[]{0, 1}).isEmpty());
    }

    @Test
    @DisplayName("a background averaged over the strands has a share for every letter")
    void background() {
        assertArrayEquals(new double[]{6 / 14.0, 1 / 14.0, 1 / 14.0, 6 / 14.0},
            MatrixScanner.background(new long[]{10, 0, 0, 0}, new int[]{3, 2, 1, 0}), 1e-12);
        assertArrayEquals(new double[]{11 / 14.0, 1 / 14.0, 1 / 14.0, 1 / 14.0},
            MatrixScanner.background(new long[]{10, 0, 0, 0}, null), 1e-12);
    }

    @Test
    @DisplayName("places on a chromosome, on both strands of a region")
    void regions() {
        final GenomeRegion region = GenomeRegion.parse("chr1:1,000-1,100(-)").orElseThrow();
        assertEquals(new GenomeRegion("chr1", 1000, 1100, Strand.REVERSE), region);
        assertTrue(region.fits(100));
        assertEquals(new GenomeRegion("chr1", 1090, 1096, Strand.REVERSE), region.site(4, 6, Strand.FORWARD));
        assertEquals(new GenomeRegion("chr1", 1004, 1010, Strand.FORWARD),
            GenomeRegion.parse("chr1:1000-1100").orElseThrow().site(4, 6, Strand.FORWARD));
        for (final String id : List.of("gene7", "chr1:5-5", "chr1:9-3", "chr1:a-b", ":1-2", "chr1:1", "")) {
            assertTrue(GenomeRegion.parse(id).isEmpty(), id);
        }
    }
}
