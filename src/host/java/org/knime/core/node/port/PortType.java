package org.knime.core.node.port;

/** Stands for KNIME's kind of a port. Two ports can be connected when the target's kind covers the source's. */
public final class PortType {

    private final Class<? extends PortObject> objectClass;

    private final boolean optional;

    PortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        this.objectClass = objectClass;
        this.optional = optional;
    }

    public String getName() {
        return PortTypeRegistry.getInstance().registration(objectClass).name();
    }

    public int getColor() {
        return PortTypeRegistry.getInstance().registration(objectClass).color();
    }

    public boolean isHidden() {
        return PortTypeRegistry.getInstance().registration(objectClass).hidden();
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    public boolean isOptional() {
        return optional;
    }

    public boolean isSuperTypeOf(final PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    public boolean acceptsPortObjectClass(final Class<? extends PortObject> cl) {
        return objectClass.isAssignableFrom(cl);
    }

    public boolean acceptsPortObject(final PortObject obj) {
        return objectClass.isInstance(obj);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof PortType other && objectClass == other.objectClass && optional == other.optional;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }

    @Override
    public String toString() {
        return getName() + (optional ? " (optional)" : "");
    }
}
