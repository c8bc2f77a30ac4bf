package org.seism.study.check;

/**
 * Something about a study that can make its p-values wrong. Terminal, report and nodes show the same words.
 *
 * @param kind what was looked at
 * @param finding one sentence with the numbers
 * @param remedy one sentence: what to do
 */
public record StudyCheck(Kind kind, String finding, String remedy) {

    /** What is looked at. */
    public enum Kind {
        /** Sequences that are copies of each other count as independent. */
        COPIES,
        /** Length or composition goes with the phenotype. */
        CONFOUNDER,
        /** The null's noise is not that of the data. */
        NOISE,
        /** Earlier motifs cut the sequences into many strata. */
        STRATA,
        /** Letters that windows can't hold. */
        LETTERS
    }

    /** @return both sentences */
    public String text() {
        return finding + " " + remedy;
    }
}
