package org.seism.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.seism.InputException;

/**
 * A small table of text with named columns, as read by {@link TableReader}. Immutable.
 */
public final class DataTable {
    private final String m_name;
    private final List<String> m_columns;
    private final List<List<String>> m_rows;
    private final long[] m_lines;

    /**
     * @param name how messages call the table
     * @param columns names of the columns
     * @param rows fields, one list of the same size as {@code columns} per row
     * @param lines 1-based line of the file at which each row begins
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public DataTable(final String name, final List<String> columns, final List<List<String>> rows, final long[] lines) {
        if (rows.size() != lines.length || rows.stream().anyMatch(r -> r.size() != columns.size())) {
            throw new IllegalArgumentException("rows, columns and lines do not fit together");
        }
        m_name = name;
        m_columns = List.copyOf(columns);
        m_rows = List.copyOf(rows);
        m_lines = lines.clone();
    }

    /** @return how messages call the table */
    public String name() {
        return m_name;
    }

    /** @return names of the columns in order */
    public List<String> columns() {
        return m_columns;
    }

    /** @return number of rows, the header not counted */
    public int size() {
        return m_rows.size();
    }

    /**
     * @param column name
     * @return whether {@link #indexOf(String)} finds such a column
     */
    public boolean has(final String column) {
        return m_columns.contains(column) || find(column) >= 0;
    }

    /**
     * @param column name; one that differs in case only is found where there is just one
     * @return its index
     * @throws InputException if there is no such column (listing those there are), or more than one
     */
    public int indexOf(final String column) {
        final int index = find(column);
        if (index < 0) {
            throw new InputException(m_name + " has no column '" + column + "'.", "Its columns are: " + listing() + ".");
        }
        if (m_columns.get(index).equals(column) && m_columns.lastIndexOf(column) != index) {
            throw new InputException(m_name + " has more than one column '" + column + "'.", "Rename all but one of them.");
        }
        return index;
    }

    /**
     * @param row 0-based
     * @param index of the column, from {@link #indexOf(String)}
     * @return the field as it stands in the file
     */
    public String text(final int row, final int index) {
        return m_rows.get(row).get(index);
    }

    /**
     * @param row 0-based
     * @param index of the column, from {@link #indexOf(String)}
     * @return the field as a value: a number, a text, or missing
     */
    public CellValue value(final int row, final int index) {
        return CellValue.parse(text(row, index));
    }

    /**
     * @param column name
     * @return all fields of the column as they stand in the file
     * @throws InputException as {@link #indexOf(String)}
     */
    public List<String> texts(final String column) {
        final int index = indexOf(column);
        return m_rows.stream().map(r -> r.get(index)).toList();
    }

    /**
     * @param column name
     * @return all fields of the column as numbers, NaN for missing ones
     * @throws InputException as {@link #indexOf(String)}, or if a field is text, naming its line
     */
    public double[] numbers(final String column) {
        final int index = indexOf(column);
        final double[] numbers = new double[size()];
        for (int r = 0; r < numbers.length; r++) {
            final CellValue v = value(r, index);
            if (v.isText()) {
                throw new InputException(m_name + ", line " + m_lines[r] + ", column '" + column + "': " + TextInput.quoted(v.text())
                    + " is not a number.", "Correct the field, leave it empty, or choose a numeric column.");
            }
            numbers[r] = v.number();
        }
        return numbers;
    }

    /**
     * @param row 0-based
     * @return the 1-based line of the file at which the row begins
     */
    public long line(final int row) {
        return m_lines[row];
    }

    /** The column of that name, else the only one whose name differs in case, else -1. */
    private int find(final String column) {
        final int exact = m_columns.indexOf(column);
        if (exact >= 0) {
            return exact;
        }
        final int[] alike = IntStream.range(0, m_columns.size()).filter(c -> m_columns.get(c).equalsIgnoreCase(column)).toArray();
        return alike.length == 1 ? alike[0] : -1;
    }

    private String listing() {
        final int shown = 30;
        final String names = m_columns.stream().limit(shown).collect(Collectors.joining(", "));
        return m_columns.size() > shown ? names + ", ... (" + m_columns.size() + " in all)" : names;
    }
}
