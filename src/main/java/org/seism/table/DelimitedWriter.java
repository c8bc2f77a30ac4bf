package org.seism.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Writes a tab-separated table, one line per row, that {@link TableReader} and ordinary tools read back.
 * <ul>
 * <li>A tab, line feed or carriage return within a field is written as the two characters {@code \t}, {@code \n} or
 * {@code \r}: a row is always one line, and columns can be cut out without a parser. Backslashes stay as they are.</li>
 * <li>A field with a double quote is enclosed in quotes, quotes doubled (RFC 4180); other fields are not quoted.</li>
 * <li>Lines end in a line feed on every system, so that equal results are equal bytes.</li>
 * <li>Fields that a spreadsheet would take for a formula (beginning with =, +, - or @) are written as they are: this is a
 * file of data, an effect of -0.5 must stay a number. Import identifiers from strangers as text.</li>
 * </ul>
 */
public final class DelimitedWriter {
    private final Appendable m_out;
    private final int m_columns;

    /**
     * Writes the header row.
     *
     * @param out where the table goes; it is not closed here
     * @param columns names of the columns
     * @throws UncheckedIOException if writing fails
     */
    public DelimitedWriter(final Appendable out, final List<String> columns) {
        m_out = out;
        m_columns = columns.size();
        row(columns);
    }

    /**
     * @param fields one per column
     * @throws IllegalArgumentException if their number is another
     * @throws UncheckedIOException if writing fails
     */
    public void row(final List<String> fields) {
        if (fields.size() != m_columns) {
            throw new IllegalArgumentException(fields.size() + " fields for " + m_columns + " columns");
        }
        try {
            for (int c = 0; c < m_columns; c++) {
                if (c > 0) {
                    m_out.append('\t');
                }
                m_out.append(escaped(fields.get(c)));
            }
            m_out.append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param fields one per column
     * @throws IllegalArgumentException if their number is another
     * @throws UncheckedIOException if writing fails
     */
    public void row(final String... fields) {
        row(List.of(fields));
    }

    /**
     * @param value any number
     * @return the shortest text that reads back as the same number; whole numbers without a fraction, -0.0 as 0, NaN as an empty field
     */
    public static String number(final double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long)value);
        }
        // Java before 19 writes a digit too many for some numbers
        if (Math.abs(value) >= Double.MIN_NORMAL && Double.isFinite(value)) {
            for (int digits = 15; digits < 17; digits++) {
                final double rounded = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
                if (rounded == value) {
                    return text(new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros());
                }
            }
        }
        return Double.toString(value);
    }

    /** In the form of {@link Double#toString(double)}. */
    private static String text(final BigDecimal value) {
        final int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -3 && exponent < 7) {
            final String plain = value.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        final String digits = value.unscaledValue().abs().toString();
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0") + "E" + exponent;
    }

    private static String escaped(final String field) {
        final String line = field.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
        return line.indexOf('"') < 0 ? line : '"' + line.replace("\"", "\"\"") + '"';
    }
}
