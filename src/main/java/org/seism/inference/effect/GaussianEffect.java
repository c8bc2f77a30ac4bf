package org.seism.inference.effect;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.ExactTest;
import org.seism.inference.event.NullGeometry;

/**
 * The interval of a motif's effect under gaussian noise, without sampling: given, in addition to the selection, the direction
 * of the rest of the residual, one angle is left, and its law depends on the effect alone (METHOD, section 17). The variance of
 * the noise is estimated from what the motif leaves, which is said wherever the interval is.
 */
public final class GaussianEffect {
    private GaussianEffect() {
    }

    /**
     * @param geometry a motif and its null hypothesis
     * @param runner runs products with activation matrices
     * @param progress cancellation
     * @return the effect in units of the phenotype per unit of activation
     */
    public static EffectInterval of(final NullGeometry geometry, final TaskRunner runner, final Progress progress) {
        return of(geometry, ExactTest.test(geometry, runner, progress));
    }

    /**
     * @param geometry a motif and its null hypothesis
     * @param exact its closed form, which knows the event
     * @return the effect in units of the phenotype per unit of activation
     */
    public static EffectInterval of(final NullGeometry geometry, final ExactTest.Result exact) {
        final int d = geometry.degreesOfFreedom();
        final double c = geometry.signedStatistic();
        final double variance = geometry.radius() * geometry.radius() * (1 - c * c) / (d - 1);
        final TiltedFamily family = new SphereFamily(d, exact.intervals(), exact.observed());
        return EffectInterval.of(family, variance / (geometry.radius() * geometry.directionNorm()), EffectScale.PHENOTYPE);
    }
}
