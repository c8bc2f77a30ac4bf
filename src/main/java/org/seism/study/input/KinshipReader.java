package org.seism.study.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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
            final KinshipTable table = new KinshipTable(name, columns, ids);
            String line = text.readLine();
            for (long number = 2; line != null; number++) {
                progress.checkCancelled();
                if (!line.isBlank()) {
                    final String[] fields = line.split(delimiter, -1);
                    table.add("line " + number, fields[0], Arrays.asList(fields).subList(1, fields.length));
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
        final List<String> fields = Arrays.stream(header).map(KinshipTable::plain).toList();
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
}
