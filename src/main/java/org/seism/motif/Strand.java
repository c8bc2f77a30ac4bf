package org.seism.motif;

/** The strand a site lies on, relative to the sequence as given. */
public enum Strand {
    /** The sequence as given. */
    FORWARD('+'),
    /** Its reverse complement. */
    REVERSE('-');

    private final char m_symbol;

    Strand(final char symbol) {
        m_symbol = symbol;
    }

    /** @return + or -, as site tables, GFF and BED write it */
    public char symbol() {
        return m_symbol;
    }
}
