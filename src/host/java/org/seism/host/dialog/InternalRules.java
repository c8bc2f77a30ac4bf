package org.seism.host.dialog;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.seism.host.dialog.DialogTree.Node;

/**
 * Rules about controls that KNIME has and the slice has not: internal ones, and those that no node here needs. They are known by
 * their simple names, so that a node that begins to use one is judged at once.
 */
final class InternalRules {

    private static final Set<String> CREDENTIALS = Set.of("Credentials", "LegacyCredentials");

    /** Which types of fields a control fits. */
    private static final Map<String, Set<String>> FITS = Map.ofEntries(Map.entry("FlowVariableFilterWidget", Set.of("FlowVariableFilter")),
        Map.entry("TypedStringFilterWidgetInternal", Set.of("ColumnFilter", "FlowVariableFilter")),
        Map.entry("SortListWidget", Set.of("String[]")), Map.entry("IntervalWidget", Set.of("Interval")),
        Map.entry("DateTimeFormatPickerWidget", Set.of("TemporalFormat", "String")), Map.entry("RichTextInputWidget", Set.of("String")),
        Map.entry("RichTextInputWidgetInternal", Set.of("String")), Map.entry("CredentialsWidget", CREDENTIALS),
        Map.entry("CredentialsWidgetInternal", CREDENTIALS), Map.entry("PasswordWidget", CREDENTIALS),
        Map.entry("UsernameWidget", CREDENTIALS), Map.entry("FolderSelectionWidget", Set.of("FileSelection")),
        Map.entry("LocalFileReaderWidget", Set.of("String")), Map.entry("LocalFileWriterWidget", Set.of("String")),
        Map.entry("SimpleButtonWidget", Set.of("Void")));

    private final DialogTree tree;

    private final List<String> violations = new ArrayList<>();

    InternalRules(final DialogTree tree) {
        this.tree = tree;
    }

    List<String> violations() {
        tree.nodes().forEach(this::check);
        modifications();
        return violations;
    }

    private void add(final Node node, final String problem) {
        violations.add(node.path() + ": " + problem);
    }

    private void check(final Node node) {
        final Map<String, Annotation> widgets = widgets(node);
        widgets.keySet().stream().filter(w -> FITS.containsKey(w) && FITS.get(w).stream().noneMatch(t -> isA(node.type(), t)))
            .forEach(w -> add(node, "@" + w + " is not applicable for setting field of type " + node.type().getSimpleName() + "."));
        if (Set.of("CredentialsWidget", "PasswordWidget", "UsernameWidget").stream().filter(widgets::containsKey).count() > 1) {
            add(node, "at most one of @CredentialsWidget, @PasswordWidget and @UsernameWidget.");
        }
        if (widgets.containsKey("LocalFileReaderWidget") && widgets.containsKey("LocalFileWriterWidget")) {
            add(node, "a file is read or written, not both.");
        }
        for (final String writer : List.of("FileWriterWidget", "LocalFileWriterWidget")) {
            final Annotation widget = widgets.get(writer);
            if (widget != null && !"".equals(member(widget, "fileExtension"))
                && member(widget, "fileExtensionProvider") instanceof Class<?> c && !c.getSimpleName().equals("NoopStringProvider")) {
                add(node, "fileExtension and fileExtensionProvider together.");
            }
        }
        if (widgets.containsKey("WidgetInternal") && Boolean.FALSE.equals(member(widgets.get("WidgetInternal"), "hideControlHeader"))) {
            add(node, "@WidgetInternal needs hideControlHeader.");
        }
        if (widgets.containsKey("ArrayWidgetInternal")
            && Boolean.TRUE.equals(member(widgets.get("ArrayWidgetInternal"), "withElementCheckboxes")) && tree.nodes().stream()
                .noneMatch(n -> n.path().startsWith(node.path() + "/") && widgets(n).containsKey("ElementCheckboxWidget"))) {
            add(node, "element checkboxes need a field with @ElementCheckboxWidget.");
        }
        if (isA(node.type(), "DBTableSelection") && !named(tree.root().getAnnotations()).containsKey("DBTableAdapterProvider")) {
            add(node, "a DBTableSelection needs @DBTableAdapterProvider on the root.");
        }
        if (isA(node.type(), "DynamicNodeParameters") && !widgets.containsKey("DynamicParameters")) {
            add(node, "DynamicNodeParameters need @DynamicParameters.");
        }
        if (widgets.containsKey("ButtonWidget")) {
            dependencies(node, member(widgets.get("ButtonWidget"), "actionHandler"));
            dependencies(node, member(widgets.get("ButtonWidget"), "updateHandler"));
        }
    }

    /** What a button's handler reads: each field of its class of dependencies is exactly one setting of the same name and type. */
    private void dependencies(final Node button, final Object handler) {
        final Class<?> read = handler instanceof Class<?> c ? argument(c, "DependencyHandler") : null;
        for (final Field field : read == null ? new Field[0] : read.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                final long found = tree.nodes().stream()
                    .filter(n -> n.type() == field.getType() && ("/" + n.path()).endsWith("/" + field.getName())).count();
                if (found != 1) {
                    add(button, (found == 0 ? "no setting" : "several settings") + " found for the button's dependency "
                        + field.getName() + ".");
                }
            }
        }
    }

    /** Each reference that a modification looks for stands on exactly one field. */
    private void modifications() {
        final Map<Object, Integer> references = new LinkedHashMap<>();
        tree.nodes().stream().map(n -> widgets(n).get("WidgetReference")).filter(r -> r != null)
            .forEach(r -> references.merge(member(r, "value"), 1, Integer::sum));
        final List<Annotation> modifications = new ArrayList<>(tree.nodes().stream().map(n -> widgets(n).get("Modification")).toList());
        modifications.add(named(tree.root().getAnnotations()).get("Modification"));
        tree.nodes().forEach(n -> modifications.add(named(n.type().getAnnotations()).get("Modification")));
        for (final Annotation modification : modifications) {
            for (final Object modifier : modification == null ? new Object[0] : (Object[])member(modification, "value")) {
                modify((Class<?>)modifier, references);
            }
        }
    }

    private void modify(final Class<?> modifier, final Map<Object, Integer> references) {
        for (final Method method : modifier.getMethods()) {
            if (method.getName().equals("modify") && !method.isBridge() && method.getParameterCount() == 1) {
                try {
                    method.setAccessible(true);
                    method.invoke(DialogValues.create(modifier), recorder(method.getParameterTypes()[0], modifier, references));
                } catch (ReflectiveOperationException e) {
                    violations.add(modifier.getSimpleName() + " fails: " + e.getCause());
                }
            }
        }
    }

    /** Stands for the tree that a modification changes; only what it looks for is of interest. */
    private Object recorder(final Class<?> type, final Class<?> modifier, final Map<Object, Integer> references) {
        final InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("find") && references.getOrDefault(arguments[0], 0) != 1) {
                violations.add(modifier.getSimpleName() + ": " + (references.containsKey(arguments[0]) ? "several fields" : "no field")
                    + " with the reference " + ((Class<?>)arguments[0]).getSimpleName() + ".");
            }
            return method.getReturnType().isInterface() ? recorder(method.getReturnType(), modifier, references) : null;
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler);
    }

    private static Map<String, Annotation> widgets(final Node node) {
        return named(node.field().getAnnotations());
    }

    private static Map<String, Annotation> named(final Annotation[] annotations) {
        final Map<String, Annotation> named = new LinkedHashMap<>();
        for (final Annotation a : annotations) {
            if (a.annotationType().getName().startsWith("org.knime.")) {
                named.put(a.annotationType().getSimpleName(), a);
            }
        }
        return named;
    }

    /** A member's value, or null if this version of the annotation hasn't got it. */
    private static Object member(final Annotation annotation, final String name) {
        try {
            final Method method = annotation.annotationType().getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static boolean isA(final Class<?> type, final String simpleName) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getSimpleName().equals(simpleName)) {
                return true;
            }
        }
        return false;
    }

    /** The first type argument of an ancestor that is known by name, or null. */
    private static Class<?> argument(final Class<?> type, final String ancestor) {
        final List<Type> parents = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            parents.add(type.getGenericSuperclass());
        }
        for (final Type parent : parents) {
            if (parent instanceof ParameterizedType p && DialogTree.raw(p).getSimpleName().equals(ancestor)) {
                return DialogTree.raw(p.getActualTypeArguments()[0]);
            }
            final Class<?> found = argument(DialogTree.raw(parent), ancestor);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
