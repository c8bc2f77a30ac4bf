package org.seism.study.input;

import java.io.BufferedReader;
import java.io.IOException;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.SequenceRecord;
import org.seism.study.SequenceCheck;
import org.seism.table.DataTable;
import org.seism.table.TableReader;
import org.seism.table.TextInput;

/**
 * Reads sequences piece by piece, so that a chromosome need not fit into memory. FASTA is never held as a whole; a table is, as its
 * reader holds it. Takes what {@link SequenceReader} takes, with the same messages.
 */
public final class SequenceStream {
    private static final int PIECE = 1 << 16;

    private final StudyInput m_input;
    private final Sink m_sink;
    private final Progress m_progress;
    private final char[] m_piece = new char[PIECE];
    private int m_size;
    private int m_records;
    private String m_id = "";
    private boolean m_open;

    /** Takes the sequences one after the other. */
    public interface Sink {
        /** @param id of the sequence that begins */
        void begin(String id);

        /**
         * @param text the next letters of the sequence, as read but without white space; not kept by the caller
         * @param length number of characters
         */
        void letters(char[] text, int length);

        /** The sequence ends. */
        void end();
    }

    private SequenceStream(final StudyInput input, final Sink sink, final Progress progress) {
        m_input = input;
        m_sink = sink;
        m_progress = progress;
    }

    /**
     * @param input where sequences and identifiers are found
     * @param sink takes them
     * @param progress asked for cancellation at every piece
     * @throws InputException if the file can't be read, a column is unknown, or there is no record
     */
    public static void read(final StudyInput input, final Sink sink, final Progress progress) {
        new SequenceStream(input, sink, progress).read();
    }

    private void read() {
        final String name = m_input.sequences().name();
        try (BufferedReader text = TextInput.open(m_input.sequences().open(), name)) {
            if (StudyReader.isFasta(m_input.format(), text, name)) {
                fasta(text, name);
            } else {
                table(TableReader.read(text, name, m_progress));
            }
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        }
        if (m_records == 0) {
            throw new InputException(name + " holds no sequences.", "Choose a FASTA file or a table with at least one sequence.");
        }
    }

    private void table(final DataTable table) {
        StudyReader.refuseOtherText(table, m_input.sequenceColumn());
        final int sequence = table.indexOf(m_input.sequenceColumn());
        final String idColumn = m_input.idColumn().isEmpty() ? StudyReader.DEFAULT_ID : m_input.idColumn();
        final boolean numbered = m_input.idColumn().isEmpty() && !table.has(idColumn);
        final int id = numbered ? -1 : table.indexOf(idColumn);
        for (int r = 0; r < table.size(); r++) {
            m_progress.checkCancelled();
            begin(numbered ? Integer.toString(r + 1) : table.text(r, id).strip());
            final String letters = table.text(r, sequence);
            SequenceCheck.refuseForeign(letters, table.name(), "line " + table.line(r));
            for (int k = 0; k < letters.length(); k++) {
                letter(letters.charAt(k), "");
            }
            end("");
        }
    }

    /** Where in a line of FASTA the next character stands. */
    private enum Place {
        START, HEADER, COMMENT, LETTERS
    }

    /** The same records that {@link org.seism.sequence.FastaReader} reads, character by character. */
    private void fasta(final BufferedReader text, final String name) throws IOException {
        final char[] buffer = new char[PIECE];
        final StringBuilder header = new StringBuilder();
        Place place = Place.START;
        long line = 1;
        boolean returned = false;
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            m_progress.checkCancelled();
            for (int k = 0; k < n; k++) {
                final char c = buffer[k];
                if (c == '\n' || c == '\r') {
                    if (place == Place.HEADER) {
                        header(header, name);
                    }
                    line += c == '\n' && returned ? 0 : 1;
                    returned = c == '\r';
                    place = Place.START;
                    continue;
                }
                returned = false;
                if (c < ' ' && c != '\t' && c != '\f') {
                    throw TextInput.binary(name, line);
                }
                if (place == Place.START) {
                    place = c == '>' ? Place.HEADER : c == ';' ? Place.COMMENT : Place.LETTERS;
                    if (place == Place.HEADER) {
                        header.setLength(0);
                        continue;
                    }
                }
                if (place == Place.HEADER) {
                    header.append(c);
                } else if (place == Place.LETTERS) {
                    if (!m_open && !Character.isWhitespace(c)) {
                        throw new InputException(name + ", line " + line + ": not a FASTA file, a header line beginning with '>' is expected, "
                            + "but found " + TextInput.quoted(new String(buffer, k, Math.min(60, n - k))) + ".",
                            "Choose a FASTA file, or read it as a table if it has columns.");
                    }
                    letter(c, name);
                }
            }
        }
        if (place == Place.HEADER) {
            header(header, name);
        }
        end(name);
    }

    private void header(final StringBuilder header, final String name) {
        end(name);
        begin(new SequenceRecord(header.toString().strip(), "", 0).id());
    }

    private void begin(final String id) {
        m_records++;
        m_id = id;
        m_open = true;
        m_sink.begin(id);
    }

    /** @param source for messages about the letters; empty where they have been looked at */
    private void letter(final char c, final String source) {
        if (!Character.isWhitespace(c)) {
            m_piece[m_size++] = c;
            if (m_size == PIECE) {
                flush(source);
            }
        }
    }

    private void flush(final String source) {
        if (m_size > 0) {
            if (!source.isEmpty()) {
                SequenceCheck.refuseForeign(new String(m_piece, 0, m_size), source, "record " + m_records + " ('" + m_id + "')");
            }
            m_sink.letters(m_piece, m_size);
            m_size = 0;
        }
    }

    private void end(final String source) {
        if (m_open) {
            flush(source);
            m_sink.end();
            m_open = false;
        }
    }
}
