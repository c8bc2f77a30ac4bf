package org.seism.inference.event;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.inference.event.PermutationShape.Step;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;

/**
 * Decides for one chain whether an arrangement of the entries is in the selection event. Holds the products of each of the
 * event's matrices with the present arrangement and with the one on trial; candidates that failed lately are asked first. Not
 * safe for use by several threads.
 */
public final class PermutationScan {
    private static final int CHUNK = 2048;
    private static final float[] ZEROS = new float[CHUNK];

    private final PermutationShape m_shape;
    /** {@code [matrix][candidate]}. */
    private float[][] m_x;
    private float[][] m_trialX;
    private final ExchangeProducts[] m_products;
    /** {@code [matrix]}, for two classes; else empty. */
    private final CaseProducts[] m_cases;
    private final long m_countingWork;
    /** Look-ups for one row of a change, tables included. */
    private final long m_exchangeWork;
    private long[] m_caseBits = {};
    private long[] m_trialBits = {};
    private final double[][] m_counted = {new double[CHUNK]};
    /** {@code [step][direction]}. */
    private final double[][] m_tau;
    private final double[][] m_trialTau;
    private final double[] m_winners;
    private final double[] m_trialWinners;
    private final double[] m_ratios;
    private final float[] m_projected = new float[CHUNK];
    /** Zero where a candidate is certainly inside, in the part looked at last. */
    private final float[] m_excess = new float[CHUNK];
    private final RecentFailures m_recent = new RecentFailures();
    private long m_trials;

    /**
     * @param shape the event
     * @param e the present arrangement
     * @param mostRows largest number of sequences in a change
     */
    public PermutationScan(final PermutationShape shape, final double[] e, final int mostRows) {
        m_shape = shape;
        final List<ActivationMatrix> matrices = shape.matrices();
        m_x = new float[matrices.size()][];
        m_trialX = new float[m_x.length][];
        m_products = new ExchangeProducts[m_x.length];
        for (int m = 0; m < m_x.length; m++) {
            m_trialX[m] = new float[matrices.get(m).candidates()];
            m_products[m] = new ExchangeProducts(matrices.get(m), mostRows);
        }
        m_cases = shape.cases().toArray(CaseProducts[]::new);
        m_exchangeWork =
            matrices.stream().mapToLong(phi -> phi.candidates() + (long)phi.classes() * phi.codesPerTable()).sum();
        m_countingWork = shape.cases().stream().mapToLong(CaseProducts::work).sum();
        final Step[] steps = shape.steps();
        m_tau = new double[steps.length][];
        m_trialTau = new double[steps.length][];
        for (int s = 0; s < steps.length; s++) {
            m_tau[s] = new double[steps[s].directions().length];
            m_trialTau[s] = new double[m_tau[s].length];
        }
        m_winners = new double[steps.length];
        m_trialWinners = new double[steps.length];
        m_ratios = new double[steps.length];
        refresh(e);
        summarise(e);
    }

    /** Computes x from e afresh, which removes the rounding errors of the updates. */
    public void refresh(final double[] e) {
        if (m_cases.length > 0) {
            m_caseBits = m_cases[0].cases(e);
        }
        for (int m = 0; m < m_trialX.length; m++) {
            m_x[m] = m_x[m] == null ? new float[m_trialX[m].length] : m_x[m];
            if (m_cases.length > 0) {
                for (int block = 0; block < m_cases[m].blocks(); block++) {
                    count(m, block, m_caseBits, m_x[m]);
                }
            } else {
                m_x[m] = EventShape.toFloat(m_shape.matrices().get(m).transposeTimes(e, TaskRunner.sequential()));
            }
        }
    }

    private void count(final int matrix, final int block, final long[] cases, final float[] x) {
        m_cases[matrix].of(block, new long[][]{cases}, m_counted);
        final int from = m_cases[matrix].blockStart(block);
        final int to = m_cases[matrix].blockStart(block + 1);
        for (int g = from; g < to; g++) {
            x[g] = (float)m_counted[0][g - from];
        }
    }

    /** Computes the inner products with nuisance directions and winners from e afresh. */
    public void summarise(final double[] e) {
        summarise(e, m_tau, m_winners);
    }

    private void summarise(final double[] e, final double[][] tau, final double[] winners) {
        for (int s = 0; s < winners.length; s++) {
            final Step step = m_shape.steps()[s];
            for (int l = 0; l < tau[s].length; l++) {
                tau[s][l] = OrthonormalBasis.dot(step.directions()[l], e);
            }
            winners[s] = step.winnerOffset() + OrthonormalBasis.dot(step.winnerResidual(), e);
        }
    }

    /**
     * @param rows sequences whose values change
     * @param change by how much
     * @param size how many there are
     * @param e the present arrangement
     * @return whether the changed arrangement is in the event
     */
    public boolean inside(final int[] rows, final double[] change, final int size, final double[] e) {
        m_trials++;
        for (int s = 0; s < m_winners.length; s++) {
            final Step step = m_shape.steps()[s];
            for (int l = 0; l < m_tau[s].length; l++) {
                m_trialTau[s][l] = m_tau[s][l] + dot(step.directions()[l], rows, change, size);
            }
            m_trialWinners[s] = m_winners[s] + dot(step.winnerResidual(), rows, change, size);
        }
        if (!setRatios()) {
            return false;
        }
        if (m_cases.length > 0) {
            setTrialBits(rows, change, size, e);
            if (m_countingWork < size * m_exchangeWork) {
                return insideByCounting(() -> phenotype(rows, change, size, e));
            }
        }
        for (final ExchangeProducts products : m_products) {
            products.set(rows, change, size);
        }
        if (recentFails((m, g) -> m_x[m][g] + m_products[m].of(g))) {
            return false;
        }
        final Late y = new Late(() -> phenotype(rows, change, size, e));
        for (int m = m_x.length - 1; m >= 0; m--) {
            final ActivationMatrix phi = m_shape.matrices().get(m);
            for (int c = 0; c < phi.classes(); c++) {
                final int end = phi.classStart(c + 1);
                for (int from = phi.classStart(c); from < end; from += CHUNK) {
                    final int to = Math.min(end, from + CHUNK);
                    m_products[m].add(c, m_x[m], m_trialX[m], from, to);
                    if (!chunkObeys(m, y, from, to)) {
                        return false;
                    }
                }
            }
        }
        return wholeObey(y) && (!m_shape.isRefined() || m_shape.refinesAlike(y.get()));
    }

    private void setTrialBits(final int[] rows, final double[] change, final int size, final double[] e) {
        m_trialBits = m_trialBits.length == m_caseBits.length ? m_trialBits : new long[m_caseBits.length];
        System.arraycopy(m_caseBits, 0, m_trialBits, 0, m_caseBits.length);
        for (int k = 0; k < size; k++) {
            final long bit = m_cases[0].isCase(rows[k], e[rows[k]] + change[k]) ? 1L << rows[k] : 0;
            m_trialBits[rows[k] >> 6] = m_trialBits[rows[k] >> 6] & ~(1L << rows[k]) | bit;
        }
    }

    /** Decides on the trial whose cases, tau and winners are set. */
    private boolean insideByCounting(final Supplier<double[]> phenotype) {
        if (recentFails((m, g) -> m_cases[m].of(g, m_trialBits))) {
            return false;
        }
        final Late y = new Late(phenotype);
        // the last step is the narrowest as a rule, so what leaves the event is found early
        for (int m = m_x.length - 1; m >= 0; m--) {
            for (int block = 0; block < m_cases[m].blocks(); block++) {
                count(m, block, m_trialBits, m_trialX[m]);
                if (!chunkObeys(m, y, m_cases[m].blockStart(block), m_cases[m].blockStart(block + 1))) {
                    return false;
                }
            }
        }
        return wholeObey(y) && (!m_shape.isRefined() || m_shape.refinesAlike(y.get()));
    }

    /** @return whether another arrangement altogether is in the event; costs full products where it is */
    public boolean inside(final double[] e) {
        m_trials++;
        summarise(e, m_trialTau, m_trialWinners);
        if (!setRatios()) {
            return false;
        }
        if (m_cases.length > 0) {
            m_trialBits = m_cases[0].cases(e);
            return insideByCounting(() -> m_shape.nullOf().phenotype(e));
        }
        if (recentFails((m, g) -> m_shape.matrices().get(m).dot(g, e))) {
            return false;
        }
        final Late y = new Late(() -> m_shape.nullOf().phenotype(e));
        for (int m = m_x.length - 1; m >= 0; m--) {
            final double[] products = new double[m_x[m].length];
            for (int from = 0; from < products.length; from += CHUNK) {
                final int to = Math.min(products.length, from + CHUNK);
                m_shape.matrices().get(m).transposeTimes(e, from, to, products);
                for (int g = from; g < to; g++) {
                    m_trialX[m][g] = (float)products[g];
                }
                if (!chunkObeys(m, y, from, to)) {
                    return false;
                }
            }
        }
        return wholeObey(y) && (!m_shape.isRefined() || m_shape.refinesAlike(y.get()));
    }

    /** The arrangement on trial becomes the present one. */
    public void accept() {
        final float[][] x = m_x;
        m_x = m_trialX;
        m_trialX = x;
        final long[] bits = m_caseBits;
        m_caseBits = m_trialBits;
        m_trialBits = bits;
        for (int s = 0; s < m_tau.length; s++) {
            System.arraycopy(m_trialTau[s], 0, m_tau[s], 0, m_tau[s].length);
        }
        System.arraycopy(m_trialWinners, 0, m_winners, 0, m_winners.length);
    }

    /** @return how many arrangements were tried so far */
    public long trials() {
        return m_trials;
    }

    private AssociationScore.Sign sign() {
        return m_shape.nullOf().path().score().sign();
    }

    /** @return false if some winner's score is 0 but for rounding, so that nothing wins the step */
    private boolean setRatios() {
        boolean all = true;
        for (int s = 0; s < m_ratios.length; s++) {
            final double magnitude = sign().magnitude(m_trialWinners[s]);
            m_ratios[s] = magnitude * m_shape.steps()[s].inverseWinnerScale();
            all &= magnitude > m_shape.steps()[s].winnerLeast();
        }
        return all;
    }

    /** The phenotype on trial, which few trials need. */
    private static final class Late {
        private final Supplier<double[]> m_source;
        private double[] m_y;

        Late(final Supplier<double[]> source) {
            m_source = source;
        }

        double[] get() {
            m_y = m_y == null ? m_source.get() : m_y;
            return m_y;
        }
    }

    private static double dot(final double[] vector, final int[] rows, final double[] change, final int size) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += vector[rows[k]] * change[k];
        }
        return sum;
    }

    private double[] phenotype(final int[] rows, final double[] change, final int size, final double[] e) {
        final double[] y = m_shape.nullOf().phenotype(e);
        for (int k = 0; k < size; k++) {
            y[rows[k]] += change[k];
        }
        return y;
    }

    private boolean chunkObeys(final int matrix, final Late y, final int from, final int to) {
        for (int s = 0; s < m_ratios.length; s++) {
            final Step step = m_shape.steps()[s];
            if (step.matrix() == matrix && !step.whole() && suspicious(s, from, to) && !settle(s, y, from, to)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at a chunk candidate by candidate, in double where float can't tell. */
    private boolean settle(final int s, final Late y, final int from, final int to) {
        final float[] x = m_trialX[m_shape.steps()[s].matrix()];
        for (int g = from; g < to; g++) {
            final int verdict = verdict(s, g, x[g]);
            if (verdict < 0 || verdict == 0 && !m_shape.obeys(s, g, y.get(), m_ratios[s])) {
                m_recent.add(s, g);
                return false;
            }
        }
        return true;
    }

    /** Steps whose strata are not made up of groups: exchanges change more than a few rows of what is left of y'. */
    private boolean wholeObey(final Late y) {
        for (int s = 0; s < m_ratios.length; s++) {
            final Step step = m_shape.steps()[s];
            if (!step.whole()) {
                continue;
            }
            final double[] residual = step.selection().nuisance().residual(y.get());
            final double[] products = step.selection().grid().activations()
                .transposeTimes(residual, TaskRunner.sequential());
            for (int g = 0; g < products.length; g++) {
                if (step.scale()[g] < PermutationShape.UNBOUNDED && !m_shape.obeys(s, g, products[g], m_ratios[s])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean recentFails(final RecentFailures.Product product) {
        return m_recent.again((s, g) -> verdict(s, g, product.of(m_shape.steps()[s].matrix(), g)) < 0);
    }

    /** 1 certainly inside, -1 certainly outside, 0 too close to tell in float. */
    private int verdict(final int s, final int g, final double x) {
        final Step step = m_shape.steps()[s];
        if (!(step.scale()[g] < PermutationShape.UNBOUNDED)) {
            return 1;
        }
        double a = x + step.offset()[g];
        for (int l = 0; l < m_trialTau[s].length; l++) {
            a -= step.loadings()[l][g] * m_trialTau[s][l];
        }
        final double slack = m_ratios[s] - sign().magnitude(a) / step.scale()[g];
        return slack > step.margin() ? 1 : slack < -step.margin() ? -1 : 0;
    }

    /** Whether some candidate of the chunk is not certainly inside; a sign that does not count makes suspicious, no more. */
    private boolean suspicious(final int s, final int from, final int to) {
        final Step step = m_shape.steps()[s];
        final float m = (float)(m_ratios[s] - step.margin());
        if (!(m > 0)) {
            return true;
        }
        sum(m_trialX[step.matrix()], step.offset(), m_projected, from, to);
        for (int l = 0; l < m_trialTau[s].length; l++) {
            project(m_projected, step.loadings()[l], (float)m_trialTau[s][l], from, to);
        }
        if (sign().magnitude(-1) > 0) {
            excess(m_projected, m, step.scale(), m_excess, from, to);
        } else {
            excessPositive(m_projected, m, step.scale(), m_excess, from, to);
        }
        return !Arrays.equals(m_excess, 0, to - from, ZEROS, 0, to - from);
    }

    // As in EventScan: no branch and no reduction, which the JIT vectorises.

    private static void sum(final float[] x, final float[] offset, final float[] out, final int from, final int to) {
        for (int g = from; g < to; g++) {
            out[g - from] = x[g] + offset[g];
        }
    }

    private static void project(final float[] values, final float[] loading, final float tau, final int from, final int to) {
        for (int g = from; g < to; g++) {
            values[g - from] -= loading[g] * tau;
        }
    }

    private static void excess(final float[] x, final float m, final float[] scale, final float[] excess, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(x[g - from]);
            excess[g - from] = Math.abs(slack) - slack;
        }
    }

    private static void excessPositive(final float[] values, final float m, final float[] scale, final float[] excess,
        final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - values[g - from];
            excess[g - from] = Math.abs(slack) - slack;
        }
    }
}
