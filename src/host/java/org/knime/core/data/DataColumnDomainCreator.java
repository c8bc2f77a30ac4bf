package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Stands for KNIME's builder of column domains. */
public class DataColumnDomainCreator {

    private Set<DataCell> values;

    private DataCell lower;

    private DataCell upper;

    public DataColumnDomainCreator() {
        this((Set<DataCell>)null, null, null);
    }

    public DataColumnDomainCreator(final DataColumnDomain domain) {
        this(domain.getValues(), domain.getLowerBound(), domain.getUpperBound());
    }

    public DataColumnDomainCreator(final Set<DataCell> values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(final DataCell... values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(final DataCell lower, final DataCell upper) {
        this((Set<DataCell>)null, lower, upper);
    }

    public DataColumnDomainCreator(final DataCell[] values, final DataCell lower, final DataCell upper) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lower, upper);
    }

    public DataColumnDomainCreator(final Set<DataCell> values, final DataCell lower, final DataCell upper) {
        this.values = values;
        this.lower = lower;
        this.upper = upper;
    }

    public void setValues(final Set<DataCell> values) {
        this.values = values;
    }

    public void setLowerBound(final DataCell lower) {
        this.lower = lower;
    }

    public void setUpperBound(final DataCell upper) {
        this.upper = upper;
    }

    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lower, upper, values);
    }
}
