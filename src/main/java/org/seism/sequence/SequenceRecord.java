package org.seism.sequence;

/**
 * One sequence as it was read: nothing is checked, changed or left out yet.
 *
 * @param header what follows the first {@code >} of a FASTA header, without white space at either end; may be empty
 * @param sequence the letters with their case, gaps and stop symbols, without white space; may be empty
 * @param line 1-based line of its header in the file
 */
public record SequenceRecord(String header, String sequence, long line) {

    /** @return the header's first word, empty for an empty header */
    public String id() {
        return header.substring(0, idEnd());
    }

    /** @return what follows the identifier in the header, without the white space between them; may be empty */
    public String description() {
        return header.substring(idEnd()).strip();
    }

    private int idEnd() {
        int k = 0;
        while (k < header.length() && !Character.isWhitespace(header.charAt(k))) {
            k++;
        }
        return k;
    }
}
