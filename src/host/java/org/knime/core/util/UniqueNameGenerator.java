package org.knime.core.util;

import java.util.HashSet;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Stands for KNIME's maker of unique column names: "x", "x (#1)", "x (#2)". */
public final class UniqueNameGenerator {

    private static final String OPEN = " (#";
    private static final int MOST_DIGITS = 9;

    private final Set<String> m_taken;

    public UniqueNameGenerator(final DataTableSpec spec) {
        m_taken = new HashSet<>();
        if (spec != null) {
            m_taken.addAll(Set.of(spec.getColumnNames()));
        }
    }

    public UniqueNameGenerator(final Set<String> names) {
        m_taken = new HashSet<>(names);
    }

    public String newName(final String suggested) {
        if (suggested == null) {
            throw new NullPointerException("A column needs a name");
        }
        String name = suggested.trim();
        if (!m_taken.contains(name)) {
            m_taken.add(name);
            return name;
        }
        // a suggestion that carries a number is counted on from it
        final int open = name.lastIndexOf(OPEN);
        final String digits = open < 0 || !name.endsWith(")") ? "" : name.substring(open + OPEN.length(), name.length() - 1);
        final boolean counted = !digits.isEmpty() && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        final String stem = counted ? name.substring(0, open) : name;
        long number = counted ? Long.parseLong(digits) : 0;
        do {
            number++;
            name = stem + OPEN + number + ")";
        } while (m_taken.contains(name));
        m_taken.add(name);
        return name;
    }

    public DataColumnSpecCreator newCreator(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }

    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return newCreator(suggested, type).createSpec();
    }
}
