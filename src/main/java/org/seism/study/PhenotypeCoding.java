package org.seism.study;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.table.CellValue;
import org.seism.table.NumberNotation;
import org.seism.table.TextInput;

/**
 * Decides whether a phenotype is numeric or nominal and turns its values into numbers, or into reasons why a row can't be
 * used.
 */
final class PhenotypeCoding {
    /** The most classes a message lists. */
    private static final int LISTED_CLASSES = 10;
    /** The most values in another notation that a message lists. */
    private static final int LISTED_VALUES = 3;

    /** Equal numbers are one class however they are written (1 and 1.0). */
    private static final Comparator<CellValue> CLASS_ORDER = (a, b) -> {
        if (a.isFinite() && b.isFinite()) {
            // 0.0 and -0.0 are one value
            return a.number() == b.number() ? 0 : Double.compare(a.number(), b.number());
        }
        return a.isFinite() != b.isFinite() ? (a.isFinite() ? -1 : 1) : a.text().compareTo(b.text());
    };

    private final String m_source;
    private final String m_name;
    private final List<StudyRow> m_rows;
    private final StudySettings m_settings;
    /** Different values, sorted: numbers by size before texts in letter order, each with its count. */
    private final Map<CellValue, Integer> m_classes = new TreeMap<>(CLASS_ORDER);
    private final boolean m_nominal;
    private final CellValue m_positive;

    /**
     * @param source name of the file or table
     * @param name of the phenotype
     * @param rows all rows
     * @param settings type and positive class
     * @throws InputException if the phenotype is text without a positive class, or the positive class doesn't occur
     */
    PhenotypeCoding(final String source, final String name, final List<StudyRow> rows, final StudySettings settings) {
        m_source = source;
        m_name = name;
        m_rows = rows;
        m_settings = settings;
        int texts = 0;
        int values = 0;
        for (final StudyRow row : rows) {
            if (isClass(row.phenotype())) {
                m_classes.merge(row.phenotype(), 1, Integer::sum);
                texts += row.phenotype().isText() ? 1 : 0;
                values++;
            }
        }
        m_nominal = isNominal(texts, values);
        if (!m_nominal) {
            refuseOtherNotation(values);
        }
        if (!m_nominal && 2 * texts > values) {
            throw notNumeric();
        }
        m_positive = m_nominal && !m_classes.isEmpty() ? positiveClass() : null;
    }

    /**
     * @param value a phenotype
     * @return the number it is coded as, NaN where {@link #problem(CellValue)} isn't empty
     */
    double code(final CellValue value) {
        if (!problem(value).isEmpty()) {
            return Double.NaN;
        }
        if (m_nominal) {
            return CLASS_ORDER.compare(value, m_positive) == 0 ? 1 : 0;
        }
        return value.number();
    }

    /**
     * @param value a phenotype
     * @return why the row can't be used, or an empty string
     */
    String problem(final CellValue value) {
        return m_nominal && value.isText() ? "" : value.numericProblem("phenotype");
    }

    /** @return the class coded as 1, empty for a numeric phenotype */
    String positiveClassName() {
        return m_positive == null ? "" : m_positive.text();
    }

    /** @return a sentence about how classes are coded, empty for a numeric phenotype */
    String note() {
        if (m_positive == null) {
            return "";
        }
        final String others = m_classes.keySet().stream().filter(c -> CLASS_ORDER.compare(c, m_positive) != 0).limit(LISTED_CLASSES)
            .map(c -> TextInput.quoted(c.text())).collect(Collectors.joining(", "));
        return "Phenotype '" + m_name + "' is nominal: class " + TextInput.quoted(m_positive.text()) + " is coded 1"
            + (m_settings.positiveClass().isEmpty() ? " (the second of two classes in sorted order)" : "") + ", "
            + (others.isEmpty() ? "there is no other class." : others + (m_classes.size() - 1 > LISTED_CLASSES ? ", ..." : "")
                + (m_classes.size() == 2 ? " is coded 0." : " are coded 0."));
    }

    private static boolean isClass(final CellValue value) {
        return value.isText() || value.isFinite();
    }

    private boolean isNominal(final int texts, final int values) {
        return switch (m_settings.phenotypeType()) {
            case NUMERIC -> false;
            case NOMINAL -> true;
            case AUTO -> !m_settings.positiveClass().isEmpty() || texts > 0 && m_classes.size() <= 2 && 2 * texts >= values;
        };
    }

    private CellValue positiveClass() {
        final List<CellValue> classes = List.copyOf(m_classes.keySet());
        final String wanted = m_settings.positiveClass();
        if (!wanted.isEmpty()) {
            // the exact text first: a class may be called "1" in a table in memory
            return classes.stream().filter(c -> c.text().equals(wanted)).findFirst()
                .or(() -> classes.stream().filter(c -> CLASS_ORDER.compare(c, CellValue.parse(wanted)) == 0).findFirst())
                .orElseThrow(() -> new InputException(
                    "Phenotype '" + m_name + "' of " + m_source + " has no class " + TextInput.quoted(wanted) + ".",
                    "Its classes are: " + listing() + "."));
        }
        if (classes.size() > 2) {
            throw new InputException(
                "Phenotype '" + m_name + "' of " + m_source + " has " + classes.size() + " classes, and no positive class is named.",
                "Name the positive class, to be compared with all the others: " + listing() + ".");
        }
        return classes.get(classes.size() - 1);
    }

    /** Values such as {@code <0.5} are often the ones that matter: leaving them out would change the result without a word. */
    private void refuseOtherNotation(final int values) {
        final List<StudyRow> foreign = m_rows.stream().filter(r -> NumberNotation.isForeign(r.phenotype())).toList();
        if (!foreign.isEmpty()) {
            final String shown = foreign.stream().limit(LISTED_VALUES)
                .map(r -> TextInput.quoted(r.phenotype().text()) + " (" + r.where() + ")").collect(Collectors.joining(", "));
            throw new InputException(foreign.size() + " of " + values + " values of phenotype '" + m_name + "' of " + m_source
                + " are numbers in another notation: " + shown + (foreign.size() > LISTED_VALUES ? ", ..." : "") + ".",
                "Write all of them as plain numbers with a decimal point (0.5, -1.2e-3), or NA where the value is unknown"
                    + (m_settings.phenotypeType() == PhenotypeType.NUMERIC ? "." : "; or name the positive class, if these are classes."));
        }
    }

    private InputException notNumeric() {
        final StudyRow row = m_rows.stream().filter(r -> r.phenotype().isText()).findFirst().orElseThrow();
        final String remedy = m_settings.phenotypeType() == PhenotypeType.NUMERIC ? "Choose a numeric column, or read it as nominal."
            : "Choose a numeric column, or name the positive class, to be compared with all the others: " + listing() + ".";
        return new InputException("Phenotype '" + m_name + "' is not numeric: " + m_source + ", " + row.where() + ", holds "
            + TextInput.quoted(row.phenotype().text()) + ", and most other values are text too (" + m_classes.size()
            + " different values).", remedy);
    }

    private String listing() {
        final String names =
            m_classes.keySet().stream().limit(LISTED_CLASSES).map(c -> TextInput.quoted(c.text())).collect(Collectors.joining(", "));
        return m_classes.size() > LISTED_CLASSES ? names + ", ..." : names;
    }
}
