package org.seism.motif.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;

/** Against all 4096 windows of width 6, each weighted by its probability. */
class LogOddsMatrixTest {
    private static final double[] BACKGROUND = {0.3, 0.2, 0.15, 0.35};

    private static FrequencyMatrix random(final int width, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[][] f = new double[width][4];
        for (final double[] column : f) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                column[a] = Math.pow(random.nextDouble(), 3);
                sum += column[a];
            }
            for (int a = 0; a < 4; a++) {
                column[a] /= sum;
            }
        }
        return new FrequencyMatrix("m", "", Alphabet.DNA, f, 35, null);
    }

    private static byte[] window(final int code, final int width) {
        final byte[] letters = new byte[width];
        for (int c = 0, rest = code; c < width; c++, rest /= 4) {
            letters[c] = (byte)(rest % 4);
        }
        return letters;
    }

    @Test
    @DisplayName("p-values are those of all windows")
    void bruteForce() {
        for (int seed = 1; seed <= 5; seed++) {
            final LogOddsMatrix matrix = LogOddsMatrix.of(random(6, seed), BACKGROUND);
            final int[] scores = new int[4096];
            final double[] weights = new double[4096];
            for (int code = 0; code < 4096; code++) {
                final byte[] letters = window(code, 6);
                scores[code] = matrix.score(letters, 0);
                weights[code] = 1;
                for (final byte a : letters) {
                    weights[code] *= BACKGROUND[a];
                }
            }
            for (int code = 0; code < 4096; code += 7) {
                double p = 0;
                for (int other = 0; other < 4096; other++) {
                    p += scores[other] >= scores[code] ? weights[other] : 0;
                }
                assertEquals(p, matrix.pValue(scores[code]), 1e-12);
                final int threshold = matrix.threshold(p * (1 + 1e-9));
                assertTrue(threshold <= scores[code] && matrix.pValue(threshold) <= p * (1 + 1e-9)
                    && (p > 1 - 1e-9 || matrix.pValue(threshold - 1) > p * (1 + 1e-9)));
            }
        }
    }

    @Test
    @DisplayName("scores are hundredths of a bit of the smoothed log odds; unknown letters make a window unusable")
    void scores() {
        final FrequencyMatrix matrix = random(6, 9);
        final LogOddsMatrix scores = LogOddsMatrix.of(matrix, BACKGROUND);
        final byte[] letters = {0, 1, 2, 3, 0, 1};
        double bits = 0;
        for (int c = 0; c < 6; c++) {
            bits += Math.log((35 * matrix.frequencies()[c][letters[c]] + 0.1) / 35.4 / BACKGROUND[letters[c]]) / Math.log(2);
        }
        assertEquals(100 * bits, scores.score(letters, 0), 3.0);
        letters[3] = -1;
        assertEquals(Integer.MIN_VALUE, scores.score(letters, 0));
        assertEquals(1, scores.pValue(Integer.MIN_VALUE / 2));
        assertEquals(0, scores.pValue(scores.best() + 1));
    }
}
