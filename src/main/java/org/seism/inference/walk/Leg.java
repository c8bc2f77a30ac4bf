package org.seism.inference.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.inference.chain.Chain;

/** A stretch of a walk in one direction: a chain and the statistics it has passed. A leg is a task of its own. */
public final class Leg {
    private static final int FIRST_CAPACITY = 1024;
    /** States whose statistics are computed together, where that is cheaper. */
    private static final int BATCH = 32;

    private final WalkSource m_source;
    private final Supplier<double[]> m_start;
    private final UniformRandomProvider m_random;
    /** Steps after the last recorded state. */
    private int m_beyond;
    private Chain m_chain;
    private double[] m_statistics = new double[0];
    private int m_size;
    private int m_target;
    private double[] m_end;
    private long m_trials;
    private long m_moves;

    /**
     * @param source chains and thinning
     * @param start where the chain starts, asked for when the leg runs
     * @param random the leg's own stream
     * @param beyond steps to go on, unrecorded, after the last recorded state
     */
    public Leg(final WalkSource source, final Supplier<double[]> start, final UniformRandomProvider random, final int beyond) {
        m_source = source;
        m_start = start;
        m_random = random;
        m_beyond = beyond;
    }

    /** How many states to record, not fewer than before. */
    public void target(final int size) {
        m_target = size;
    }

    public int missing() {
        return m_target - m_size;
    }

    /** Steps still to be made. */
    public long work() {
        return (long)missing() * m_source.thinning() + m_beyond;
    }

    public void run(final ReplicateCounter counter) {
        if (work() == 0) {
            return;
        }
        if (m_chain == null) {
            m_chain = m_source.chains().start(m_start.get(), m_random);
        }
        final List<double[]> waiting = new ArrayList<>();
        while (missing() > waiting.size()) {
            step(m_source.thinning(), counter);
            if (m_source.together() == null) {
                append(m_chain.statistic());
            } else {
                waiting.add(m_chain.residual().clone());
            }
            if (waiting.size() == BATCH || !waiting.isEmpty() && waiting.size() == missing()) {
                for (final double t : m_source.together().of(waiting)) {
                    append(t);
                }
                waiting.clear();
            }
            counter.passed();
        }
        step(m_beyond, counter);
        m_beyond = 0;
        m_end = m_chain.residual().clone();
        m_trials = m_chain.trials();
        m_moves = m_chain.moves();
        if (!m_source.grows()) {
            // a chain holds some numbers per candidate, and there may be hundreds of legs
            m_chain = null;
        }
    }

    private void step(final int count, final ReplicateCounter counter) {
        for (int k = 0; k < count; k++) {
            counter.checkCancelled();
            m_chain.step();
        }
    }

    /** Grows as it goes, so that a run that is given up early has not taken the memory of a whole one. */
    private void append(final double statistic) {
        if (m_size == m_statistics.length) {
            m_statistics =
                Arrays.copyOf(m_statistics, (int)Math.min(m_target, Math.max(FIRST_CAPACITY, m_size + (long)m_size / 2)));
        }
        m_statistics[m_size++] = statistic;
    }

    /** Puts T of the recorded states behind a place of an array, the one next to the start first. */
    public void copyBehind(final int place, final double[] all) {
        System.arraycopy(m_statistics, 0, all, place + 1, m_size);
    }

    /** Puts T of the recorded states before a place of an array, the one next to the start last. */
    public void copyBefore(final int place, final double[] all) {
        for (int t = 0; t < m_size; t++) {
            all[place - 1 - t] = m_statistics[t];
        }
    }

    /** How many states are recorded. */
    public int size() {
        return m_size;
    }

    /** Where the chain stood when the leg ended. */
    public double[] end() {
        return m_end;
    }

    public long trials() {
        return m_trials;
    }

    public long moves() {
        return m_moves;
    }
}
