package org.seism.inference.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.ChainLaw;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.event.PermutationShape;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;

/**
 * The interval of a motif's effect under the permutation null (METHOD, section 17): arrangements weigh exp(beta sum y'_i phi_i),
 * within the strata and the selection event. For two classes beta is the conditional log odds ratio per unit of activation;
 * for numbers it is the slope of a density-ratio model (Luo, Tsai, <em>A proportional likelihood ratio model</em>,
 * Biometrika 2012), and beta times the variance that the motif leaves is the effect in units of the phenotype.
 * <p>
 * Chains climb a ladder of tilts in both directions from where the observed statistic is about the mean, each beginning
 * where the one before it ended, until the statistic lies beyond the levels of the interval; {@link SampledFamily} joins them.
 */
public final class PermutationEffect {
    /** States kept of each rung, and steps before them. */
    private static final int STATES = 400;
    private static final int BURN = 40;
    /** Few sequences make cheap steps: so many steps times sequences lie between two states at least. */
    private static final int WORK = 200;
    /** Rungs of one direction before it counts as unbounded. */
    private static final int MOST_RUNGS = 24;
    /** Rungs are a standard deviation of the statistic apart, further out more. */
    private static final int EVEN_RUNGS = 6;
    private static final double GROWTH = 1.25;
    /** A ladder ends where less of the law than this is beyond the observed statistic. */
    private static final double BEYOND = EffectInterval.TAIL / 3;
    private static final double EQUAL = 1e-9;

    private final PermutationNull m_null;
    private final PermutationShape m_shape;
    private final Progress m_progress;
    private final double[] m_direction;
    private final double m_deviation;
    private final double m_observed;
    private final EffectScale m_scale;
    private final double m_slope;

    private PermutationEffect(final PermutationNull null_, final TaskRunner runner, final Progress progress) {
        m_null = null_;
        m_progress = progress;
        m_shape = new PermutationShape(null_, runner);
        final double[] activation = null_.path().step(null_.motif()).activation();
        // U = sum y'_i phi_i, but for a constant; in units of phenotype times activation
        final double[] centred = Nuisance.of(null_.groups()).residual(activation);
        m_direction = Arrays.stream(centred).map(x -> x * null_.radius()).toArray();
        m_deviation = deviation(null_, m_direction);
        m_observed = value(null_.residual());
        final double[] classes = Arrays.stream(null_.design().y()).distinct().limit(3).sorted().toArray();
        m_scale = null_.design().model() == NullModel.RANK_BINNED ? EffectScale.NORMAL_SCORES
            : classes.length == 2 ? EffectScale.LOG_ODDS_RATIO : EffectScale.PHENOTYPE;
        m_slope = classes.length == 2 ? classes[1] - classes[0]
            : varianceLeft(null_, centred, OrthonormalBasis.dot(m_direction, null_.residual()));
    }

    /** Standard deviation of U under permutations within groups, without the event. */
    private static double deviation(final PermutationNull null_, final double[] direction) {
        double variance = 0;
        for (final int[] group : null_.groups().members()) {
            double u = 0;
            double e = 0;
            for (final int i : group) {
                u += direction[i] * direction[i];
                e += null_.residual()[i] * null_.residual()[i];
            }
            variance += group.length > 1 ? u * e / (group.length - 1) : 0;
        }
        return Math.sqrt(variance);
    }

    /** The variance within groups that the motif leaves: what a unit of beta is in units of the phenotype. */
    private static double varianceLeft(final PermutationNull null_, final double[] centred, final double u) {
        final double square = OrthonormalBasis.dot(centred, centred);
        final double left = null_.radius() * null_.radius() - (square > 0 ? u * u / square : 0);
        return left / Math.max(1, centred.length - null_.groups().count() - 1);
    }

    private double value(final double[] e) {
        return OrthonormalBasis.dot(m_direction, e) / m_deviation;
    }

    /**
     * @param nulls the nulls of the motifs, each with the event up to the motif's own step
     * @param seed seed of the streams
     * @param runner runs the ladders
     * @param progress progress and cancellation
     * @return one interval per null; its ends are infinite and its estimate not a number where exchanges can't move the motif's
     *         statistic
     */
    public static List<EffectInterval> of(final List<PermutationNull> nulls, final long seed, final TaskRunner runner,
        final Progress progress) {
        final List<PermutationEffect> effects = new ArrayList<>();
        final List<Callable<List<SampledFamily.Rung>>> tasks = new ArrayList<>();
        for (final PermutationNull null_ : nulls) {
            progress.checkCancelled();
            final PermutationEffect effect = new PermutationEffect(null_, runner, progress);
            effects.add(effect);
            for (final int way : new int[]{-1, 1}) {
                tasks.add(() -> effect.moves() ? effect.ladder(way,
                    RandomStreams.of(seed, StreamPurpose.EFFECT_LADDER, null_.motif(), way + 1)) : List.of());
            }
        }
        final List<List<SampledFamily.Rung>> ladders = runner.runAll(tasks);
        final List<EffectInterval> intervals = new ArrayList<>();
        for (int k = 0; k < effects.size(); k++) {
            intervals.add(effects.get(k).interval(ladders.get(2 * k), ladders.get(2 * k + 1)));
        }
        return intervals;
    }

    private boolean moves() {
        return m_deviation > 0;
    }

    private EffectInterval interval(final List<SampledFamily.Rung> down, final List<SampledFamily.Rung> up) {
        if (!moves()) {
            return new EffectInterval(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, m_scale);
        }
        final List<SampledFamily.Rung> all = new ArrayList<>(down);
        all.addAll(up);
        return EffectInterval.of(new SampledFamily(m_observed, EQUAL, all), m_slope / m_deviation, m_scale);
    }

    /** Rungs from the observed statistic's own tilt downward or upward. */
    private List<SampledFamily.Rung> ladder(final int way, final UniformRandomProvider random) {
        final List<SampledFamily.Rung> rungs = new ArrayList<>();
        double[] state = m_null.residual();
        double kappa = m_observed;
        double distance = 1;
        final int steps = Math.max(1, WORK / state.length);
        for (int k = 0; k < MOST_RUNGS; k++) {
            final ChainLaw law = ChainLaw.of(m_null).tilted(m_direction, kappa / m_deviation);
            final Chain chain = ChainFactory.permutation(m_shape, law, m_progress).start(state, random);
            final double[] values = new double[STATES];
            for (int t = -BURN; t < STATES; t++) {
                m_progress.checkCancelled();
                for (int s = 0; s < steps; s++) {
                    chain.step();
                }
                if (t >= 0) {
                    values[t] = value(chain.residual());
                }
            }
            rungs.add(new SampledFamily.Rung(kappa, values));
            state = chain.residual().clone();
            // going down, ever fewer statistics are as large as the observed one
            final int rest = way < 0 ? (int)Arrays.stream(values).filter(v -> v >= m_observed - EQUAL).count()
                : (int)Arrays.stream(values).filter(v -> v <= m_observed + EQUAL).count();
            if (rest < BEYOND * STATES) {
                break;
            }
            distance *= k < EVEN_RUNGS ? 1 : GROWTH;
            kappa += way * distance;
        }
        return rungs;
    }
}
