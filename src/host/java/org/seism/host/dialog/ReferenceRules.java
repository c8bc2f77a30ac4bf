package org.seism.host.dialog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;

/** What conditions and providers refer to must exist and have the right type. */
final class ReferenceRules {

    private final List<String> violations = new ArrayList<>();

    private final Map<Class<?>, DialogTree.Node> references = new HashMap<>();

    List<String> violations(final DialogTree tree) {
        for (final DialogTree.Node node : tree.nodes()) {
            final ValueReference reference = node.field().getAnnotation(ValueReference.class);
            if (reference != null) {
                references.put(reference.value(), node);
                type(node, reference.value(), ParameterReference.class, "reference");
            }
        }
        tree.nodes().forEach(this::check);
        return violations;
    }

    private void check(final DialogTree.Node node) {
        final Set<Class<? extends EffectPredicateProvider>> conditions = new LinkedHashSet<>();
        final Effect effect = node.field().getAnnotation(Effect.class);
        if (effect != null) {
            conditions.add(effect.predicate());
        }
        final Widget widget = node.field().getAnnotation(Widget.class);
        if (widget != null) {
            conditions.add(widget.effect().predicate());
        }
        if (node.layout() != null && node.layout().isAnnotationPresent(Effect.class)) {
            conditions.add(node.layout().getAnnotation(Effect.class).predicate());
        }
        conditions.remove(EffectPredicateProvider.class);
        conditions.forEach(c -> probe(node, c, p -> p.init(predicates(node))));
        final ValueProvider value = node.field().getAnnotation(ValueProvider.class);
        if (value != null) {
            type(node, value.value(), StateProvider.class, "provider");
        }
        providers(node).forEach(p -> probe(node, p, s -> ((StateProvider<?>)s).init(states(node))));
    }

    private static List<Class<?>> providers(final DialogTree.Node node) {
        final List<Class<?>> providers = new ArrayList<>();
        if (node.field().isAnnotationPresent(ValueProvider.class)) {
            providers.add(node.field().getAnnotation(ValueProvider.class).value());
        }
        if (node.field().isAnnotationPresent(ChoicesProvider.class)) {
            providers.add(node.field().getAnnotation(ChoicesProvider.class).value());
        }
        if (node.field().isAnnotationPresent(ColumnFilterWidget.class)) {
            providers.add(node.field().getAnnotation(ColumnFilterWidget.class).choicesProvider());
        }
        if (node.field().isAnnotationPresent(TextMessage.class)) {
            providers.add(node.field().getAnnotation(TextMessage.class).value());
        }
        if (node.field().isAnnotationPresent(OptionalWidget.class)) {
            providers.add(node.field().getAnnotation(OptionalWidget.class).defaultProvider());
        }
        if (node.field().isAnnotationPresent(ArrayWidget.class)) {
            providers.add(node.field().getAnnotation(ArrayWidget.class).elementDefaultValueProvider());
        }
        providers.removeIf(Class::isInterface); // the annotations' defaults
        return providers;
    }

    /** The type that a reference or provider names must be the field's. */
    private void type(final DialogTree.Node node, final Class<?> named, final Class<?> ancestor, final String what) {
        final Type argument = Generics.argumentOf(named, ancestor);
        final Class<?> type = argument == null ? null : DialogTree.raw(argument);
        final Class<?> field = Generics.boxed(node.field().getType());
        if (type != null && type != Object.class && type != field) {
            violations.add(node.path() + ": the " + what + " " + named.getSimpleName() + " is of type "
                + type.getSimpleName() + ", the field of type " + field.getSimpleName() + ".");
        }
    }

    /** An action on something that KNIME makes with the empty constructor. */
    private interface Probe<T> {
        void run(T instance);
    }

    private <T> void probe(final DialogTree.Node node, final Class<T> type, final Probe<? super T> action) {
        final T instance;
        try {
            final Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            instance = constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            violations.add(node.path() + ": " + type.getSimpleName() + " can't be made with an empty constructor.");
            return;
        }
        try {
            action.run(instance);
        } catch (RuntimeException e) {
            violations.add(node.path() + ": " + type.getSimpleName() + " fails: " + e);
        }
    }

    private PredicateInitializer predicates(final DialogTree.Node node) {
        return (PredicateInitializer)proxy(PredicateInitializer.class, node);
    }

    private StateProviderInitializer states(final DialogTree.Node node) {
        return (StateProviderInitializer)proxy(StateProviderInitializer.class, node);
    }

    /** Notes every reference asked for; what comes back is good for building a condition, not for testing it. */
    private Object proxy(final Class<?> type, final DialogTree.Node node) {
        final InvocationHandler handler = (self, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, arguments);
            }
            if (arguments != null && arguments.length == 1 && arguments[0] instanceof Class<?> c) {
                // a boolean reference is a condition too, so the method asked decides
                if (method.getName().equals("getPredicate")) {
                    probe(node, c.asSubclass(EffectPredicateProvider.class), p -> p.init(predicates(node)));
                } else if (method.getName().equals("computeFromProvidedState")) {
                    probe(node, c.asSubclass(StateProvider.class), p -> p.init(states(node)));
                } else if (method.getName().equals("isMissing")) {
                    return !references.containsKey(c);
                } else if (ParameterReference.class.isAssignableFrom(c)) {
                    reference(node, c, method);
                }
            }
            return answer(method, node);
        };
        return Proxy.newProxyInstance(ReferenceRules.class.getClassLoader(), new Class<?>[]{type}, handler);
    }

    private void reference(final DialogTree.Node node, final Class<?> c, final Method method) {
        final DialogTree.Node target = references.get(c);
        if (target == null) {
            violations.add(node.path() + ": missing reference annotation for " + c.getSimpleName() + ".");
        } else if (method.getName().equals("getArray") && !(target.type().isArray()
            && WidgetGroup.class.isAssignableFrom(target.type().getComponentType()))) {
            violations.add(node.path() + ": " + c.getSimpleName() + " is no list of groups.");
        }
    }

    private Object answer(final Method method, final DialogTree.Node node) {
        final Class<?> type = method.getReturnType();
        if (type == EffectPredicate.class) {
            return new Condition();
        }
        if (type == Supplier.class) {
            return (Supplier<Object>)() -> null;
        }
        return type.isInterface() && type != org.knime.node.parameters.NodeParametersInput.class ? proxy(type, node) : null;
    }

    private record Condition() implements EffectPredicate, java.util.function.BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return true;
        }
    }
}
