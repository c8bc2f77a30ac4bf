package org.seism.study.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.study.Kinship;
import org.seism.table.TextInput;

/**
 * A square matrix of relationships, row by row, wherever it comes from. Rows and columns of sequences that are not asked about are
 * passed over. Not safe for use by several threads.
 */
public final class KinshipTable {
    private static final int NAMED = 5;

    private final String m_name;
    private final List<String> m_columns;
    private final List<String> m_ids;
    /** Column of each sequence that is asked about, by identifier. */
    private final Map<String, Integer> m_place = new HashMap<>();
    private final Map<String, double[]> m_rows = new HashMap<>();
    private final Set<String> m_seen = new LinkedHashSet<>();

    /**
     * @param name how messages call the matrix
     * @param columns identifiers of its columns
     * @param ids identifiers of the sequences that are asked about, in their order
     * @throws InputException if the matrix does not know all of them
     */
    public KinshipTable(final String name, final List<String> columns, final List<String> ids) {
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

    /**
     * Adds a row.
     *
     * @param where how messages call it, such as a line
     * @param name its identifier
     * @param fields one number per column, as text
     * @throws InputException if it is not as wide as the header, a second one of its name, or holds what is no number
     */
    public void add(final String where, final String name, final List<String> fields) {
        final String id = plain(name);
        if (fields.size() != m_columns.size()) {
            throw new InputException(m_name + ", " + where + " ('" + id + "'): " + fields.size() + " numbers for "
                + m_columns.size() + " columns.", "Give a square matrix with the identifier before the numbers of each row.");
        }
        if (!m_seen.add(id)) {
            throw new InputException(m_name + ", " + where + ": a second row '" + id + "'.", "Keep one row per identifier.");
        }
        if (!m_place.containsKey(id)) {
            return;
        }
        final double[] row = new double[m_ids.size()];
        for (int k = 0; k < row.length; k++) {
            row[k] = number(fields.get(m_place.get(m_ids.get(k))), id, m_ids.get(k), where);
        }
        m_rows.put(id, row);
    }

    private double number(final String field, final String row, final String column, final String where) {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(plain(field));
        } catch (NumberFormatException e) {
            // said below
        }
        if (!Double.isFinite(value)) {
            throw new InputException(m_name + ", " + where + ": '" + row + "' and '" + column + "' are related by "
                + TextInput.quoted(field) + ", which is no number.", "Complete the matrix, or leave out sequences without relationships.");
        }
        return value;
    }

    /**
     * @return the relationships of the sequences that were asked about
     * @throws InputException if a row is missing, or the matrix is no matrix of relationships
     */
    public Kinship kinship() {
        final List<String> missing = m_ids.stream().filter(id -> !m_rows.containsKey(id)).distinct().toList();
        if (!missing.isEmpty() || m_seen.size() != m_columns.size()) {
            throw new InputException(m_name + " is not square: it has " + m_columns.size() + " columns and " + m_seen.size() + " rows"
                + (missing.isEmpty() ? "" : ", none for " + TextInput.quoted(missing.get(0))) + ".",
                "Give one row and one column per sequence.");
        }
        return Kinship.ofMatrix(m_name, m_ids, m_ids.stream().map(m_rows::get).toArray(double[][]::new));
    }

    /** Without blanks and quotes around it. */
    static String plain(final String field) {
        final String stripped = field.strip();
        return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"") ? stripped.substring(1, stripped.length() - 1)
            : stripped;
    }
}
