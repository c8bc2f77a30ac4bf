package org.seism.inference.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seism.RandomData;

class TiltedFamilyTest {

    /** In three dimensions cos(theta) is uniform, and its tilted law has a closed form. */
    @ParameterizedTest
    @CsvSource({"0, 0.3", "2.5, 0.3", "-7, 0.3", "40, 0.9", "-120, -0.4", "300, -0.95"})
    @DisplayName("the tilted law on the whole half circle is that of a tilted uniform number in three dimensions")
    void sphere(final double kappa, final double v) {
        final SphereFamily family = new SphereFamily(3, new double[][]{{0, Math.PI}}, Math.acos(v));
        final double expected = kappa == 0 ? (1 - v) / 2 : Math.expm1(kappa * (v - 1)) / Math.expm1(-2 * kappa);
        assertEquals(expected, family.tail(kappa, 1), 1e-10);
    }

    @Test
    @DisplayName("on arcs it is the share of their mass")
    void arcs() {
        final double[][] arcs = {{0.2, 0.5}, {1.1, 1.3}, {2.6, 3.0}};
        final double kappa = 3;
        final SphereFamily family = new SphereFamily(3, arcs, 1.2);
        double above = 0;
        double all = 0;
        for (final double[] arc : arcs) {
            above += Math.max(0, Math.exp(kappa * Math.cos(arc[0])) - Math.exp(kappa * Math.cos(Math.min(arc[1], 1.2))));
            all += Math.exp(kappa * Math.cos(arc[0])) - Math.exp(kappa * Math.cos(arc[1]));
        }
        above -= Math.max(0, Math.exp(kappa * Math.cos(2.6)) - Math.exp(kappa * Math.cos(1.2)));
        assertEquals(above / all, family.tail(kappa, 1), 1e-10);
    }

    @Test
    @DisplayName("without a selection event the interval is the classical one")
    void classical() {
        // (n - 1)-dimensional normal: V r / sigma is normal with standard deviation 1 / sqrt(d) nearly
        final int d = 4000;
        final EffectInterval interval =
            EffectInterval.of(new SphereFamily(d, new double[][]{{0, Math.PI}}, Math.acos(0.05)), 1, EffectScale.PHENOTYPE);
        assertEquals(0.05 * d, interval.estimate(), 1);
        assertEquals(0.05 * d - 1.96 * Math.sqrt(d), interval.lower(), 1.5);
        assertEquals(0.05 * d + 1.96 * Math.sqrt(d), interval.upper(), 1.5);
    }

    @Test
    @DisplayName("chains at several tilts are joined: normal numbers give the normal interval")
    void rungs() {
        final DoubleSupplier normal = RandomData.normal(RandomData.random(3));
        final List<SampledFamily.Rung> rungs = IntStream.rangeClosed(-4, 4)
            .mapToObj(k -> new SampledFamily.Rung(2 + k, RandomData.draw(2000, () -> 2 + k + normal.getAsDouble()))).toList();
        final EffectInterval interval = EffectInterval.of(new SampledFamily(2.3, 1e-9, rungs), 0.5, EffectScale.PHENOTYPE);
        assertEquals(0.5 * 2.3, interval.estimate(), 0.03);
        assertEquals(0.5 * (2.3 - 1.96), interval.lower(), 0.05);
        assertEquals(0.5 * (2.3 + 1.96), interval.upper(), 0.05);
        assertTrue(new SampledFamily(12, 1e-9, rungs).solve(0.5, 0.5) == Double.POSITIVE_INFINITY, "beyond all rungs");
    }
}
