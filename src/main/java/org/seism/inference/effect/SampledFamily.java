package org.seism.inference.effect;

import java.util.Arrays;
import java.util.List;

/**
 * Tilted laws known from chains at several parameters: every state counts for every parameter with the weight that the mixture
 * of all chains gives it (Shirts, Chodera, <em>Statistically optimal analysis of samples from multiple equilibrium
 * states</em>, J. Chem. Phys. 2008).
 */
final class SampledFamily extends TiltedFamily {
    private static final int MOST_ROUNDS = 2000;
    private static final double PRECISE = 1e-5;

    /**
     * States of one chain.
     *
     * @param kappa its parameter
     * @param values V of its states
     */
    record Rung(double kappa, double[] values) {
    }

    private final double m_observed;
    private final double m_least;
    private final double m_most;
    private final double[] m_values;
    /** Log density of the mixture at each value, relative to the null's. */
    private final double[] m_logMixture;
    private final double m_tolerance;

    /**
     * @param observed V of the observed data
     * @param tolerance V closer than this are equal
     * @param rungs at least one
     */
    SampledFamily(final double observed, final double tolerance, final List<Rung> rungs) {
        m_observed = observed;
        m_tolerance = tolerance;
        final Rung[] sorted = rungs.stream().sorted((a, b) -> Double.compare(a.kappa(), b.kappa())).toArray(Rung[]::new);
        m_least = sorted[0].kappa();
        m_most = sorted[sorted.length - 1].kappa();
        m_values = Arrays.stream(sorted).flatMapToDouble(r -> Arrays.stream(r.values())).toArray();
        m_logMixture = new double[m_values.length];
        weigh(sorted);
    }

    /** Normalising constants and mixture, in turns until they agree. */
    private void weigh(final Rung[] rungs) {
        final double[] logNorm = new double[rungs.length];
        for (int k = 1; k < rungs.length; k++) {
            // what one rung says about the next, as a start
            logNorm[k] = logNorm[k - 1] + logMeanExp(rungs[k - 1].values(), rungs[k].kappa() - rungs[k - 1].kappa());
        }
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && change > PRECISE; round++) {
            mix(rungs, logNorm);
            change = 0;
            final double first = logNorm(rungs[0].kappa());
            for (int k = 0; k < rungs.length; k++) {
                final double next = logNorm(rungs[k].kappa()) - first;
                change = Math.max(change, Math.abs(next - logNorm[k]));
                logNorm[k] = next;
            }
        }
        mix(rungs, logNorm);
    }

    private void mix(final Rung[] rungs, final double[] logNorm) {
        final double[] terms = new double[rungs.length];
        for (int t = 0; t < m_values.length; t++) {
            for (int k = 0; k < rungs.length; k++) {
                terms[k] = Math.log(rungs[k].values().length) + rungs[k].kappa() * m_values[t] - logNorm[k];
            }
            m_logMixture[t] = logSumExp(terms);
        }
    }

    private double logNorm(final double kappa) {
        final double[] terms = new double[m_values.length];
        for (int t = 0; t < terms.length; t++) {
            terms[t] = kappa * m_values[t] - m_logMixture[t];
        }
        return logSumExp(terms);
    }

    private static double logMeanExp(final double[] values, final double factor) {
        return logSumExp(Arrays.stream(values).map(v -> factor * v).toArray()) - Math.log(values.length);
    }

    private static double logSumExp(final double[] terms) {
        double max = Double.NEGATIVE_INFINITY;
        for (final double term : terms) {
            max = Math.max(max, term);
        }
        double sum = 0;
        for (final double term : terms) {
            sum += Math.exp(term - max);
        }
        return max + Math.log(sum);
    }

    @Override
    double least() {
        return m_least;
    }

    @Override
    double most() {
        return m_most;
    }

    @Override
    double tail(final double kappa, final double ties) {
        double max = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < m_values.length; t++) {
            max = Math.max(max, kappa * m_values[t] - m_logMixture[t]);
        }
        double all = 0;
        double above = 0;
        for (int t = 0; t < m_values.length; t++) {
            final double weight = Math.exp(kappa * m_values[t] - m_logMixture[t] - max);
            all += weight;
            final double beyond = m_values[t] - m_observed;
            above += beyond > m_tolerance ? weight : beyond >= -m_tolerance ? ties * weight : 0;
        }
        return above / all;
    }
}
