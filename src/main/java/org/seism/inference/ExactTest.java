package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.ActivationMatrix;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.StepGeometry;
import org.seism.linear.CircleRoots;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.SelectionPath;

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
        final double cosObserved = Math.min(1, geometry.statistic());
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
        final ActivationMatrix phi = geometry.path().grid().activations();
        final double[] alongE = phi.transposeTimes(e, runner);
        final double[] alongW = phi.transposeTimes(w, runner);
        final List<double[]> violations = new ArrayList<>();
        for (int step = 0; step < geometry.steps() && geometry.path().keepsSeeds(); step++) {
            progress.checkCancelled();
            collect(geometry, StepGeometry.of(geometry, step, runner), sign, alongE, alongW, violations);
        }
        final double[][] words = complement(violations);
        final double[][] intervals =
            geometry.path().isRefined() ? new RefinedArcs(geometry, sign, w).within(words, observed, progress) : words;
        final LogProbability p = probability(intervals, observed, geometry.degreesOfFreedom());
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

    /** Angles at which some candidate takes the step from its winner. */
    private static void collect(final NullGeometry geometry, final StepGeometry step, final int sign, final double[] alongE,
        final double[] alongW, final List<double[]> violations) {
        final SelectionPath path = geometry.path();
        final double inverseWinner = 1 / step.winnerScale(path);
        final double w0 = step.winnerOffset() * inverseWinner;
        final int seed = step.winner();
        final double slope = step.isRefined() ? alongE[seed] - step.coupling(seed) : step.winnerSlope();
        final double w1 = sign * slope * inverseWinner;
        final double w2 = step.isRefined() ? alongW[seed] * inverseWinner : 0;
        final double[] roots = new double[6];
        for (int g = 0; g < alongE.length; g++) {
            final double inverse = 1 / step.scale(g);
            if (inverse == 0) {
                continue;
            }
            final double a = step.offset(g) * inverse;
            final double b = sign * (alongE[g] - step.coupling(g)) * inverse;
            final double c = alongW[g] * inverse;
            int count = 0;
            roots[count++] = 0;
            // a word's own score has no sine, and nothing is added to c, not even 0
            count = CircleRoots.add(a - w0, b - w1, step.isRefined() ? c - w2 : c, roots, count);
            count = CircleRoots.add(a + w0, b + w1, step.isRefined() ? c + w2 : c, roots, count);
            Arrays.sort(roots, 1, count);
            for (int k = 0; k < count; k++) {
                final double from = roots[k];
                final double to = k + 1 < count ? roots[k + 1] : Math.PI;
                final double middle = (from + to) / 2;
                final double cos = Math.cos(middle);
                final double winner = step.isRefined() ? w0 + w1 * cos + w2 * Math.sin(middle) : w0 + w1 * cos;
                if (to > from && Math.abs(a + b * cos + c * Math.sin(middle)) > Math.abs(winner)) {
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

    private static LogProbability probability(final double[][] intervals, final double observed, final int d) {
        final SphereMass mass = new SphereMass(d);
        final double near = Math.min(observed, Math.PI - observed);
        double extreme = Double.NEGATIVE_INFINITY;
        double other = Double.NEGATIVE_INFINITY;
        for (final double[] interval : intervals) {
            extreme = SphereMass.add(extreme, mass.log(interval[0], Math.min(interval[1], near)));
            extreme = SphereMass.add(extreme, mass.log(Math.max(interval[0], Math.PI - near), interval[1]));
            other = SphereMass.add(other, mass.log(Math.max(interval[0], near), Math.min(interval[1], Math.PI - near)));
        }
        final double all = SphereMass.add(extreme, other);
        // rounding may put an observed angle at the very edge of its interval outside it: nothing is then more extreme
        return new LogProbability(all == Double.NEGATIVE_INFINITY ? 0 : Math.min(0, extreme - all));
    }
}
