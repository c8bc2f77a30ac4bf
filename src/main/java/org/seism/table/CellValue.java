package org.seism.table;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A phenotype or covariate before quality control: a number (possibly NaN or infinite), a text (a class name), or
 * missing with the reason. Tables in memory use the factories for what they have; files are parsed.
 *
 * @param text the value as the user knows it; for a missing value the reason
 * @param number the number; NaN for text and missing values
 * @param kind which of the three it is
 */
public record CellValue(String text, double number, Kind kind) {

    /** What a cell holds. */
    public enum Kind {
        /** A number, possibly NaN or infinite. */
        NUMBER,
        /** Anything else that is not blank. */
        TEXT,
        /** Nothing. */
        MISSING
    }

    /** Decimal numbers only: Double.parseDouble would also read 1d, 0x1p3 and a class called "1f". */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /** Compared in lower case. What R, pandas, spreadsheets and KNIME write for a missing value. */
    private static final Set<String> MISSING_TEXTS = Set.of("", "na", "n/a", "#n/a", "<na>", "null", "?");
    private static final Pattern INFINITY = Pattern.compile("([+-]?)(inf|infinity|∞)", Pattern.CASE_INSENSITIVE);

    /**
     * @param value any number; NaN and infinities are allowed and are left out, with the reason, by quality control
     * @return the number
     */
    public static CellValue of(final double value) {
        return new CellValue(Double.toString(value), value, Kind.NUMBER);
    }

    /**
     * @param name a class name that must not be read as a number, even if it looks like one
     * @return the text
     */
    public static CellValue ofText(final String name) {
        return new CellValue(name.strip(), Double.NaN, Kind.TEXT);
    }

    /**
     * @param reason why there is no value, for the quality report
     * @return a missing value
     */
    public static CellValue missing(final String reason) {
        return new CellValue(reason, Double.NaN, Kind.MISSING);
    }

    /**
     * @param field a field of a text file; blanks around it do not count
     * @return a number, missing (empty, NA, N/A, null, ?), or else text
     */
    public static CellValue parse(final String field) {
        final String text = field.strip();
        final String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (MISSING_TEXTS.contains(lower)) {
            return missing(text.isEmpty() ? "empty" : "'" + text + "'");
        }
        if (NUMBER.matcher(text).matches()) {
            return new CellValue(text, Double.parseDouble(text), Kind.NUMBER);
        }
        if (lower.equals("nan")) {
            return new CellValue(text, Double.NaN, Kind.NUMBER);
        }
        final var infinity = INFINITY.matcher(text);
        if (infinity.matches()) {
            final double sign = infinity.group(1).equals("-") ? -1 : 1;
            return new CellValue(text, sign * Double.POSITIVE_INFINITY, Kind.NUMBER);
        }
        return new CellValue(text, Double.NaN, Kind.TEXT);
    }

    /** @return whether it is a finite number */
    public boolean isFinite() {
        return kind == Kind.NUMBER && Double.isFinite(number);
    }

    /** @return whether it is text */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** @return whether there is no value */
    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /**
     * @param what the value's role, for instance "phenotype"
     * @return why it can't be used as a number, or an empty string if it can
     */
    public String numericProblem(final String what) {
        if (isFinite()) {
            return "";
        }
        return switch (kind) {
            case MISSING -> what + " is missing (" + text + ")";
            case TEXT -> what + " " + TextInput.quoted(text) + " is not a number";
            case NUMBER -> what + (Double.isNaN(number) ? " is NaN" : " is infinite");
        };
    }
}
