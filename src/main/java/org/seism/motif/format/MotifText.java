package org.seism.motif.format;

import java.util.List;
import java.util.regex.Pattern;

import org.seism.InputException;

/** The lines of a motif file, free of byte order mark and line ends, with errors that name file and line. */
final class MotifText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern BLANK = Pattern.compile("\\s+");

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

    static String[] fields(final String line) {
        return BLANK.split(line.strip());
    }

    static boolean isNumber(final String field) {
        return NUMBER.matcher(field).matches();
    }

    /** @return whether the line starts with a number */
    boolean isNumeric(final int line) {
        return !line(line).isEmpty() && isNumber(fields(line(line))[0]);
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
