package org.seism.study.check;

/** What is done with copies among the sequences. */
public enum CopyRule {
    /** All are kept, with a warning. */
    WARN,
    /** The first of each family is kept. */
    FIRST,
    /** They are refused. */
    ERROR
}
