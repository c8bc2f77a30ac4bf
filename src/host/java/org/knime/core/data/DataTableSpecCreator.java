package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands for KNIME's builder of table specs. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private final Map<String, String> properties = new LinkedHashMap<>();

    private String name;

    public DataTableSpecCreator() {
    }

    public DataTableSpecCreator(final DataTableSpec spec) {
        spec.forEach(columns::add);
        name = spec.getName();
        properties.putAll(spec.getProperties());
    }

    public DataTableSpecCreator replaceColumn(final int columnIndex, final DataColumnSpec replacement) {
        columns.set(columnIndex, replacement);
        return this;
    }

    public DataTableSpecCreator addColumns(final DataColumnSpec... specs) {
        columns.addAll(List.of(specs));
        return this;
    }

    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(columns::add);
        return this;
    }

    public DataTableSpecCreator setName(final String name) {
        this.name = name;
        return this;
    }

    public DataTableSpecCreator putProperties(final Map<String, String> props) {
        properties.putAll(props);
        return this;
    }

    public DataTableSpecCreator putProperty(final String key, final String value) {
        properties.put(key, value);
        return this;
    }

    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(c -> {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(c);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    public DataTableSpecCreator dropAllColumns() {
        columns.clear();
        return this;
    }

    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(new DataColumnSpec[0]), properties);
    }
}
