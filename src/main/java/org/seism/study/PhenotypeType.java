package org.seism.study;

/** How the values of a phenotype are read. */
public enum PhenotypeType {
    /**
     * Nominal where a positive class is named, or where there are exactly two different values and at least half of the
     * values are text; numeric otherwise.
     */
    AUTO,
    /** Numbers; other values are left out with the reason. */
    NUMERIC,
    /** Classes: the positive class is coded 1, every other class 0. */
    NOMINAL
}
