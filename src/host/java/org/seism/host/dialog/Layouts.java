package org.seism.host.dialog;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** Where controls stand: rules 21 to 25 of KNIME's dialogs, and the order that a user sees. */
final class Layouts {

    private final DialogTree tree;

    private final List<String> violations = new ArrayList<>();

    Layouts(final DialogTree tree) {
        this.tree = tree;
    }

    /** The part that a field, or else the groups around it, is laid out in. */
    static Class<?> of(final Field field, final Class<?> outer) {
        final Layout own = field.isAnnotationPresent(Layout.class) ? field.getAnnotation(Layout.class)
            : field.getType().getAnnotation(Layout.class);
        return own == null ? outer : own.value();
    }

    private static Class<?> parent(final Class<?> part) {
        final Inside inside = part.getAnnotation(Inside.class);
        final Class<?> outer = inside == null ? part.getEnclosingClass() : inside.value();
        return outer == null || !outer.isInterface() ? null : outer;
    }

    private static Class<?> rootOf(final Class<?> part) {
        Class<?> root = part;
        while (parent(root) != null) {
            root = parent(root);
        }
        return root;
    }

    List<String> violations() {
        final Set<Class<?>> roots = new LinkedHashSet<>();
        for (final DialogTree.Node node : tree.nodes()) {
            final Layout onField = node.field().getAnnotation(Layout.class);
            if (onField != null && node.field().getType().isAnnotationPresent(Layout.class)) {
                violations.add(node.path() + ": @Layout stands on the field and on its class.");
            }
            if (node.layout() != null) {
                final Class<?> root = rootOf(node.layout());
                final Class<?> around = root.getEnclosingClass();
                final Class<?> holder = around != null && WidgetGroup.class.isAssignableFrom(around) ? around : null;
                if (!inList(node)) {
                    // sections that stand in a parameters class itself have that class in common
                    roots.add(holder != null && root.isAnnotationPresent(Section.class) ? holder : root);
                }
                if (holder != null && holder != tree.root() && node.owners().stream().noneMatch(holder::equals)) {
                    violations.add(node.path() + ": the section " + node.layout().getSimpleName() + " is nested in the group "
                        + holder.getSimpleName() + ", whose block KNIME puts before all others; make it a type of its own.");
                }
            }
        }
        if (roots.size() > 1) {
            violations.add("There are several root layouts: "
                + roots.stream().map(Class::getSimpleName).collect(Collectors.joining(", ")) + ".");
        }
        roots.stream().filter(Class::isInterface).forEach(this::check);
        return violations;
    }

    private void check(final Class<?> part) {
        for (final Class<?> child : children(part)) {
            for (final Class<?> mate : neighbours(child)) {
                if (parent(mate) != parent(child)) {
                    violations.add(child.getSimpleName() + " is ordered by " + mate.getSimpleName() + ", which is no sibling.");
                }
            }
            check(child);
        }
        if (sorted(part) == null) {
            violations.add("The order of the parts of " + part.getSimpleName() + " goes round in a circle.");
        }
    }

    private static List<Class<?>> neighbours(final Class<?> part) {
        final List<Class<?>> mates = new ArrayList<>();
        if (part.isAnnotationPresent(After.class)) {
            mates.add(part.getAnnotation(After.class).value());
        }
        if (part.isAnnotationPresent(Before.class)) {
            mates.add(part.getAnnotation(Before.class).value());
        }
        return mates;
    }

    /** Parts without an order come by the names of their classes. */
    private static List<Class<?>> children(final Class<?> part) {
        return Arrays.stream(part.getDeclaredClasses()).filter(c -> !WidgetGroup.class.isAssignableFrom(c))
            .sorted(Comparator.comparing(Class::getName)).collect(Collectors.toList());
    }

    /** The children in order, or null if there is none. */
    private static List<Class<?>> sorted(final Class<?> part) {
        final List<Class<?>> waiting = children(part);
        final List<Class<?>> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            final Class<?> next =
                waiting.stream().filter(c -> waiting.stream().noneMatch(w -> w != c && before(w, c))).findFirst().orElse(null);
            if (next == null) {
                return null;
            }
            waiting.remove(next);
            sorted.add(next);
        }
        return sorted;
    }

    private static boolean before(final Class<?> first, final Class<?> second) {
        return second.isAnnotationPresent(After.class) && second.getAnnotation(After.class).value() == first
            || first.isAnnotationPresent(Before.class) && first.getAnnotation(Before.class).value() == second;
    }

    /** Section titles in the order of the dialog, each with the titles of its controls. */
    Map<String, List<String>> sections() {
        final Map<String, List<String>> sections = new LinkedHashMap<>();
        add(null, sections);
        tree.nodes().stream().filter(n -> n.layout() != null).map(n -> rootOf(n.layout())).distinct()
            .forEach(root -> fill(root, sections));
        sections.values().removeIf(List::isEmpty);
        return sections;
    }

    private void fill(final Class<?> part, final Map<String, List<String>> sections) {
        add(part, sections);
        final List<Class<?>> order = sorted(part);
        (order == null ? children(part) : order).forEach(child -> fill(child, sections));
    }

    private void add(final Class<?> part, final Map<String, List<String>> sections) {
        final Section section = part == null ? null : part.getAnnotation(Section.class);
        final List<String> titles = sections.computeIfAbsent(section == null ? "" : section.title(), t -> new ArrayList<>());
        for (final DialogTree.Node node : tree.nodes()) {
            final Widget widget = node.field().getAnnotation(Widget.class);
            if (widget != null && node.layout() == part && !inList(node)) {
                titles.add(widget.title());
            }
        }
    }

    /** An element of a list has a layout of its own. */
    private boolean inList(final DialogTree.Node node) {
        return tree.nodes().stream()
            .anyMatch(n -> n.kind() == DialogTree.Kind.ARRAY && node.path().startsWith(n.path() + "/"));
    }
}
