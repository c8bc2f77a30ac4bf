package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;

/** Stands for KNIME's table spec: an ordered list of columns with unique names. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private final String name;

    private final List<DataColumnSpec> columns;

    private final Map<String, Integer> indices = new HashMap<>();

    private final Map<String, String> properties;

    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(null, colSpecs);
    }

    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        this(name, colSpecs, Map.of());
    }

    public DataTableSpec(final String[] names, final DataType[] types) {
        this(null, names, types);
    }

    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    DataTableSpec(final String name, final DataColumnSpec[] colSpecs, final Map<String, String> properties) {
        this.name = name == null ? DEFAULT_NAME : name;
        this.columns = List.of(colSpecs);
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (int i = 0; i < colSpecs.length; i++) {
            if (indices.putIfAbsent(colSpecs[i].getName(), i) != null) {
                throw new IllegalArgumentException("Duplicate column name: " + colSpecs[i].getName());
            }
        }
    }

    public static DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException("Number of names and types differ: " + names.length + "<>"
                + types.length);
        }
        final DataColumnSpec[] result = new DataColumnSpec[names.length];
        Arrays.setAll(result, i -> new DataColumnSpecCreator(names[i], types[i]).createSpec());
        return result;
    }

    public String getName() {
        return name;
    }

    public int getNumColumns() {
        return columns.size();
    }

    public int findColumnIndex(final String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    public boolean containsName(final String columnName) {
        return indices.containsKey(columnName);
    }

    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return columns.stream().anyMatch(c -> c.getType().isCompatible(valueClass));
    }

    public String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    public int[] columnsToIndices(final String... columnNames) {
        return Arrays.stream(columnNames).mapToInt(n -> {
            final int index = findColumnIndex(n);
            if (index < 0) {
                throw new IllegalArgumentException("Column \"" + n + "\" does not exist in the table");
            }
            return index;
        }).toArray();
    }

    public Map<String, String> getProperties() {
        return properties;
    }

    public boolean isCompatibleWith(final DataTableSpec spec) {
        return compare(spec, DataColumnSpec::isCompatibleWith);
    }

    public boolean equalStructure(final DataTableSpec spec) {
        return compare(spec, DataColumnSpec::equalStructure);
    }

    private boolean compare(final DataTableSpec spec, final BiPredicate<DataColumnSpec, DataColumnSpec> same) {
        if (spec == null || spec.getNumColumns() != getNumColumns()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!same.test(columns.get(i), spec.columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    public static String getUniqueColumnName(final DataTableSpec spec, final String columnName) {
        return new org.knime.core.util.UniqueNameGenerator(spec).newName(columnName);
    }

    /** Name, columns and types only: domains do not travel inside port specs here. */
    public void save(final ConfigWO config) {
        config.addString("spec_name", name);
        config.addInt("number_columns", columns.size());
        for (int i = 0; i < columns.size(); i++) {
            final ConfigWO column = config.addConfig("column_spec_" + i);
            column.addString("column_name", columns.get(i).getName());
            columns.get(i).getType().save(column.addConfig("column_type"));
        }
    }

    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final DataColumnSpec[] specs = new DataColumnSpec[config.getInt("number_columns")];
        for (int i = 0; i < specs.length; i++) {
            final ConfigRO column = config.getConfig("column_spec_" + i);
            specs[i] = new DataColumnSpecCreator(column.getString("column_name"),
                DataType.load(column.getConfig("column_type"))).createSpec();
        }
        return new DataTableSpec(config.getString("spec_name"), specs);
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataTableSpec other && name.equals(other.name) && columns.equals(other.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=" + columns;
    }
}
