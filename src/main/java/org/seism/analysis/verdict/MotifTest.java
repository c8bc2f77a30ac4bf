package org.seism.analysis.verdict;

import java.util.Optional;

import org.seism.inference.DataSplitTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.tail.TailEstimate;

/**
 * How a motif was tested: not at all, on the rest of a data split, or on all data with an account of the selection. What one kind of
 * test has and another has not is empty there.
 */
public sealed interface MotifTest permits MotifTest.None, MotifTest.Split, SelectiveTest {
    /** Selected, and not tested. */
    MotifTest NONE = new None();

    /** No test. */
    record None() implements MotifTest {
    }

    /**
     * The test of a motif that one part of the data selected, on the rest.
     *
     * @param result statistic and p-values of its rank
     */
    record Split(DataSplitTest.Result result) implements MotifTest {
    }

    /** @return the test on all data, if there was one */
    default Optional<SelectiveTest> selective() {
        return this instanceof final SelectiveTest test ? Optional.of(test) : Optional.empty();
    }

    /** @return signed partial correlation with the phenotype, on the data that the test worked on */
    default Optional<Double> correlation() {
        return this instanceof final Split split ? Optional.of(split.result().statistic()) : selective().map(SelectiveTest::statistic);
    }

    /** @return p-value of the closed form, which assumes gaussian noise */
    default Optional<LogProbability> closedForm() {
        return Optional.empty();
    }

    /** @return the sampled null distribution of the motif's statistic */
    default Optional<NullSample> sample() {
        return Optional.empty();
    }

    /** @return the null distribution of the step's statistic, the largest association of all candidates */
    default Optional<NullSample> step() {
        return Optional.empty();
    }

    /** @return the effect's selective interval, where it was asked for */
    default Optional<EffectInterval> interval() {
        return Optional.empty();
    }

    /** @return estimate of the motif's p-value, where it was asked for and no replicate is as large */
    default Optional<TailEstimate> tail() {
        return Optional.empty();
    }

    /** @return the null distribution behind what the motif is judged by: that of its step, or where there is none the motif's own */
    default Optional<NullSample> judged() {
        return step().or(this::sample);
    }

    /** @return whether that p-value is as small as the number of replicates allows */
    default boolean atFloor() {
        return judged().map(NullSample::atFloor).orElse(false);
    }
}
