package org.seism.knime.port;

import org.seism.candidate.GridSettings;
import org.seism.candidate.library.LibraryCandidates;

/** What motifs are selected from; known before a library has been read. */
public enum CandidateKind {
    /** Words. */
    WORDS("words"),
    /** The matrices of a library. */
    LIBRARY("a library's matrices"),
    /** Words and the matrices of a library. */
    BOTH("words and a library's matrices");

    private final String m_label;

    CandidateKind(final String label) {
        m_label = label;
    }

    /** @return in words */
    String label() {
        return m_label;
    }

    /** @return whether matrices of a library are candidates */
    public boolean hasLibrary() {
        return this != WORDS;
    }

    /**
     * @param grid what candidates there are
     * @return their kind
     */
    static CandidateKind of(final GridSettings grid) {
        return grid.library().map(LibraryCandidates::besideWords).map(beside -> beside ? BOTH : LIBRARY).orElse(WORDS);
    }
}
