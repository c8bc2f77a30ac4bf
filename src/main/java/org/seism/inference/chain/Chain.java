package org.seism.inference.chain;

/**
 * A Markov chain of phenotypes within the selection event, whose transition kernel is reversible with respect to the null
 * distribution restricted to the event (METHOD, section 10).
 */
public interface Chain {

    /** One step of the kernel. */
    void step();

    /** T of the present phenotype. */
    double statistic();

    /** The residual part of the present phenotype in units of the radius, where another chain may start; not a copy. */
    double[] residual();

    /** How many points were tried so far. */
    long trials();

    /** How many moves were made so far; a sweep has many. */
    long moves();
}
