package org.knime.core.data;

import java.util.List;
import java.util.Objects;

/** Stands for KNIME's column spec: name, type, domain, properties. */
public final class DataColumnSpec {

    private final String name;

    private final DataType type;

    private final DataColumnDomain domain;

    private final DataColumnProperties properties;

    private final List<String> elementNames;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain,
        final DataColumnProperties properties, final List<String> elementNames) {
        this.name = name;
        this.type = type;
        this.domain = domain;
        this.properties = properties;
        this.elementNames = elementNames;
    }

    public String getName() {
        return name;
    }

    public List<String> getElementNames() {
        return elementNames;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnDomain getDomain() {
        return domain;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    public boolean isCompatibleWith(final DataColumnSpec cspec) {
        return cspec == this
            || cspec != null && name.equals(cspec.getName()) && cspec.getType().isASuperTypeOf(getType());
    }

    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec == this || cspec != null && name.equals(cspec.getName()) && type.equals(cspec.getType());
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof DataColumnSpec c && equalStructure(c) && domain.equals(c.domain)
            && properties.equals(c.properties) && elementNames.equals(c.elementNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
