package org.seism.linear;

import java.util.Arrays;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The restricted likelihood of h in y = W beta + noise with covariance sigma^2 (h K + (1 - h) I), beta and sigma profiled out
 * (Patterson, Thompson, <em>Recovery of inter-block information when block sizes are unequal</em>, Biometrika 1971). In the
 * coordinates of K's eigenvectors it costs c^2 n per h (Lippert et al., <em>FaST linear mixed models</em>, Nature Methods 2011):
 * <pre>-2 l(h) = (n - c) log RSS(h) + sum_i log d_i(h) + log |W^T V(h)^-1 W|,   d_i(h) = h lambda_i + 1 - h,</pre>
 * RSS that of the generalised least squares fit; constants are left out. Immutable.
 */
public final class RestrictedLikelihood {
    /** Beyond, V is too near to singular where K is. */
    public static final double MOST = 0.99;
    private static final int GRID = 33;
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-7;

    private final double[] m_lambda;
    private final double[] m_y;
    private final double[][] m_w;

    /**
     * @param k the decomposition of K
     * @param y phenotype
     * @param covariates {@code [covariate][sequence]} without the intercept
     */
    public RestrictedLikelihood(final BlockSpectrum k, final double[] y, final double[][] covariates) {
        m_lambda = k.values();
        // any basis of the same space has the same likelihood, but for a constant
        final OrthonormalBasis basis = OrthonormalBasis.ofCovariates(y.length, covariates);
        m_w = new double[basis.rank()][];
        Arrays.setAll(m_w, c -> k.rotated(basis.vector(c)));
        m_y = k.rotated(basis.residual(y));
    }

    /**
     * @param h at least 0 and below 1
     * @return the logarithm of the restricted likelihood, but for a constant
     */
    public double log(final double h) {
        final int n = m_y.length;
        final double[] weight = new double[n];
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            final double d = h * m_lambda[i] + 1 - h;
            weight[i] = 1 / Math.sqrt(d);
            logDeterminant += Math.log(d);
        }
        // Gram-Schmidt of the weighted columns: the squares of their lengths beside those before them are |W^T V^-1 W|
        OrthonormalBasis basis = OrthonormalBasis.empty(n);
        for (final double[] column : m_w) {
            final double[] weighted = times(column, weight);
            logDeterminant += 2 * Math.log(OrthonormalBasis.norm(basis.residual(weighted)));
            basis = basis.with(weighted);
        }
        final double rss = Math.pow(OrthonormalBasis.norm(basis.residual(times(m_y, weight))), 2);
        return -((n - m_w.length) * Math.log(rss) + logDeterminant) / 2;
    }

    private static double[] times(final double[] a, final double[] b) {
        final double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    /** @return the h with the largest likelihood, from 0 to {@link #MOST} */
    public double maximum() {
        double best = 0;
        double value = log(0);
        for (int k = 1; k < GRID; k++) {
            final double h = MOST * k / (GRID - 1);
            final double l = log(h);
            if (l > value) {
                best = h;
                value = l;
            }
        }
        final double step = MOST / (GRID - 1);
        final double low = Math.max(0, best - step);
        final double high = Math.min(MOST, best + step);
        final double found = new BrentOptimizer(RELATIVE, ABSOLUTE).optimize(new MaxEval(200),
            new UnivariateObjectiveFunction(this::log), GoalType.MAXIMIZE, new SearchInterval(low, high, Math.max(low, Math.min(high, best))))
            .getPoint();
        // the search stays off the ends
        if (best == 0 && log(0) >= log(found)) {
            return 0;
        }
        return best == MOST && log(MOST) >= log(found) ? MOST : found;
    }
}
