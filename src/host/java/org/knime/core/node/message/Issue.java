package org.knime.core.node.message;

/** A detail of a message: plain text, or a cell of an input table that is rendered when the inputs are known. */
record Issue(int port, int column, long row, String text) {

    static final int UNKNOWN = -1;

    static Issue ofText(final String text) {
        return new Issue(UNKNOWN, UNKNOWN, UNKNOWN, text);
    }

    boolean isCell() {
        return port != UNKNOWN && column != UNKNOWN;
    }
}
