package org.seism.knime.port.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.study.Phenotype;

/** Every value stands in one bar, whatever the values are. */
class HistogramTest {

    @Test
    @DisplayName("numbers: as many bars as the square root of their count, the extremes in the first and the last")
    void numbers() {
        final double[] values = new double[100];
        Arrays.setAll(values, i -> i);
        final int[] counts = Histogram.of(Phenotype.numeric("y", values)).counts();
        assertEquals(10, counts.length);
        assertEquals(100, Arrays.stream(counts).sum());
        assertTrue(counts[0] >= 10 && counts[9] >= 10, Arrays.toString(counts));
    }

    @Test
    @DisplayName("one value only, and values whose range is no number")
    void odd() {
        assertArrayEquals(new int[]{3}, Histogram.of(Phenotype.numeric("y", new double[]{2, 2, 2})).counts());
        final int[] counts = Histogram.of(Phenotype.numeric("y", new double[]{-1.7e308, 0, 1.7e308})).counts();
        assertEquals(1, counts[0]);
        assertEquals(1, counts[counts.length - 1]);
        assertEquals(3, Arrays.stream(counts).sum());
    }

    @Test
    @DisplayName("classes: controls, then cases")
    void classes() {
        assertArrayEquals(new int[]{3, 1}, Histogram.of(new Phenotype("bound", new double[]{0, 1, 0, 0}, "yes")).counts());
    }
}
