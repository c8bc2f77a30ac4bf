package org.seism.analysis;

import java.util.Optional;

import org.seism.inference.statistic.JointKind;

/** The user's choice of a joint test of all selected motifs. */
public enum JointChoice {
    /** No such test. */
    NONE,
    /** By the share of the phenotype that all motifs explain together. */
    SHARE,
    /** By the share that a ridge fit explains. */
    RIDGE,
    /** By the sum of squared associations. */
    HSIC;

    /** @return the statistic, if there is a test */
    public Optional<JointKind> kind() {
        return this == NONE ? Optional.empty() : Optional.of(JointKind.valueOf(name()));
    }
}
