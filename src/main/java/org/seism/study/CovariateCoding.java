package org.seism.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.seism.InputException;
import org.seism.table.CellValue;
import org.seism.table.TextInput;

/**
 * Turns covariates into numbers: numeric columns as they are, columns of names (batch, tissue) as factors, one indicator per level but the
 * first in letter order.
 */
final class CovariateCoding {
    /** A factor with more levels than that share of the rows leaves too little to compare within them. */
    private static final double LEVELS_PER_ROW = 0.5;

    private final String m_source;
    private final List<String> m_names;
    private final List<StudyRow> m_rows;
    /** Levels of a factor, null for a numeric column. */
    private final List<List<String>> m_levels = new ArrayList<>();
    private final List<String> m_notes = new ArrayList<>();

    /**
     * @param source name of the file or table
     * @param names of the covariates
     * @param rows all rows
     * @throws InputException if a column holds numbers and names, or names that are nearly all different
     */
    CovariateCoding(final String source, final List<String> names, final List<StudyRow> rows) {
        m_source = source;
        m_names = names;
        m_rows = rows;
        for (int c = 0; c < names.size(); c++) {
            m_levels.add(levels(c));
        }
    }

    private List<String> levels(final int covariate) {
        final TreeSet<String> texts = new TreeSet<>();
        int numbers = 0;
        int names = 0;
        StudyRow firstText = null;
        for (final StudyRow row : m_rows) {
            final CellValue value = row.covariates().get(covariate);
            if (value.isText()) {
                firstText = names++ == 0 ? row : firstText;
                texts.add(value.text());
            } else if (!value.isMissing()) {
                numbers++;
            }
        }
        if (names == 0) {
            return null;
        }
        final String name = m_names.get(covariate);
        if (numbers > 0) {
            throw new InputException("Covariate '" + name + "' of " + m_source + " holds " + numbers + " numbers and " + names
                + " texts, the first at " + firstText.where() + ": "
                + TextInput.quoted(firstText.covariates().get(covariate).text()) + ".",
                "Write all of its values as numbers, or all of them as names (batch1 instead of 1).");
        }
        if (texts.size() > Math.max(2, LEVELS_PER_ROW * m_rows.size())) {
            throw new InputException("Covariate '" + name + "' of " + m_source + " has " + texts.size() + " different names in "
                + m_rows.size() + " rows: too many for a factor.", "Choose a column with a few groups, or a numeric one.");
        }
        m_notes.add("Covariate '" + name + "' is a factor with " + texts.size() + " levels; " + TextInput.quoted(texts.first())
            + " is the reference.");
        return List.copyOf(texts);
    }

    /**
     * @param row a row
     * @return why its covariates can't be used; empty where they can
     */
    List<String> problems(final StudyRow row) {
        final List<String> problems = new ArrayList<>();
        for (int c = 0; c < m_names.size(); c++) {
            final CellValue value = row.covariates().get(c);
            final boolean level = m_levels.get(c) != null && value.isText();
            problems.add(level ? "" : value.numericProblem("covariate '" + m_names.get(c) + "'"));
        }
        return problems;
    }

    /** @return which columns are factors, one sentence each */
    List<String> notes() {
        return m_notes;
    }

    /**
     * @param kept rows that are used
     * @return their covariates; levels that no kept row has are left out, and the first that is left is the reference
     */
    Covariates code(final int[] kept) {
        final List<String> names = new ArrayList<>();
        final List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < m_names.size(); c++) {
            final double[] column = new double[kept.length];
            if (m_levels.get(c) == null) {
                for (int r = 0; r < kept.length; r++) {
                    column[r] = m_rows.get(kept[r]).covariates().get(c).number();
                }
                names.add(m_names.get(c));
                columns.add(column);
            } else {
                factor(c, kept, names, columns);
            }
        }
        return new Covariates(names, columns.toArray(double[][]::new));
    }

    private void factor(final int covariate, final int[] kept, final List<String> names, final List<double[]> columns) {
        boolean reference = true;
        for (final String level : m_levels.get(covariate)) {
            final double[] column = new double[kept.length];
            boolean any = false;
            for (int r = 0; r < kept.length; r++) {
                final boolean has = m_rows.get(kept[r]).covariates().get(covariate).text().equals(level);
                column[r] = has ? 1 : 0;
                any |= has;
            }
            if (any && !reference) {
                names.add(m_names.get(covariate) + "=" + level);
                columns.add(column);
            }
            reference &= !any;
        }
    }
}
