package org.knime.core.data;

import java.util.List;
import java.util.Objects;

/** Stands for KNIME's builder of column specs. */
public final class DataColumnSpecCreator {

    private String name;

    private DataType type;

    private DataColumnDomain domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties properties = new DataColumnProperties();

    private List<String> elementNames;

    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
        this.elementNames = List.of(this.name);
    }

    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        this(cspec.getName(), cspec.getType());
        this.domain = cspec.getDomain();
        this.properties = cspec.getProperties();
        this.elementNames = cspec.getElementNames();
    }

    public void setName(final String name) {
        Objects.requireNonNull(name, "Name of DataColumnSpec must not be null!");
        // KNIME trims column names silently; a name with outer blanks is never what a node means
        this.name = name.trim();
    }

    public void setType(final DataType type) {
        this.type = Objects.requireNonNull(type, "Type of DataColumnSpec must not be null!");
    }

    public void setElementNames(final String[] elNames) {
        this.elementNames = List.of(elNames);
    }

    public void setDomain(final DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    public void setProperties(final DataColumnProperties props) {
        this.properties = props == null ? new DataColumnProperties() : props;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain, properties, elementNames);
    }
}
