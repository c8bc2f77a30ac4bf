package org.seism.study.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.study.Kinship;
import org.seism.table.NamedInput;
import org.seism.table.TextInput;

/**
 * Reads a square matrix of relationships: a header with identifiers, after a first field that means nothing or may be left out, and
 * a row per identifier, in any order; fields parted by tabs, commas, semicolons or blanks; plain or gzip. Rows and columns of
 * sequences that are not asked about are skipped.
 */
public final class KinshipReader {
    /** Beyond, matrix and eigenvectors would not fit into an ordinary memory. */
    private static final int MOST = 10_000;
    private static final int NAMED = 5;

    private KinshipReader() {
    }

    /**
     * @param input the file
     * @param ids identifiers of the sequences, in their order
     * @param progress cancellation
     * @return their relationships
     * @throws InputException if it can't be read, is not square, or knows not all of the sequences
     */
    public static Kinship read(final NamedInput input, final List<String> ids, final Progress progress) {
        final String name = input.name();
        try (BufferedReader text = TextInput.open(input.cancellable(progress).open(), name)) {
            final String header = text.readLine();
            final String delimiter = delimiter(header);
            final List<String> columns = columns(header.split(delimiter, -1), text, delimiter, name);
            final Table table = new Table(name, columns, ids);
            String line = text.readLine();
            for (long number = 2; line != null; number++) {
                progress.checkCancelled();
                if (!line.isBlank()) {
                    table.add(line.split(delimiter, -1), number);
                }
                line = text.readLine();
            }
            return table.kinship();
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        }
    }

    private static String delimiter(final String header) {
        return header.indexOf('\t') >= 0 ? "\t" : header.indexOf(',') >= 0 ? "," : header.indexOf(';') >= 0 ? ";" : "\\s+";
    }

    /** Whether the header has a field above the row names shows in the first row. */
    private static List<String> columns(final String[] header, final BufferedReader text, final String delimiter, final String name)
        throws IOException {
        final List<String> fields = Arrays.stream(header).map(KinshipReader::plain).toList();
        text.mark(1 << 22);
        final String first = text.readLine();
        text.reset();
        final int width = first == null ? 0 : first.split(delimiter, -1).length;
        final List<String> columns = width == fields.size() + 1 ? fields : fields.subList(1, fields.size());
        if (columns.size() < 2) {
            throw new InputException(name + " is no matrix with identifiers: its first line has " + fields.size() + " fields.",
                "Give a square matrix whose first row and first column are the identifiers of the sequences, parted by tabs.");
        }
        if (columns.size() > MOST) {
            throw new InputException(name + " has " + columns.size() + " columns; at most " + MOST + " sequences can be related.",
                "Leave out sequences that are not analysed, or name families by a column of groups.");
        }
        return columns;
    }

    private static String plain(final String field) {
        final String stripped = field.strip();
        return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"") ? stripped.substring(1, stripped.length() - 1)
            : stripped;
    }

    /** What has been read so far. */
    private static final class Table {
        private final String m_name;
        private final List<String> m_columns;
        private final List<String> m_ids;
        /** Column of each sequence that is asked about, by identifier. */
        private final Map<String, Integer> m_place = new HashMap<>();
        private final Map<String, double[]> m_rows = new HashMap<>();
        private final Set<String> m_seen = new LinkedHashSet<>();

        Table(final String name, final List<String> columns, final List<String> ids) {
            m_name = name;
            m_columns = columns;
            m_ids = ids.stream().map(String::strip).toList();
            final Map<String, Integer> all = new HashMap<>();
            for (int c = 0; c < columns.size(); c++) {
                if (all.putIfAbsent(columns.get(c), c) != null) {
                    throw new InputException(name + " has two columns '" + columns.get(c) + "'.", "Keep one column per identifier.");
                }
            }
            final List<String> missing = new ArrayList<>(new LinkedHashSet<>(m_ids));
            missing.removeIf(all::containsKey);
            if (!missing.isEmpty()) {
                throw new InputException(name + " has no column for " + missing.size() + " of the sequences: "
                    + missing.stream().limit(NAMED).map(TextInput::quoted).collect(Collectors.joining(", "))
                    + (missing.size() > NAMED ? ", ..." : "") + "; its columns are called " + TextInput.quoted(columns.get(0)) + ", "
                    + TextInput.quoted(columns.get(1)) + ", ...",
                    "Use the same identifiers in both, or leave out the sequences that the matrix does not know.");
            }
            m_ids.forEach(id -> m_place.put(id, all.get(id)));
        }

        void add(final String[] fields, final long number) {
            final String id = plain(fields[0]);
            if (fields.length != m_columns.size() + 1) {
                throw new InputException(m_name + ", line " + number + " ('" + id + "'): " + (fields.length - 1) + " numbers for "
                    + m_columns.size() + " columns.", "Give a square matrix with the identifier before the numbers of each row.");
            }
            if (!m_seen.add(id)) {
                throw new InputException(m_name + ", line " + number + ": a second row '" + id + "'.", "Keep one row per identifier.");
            }
            if (!m_place.containsKey(id)) {
                return;
            }
            final double[] row = new double[m_ids.size()];
            for (int k = 0; k < row.length; k++) {
                row[k] = number(fields[m_place.get(m_ids.get(k)) + 1], id, m_ids.get(k), number);
            }
            m_rows.put(id, row);
        }

        private double number(final String field, final String row, final String column, final long line) {
            double value = Double.NaN;
            try {
                value = Double.parseDouble(plain(field));
            } catch (NumberFormatException e) {
                // said below
            }
            if (!Double.isFinite(value)) {
                throw new InputException(m_name + ", line " + line + ": '" + row + "' and '" + column + "' are related by "
                    + TextInput.quoted(field) + ", which is no number.", "Complete the matrix, or leave out sequences without relationships.");
            }
            return value;
        }

        Kinship kinship() {
            final List<String> missing = m_ids.stream().filter(id -> !m_rows.containsKey(id)).distinct().toList();
            if (!missing.isEmpty() || m_seen.size() != m_columns.size()) {
                throw new InputException(m_name + " is not square: it has " + m_columns.size() + " columns and " + m_seen.size() + " rows"
                    + (missing.isEmpty() ? "" : ", none for " + TextInput.quoted(missing.get(0))) + ".",
                    "Give one row and one column per sequence.");
            }
            return Kinship.ofMatrix(m_name, m_ids, m_ids.stream().map(m_rows::get).toArray(double[][]::new));
        }
    }
}
