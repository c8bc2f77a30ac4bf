package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Bounds look like bounds, and intervals hold the share. */
class PValueTextTest {

    private static NullSample sample(final int size, final int exceeding) {
        final double[] t = IntStream.range(0, size).mapToDouble(k -> k < exceeding ? 0.5 + 1e-3 * k : 0.1 + 1e-6 * k).toArray();
        return new NullSample(0, t, 0, new int[]{size}, 1, false, false, true);
    }

    @Test
    void theFloorIsABound() {
        assertEquals("<= 2.0e-4 (0 of 4999 as large)", PValueText.of(sample(5000, 1)));
        assertEquals("<= 0.0010 (0 of 999 as large)", PValueText.of(sample(1000, 1)));
        // rounded up: 1 / 300 is more than 0.0033
        assertEquals("<= 0.0034 (0 of 299 as large)", PValueText.of(sample(300, 1)));
        assertEquals("<= 0.050 (0 of 19 as large)", PValueText.of(sample(20, 1)));
        assertEquals("0.0310", PValueText.of(sample(1000, 31)));
        assertEquals("4.0e-4", PValueText.of(sample(5000, 2)));
        assertEquals("<= 6.0e-4", PValueText.of(6e-4, true));
    }

    @Test
    void intervals() {
        // 5 of 100: Clopper and Pearson's interval
        final double[] interval = sample(100, 5).interval();
        assertEquals(0.0164, interval[0], 1e-4);
        assertEquals(0.1128, interval[1], 1e-4);
        assertEquals(1, sample(50, 50).interval()[1]);
        assertTrue(sample(1000, 1).atFloor());
    }
}
