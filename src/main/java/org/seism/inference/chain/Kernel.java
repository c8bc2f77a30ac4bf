package org.seism.inference.chain;

/** Transition kernel of the Markov chain under the gaussian null (METHOD, section 10). */
public enum Kernel {
    /** Rotates a few coordinates at a time; a step is a sweep over all sequences. */
    BLOCK,
    /** Moves along a great circle in a random direction, as kernelPSI does (Slim et al. 2019); a step is one move. */
    HYPERSPHERE
}
