package org.seism.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads columns whose numbers are written in another way than programs do: with a decimal comma, or with the minus sign of typesetting.
 * They are read only where the whole column agrees, because one value that is misread, or left out for what it is, changes every result.
 * All patterns are linear in the text's length.
 */
public final class NumberNotation {
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+,\\d*|,\\d+)([eE][+-]?\\d+)?");
    /** Could be a whole number with thousands apart. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");
    /** Begins like a number, whatever follows: {@code <0.5}, {@code 31.8%}, {@code 3.178,46}, {@code 5 nM}, {@code 0x1p3}. */
    private static final Pattern NUMERIC = Pattern.compile("[<>=~+\\-±≤≥≈$€£\\s]{0,8}[.,]?\\d.*", Pattern.DOTALL);

    private NumberNotation() {
    }

    /**
     * @param values a column
     * @return the column with every text read as a number; empty where there is no text, or not every text is a number in one notation
     */
    public static Optional<List<CellValue>> read(final List<CellValue> values) {
        boolean any = false;
        boolean comma = false;
        boolean apart = true;
        boolean point = false;
        for (final CellValue value : values) {
            if (value.isText()) {
                final String text = plainSigns(value.text());
                final boolean withComma = COMMA.matcher(text).matches();
                if (!withComma && !CellValue.parse(text).isFinite()) {
                    return Optional.empty();
                }
                any = true;
                comma |= withComma;
                apart &= !withComma || GROUPED.matcher(text).matches();
                point |= text.indexOf('.') >= 0;
            } else if (value.isFinite()) {
                point |= value.text().indexOf('.') >= 0;
            }
        }
        // 1,234 beside 2.5, or nothing but 1,234 and 5,678: the comma may part thousands
        if (!any || comma && (point || apart)) {
            return Optional.empty();
        }
        final List<CellValue> read = new ArrayList<>(values.size());
        for (final CellValue value : values) {
            read.add(value.isText()
                ? new CellValue(value.text(), Double.parseDouble(plainSigns(value.text()).replace(',', '.')), CellValue.Kind.NUMBER) : value);
        }
        return Optional.of(read);
    }

    /**
     * @param value a value
     * @return whether it is a text that begins like a number
     */
    public static boolean isForeign(final CellValue value) {
        return value.isText() && NUMERIC.matcher(plainSigns(value.text())).matches();
    }

    /** The minus sign of typesetting, of small forms and of full-width forms, and the figure and en dashes that stand in for it. */
    private static String plainSigns(final String text) {
        return text.replace('\u2212', '-').replace('\uFE63', '-').replace('\uFF0D', '-').replace('\u2012', '-').replace('\u2013', '-');
    }
}
