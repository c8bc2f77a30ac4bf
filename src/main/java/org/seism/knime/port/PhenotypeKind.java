package org.seism.knime.port;

/** What a node knows about the phenotype of the sequences it will get. */
public enum PhenotypeKind {
    /** Not before the sequences have been read. */
    UNKNOWN("phenotype"),
    /** Numbers with more than two different values. */
    NUMERIC("numeric phenotype"),
    /** Two values. */
    CASE_CONTROL("case/control phenotype");

    private final String m_label;

    PhenotypeKind(final String label) {
        m_label = label;
    }

    /** @return how users read it */
    public String label() {
        return m_label;
    }
}
