package org.seism.analysis;

import org.seism.InputException;
import org.seism.inference.design.NullModel;
import org.seism.study.Study;

/** The user's choice of null model. */
public enum NullChoice {
    /** Permutation, for every phenotype; gaussian where sequences are related. */
    AUTO,
    /** Spherical noise of unknown variance. */
    GAUSSIAN,
    /** Permutation: within strata, with covariates the conditional or binned form that suits the phenotype. */
    PERMUTATION;

    /**
     * @param study the data
     * @return the null model to use for them
     * @throws InputException for permutation of related sequences
     */
    public NullModel resolve(final Study study) {
        if (study.kinship().isPresent()) {
            if (this == PERMUTATION) {
                throw new InputException("The sequences are related (" + study.kinship().get().source()
                    + "): their phenotypes can't be exchanged, and the permutation null would not be valid.",
                    "Choose the gaussian null or auto, with the rank transform where the phenotype is not normal.");
            }
            return NullModel.GAUSSIAN;
        }
        if (this == GAUSSIAN) {
            return NullModel.GAUSSIAN;
        }
        return NullModel.permuting(study.covariates().size() > 0, study.phenotype().isBinary());
    }
}
