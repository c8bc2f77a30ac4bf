package org.seism.inference.design;

/** Which null hypothesis is tested for motif j (METHOD, section 8). */
public enum Hypothesis {
    /** Motif j adds something to the covariates and the motifs selected before it. */
    SEQUENTIAL,
    /** Motif j adds something to the covariates and all other selected motifs. */
    PARTIAL
}
