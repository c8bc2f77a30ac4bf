package org.seism.analysis.field;

/** What was done with the motifs, which decides what can be said about them. */
public enum ResultKind {
    /** They were selected, and not tested. */
    SELECTED,
    /** They were tested without sampling. */
    EXACT,
    /** They were tested by sampling the null, the test without sampling beside it. */
    SAMPLED,
    /** They were selected on a part of the data and tested on the rest. */
    SPLIT,
    /** Everything: sampled, without sampling, and the data split beside. */
    DISCOVERY
}
