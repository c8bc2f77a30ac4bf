package org.seism.inference.walk;

import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.inference.chain.ChainFactory;

/**
 * What a walk is made of.
 *
 * @param chains chains of a reversible kernel
 * @param observed the observed state
 * @param statistic T of the observed state
 * @param together T of several states at once, where a chain's own statistic is not it; else null
 * @param streams random streams of the legs by number, from 1
 * @param place decides on the observed data's place
 * @param thinning steps of the kernel between two recorded states
 * @param grows whether the walk may be made longer after it has run
 */
public record WalkSource(ChainFactory chains, double[] observed, double statistic, BatchStatistic together,
    IntFunction<UniformRandomProvider> streams, UniformRandomProvider place, int thinning, boolean grows) {

    /**
     * A walk whose statistic is that of its chains.
     *
     * @param chains chains of a reversible kernel
     * @param observed the observed state
     * @param statistic T of the observed state
     * @param streams random streams of the legs by number, from 1
     * @param place decides on the observed data's place
     * @param thinning steps of the kernel between two recorded states
     * @param grows whether the walk may be made longer after it has run
     */
    public WalkSource(final ChainFactory chains, final double[] observed, final double statistic,
        final IntFunction<UniformRandomProvider> streams, final UniformRandomProvider place, final int thinning,
        final boolean grows) {
        this(chains, observed, statistic, null, streams, place, thinning, grows);
    }

    /** A leg that starts at the observed state. */
    Leg legFromObserved(final int stream) {
        return legFromObserved(stream, 0);
    }

    /** A leg that starts at the observed state and makes some steps more after its last recorded state. */
    Leg legFromObserved(final int stream, final int beyond) {
        return new Leg(this, this::observed, streams.apply(stream), beyond);
    }

    /** A leg that starts where another one has ended. */
    Leg legFrom(final Supplier<double[]> start, final int stream) {
        return new Leg(this, start, streams.apply(stream), 0);
    }

    /** Uniform on [0, 1): decides on the observed data's place. */
    double drawPlace() {
        return place.nextDouble();
    }
}
