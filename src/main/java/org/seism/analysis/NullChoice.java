package org.seism.analysis;

import org.seism.inference.design.NullModel;
import org.seism.study.Study;

/** The user's choice of null model. */
public enum NullChoice {
    /** Permutation, for every phenotype. */
    AUTO,
    /** Spherical noise of unknown variance. */
    GAUSSIAN,
    /** Permutation: within strata, with covariates the conditional or binned form that suits the phenotype. */
    PERMUTATION;

    /**
     * @param study the data
     * @return the null model to use for them
     */
    public NullModel resolve(final Study study) {
        if (this == GAUSSIAN) {
            return NullModel.GAUSSIAN;
        }
        return NullModel.permuting(study.covariates().size() > 0, study.phenotype().isBinary());
    }
}
