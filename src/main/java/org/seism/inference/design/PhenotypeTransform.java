package org.seism.inference.design;

import org.seism.linear.NormalScores;

/** What becomes of the phenotype before anything else (METHOD, section 9). */
public enum PhenotypeTransform {
    /** Nothing. */
    NONE,
    /** Normal scores of its ranks, which make the gaussian null hold for numbers of any law. */
    RANK;

    /**
     * @param phenotype one value per sequence
     * @return the transformed values
     */
    public double[] of(final double[] phenotype) {
        return this == RANK ? NormalScores.of(phenotype) : phenotype;
    }
}
