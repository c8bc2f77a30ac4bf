package org.seism.knime.table;

import org.knime.node.parameters.widget.choices.Label;

/** Which corrections for testing several motifs a table shows. */
public enum Adjustment {
    /** Both columns. */
    @Label(value = "Both", description = "Holm's adjusted p-values and Benjamini and Hochberg's q-values.")
    BOTH,
    /** Holm only. */
    @Label(value = "Holm",
        description = "Adjusted p-values that bound the probability of a single false motif (family-wise error rate).")
    HOLM,
    /** Benjamini and Hochberg only. */
    @Label(value = "Benjamini-Hochberg",
        description = "q-values that bound the expected share of false motifs among those reported (false discovery rate).")
    BH,
    /** Neither. */
    @Label(value = "None", description = "Unadjusted p-values and ForwardStop only.")
    NONE;

    boolean holm() {
        return this == BOTH || this == HOLM;
    }

    boolean bh() {
        return this == BOTH || this == BH;
    }
}
