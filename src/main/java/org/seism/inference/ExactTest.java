package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.Activations;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.StepGeometry;
import org.seism.linear.CircleRoots;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;

/**
 * The exact test without sampling (METHOD, section 11). Conditioned, in addition, on the direction of the residual that is
 * orthogonal to the motif's direction e, one angle is left: y'(theta) = P_N y + cos(theta) e + sin(theta) w with density
 * proportional to sin(theta)^(d-2) on (0, pi). The selection event cuts this half circle into intervals whose ends are roots
 * of trigonometric equations, one pair per candidate and sign, and p is the share of the event's mass where |cos(theta)| is
 * at least the observed statistic. Valid under the gaussian null; no random numbers. Where words are refined, this
 * event of the seed words is cut further by {@link RefinedArcs}.
 */
public final class ExactTest {

    /**
     * Result of the exact test.
     *
     * @param p the p-value
     * @param intervals the selection event on (0, pi): ascending disjoint intervals {@code {from, to}} in radians
     * @param observed the observed angle, arccos of the signed statistic
     */
    public record Result(LogProbability p, double[][] intervals, double observed) {
    }

    private ExactTest() {
    }

    /**
     * @param geometry the null hypothesis of one motif
     * @param runner runs the products with the activation matrix
     * @param progress cancellation
     * @return p-value and the event's intervals
     */
    public static Result test(final NullGeometry geometry, final TaskRunner runner, final Progress progress) {
        final double[] e = geometry.direction();
        final double cosObserved = Math.min(1, Math.abs(geometry.signedStatistic()));
        // e is turned to the observed side: a double has many more digits for angles near 0 than for angles near pi
        final int sign = geometry.signedStatistic() < 0 ? -1 : 1;
        final double[] w = geometry.residual().clone();
        OrthonormalBasis.addScaled(w, e, -OrthonormalBasis.dot(e, w));
        final double sinLength = OrthonormalBasis.norm(w);
        // sine and cosine together keep the digits of angles near 0
        final double observed = Math.atan2(sinLength, cosObserved);
        for (int i = 0; i < w.length; i++) {
            w[i] = sinLength > 0 ? w[i] / sinLength : 0;
        }
        final Map<Activations, double[][]> products = new HashMap<>();
        final List<double[]> violations = new ArrayList<>();
        for (int step = 0; step < geometry.path().seedSteps(geometry.motif(), geometry.steps()); step++) {
            progress.checkCancelled();
            final double[][] along = products.computeIfAbsent(geometry.path().step(step).phi(),
                phi -> new double[][]{phi.transposeTimes(e, runner), phi.transposeTimes(w, runner)});
            new Circle(geometry, StepGeometry.of(geometry, step, runner), sign, w).collect(along[0], along[1], violations);
        }
        final double[][] words = complement(violations);
        final double[][] intervals =
            geometry.path().isRefined() ? new RefinedArcs(geometry, sign, w).within(words, observed, progress) : words;
        final LogProbability p = probability(intervals, observed, geometry);
        return sign > 0 ? new Result(p, intervals, observed) : new Result(p, mirrored(intervals), Math.PI - observed);
    }

    private static double[][] mirrored(final double[][] intervals) {
        final double[][] mirrored = new double[intervals.length][];
        for (int k = 0; k < intervals.length; k++) {
            final double[] interval = intervals[intervals.length - 1 - k];
            mirrored[k] = new double[]{Math.PI - interval[1], Math.PI - interval[0]};
        }
        return mirrored;
    }

    /** A sinusoid of the angle: {@code a + b cos + c sin}. */
    private record Sinusoid(double a, double b, double c) {
        double at(final double angle) {
            // a sine that is not there must not be added, not even as 0 times something
            return c == 0 ? a + b * Math.cos(angle) : a + b * Math.cos(angle) + c * Math.sin(angle);
        }
    }

    /** One step of the event on the half circle. */
    private static final class Circle {
        private final AssociationScore.Sign m_sign;
        private final StepGeometry m_step;
        private final int m_direction;
        private final double[] m_coupledE;
        private final double[] m_coupledW;
        private final Sinusoid m_winner;

        Circle(final NullGeometry geometry, final StepGeometry step, final int direction, final double[] w) {
            m_sign = geometry.path().sign();
            m_step = step;
            m_direction = direction;
            final StepGeometry.Functional[] coupled = step.coupled();
            m_coupledE = new double[coupled.length];
            m_coupledW = new double[coupled.length];
            for (int l = 0; l < coupled.length; l++) {
                m_coupledE[l] = coupled[l].of(geometry.direction(), 1);
                m_coupledW[l] = coupled[l].of(w, 0);
            }
            final double inverse = 1 / step.winnerScale();
            m_winner = new Sinusoid(step.winnerOffset() * inverse,
                direction * step.winnerFunctional().of(geometry.direction(), 1) * inverse,
                step.winnerFunctional().of(w, 0) * inverse);
        }

        /** Angles at which some candidate takes the step from its winner. */
        void collect(final double[] alongE, final double[] alongW, final List<double[]> violations) {
            final double[] roots = new double[8];
            if (m_sign == AssociationScore.Sign.POSITIVE) {
                // where the winner's association is not positive, it wins nothing
                roots[0] = 0;
                final int count = CircleRoots.add(m_winner.a(), m_winner.b(), m_winner.c(), roots, 1);
                addIntervals(roots, count, violations, angle -> !(m_winner.at(angle) > 0));
            }
            for (int g = 0; g < alongE.length; g++) {
                final double inverse = 1 / m_step.scale(g);
                if (inverse == 0) {
                    continue;
                }
                double b = alongE[g];
                double c = alongW[g];
                for (int l = 0; l < m_coupledE.length; l++) {
                    b -= m_step.coupling(l, g) * m_coupledE[l];
                    c -= m_step.coupling(l, g) * m_coupledW[l];
                }
                final Sinusoid own = new Sinusoid(m_step.offset(g) * inverse, m_direction * b * inverse, c * inverse);
                int count = 0;
                roots[count++] = 0;
                count = CircleRoots.add(own.a - m_winner.a, own.b - m_winner.b, minus(own.c, m_winner.c), roots, count);
                if (m_sign == AssociationScore.Sign.ANY) {
                    count = CircleRoots.add(own.a + m_winner.a, own.b + m_winner.b, minus(own.c, -m_winner.c), roots, count);
                }
                addIntervals(roots, count, violations, angle -> beats(own.at(angle), m_winner.at(angle)));
            }
        }

        private boolean beats(final double own, final double winner) {
            return m_sign == AssociationScore.Sign.ANY ? Math.abs(own) > Math.abs(winner) : own > winner;
        }

        /** A word's own score has no sine, and nothing is added, not even 0. */
        private static double minus(final double c, final double other) {
            return other == 0 ? c : c - other;
        }

        private static void addIntervals(final double[] roots, final int count, final List<double[]> violations,
            final DoublePredicate violated) {
            Arrays.sort(roots, 1, count);
            for (int k = 0; k < count; k++) {
                final double from = roots[k];
                final double to = k + 1 < count ? roots[k + 1] : Math.PI;
                if (to > from && violated.test((from + to) / 2)) {
                    violations.add(new double[]{from, to});
                }
            }
        }
    }

    private static double[][] complement(final List<double[]> violations) {
        violations.sort((x, y) -> Double.compare(x[0], y[0]));
        final List<double[]> free = new ArrayList<>();
        double reached = 0;
        for (final double[] v : violations) {
            if (v[0] > reached) {
                free.add(new double[]{reached, v[0]});
            }
            reached = Math.max(reached, v[1]);
        }
        if (reached < Math.PI) {
            free.add(new double[]{reached, Math.PI});
        }
        return free.toArray(double[][]::new);
    }

    private static LogProbability probability(final double[][] intervals, final double observed,
        final NullGeometry geometry) {
        final SphereMass mass = new SphereMass(geometry.degreesOfFreedom());
        final boolean positive = geometry.path().sign() == AssociationScore.Sign.POSITIVE;
        if (positive && geometry.statistic() == 0) {
            return new LogProbability(0);
        }
        final double near = Math.min(observed, Math.PI - observed);
        double extreme = Double.NEGATIVE_INFINITY;
        double other = Double.NEGATIVE_INFINITY;
        for (final double[] interval : intervals) {
            extreme = SphereMass.add(extreme, mass.log(interval[0], Math.min(interval[1], near)));
            final double far = mass.log(Math.max(interval[0], Math.PI - near), interval[1]);
            if (positive) {
                other = SphereMass.add(other, far);
            } else {
                extreme = SphereMass.add(extreme, far);
            }
            other = SphereMass.add(other, mass.log(Math.max(interval[0], near), Math.min(interval[1], Math.PI - near)));
        }
        final double all = SphereMass.add(extreme, other);
        // rounding may put an observed angle at the very edge of its interval outside it: nothing is then more extreme
        return new LogProbability(all == Double.NEGATIVE_INFINITY ? 0 : Math.min(0, extreme - all));
    }
}
