package org.seism.selection;

import org.seism.InputException;
import org.seism.candidate.WordGrid;

/**
 * How strongly a motif goes with the phenotype at a step (METHOD, section 5). With f = Q phi the activation residualised on
 * covariates and earlier motifs and a = f^T y, the score is a^2 (HSIC with linear kernels) or a^2 / (f^T f + lambda)
 * (ridge; lambda = 0 is the squared partial correlation up to a factor).
 *
 * @param kind which score
 * @param lambda ridge penalty, at least 0; ignored by HSIC
 * @param sign which associations count
 */
public record AssociationScore(Kind kind, double lambda, Sign sign) {

    /** The two scores. */
    public enum Kind {
        /** Squared partial correlation, shrunken by lambda. */
        RIDGE,
        /** Hilbert-Schmidt independence criterion with linear kernels: favours motifs with a large spread of activation. */
        HSIC
    }

    /** Which associations count (METHOD, section 5b). */
    public enum Sign {
        /** Positive and negative ones. */
        ANY,
        /** Positive ones only: a motif that goes with small values has score 0. */
        POSITIVE;

        /**
         * @param product a = f^T y
         * @return |a|, or 0 where a has the sign that does not count
         */
        public double magnitude(final double product) {
            return this == POSITIVE ? Math.max(0, product) : Math.abs(product);
        }
    }

    /** Ridge with lambda = 0. */
    public static final AssociationScore DEFAULT = new AssociationScore(Kind.RIDGE, 0);

    /** Two scores whose relative difference is below this are tied, and the first in grid order wins. */
    public static final double TIE = 1e-9;

    /**
     * A product phi^T R y below this share of ||phi|| ||y|| is nothing but rounding, and the candidate's score 0. Sums of 20 000 terms
     * are off by some 1e-14 of it; the smallest product of two classes that is not 0 is far above.
     */
    public static final double ROUNDING = 1e-12;

    /** Where ||R y|| is below this share of ||y||, nothing of the phenotype is left to select for, or to test. */
    public static final double NOTHING_LEFT = 1e-10;

    /** A candidate whose residual norm is below this share of its norm is out of the step: it is explained already. */
    public static final double EXPLAINED = 1e-10;

    /**
     * Associations of both signs.
     *
     * @param kind which score
     * @param lambda ridge penalty, at least 0; ignored by HSIC
     */
    public AssociationScore(final Kind kind, final double lambda) {
        this(kind, lambda, Sign.ANY);
    }

    /** With erasing, a candidate with a residual norm below this share of its centred norm is out of the step (METHOD, 5b). */
    public static final double THIN = 1e-4;

    /**
     * Checks lambda.
     *
     * @throws InputException if it is negative or not finite
     */
    public AssociationScore {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new InputException("The ridge penalty lambda is " + lambda + ".", "Give 0 or a positive number.");
        }
    }

    /**
     * @param product a = f^T y
     * @param residualNorm f^T f
     * @return the score
     */
    public double of(final double product, final double residualNorm) {
        final double s = scale(residualNorm);
        final double a = sign.magnitude(product);
        return a * a / (s * s);
    }

    /**
     * @param which which associations count
     * @return a copy with it
     */
    public AssociationScore withSign(final Sign which) {
        return new AssociationScore(kind, lambda, which);
    }

    /**
     * The score is (a / scale)^2.
     *
     * @param residualNorm f^T f
     * @return the scale of a
     */
    public double scale(final double residualNorm) {
        return kind == Kind.HSIC ? 1 : Math.sqrt(residualNorm + lambda);
    }

    /**
     * @param squaredNorm ||phi||^2 of a candidate
     * @param length ||y||
     * @return what |phi^T R y| must exceed so that the candidate has a score
     */
    public static double least(final double squaredNorm, final double length) {
        return ROUNDING * Math.sqrt(squaredNorm) * length;
    }

    /**
     * The selection's rule: the largest score, and among those tied with it (relative difference below 1e-9) the first in
     * grid order.
     *
     * @param grid the candidates
     * @param products phi^T Q y per candidate
     * @param residualNorms phi^T Q phi per candidate, NaN where it is out of the step
     * @param norms ||phi||^2 per candidate
     * @param length ||y||
     * @return the winner, or -1 if no candidate is left or no score is positive (but for rounding)
     */
    public int winner(final WordGrid grid, final double[] products, final double[] residualNorms, final double[] norms,
        final double length) {
        final double[] scores = new double[products.length];
        double best = 0;
        for (int g = 0; g < scores.length; g++) {
            if (!Double.isNaN(residualNorms[g]) && sign.magnitude(products[g]) > least(norms[g], length)) {
                scores[g] = of(products[g], residualNorms[g]);
                best = Math.max(best, scores[g]);
            }
        }
        if (best <= 0) {
            return -1;
        }
        int winner = -1;
        for (int g = 0; g < scores.length; g++) {
            if (scores[g] > best * (1 - TIE) && (winner < 0 || grid.rank(g) < grid.rank(winner))) {
                winner = g;
            }
        }
        return winner;
    }

    /**
     * The same rule for two candidates: the larger score wins, and of two tied scores (relative difference below 1e-9) the first in grid order.
     *
     * @param grid the candidates
     * @param challenger a candidate
     * @param ratio its |a| / scale (0 where the sign does not count)
     * @param winner the candidate that holds the step
     * @param winnerRatio its |a| / scale (0 where the sign does not count)
     * @return whether the challenger takes the step
     */
    public static boolean takesStep(final WordGrid grid, final int challenger, final double ratio, final int winner,
        final double winnerRatio) {
        final double score = ratio * ratio;
        final double winning = winnerRatio * winnerRatio;
        if (grid.rank(challenger) < grid.rank(winner)) {
            return score > winning * (1 - TIE);
        }
        return winning <= score * (1 - TIE);
    }
}
