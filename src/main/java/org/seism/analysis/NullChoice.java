package org.seism.analysis;

import org.seism.inference.event.NullModel;
import org.seism.study.Study;

/** The user's choice of null model. */
public enum NullChoice {
    /** Permutation for case/control phenotypes (exactly two values), gaussian for all others. */
    AUTO,
    /** Spherical noise of unknown variance. */
    GAUSSIAN,
    /** Permutations of the phenotype. */
    PERMUTATION;

    /**
     * @param study the data
     * @return the null model to use for them
     */
    public NullModel resolve(final Study study) {
        return switch (this) {
            case GAUSSIAN -> NullModel.GAUSSIAN;
            case PERMUTATION -> NullModel.PERMUTATION;
            case AUTO -> study.phenotype().isBinary() ? NullModel.PERMUTATION : NullModel.GAUSSIAN;
        };
    }
}
