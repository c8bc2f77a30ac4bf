package org.seism.analysis;

import java.util.Optional;

import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.tail.TailEstimate;

/**
 * The tests of one motif under one hypothesis.
 *
 * @param rank 1 for the first selected motif
 * @param statistic signed partial correlation with the phenotype
 * @param effect regression coefficient, in units of the phenotype per unit of activation
 * @param naive p-value of Student's t test as if the motif had been given beforehand: not valid, for comparison only
 * @param exact p-value of the closed form, which assumes gaussian noise; null where it was not asked for
 * @param sample the sampled null distribution of the motif's statistic, or null where only the closed form was asked for
 * @param step the null distribution of the step's statistic, the largest association of all candidates; null where the null is
 *            gaussian or the hypothesis partial
 * @param interval the effect's selective interval; empty where it was not asked for
 * @param tail estimate of the motif's p-value where no replicate is as large; empty elsewhere and where it was not asked for
 */
public record MotifTest(int rank, double statistic, double effect, LogProbability naive, LogProbability exact,
    NullSample sample, NullSample step, Optional<EffectInterval> interval, Optional<TailEstimate> tail) {

    /**
     * Tests without that of the step.
     *
     * @param rank 1 for the first selected motif
     * @param statistic signed partial correlation
     * @param effect regression coefficient
     * @param naive p-value of Student's t test
     * @param exact p-value of the closed form, or null
     * @param sample the sampled null distribution, or null
     */
    public MotifTest(final int rank, final double statistic, final double effect, final LogProbability naive,
        final LogProbability exact, final NullSample sample) {
        this(rank, statistic, effect, naive, exact, sample, null, Optional.empty(), Optional.empty());
    }

    MotifTest with(final NullSample ofMotif, final NullSample ofStep) {
        return new MotifTest(rank, statistic, effect, naive, exact, ofMotif, ofStep, interval, tail);
    }

    MotifTest with(final EffectInterval i) {
        return new MotifTest(rank, statistic, effect, naive, exact, sample, step, Optional.of(i), tail);
    }

    MotifTest with(final TailEstimate t) {
        return new MotifTest(rank, statistic, effect, naive, exact, sample, step, interval, Optional.of(t));
    }

    /** @return what the motif is judged by: the p-value of its step, or where there is none the motif's own */
    public double judgedP() {
        return step != null ? step.p() : sample != null ? sample.p() : exact.value();
    }

    /** @return whether that is as small as the number of replicates allows */
    public boolean atFloor() {
        final NullSample judged = step != null ? step : sample;
        return judged != null && judged.atFloor();
    }
}
