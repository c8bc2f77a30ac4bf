package org.knime.core.node.port;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Stands for KNIME's registry of port kinds; the host fills it from extension point org.knime.core.PortType. */
public final class PortTypeRegistry {

    /** One registered kind; serializers are made when first asked for, as KNIME does. */
    record Registration(String name, int color, boolean hidden, String specClass, Supplier<Object> objectSerializer,
        Supplier<Object> specSerializer) {
    }

    private static final int GREY = 0x9b9b9b;

    private static final Registration UNKNOWN = new Registration("Generic Port", GREY, false, "", null, null);

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private final Map<String, Registration> byObjectClass = new ConcurrentHashMap<>();

    private final Map<Class<?>, PortType> mandatory = new ConcurrentHashMap<>();

    private final Map<Class<?>, PortType> optional = new ConcurrentHashMap<>();

    private PortTypeRegistry() {
        register("org.knime.core.node.BufferedDataTable", "Table", 0x000000, false,
            "org.knime.core.data.DataTableSpec", null, null);
        register("org.knime.core.node.port.PortObject", "Generic Port", GREY, false,
            "org.knime.core.node.port.PortObjectSpec", null, null);
    }

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** Called by the host, by reflection, for each portType element. */
    void register(final String objectClass, final String name, final int color, final boolean hidden,
        final String specClass, final Supplier<Object> objectSerializer, final Supplier<Object> specSerializer) {
        byObjectClass.put(objectClass,
            new Registration(name, color, hidden, specClass, objectSerializer, specSerializer));
    }

    boolean isRegistered(final Class<?> objectClass) {
        return byObjectClass.containsKey(objectClass.getName());
    }

    Registration registration(final Class<?> objectClass) {
        return byObjectClass.getOrDefault(objectClass.getName(), UNKNOWN);
    }

    public PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    public PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        return (isOptional ? optional : mandatory).computeIfAbsent(portClass, c -> new PortType(portClass, isOptional));
    }

    public Collection<PortType> availablePortTypes() {
        return java.util.List.copyOf(mandatory.values());
    }

    @SuppressWarnings("unchecked")
    public <T extends PortObject> Optional<PortObjectSerializer<T>> getObjectSerializer(final Class<T> clazz) {
        return Optional.ofNullable(registration(clazz).objectSerializer()).map(Supplier::get)
            .filter(Objects::nonNull).map(s -> (PortObjectSerializer<T>)s);
    }

    @SuppressWarnings("unchecked")
    public <T extends PortObjectSpec> Optional<PortObjectSpecSerializer<T>> getSpecSerializer(final Class<T> clazz) {
        return byObjectClass.values().stream().filter(r -> r.specClass().equals(clazz.getName()))
            .map(Registration::specSerializer).filter(Objects::nonNull).map(Supplier::get).filter(Objects::nonNull)
            .map(s -> (PortObjectSpecSerializer<T>)s).findFirst();
    }
}
