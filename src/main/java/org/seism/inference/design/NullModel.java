package org.seism.inference.design;

/** How phenotypes are drawn under the null hypothesis (METHOD, section 9). */
public enum NullModel {
    /** Spherical noise of unknown variance around the null fit: not honest where the noise is not normal. */
    GAUSSIAN,
    /** Phenotypes exchanged within the strata of the earlier motifs: exact whatever their law. */
    PERMUTATION,
    /**
     * Two classes with covariates: exchanges within strata, weighted by a logistic fit on the covariates (Berrett, Wang,
     * Barber, Samworth, <em>The conditional permutation test</em>, JRSS B 2020).
     */
    CONDITIONAL,
    /** Numbers with covariates: normal scores, whose residuals are exchanged within strata and bins of the fitted values. */
    RANK_BINNED;

    /**
     * @param covariates whether there are any
     * @param twoClasses whether the phenotype has two values
     * @return the model that exchanges phenotypes of this kind
     */
    public static NullModel permuting(final boolean covariates, final boolean twoClasses) {
        return !covariates ? PERMUTATION : twoClasses ? CONDITIONAL : RANK_BINNED;
    }

    /** @return whether phenotypes are exchanged */
    public boolean permutes() {
        return this != GAUSSIAN;
    }

    /** @return whether the p-values hold approximately only: something of the covariates is estimated */
    public boolean approximate() {
        return this == CONDITIONAL || this == RANK_BINNED;
    }
}
