package org.seism.inference.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.candidate.activation.LevelSets;
import org.seism.inference.event.PermutationNull;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.SelectionStep;

/**
 * The statistic of a step (METHOD, section 8): T = max over all candidates of |phi_g^T R y'| / (s_g ||R y'||), the largest
 * association there is (max-T; Westfall, Young 1993). For two classes by counting cases at the levels of each candidate, for
 * numbers by tables of sums for two arrangements at once in fixed point; what comes close to the observed statistic is
 * computed again in double precision, so that ties count as ties. Immutable and safe for several threads.
 */
public final class StepMaximum {
    /** Two fixed-point sums share a long. */
    private static final double FIXED_POINT = 1 << 30;
    private static final int CHUNK = 1024;
    /** Relative distance to the observed statistic below which the fixed-point sum is not trusted. */
    private static final double CLOSE = 1e-3;

    private final PermutationNull m_null;
    private final SelectionStep m_step;
    private final ActivationMatrix m_phi;
    private final AssociationScore.Sign m_sign;
    /** 1 / s_g, 0 where the candidate is out of the step. */
    private final double[] m_inverse;
    private final double m_observed;
    private final Classes m_classes;

    /**
     * What serves two classes: phi_g^T R y' = gap x (sum over cases of phi_g) + constant_g - sum_l loading_gl tau_l.
     *
     * @param sets the levels
     * @param lower value of a control
     * @param gap value of a case beyond that of a control
     * @param constant what exchanges do not change
     * @param directions nuisance directions along which y' moves
     * @param loadings phi_g^T b_l
     * @param squared ||R y'||^2 + sum of tau_l^2
     */
    private record Classes(LevelSets sets, double lower, double gap, double[] constant, double[][] directions,
        double[][] loadings, double squared) {
    }

    /**
     * @param null_ the null of the step's motif; exchanges stay within strata of the step
     * @param runner runs the preparations
     * @param progress cancellation
     */
    public StepMaximum(final PermutationNull null_, final TaskRunner runner, final Progress progress) {
        m_null = null_;
        m_step = null_.path().step(null_.motif());
        m_phi = m_step.grid().activations();
        m_sign = null_.path().score().sign();
        m_inverse = new double[m_phi.candidates()];
        for (int g = 0; g < m_inverse.length; g++) {
            final double norm = m_step.residualNorms()[g];
            m_inverse[g] = Double.isNaN(norm) ? 0 : 1 / null_.path().score().scale(norm);
        }
        final double[] values = Arrays.stream(null_.design().y()).distinct().sorted().limit(3).toArray();
        m_classes = values.length == 2 ? classes(values, runner, progress) : null;
        m_observed = exact(null_.residual(), runner);
    }

    private Classes classes(final double[] values, final TaskRunner runner, final Progress progress) {
        final double[] y = m_null.design().y();
        final Nuisance strata = Nuisance.of(m_step.nuisance().strata());
        final double[] constant = strata.residual(y);
        for (int i = 0; i < y.length; i++) {
            constant[i] += values[0] - y[i];
        }
        double squared = Math.pow(OrthonormalBasis.norm(strata.residual(y)), 2);
        final Nuisance groups = Nuisance.of(m_null.groups());
        final List<double[]> directions = new ArrayList<>();
        final List<double[]> loadings = new ArrayList<>();
        final OrthonormalBasis more = m_step.nuisance().more();
        for (int l = 0; l < more.rank(); l++) {
            final double[] b = more.vector(l);
            if (OrthonormalBasis.norm(groups.residual(b)) > 1e-9) {
                directions.add(b);
                loadings.add(m_phi.transposeTimes(b, runner));
            } else {
                final double tau = OrthonormalBasis.dot(b, y);
                OrthonormalBasis.addScaled(constant, b, -tau);
                squared -= tau * tau;
            }
        }
        return new Classes(m_phi.levelSets(runner, progress), values[0], values[1] - values[0],
            m_phi.transposeTimes(constant, runner), directions.toArray(double[][]::new), loadings.toArray(double[][]::new),
            squared);
    }

    /** @return T of the observed phenotype */
    public double observed() {
        return m_observed;
    }

    private double exact(final double[] e, final TaskRunner runner) {
        final double[] r = residual(e);
        if (r == null) {
            return 0;
        }
        final double[] products = m_phi.transposeTimes(r, runner);
        double largest = 0;
        for (int g = 0; g < products.length; g++) {
            largest = Math.max(largest, m_sign.magnitude(products[g]) * m_inverse[g]);
        }
        return largest;
    }

    /** R y' at length 1, or null where the nuisance explains all of y'. */
    private double[] residual(final double[] e) {
        final double[] y = m_null.phenotype(e);
        final double[] r = m_step.nuisance().residual(y);
        final double length = OrthonormalBasis.norm(r);
        if (!(length > 1e-9 * OrthonormalBasis.norm(y))) {
            return null;
        }
        for (int i = 0; i < r.length; i++) {
            r[i] /= length;
        }
        return r;
    }

    /**
     * @param states arrangements e'
     * @return T of each
     */
    public double[] of(final List<double[]> states) {
        if (m_classes != null) {
            return byCounting(states);
        }
        final double[] t = new double[states.size()];
        // one set of tables for all pairs: they are much larger than what they are made of
        final long[][] tables = new long[m_phi.groups()][m_phi.codesPerTable()];
        for (int k = 0; k < t.length; k += 2) {
            pair(states, k, t, tables);
        }
        return t;
    }

    private double[] byCounting(final List<double[]> states) {
        final int size = states.size();
        final long[][] cases = new long[size][m_classes.sets().words()];
        final double[][] tau = new double[size][m_classes.directions().length];
        final double[] length = new double[size];
        for (int k = 0; k < size; k++) {
            final double[] e = states.get(k);
            final double[] y = new double[e.length];
            for (int i = 0; i < y.length; i++) {
                final boolean isCase =
                    (m_null.fit()[i] + e[i]) * m_null.radius() > m_classes.lower() + m_classes.gap() / 2;
                y[i] = m_classes.lower() + (isCase ? m_classes.gap() : 0);
                cases[k][i >> 6] |= isCase ? 1L << i : 0;
            }
            double squared = m_classes.squared();
            for (int l = 0; l < tau[k].length; l++) {
                tau[k][l] = OrthonormalBasis.dot(m_classes.directions()[l], y);
                squared -= tau[k][l] * tau[k][l];
            }
            length[k] = squared > 1e-18 * m_classes.squared() ? Math.sqrt(squared) : Double.POSITIVE_INFINITY;
        }
        final double[] t = new double[size];
        final LevelSets sets = m_classes.sets();
        final double[][] sums = new double[size][sets.blockStart(1)];
        for (int block = 0; block < sets.blocks(); block++) {
            sets.sums(block, cases, sums);
            final int from = sets.blockStart(block);
            final int to = sets.blockStart(block + 1);
            for (int k = 0; k < size; k++) {
                t[k] = Math.max(t[k], largest(sums[k], tau[k], from, to));
            }
        }
        for (int k = 0; k < size; k++) {
            t[k] /= length[k];
        }
        return t;
    }

    private double largest(final double[] sums, final double[] tau, final int from, final int to) {
        double largest = 0;
        for (int g = from; g < to; g++) {
            double a = m_classes.gap() * sums[g - from] + m_classes.constant()[g];
            for (int l = 0; l < tau.length; l++) {
                a -= m_classes.loadings()[l][g] * tau[l];
            }
            largest = Math.max(largest, m_sign.magnitude(a) * m_inverse[g]);
        }
        return largest;
    }

    /** T of states k and k + 1. */
    private void pair(final List<double[]> states, final int k, final double[] t, final long[][] tables) {
        final boolean two = k + 1 < t.length;
        final double[] zero = new double[m_phi.sequences()];
        final double[] known = residual(states.get(k));
        final double[] knownToo = two ? residual(states.get(k + 1)) : null;
        final double[] a = known == null ? zero : known;
        final double[] b = knownToo == null ? zero : knownToo;
        final double scale = FIXED_POINT / Math.max(1e-300, Math.max(sumOfMagnitudes(a), sumOfMagnitudes(b)));
        final long[] sums = new long[CHUNK];
        double largestA = 0;
        double largestB = 0;
        for (int c = 0; c < m_phi.classes(); c++) {
            if (m_phi.classStart(c) == m_phi.classStart(c + 1)) {
                continue;
            }
            for (int group = 0; group < tables.length; group++) {
                fill(c, group, scale, a, b, tables[group]);
            }
            for (int from = m_phi.classStart(c); from < m_phi.classStart(c + 1); from += CHUNK) {
                final int to = Math.min(m_phi.classStart(c + 1), from + CHUNK);
                sum(tables, sums, from, to - from);
                for (int g = from; g < to; g++) {
                    final long sum = sums[g - from];
                    final int low = (int)sum;
                    largestA = Math.max(largestA, m_sign.magnitude((int)(sum - low >> 32)) * m_inverse[g]);
                    largestB = Math.max(largestB, m_sign.magnitude(low) * m_inverse[g]);
                }
            }
        }
        t[k] = settled(largestA / scale, states.get(k));
        if (two) {
            t[k + 1] = settled(largestB / scale, states.get(k + 1));
        }
    }

    private double settled(final double t, final double[] e) {
        return Math.abs(t - m_observed) > CLOSE * m_observed ? t : exact(e, TaskRunner.sequential());
    }

    private static double sumOfMagnitudes(final double[] v) {
        double sum = 0;
        for (final double x : v) {
            sum += Math.abs(x);
        }
        return sum;
    }

    private void fill(final int c, final int group, final double scale, final double[] a, final double[] b,
        final long[] table) {
        int filled = 1;
        table[0] = 0;
        for (int slot = 0; slot < m_phi.groupSize(); slot++) {
            final int i = m_phi.member(group, slot);
            for (int level = m_phi.radix() - 1; level >= 0; level--) {
                final double value = i < 0 ? 0 : m_phi.activation(c, level) * scale;
                final long add = i < 0 ? 0 : (Math.round(a[i] * value) << 32) + Math.round(b[i] * value);
                for (int k = 0; k < filled; k++) {
                    table[level * filled + k] = table[k] + add;
                }
            }
            filled *= m_phi.radix();
        }
    }

    private void sum(final long[][] tables, final long[] sums, final int offset, final int length) {
        Arrays.fill(sums, 0, length, 0);
        int k = 0;
        for (; k + 4 <= tables.length; k += 4) {
            addFour(m_phi.codes(k), tables[k], m_phi.codes(k + 1), tables[k + 1], m_phi.codes(k + 2), tables[k + 2],
                m_phi.codes(k + 3), tables[k + 3], sums, offset, length);
        }
        for (; k < tables.length; k++) {
            addOne(m_phi.codes(k), tables[k], sums, offset, length);
        }
    }

    private static void addFour(final byte[] c0, final long[] t0, final byte[] c1, final long[] t1, final byte[] c2,
        final long[] t2, final byte[] c3, final long[] t3, final long[] sums, final int offset, final int length) {
        for (int g = 0; g < length; g++) {
            sums[g] += t0[c0[offset + g] & 0xff] + t1[c1[offset + g] & 0xff] + t2[c2[offset + g] & 0xff]
                + t3[c3[offset + g] & 0xff];
        }
    }

    private static void addOne(final byte[] codes, final long[] table, final long[] sums, final int offset, final int length) {
        for (int g = 0; g < length; g++) {
            sums[g] += table[codes[offset + g] & 0xff];
        }
    }
}
