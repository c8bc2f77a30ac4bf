package org.seism.sequence;

/** Which strands of a nucleic acid are scanned for a motif. */
public enum Strands {
    /** The sequence as given. */
    SINGLE,
    /** The sequence and its reverse complement; a word and its reverse complement are one candidate. */
    BOTH
}
