package org.seism.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.seism.analysis.field.FieldText;
import org.seism.inference.LogProbability;

/** A table for the eye: columns as wide as their widest field, numbers to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> m_rows = new ArrayList<>();
    private final boolean[] m_right;

    /** @param columns headings; one that begins with {@code >} is aligned to the right */
    TextTable(final String... columns) {
        m_right = new boolean[columns.length];
        final String[] header = new String[columns.length];
        for (int c = 0; c < columns.length; c++) {
            m_right[c] = columns[c].startsWith(">");
            header[c] = m_right[c] ? columns[c].substring(1) : columns[c];
        }
        m_rows.add(header);
    }

    void row(final String... fields) {
        if (fields.length != m_right.length) {
            throw new IllegalArgumentException(fields.length + " fields for " + m_right.length + " columns");
        }
        // names come from files
        m_rows.add(Arrays.stream(fields).map(SeismCommand::oneLine).toArray(String[]::new));
    }

    void print(final PrintWriter out) {
        final int[] widths = new int[m_right.length];
        for (final String[] row : m_rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        for (final String[] row : m_rows) {
            final StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                final String fill = " ".repeat(widths[c] - row[c].length());
                line.append(c == 0 ? "" : GAP).append(m_right[c] ? fill + row[c] : row[c] + fill);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** @return four significant digits, empty for NaN */
    static String number(final double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        final double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long)value);
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.3e", value).replaceFirst("e([+-])0(\\d)$", "e$1$2").replace("e+", "e");
        }
        final int digits = (int)Math.max(0, 3 - Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** @return four significant digits, also below the range of a double */
    static String probability(final LogProbability p) {
        if (p.log() > -600 || p.log() == Double.NEGATIVE_INFINITY) {
            return number(p.value());
        }
        final double exponent = Math.floor(p.log10());
        return String.format(Locale.ROOT, "%.3fe%.0f", Math.pow(10, p.log10() - exponent), exponent);
    }

    /** @return a field of the vocabulary: numbers with three significant digits, yes and no, nothing for what is absent */
    static String field(final Optional<Object> value) {
        final Object v = value.orElse("");
        return v instanceof final Double d ? number(d) : v instanceof final LogProbability p ? probability(p)
            : v instanceof final Boolean flag ? flag ? "yes" : "no" : FieldText.of(value);
    }

    /** @return the constant as options spell it */
    static String name(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
