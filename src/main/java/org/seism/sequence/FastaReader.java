package org.seism.sequence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.table.NamedInput;
import org.seism.table.TextInput;

/**
 * Reads FASTA records one after the other, plain or gzip-compressed: wrapped lines, any line ends, either case, {@code >}
 * inside a header, blank lines, {@code ;} comment lines, a missing last line end, a byte-order mark, empty records and
 * repeated identifiers. Letters are handed on as they are; the study that is built of them judges them.
 * <p>
 * BioJava's FastaReader (7.2.4) is not used, because it loses records without a word: it keeps them in a map, so of
 * equal identifiers the last one survives; a record without letters hands its place to the next header; a record with an
 * unknown letter is only logged. It also decodes with the platform's charset and knows no line numbers, which every
 * message here needs. Where it loses nothing, the tests hold this reader to the same records.
 */
public final class FastaReader implements Iterator<SequenceRecord>, AutoCloseable {
    private final String m_name;
    private final BufferedReader m_text;
    /** Number of lines read. */
    private long m_line;
    /** Header of the record to come without its '>', or null at the end. */
    private String m_header;
    private long m_headerLine;

    private FastaReader(final BufferedReader text, final String name) {
        m_name = name;
        m_text = text;
    }

    /**
     * Opens FASTA text and reads up to its first header.
     *
     * @param in plain or gzip-compressed FASTA; closed with the reader
     * @param name how messages call it
     * @return a reader at the first record
     * @throws InputException if the input is empty, binary, or does not begin with a header
     */
    public static FastaReader open(final InputStream in, final String name) {
        return open(TextInput.open(in, name), name);
    }

    /** As {@link #open(InputStream, String)}, for text that was opened by {@link TextInput}. */
    public static FastaReader open(final BufferedReader text, final String name) {
        final FastaReader reader = new FastaReader(text, name);
        try {
            reader.readFirstHeader();
        } catch (InputException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    /**
     * @param input plain or gzip-compressed FASTA
     * @return a reader at the first record
     * @throws InputException if there is no such file, or as {@link #open(InputStream, String)}
     */
    public static FastaReader open(final NamedInput input) {
        return open(input.open(), input.name());
    }

    /**
     * @param input plain or gzip-compressed FASTA
     * @param progress asked for cancellation at every record
     * @return all records in order
     * @throws InputException as {@link #open(NamedInput)} and {@link #next()}
     */
    public static List<SequenceRecord> readAll(final NamedInput input, final Progress progress) {
        final List<SequenceRecord> records = new ArrayList<>();
        try (FastaReader reader = open(input)) {
            while (reader.hasNext()) {
                progress.checkCancelled();
                records.add(reader.next());
            }
        }
        return records;
    }

    @Override
    public boolean hasNext() {
        return m_header != null;
    }

    /**
     * @return the next record
     * @throws InputException if the data turn out to be binary or unreadable, naming the line
     * @throws NoSuchElementException after the last record
     */
    @Override
    public SequenceRecord next() {
        if (m_header == null) {
            throw new NoSuchElementException();
        }
        final String header = m_header;
        final long headerLine = m_headerLine;
        m_header = null;
        final StringBuilder letters = new StringBuilder();
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.startsWith(">")) {
                startRecord(line);
                break;
            }
            if (!line.startsWith(";")) {
                appendLetters(line, letters);
            }
        }
        return new SequenceRecord(header, letters.toString(), headerLine);
    }

    @Override
    public void close() {
        try {
            m_text.close();
        } catch (IOException e) {
            // everything wanted has been read
        }
    }

    private void readFirstHeader() {
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.startsWith(">")) {
                startRecord(line);
                return;
            }
            if (!line.isBlank() && !line.startsWith(";")) {
                throw new InputException(
                    m_name + ", line " + m_line + ": not a FASTA file, a header line beginning with '>' is expected, but found "
                        + TextInput.quoted(line) + ".",
                    "Choose a FASTA file, or read it as a table if it has columns.");
            }
        }
        throw new InputException(m_name + " holds no FASTA record, only blank or comment lines.", "Choose a file that holds sequences.");
    }

    private void startRecord(final String line) {
        m_header = line.substring(1).strip();
        m_headerLine = m_line;
    }

    private static void appendLetters(final String line, final StringBuilder letters) {
        int from = 0;
        for (int k = 0; k <= line.length(); k++) {
            if (k == line.length() || Character.isWhitespace(line.charAt(k))) {
                letters.append(line, from, k);
                from = k + 1;
            }
        }
    }

    private String readLine() {
        try {
            final String line = m_text.readLine();
            m_line++;
            if (line != null && TextInput.binaryCharacter(line) >= 0) {
                throw TextInput.binary(m_name, m_line);
            }
            return line;
        } catch (IOException e) {
            throw TextInput.unreadable(m_name, e);
        }
    }
}
