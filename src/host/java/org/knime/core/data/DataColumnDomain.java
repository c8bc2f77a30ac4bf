package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Stands for KNIME's column domain: possible values and bounds. */
public final class DataColumnDomain {

    private final Set<DataCell> values;

    private final DataCell lower;

    private final DataCell upper;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<DataCell> values) {
        this.lower = lower;
        this.upper = upper;
        this.values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public Set<DataCell> getValues() {
        return values;
    }

    public boolean hasValues() {
        return values != null;
    }

    public DataCell getLowerBound() {
        return lower;
    }

    public boolean hasLowerBound() {
        return lower != null;
    }

    public DataCell getUpperBound() {
        return upper;
    }

    public boolean hasUpperBound() {
        return upper != null;
    }

    public boolean hasBounds() {
        return lower != null && upper != null;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnDomain d && Objects.equals(lower, d.lower) && Objects.equals(upper, d.upper)
            && Objects.equals(values, d.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lower, upper, values);
    }

    @Override
    public String toString() {
        return "lower=" + lower + ",upper=" + upper + ",values=" + values;
    }
}
