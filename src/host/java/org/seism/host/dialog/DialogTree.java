package org.seism.host.dialog;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.node.parameters.WidgetGroup;

/** The fields of a parameters class in the order in which KNIME walks through them, groups opened. */
final class DialogTree {

    /** How KNIME treats a field. */
    enum Kind {
        /** One control. */
        LEAF,
        /** A group of fields. */
        GROUP,
        /** A list of groups. */
        ARRAY
    }

    /**
     * A field.
     *
     * @param field the field
     * @param kind how KNIME treats it
     * @param type its type; of an Optional the type inside
     * @param optional whether it is an Optional
     * @param owners the groups it stands in, outermost first
     * @param layout where the groups around it are laid out, or null
     * @param path for messages
     */
    record Node(Field field, Kind kind, Class<?> type, boolean optional, List<Class<?>> owners, Class<?> layout, String path) {
    }

    private final List<Node> nodes = new ArrayList<>();

    private final Class<?> root;

    DialogTree(final Class<?> root) {
        this.root = root;
        walk(root, List.of(root), null, "");
    }

    Class<?> root() {
        return root;
    }

    List<Node> nodes() {
        return nodes;
    }

    private void walk(final Class<?> type, final List<Class<?>> owners, final Class<?> layout, final String path) {
        if (type == null || type == Object.class) {
            return;
        }
        walk(type.getSuperclass(), owners, layout, path);
        for (final Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            final boolean optional = field.getType() == Optional.class;
            final Class<?> own = optional ? raw(argument(field.getGenericType())) : field.getType();
            final Class<?> element = element(field, own);
            final Kind kind = WidgetGroup.class.isAssignableFrom(own) ? Kind.GROUP
                : element != null && WidgetGroup.class.isAssignableFrom(element) ? Kind.ARRAY : Kind.LEAF;
            final Class<?> place = Layouts.of(field, layout);
            nodes.add(new Node(field, kind, own, optional, owners, place, path + field.getName()));
            if (kind != Kind.LEAF && !Map.class.isAssignableFrom(own)) {
                final Class<?> group = kind == Kind.GROUP ? own : element;
                final List<Class<?>> inner = new ArrayList<>(owners);
                inner.add(group);
                walk(group, inner, kind == Kind.ARRAY ? null : place, path + field.getName() + "/");
            }
        }
    }

    private static Class<?> element(final Field field, final Class<?> type) {
        if (type.isArray()) {
            return type.getComponentType();
        }
        return Collection.class.isAssignableFrom(type) ? raw(argument(field.getGenericType())) : null;
    }

    static Type argument(final Type type) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
    }

    static Class<?> raw(final Type type) {
        return type instanceof Class<?> c ? c : type instanceof ParameterizedType p ? (Class<?>)p.getRawType() : Object.class;
    }
}
