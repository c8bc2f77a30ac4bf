package org.seism.linear;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.seism.InputException;

/** Logistic regression by iteratively reweighted least squares. */
public final class LogisticFit {
    private static final int MOST_STEPS = 100;
    private static final double CONVERGED = 1e-10;
    /** A linear predictor beyond this means that the fit runs away: exp(-30) is no probability anybody can estimate. */
    private static final double RUNAWAY = 30;

    private LogisticFit() {
    }

    /**
     * @param one whether each observation is of the second class
     * @param columns {@code [covariate][observation]} without the intercept; may depend on one another
     * @return the linear predictor of each observation
     * @throws InputException if the covariates separate the classes, so that there is no fit
     */
    public static double[] linearPredictor(final boolean[] one, final double[][] columns) {
        final int n = one.length;
        // an orthonormal basis spans the same predictors, and neither scale nor dependence of columns matters
        final OrthonormalBasis basis = OrthonormalBasis.ofCovariates(n, columns);
        final double[] beta = new double[basis.rank()];
        double[] eta = new double[n];
        for (int step = 0; step < MOST_STEPS; step++) {
            final RealMatrix information = new Array2DRowRealMatrix(beta.length, beta.length);
            final RealVector score = new ArrayRealVector(beta.length);
            for (int i = 0; i < n; i++) {
                final double p = 1 / (1 + Math.exp(-eta[i]));
                for (int a = 0; a < beta.length; a++) {
                    final double x = basis.vector(a)[i];
                    score.addToEntry(a, x * ((one[i] ? 1 : 0) - p));
                    for (int b = 0; b < beta.length; b++) {
                        information.addToEntry(a, b, p * (1 - p) * x * basis.vector(b)[i]);
                    }
                }
            }
            final RealVector change;
            try {
                change = new QRDecomposition(information).getSolver().solve(score);
            } catch (SingularMatrixException e) {
                throw separated();
            }
            for (int a = 0; a < beta.length; a++) {
                beta[a] += change.getEntry(a);
            }
            eta = new double[n];
            for (int a = 0; a < beta.length; a++) {
                OrthonormalBasis.addScaled(eta, basis.vector(a), beta[a]);
            }
            if (!(Arrays.stream(eta).map(Math::abs).max().orElse(0) < RUNAWAY)) {
                throw separated();
            }
            if (change.getNorm() < CONVERGED * (1 + OrthonormalBasis.norm(beta))) {
                return eta;
            }
        }
        throw separated();
    }

    private static InputException separated() {
        return new InputException("The covariates tell the two classes apart (almost) completely: nothing is left for motifs to "
            + "explain, and the logistic fit has no end.", "Use fewer covariates, or groups that overlap in them.");
    }
}
