package org.seism.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.seism.InputException;
import org.seism.Progress;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

/**
 * Reads tables with a header row: tab-, comma- or semicolon-separated, fields quoted as in RFC 4180, plain or
 * gzip-compressed, any line ends, with or without a byte-order mark. FastCSV does the parsing; this class finds the
 * delimiter and turns every problem into a message that names the line.
 */
public final class TableReader {
    /** The most letters a field may have; one chromosome fits. */
    private static final int MAX_FIELD = 1 << 29;
    /** The most columns a table may have. */
    private static final int MAX_FIELDS = 1 << 20;
    /** Name of R's row names. */
    private static final String ROW_NAMES = "row.names";
    /** The most characters looked at to find the delimiter. */
    private static final int HEADER_LOOK_AHEAD = 1 << 15;

    private TableReader() {
    }

    /**
     * @param input the file
     * @param progress asked for cancellation at every row
     * @return the table
     * @throws InputException if there is no such file, or as {@link #read(InputStream, String, Progress)}
     */
    public static DataTable read(final NamedInput input, final Progress progress) {
        return read(input.open(), input.name(), progress);
    }

    /**
     * @param in plain or gzip-compressed text; closed at the end
     * @param name how messages call it
     * @param progress asked for cancellation at every row
     * @return the table; blank lines are skipped, blanks around column names dropped
     * @throws InputException if the input is empty or binary, or a row has another number of fields than the header
     */
    public static DataTable read(final InputStream in, final String name, final Progress progress) {
        return read(TextInput.open(in, name), name, progress);
    }

    /** As {@link #read(InputStream, String, Progress)}, for text that was opened by {@link TextInput}; closes it. */
    public static DataTable read(final BufferedReader opened, final String name, final Progress progress) {
        try (BufferedReader text = opened) {
            final int stated = statedDelimiter(text);
            final char delimiter = stated > 0 ? (char)stated : detectDelimiter(text);
            final EndWatcher watched = new EndWatcher(text);
            // fields are counted below: the library's own message knows neither the file nor a remedy
            final CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true)
                .allowMissingFields(true).allowExtraFields(true).maxBufferSize(MAX_FIELD)
                .build(CsvRecordHandler.builder().maxFields(MAX_FIELDS).maxFieldSize(MAX_FIELD).maxRecordSize(MAX_FIELD).build(), watched);
            final DataTable table = collect(records, name, delimiter, stated > 0 ? 1 : 0, progress);
            refuseUnclosedQuote(table, watched);
            return table;
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        } catch (UncheckedIOException e) {
            throw TextInput.unreadable(name, e.getCause());
        } catch (CsvParseException e) {
            throw limit(name, e);
        }
    }

    /** The parser gives up at a field or row that is too long, which a quote that is never closed can make, or has too many fields. */
    private static InputException limit(final String name, final CsvParseException e) {
        final String why = (e.getMessage() + " " + (e.getCause() == null ? "" : e.getCause().getMessage())).toLowerCase(Locale.ROOT);
        return why.contains("number of fields") || why.contains("maxfields") || why.contains("fields")
            ? new InputException(name + " has a row of more than " + MAX_FIELDS + " columns.",
                "Keep the columns that are needed: identifier, sequence, phenotype and covariates.", e)
            : new InputException(name + " has a field or row of more than " + MAX_FIELD + " characters.",
                "Look for a quote (\") that is opened and never closed; longer sequences must be cut.", e);
    }

    /** What a first line {@code sep=;}, which spreadsheets write and hide, states; the line is then passed over. 0 where there is none. */
    private static int statedDelimiter(final BufferedReader text) throws IOException {
        final int longest = 16;
        text.mark(longest);
        final char[] head = new char[longest - 2];
        int length = 0;
        for (int c = text.read(); c >= 0 && c != '\n' && c != '\r' && length < head.length; c = text.read()) {
            head[length++] = (char)c;
        }
        final String line = new String(head, 0, length).replace("\"", "");
        text.reset();
        if (line.length() != 5 || !line.regionMatches(true, 0, "sep=", 0, 4)) {
            return 0;
        }
        text.readLine();
        return line.charAt(4);
    }

    /**
     * R's write.table gives the row names no header: every row then has one field more than the header. So has a table whose rows end in
     * a delimiter, or a comma-separated one with decimal commas, which is refused.
     */
    private static List<String> withRowNames(final List<String> columns, final List<String> fields, final char delimiter, final String name,
        final long line) {
        final String last = fields.get(fields.size() - 1);
        if (fields.size() != columns.size() + 1 || last.isBlank()) {
            return columns;
        }
        if (delimiter == ',' && last.matches("\\d+([eE][+-]?\\d+)?") && fields.get(fields.size() - 2).strip().matches("[+-]?\\d*")) {
            throw new InputException(name + ", line " + line + ": the row has " + fields.size() + " fields, the header has " + columns.size()
                + "; it seems that numbers have a decimal comma in a table that is separated by commas.",
                "Save the table with decimal points, or separated by semicolons or tabs.");
        }
        final List<String> named = new ArrayList<>(List.of(ROW_NAMES));
        named.addAll(columns);
        return named;
    }

    private static DataTable collect(final Iterable<CsvRecord> records, final String name, final char delimiter, final int before,
        final Progress progress) {
        List<String> columns = null;
        final List<List<String>> rows = new ArrayList<>();
        final List<Long> lines = new ArrayList<>();
        for (final CsvRecord record : records) {
            progress.checkCancelled();
            final long line = record.getStartingLineNumber() + before;
            final List<String> fields = record.getFields();
            if (fields.stream().anyMatch(f -> TextInput.binaryCharacter(f) >= 0)) {
                throw TextInput.binary(name, line);
            }
            if (columns == null) {
                columns = fields.stream().map(String::strip).toList();
                continue;
            }
            if (rows.isEmpty()) {
                columns = withRowNames(columns, fields, delimiter, name, line);
            }
            if (fields.size() == columns.size()) {
                rows.add(fields);
                lines.add(line);
            } else if (!fields.stream().allMatch(String::isBlank)) {
                throw new InputException(
                    name + ", line " + line + ": the row has " + fields.size() + " fields, the header has " + columns.size() + ".",
                    "Correct the row; a field that holds the delimiter or a quote must be in quotes (\").");
            }
        }
        if (columns == null) {
            throw new InputException(name + " holds no table, only blank lines.", "Choose a table with a header row.");
        }
        return new DataTable(name, columns, rows, lines.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * FastCSV takes the end of the file for the end of an unclosed quote, so that one stray quote would silently swallow
     * all rows below it into one field. Such a field is the last of all, has a line break, and no quote at its end.
     */
    private static void refuseUnclosedQuote(final DataTable table, final EndWatcher text) {
        final int row = table.size() - 1;
        if (row >= 0 && text.lastCharacter() != '"') {
            final String field = table.text(row, table.columns().size() - 1);
            if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
                throw new InputException(table.name() + ", line " + table.line(row) + ": a quote (\") is opened and never closed.",
                    "Close it, or double it if it is part of the text.");
            }
        }
    }

    /** Hands characters through and remembers the last one that is not white space. */
    private static final class EndWatcher extends FilterReader {
        private char m_last;

        EndWatcher(final Reader in) {
            super(in);
        }

        char lastCharacter() {
            return m_last;
        }

        @Override
        public int read(final char[] buffer, final int offset, final int length) throws IOException {
            final int count = super.read(buffer, offset, length);
            for (int k = offset + count - 1; k >= offset; k--) {
                if (!Character.isWhitespace(buffer[k])) {
                    m_last = buffer[k];
                    break;
                }
            }
            return count;
        }
    }

    /** A tab in the header row decides; otherwise the more frequent of comma and semicolon outside quotes. */
    private static char detectDelimiter(final BufferedReader text) throws IOException {
        text.mark(HEADER_LOOK_AHEAD);
        int tabs = 0;
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int k = 0; k < HEADER_LOOK_AHEAD - 1; k++) {
            final int c = text.read();
            if (c < 0 || begun && !quoted && (c == '\n' || c == '\r')) {
                break;
            }
            begun |= !Character.isWhitespace(c);
            quoted ^= c == '"';
            if (!quoted) {
                tabs += c == '\t' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
            }
        }
        text.reset();
        if (tabs > 0) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
