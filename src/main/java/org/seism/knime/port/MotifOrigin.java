package org.seism.knime.port;

/** Where motifs come from, which decides what may be done with them. */
public enum MotifOrigin {
    /** Selected on all sequences: selective tests condition on that selection. */
    SELECTION,
    /** Selected on one part of the sequences and tested on the other: no selective test can be made of them. */
    DATA_SPLIT
}
