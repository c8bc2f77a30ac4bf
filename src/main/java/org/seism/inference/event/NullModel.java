package org.seism.inference.event;

/** How phenotypes are drawn under the null hypothesis (METHOD, section 9). */
public enum NullModel {
    /** Spherical noise of unknown variance around the null fit. */
    GAUSSIAN,
    /** Random permutations of the phenotype, or of the residuals of the null fit where there is something to fit. */
    PERMUTATION
}
