package org.seism.inference.tail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.ChainLaw;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.event.PermutationShape;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;

/**
 * The probability, under the permutation null within the selection event, of a statistic as large as the observed one, however
 * small it is: of {@value #PARTICLES} arrangements the one with the smallest statistic is moved to a copy of another, and
 * on from there by steps that never fall below what it had, until the smallest is as large as the observed one. Each such
 * turn keeps a share 1 - 1/K of the law above, so p is about (1 - 1/K)^M after M turns, and ln p has variance M / K^2
 * (Guyader, Hengartner, Matzner-Løber, <em>Simulation and estimation of extreme quantiles and extreme probabilities</em>,
 * Appl. Math. Optim. 2011; METHOD, section 18).
 */
public final class LastParticle {
    private static final int PARTICLES = 100;
    private static final int BURN = 60;
    /** Few sequences make cheap steps: so many steps times sequences take an arrangement to a new place. */
    private static final int WORK = 800;
    private static final int LEAST_STEPS = 2;
    /** Steps between two of the first arrangements. */
    private static final int APART = 4;
    /** So many above a value say how rare they are, to about a third. */
    private static final int FEW = 10;
    /** Statistics are ratios; two closer than this are equal. */
    private static final double EQUAL = 1e-9;
    private static final double TWO_SIDED_95 = 1.96;

    private final PermutationNull m_null;
    private final PermutationShape m_shape;
    private final Progress m_progress;
    private final double m_observed;
    private final int m_steps;

    private LastParticle(final PermutationNull null_, final TaskRunner runner, final Progress progress) {
        m_null = null_;
        m_shape = new PermutationShape(null_, runner);
        m_progress = progress;
        m_observed = null_.statistic(null_.residual());
        m_steps = Math.max(LEAST_STEPS, WORK / null_.residual().length);
    }

    /**
     * @param nulls the nulls of the motifs, each with the event up to the motif's own step
     * @param mostTurns how many arrangements may be moved for one motif before it is given up
     * @param seed seed of the streams
     * @param runner runs the motifs
     * @param progress cancellation
     * @return one estimate per null
     */
    public static List<TailEstimate> of(final List<PermutationNull> nulls, final int mostTurns, final long seed,
        final TaskRunner runner, final Progress progress) {
        final List<Callable<TailEstimate>> tasks = new ArrayList<>();
        for (final PermutationNull null_ : nulls) {
            progress.checkCancelled();
            final LastParticle particles = new LastParticle(null_, runner, progress);
            tasks.add(() -> particles.climb(mostTurns, RandomStreams.of(seed, StreamPurpose.CLIMB, null_.motif(), 0)));
        }
        return runner.runAll(tasks);
    }

    private ChainFactory above(final double floor) {
        return ChainFactory.permutation(m_shape, ChainLaw.of(m_null).above(floor), m_progress);
    }

    private TailEstimate climb(final int mostTurns, final UniformRandomProvider random) {
        final double[][] states = new double[PARTICLES][];
        final double[] values = new double[PARTICLES];
        final Chain first = above(Double.NEGATIVE_INFINITY).start(m_null.residual(), random);
        advance(first, BURN * m_steps / LEAST_STEPS);
        for (int k = 0; k < PARTICLES; k++) {
            advance(first, APART);
            states[k] = first.residual().clone();
            values[k] = first.statistic();
        }
        double logP = 0;
        double variance = 0;
        int turns = 0;
        while (true) {
            final double least = Arrays.stream(values).min().orElseThrow();
            if (least >= m_observed - EQUAL) {
                return estimate(logP, variance, false);
            }
            int drawn = PARTICLES;
            final List<double[]> above = new ArrayList<>();
            collect(states, values, least, above);
            // where many arrangements share one value, those above may be too rare for a hundred to hold any: more are drawn at this value
            while (above.size() < FEW && PARTICLES - above.size() > 1 && turns + drawn <= mostTurns) {
                for (int k = 0; k < PARTICLES; k++) {
                    move(k, states[k], least - EQUAL, states, values, random);
                }
                collect(states, values, least, above);
                drawn += PARTICLES;
            }
            turns += drawn - PARTICLES;
            final int[] last = where(values, least);
            // with ties all fall at once; where nothing is above them, no step can tell how much there is
            if (above.isEmpty() || turns + last.length > mostTurns) {
                return estimate(logP, variance, true);
            }
            logP += Math.log1p(-(double)(drawn - above.size()) / drawn);
            variance += (double)(drawn - above.size()) / ((double)drawn * above.size());
            for (final int k : last) {
                move(k, above.get(random.nextInt(above.size())), least + EQUAL, states, values, random);
            }
            turns += last.length;
        }
    }

    /** Moves an arrangement to where steps from another lead that never fall below a floor. */
    private void move(final int k, final double[] from, final double floor, final double[][] states, final double[] values,
        final UniformRandomProvider random) {
        final Chain chain = above(floor).start(from, random);
        advance(chain, m_steps);
        states[k] = chain.residual().clone();
        values[k] = chain.statistic();
    }

    /** Adds the arrangements above a value. */
    private static void collect(final double[][] states, final double[] values, final double least, final List<double[]> above) {
        for (int k = 0; k < values.length; k++) {
            if (values[k] > least + EQUAL) {
                above.add(states[k]);
            }
        }
    }

    /** Which arrangements are not above a value. */
    private static int[] where(final double[] values, final double least) {
        return IntStream.range(0, values.length).filter(k -> values[k] <= least + EQUAL).toArray();
    }

    private void advance(final Chain chain, final int steps) {
        for (int s = 0; s < steps; s++) {
            m_progress.checkCancelled();
            chain.step();
        }
    }

    private static TailEstimate estimate(final double logP, final double variance, final boolean bound) {
        final double half = TWO_SIDED_95 * Math.sqrt(variance);
        return new TailEstimate(logP / Math.log(10), (logP - half) / Math.log(10), Math.min(0, logP + half) / Math.log(10), bound);
    }
}
