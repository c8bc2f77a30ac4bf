package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adjusted p-values against R 4.2, p.adjust(p, "holm") and p.adjust(p, "BH"), and ForwardStop by its definition. */
class MultiplicityTest {
    private static final double[] P = {0.01, 0.02, 0.03, 0.04, 0.05};
    private static final double[] UNSORTED = {0.2, 0.001, 0.04, 0.9, 0.04};

    @Test
    void holm() {
        assertArrayEquals(new double[]{0.05, 0.08, 0.09, 0.09, 0.09}, Multiplicity.holm(P), 1e-12);
        assertArrayEquals(new double[]{0.4, 0.005, 0.16, 0.9, 0.16}, Multiplicity.holm(UNSORTED), 1e-12);
    }

    @Test
    void benjaminiHochberg() {
        assertArrayEquals(new double[]{0.05, 0.05, 0.05, 0.05, 0.05}, Multiplicity.benjaminiHochberg(P), 1e-12);
        assertArrayEquals(new double[]{0.25, 0.005, 0.2 / 3, 0.9, 0.2 / 3}, Multiplicity.benjaminiHochberg(UNSORTED), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 2", "0.001, 0", "0.2, 4", "0.011, 1"})
    void forwardStop(final double alpha, final int expected) {
        // -log(1-p) = 0.01005, 0.02020, 0.35667, 0.01005: means 0.01005, 0.01513, 0.12898, 0.09924
        assertEquals(expected, Multiplicity.forwardStop(new double[]{0.01, 0.02, 0.3, 0.01}, alpha));
    }

    @Test
    void forwardStopWithP1() {
        assertEquals(0, Multiplicity.forwardStop(new double[]{1, 0.001}, 0.5));
        assertEquals(1, Multiplicity.forwardStop(new double[]{0.001, 1}, 0.5));
    }

    @Test
    void twiceMedian() {
        assertEquals(0.3, Multiplicity.twiceMedian(new double[]{0.3}));
        assertEquals(0.4, Multiplicity.twiceMedian(new double[]{0.9, 0.2, 0.1}), 1e-15);
        assertEquals(0.3, Multiplicity.twiceMedian(new double[]{0.9, 0.2, 0.1, 0.05}), 1e-15);
        assertEquals(1, Multiplicity.twiceMedian(new double[]{0.9, 0.8, 0.7}));
    }
}
