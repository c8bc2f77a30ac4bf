package org.seism.motif.format;

import java.util.ArrayList;
import java.util.List;

import org.seism.InputException;

/** The lines of a motif file, free of byte order mark and line ends, with errors that name file and line. */
final class MotifText {
    private final String m_source;
    private final List<String> m_lines;

    /**
     * @param text the file's content
     * @param source the name to show in messages
     */
    MotifText(final String text, final String source) {
        m_source = source;
        m_lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    String source() {
        return m_source;
    }

    int size() {
        return m_lines.size();
    }

    /** @return the line as it is */
    String raw(final int line) {
        return m_lines.get(line);
    }

    /** @return the line without white space around it, empty for a comment or beyond the end */
    String line(final int line) {
        if (line >= m_lines.size()) {
            return "";
        }
        final String s = m_lines.get(line).strip();
        return s.startsWith("#") ? "" : s;
    }

    /** @return index of the first line from here on that is neither blank nor a comment; {@link #size()} if none */
    int next(final int from) {
        int i = from;
        while (i < size() && line(i).isEmpty()) {
            i++;
        }
        return i;
    }

    /** @return what stands between white space; one empty field for an empty line */
    static String[] fields(final String line) {
        final String text = line.strip();
        final List<String> fields = new ArrayList<>();
        for (int from = 0; from < text.length() || fields.isEmpty();) {
            final int to = end(text, from);
            fields.add(text.substring(from, to));
            from = to;
            while (from < text.length() && isBlank(text.charAt(from))) {
                from++;
            }
        }
        return fields.toArray(String[]::new);
    }

    private static int end(final String text, final int from) {
        int to = from;
        while (to < text.length() && !isBlank(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isBlank(final char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** @return whether it is a number: digits with a sign, a point and an exponent, or some of them; files hold many thousands */
    static boolean isNumber(final String field) {
        final int whole = digits(field, sign(field, 0));
        final boolean point = whole < field.length() && field.charAt(whole) == '.';
        final int mantissa = point ? digits(field, whole + 1) : whole;
        if (mantissa - sign(field, 0) - (point ? 1 : 0) == 0) {
            return false;
        }
        if (mantissa == field.length()) {
            return true;
        }
        final int exponent = sign(field, mantissa + 1);
        return (field.charAt(mantissa) | 0x20) == 'e' && exponent < field.length() && digits(field, exponent) == field.length();
    }

    private static int sign(final String text, final int from) {
        return from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
    }

    private static int digits(final String text, final int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to;
    }

    /** @return whether the line starts with a number */
    boolean isNumeric(final int line) {
        final String text = line(line);
        return !text.isEmpty() && isNumber(text.substring(0, end(text, 0)));
    }

    /** @return the fields from first to last (exclusive) as finite numbers that are not negative */
    double[] numbers(final int line, final String[] fields, final int first, final int last) {
        final double[] values = new double[last - first];
        for (int k = 0; k < values.length; k++) {
            final String field = fields[first + k];
            if (!isNumber(field)) {
                throw error(line, "'" + field + "' is not a number.", "Write counts or probabilities as plain numbers.");
            }
            values[k] = Double.parseDouble(field);
            if (values[k] < 0 || values[k] == Double.POSITIVE_INFINITY) {
                throw error(line, field + " is no count or probability.",
                    "Give a matrix of counts or probabilities; log-odds matrices can't be read.");
            }
        }
        return values;
    }

    /** @return the failure, naming file and line (counted from 1) */
    InputException error(final int line, final String problem, final String remedy) {
        return new InputException(m_source + ", line " + (Math.min(line, Math.max(0, size() - 1)) + 1) + ": " + problem, remedy);
    }
}
