package org.knime.node;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;

/** Titles and descriptions of all parameters of a class, nested groups included, as they enter a node's description. */
final class ParameterDescriptions {

    private ParameterDescriptions() {
    }

    static Map<String, String> of(final Class<?> parameters) {
        final Map<String, String> found = new LinkedHashMap<>();
        collect(parameters, found);
        return found;
    }

    private static void collect(final Class<?> type, final Map<String, String> found) {
        if (type == null || type == Object.class) {
            return;
        }
        collect(type.getSuperclass(), found);
        for (final Class<?> nested : type.getDeclaredClasses()) {
            final Section section = nested.getAnnotation(Section.class);
            if (section != null && !section.description().isEmpty()) {
                found.put(section.title(), section.description());
            }
        }
        for (final Field field : type.getDeclaredFields()) {
            final Widget widget = field.getAnnotation(Widget.class);
            if (widget != null) {
                found.put(widget.title(), widget.description() + labels(field.getGenericType()));
            }
            final Class<?> group = group(field.getGenericType());
            if (group != null) {
                collect(group, found);
            }
        }
    }

    private static Class<?> group(final Type type) {
        if (type instanceof ParameterizedType p) {
            return group(p.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> c) {
            final Class<?> element = c.isArray() ? c.getComponentType() : c;
            return WidgetGroup.class.isAssignableFrom(element) ? element : null;
        }
        return null;
    }

    /** The constants' labels are part of the description, and are parsed as XML with it. */
    private static String labels(final Type type) {
        if (type instanceof ParameterizedType p && p.getActualTypeArguments().length == 1) {
            return labels(p.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> c) || !c.isEnum()) {
            return "";
        }
        final StringBuilder items = new StringBuilder();
        for (final Field constant : c.getDeclaredFields()) {
            final Label label = constant.getAnnotation(Label.class);
            if (label != null && !label.description().isEmpty()) {
                items.append("<li><b>").append(label.value()).append("</b>: ").append(label.description())
                    .append("</li>");
            }
        }
        return items.length() == 0 ? "" : "<ul>" + items + "</ul>";
    }
}
