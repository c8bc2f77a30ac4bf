package org.seism;

/**
 * The user's data or settings can't be used. The message has two parts: what is wrong (naming file, line, row or
 * column where there is one) and what to do about it. Both hosts (command line and KNIME) show them as they are.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String m_problem;
    private final String m_remedy;

    /**
     * @param problem what is wrong, a full sentence
     * @param remedy what the user can do, a full sentence
     */
    public InputException(final String problem, final String remedy) {
        this(problem, remedy, null);
    }

    /**
     * @param problem what is wrong, a full sentence
     * @param remedy what the user can do, a full sentence
     * @param cause the failure behind it, or null
     */
    public InputException(final String problem, final String remedy, final Throwable cause) {
        super(problem + " " + remedy, cause);
        m_problem = problem;
        m_remedy = remedy;
    }

    /** @return what is wrong */
    public String problem() {
        return m_problem;
    }

    /** @return what the user can do */
    public String remedy() {
        return m_remedy;
    }
}
