package org.knime.core.util;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Stands for KNIME's maker of unique column names: "x", "x (#1)", "x (#2)". */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(^.*) \\(#(\\d+)\\)$");

    private final Set<String> names;

    public UniqueNameGenerator(final DataTableSpec spec) {
        this(spec == null ? Set.of() : new HashSet<>(Arrays.asList(spec.getColumnNames())));
    }

    public UniqueNameGenerator(final Set<String> names) {
        this.names = new HashSet<>(names);
    }

    public String newName(final String suggested) {
        String base = Objects.requireNonNull(suggested, "Argument must not be null.").trim();
        if (names.add(base)) {
            return base;
        }
        long next = 1;
        final Matcher numbered = NUMBERED.matcher(base);
        if (numbered.matches() && numbered.group(2).length() < 10) {
            base = numbered.group(1);
            next = Long.parseLong(numbered.group(2)) + 1;
        }
        while (!names.add(base + " (#" + next + ")")) {
            next++;
        }
        return base + " (#" + next + ")";
    }

    public DataColumnSpecCreator newCreator(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }

    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return newCreator(suggested, type).createSpec();
    }
}
