package org.seism.host.dialog;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.ChoicesStateProvider;

/**
 * Asks everything that a dialog asks when it opens: choices, values, messages, defaults of optional values and of new
 * elements, and conditions. In KNIME a provider that throws costs the whole dialog. Providers are found by reading every class
 * that any annotation of a field, or of the sections around it, names; so a new one can't be forgotten.
 */
public final class ProviderCheck {

    private ProviderCheck() {
    }

    /**
     * @param parameters a node's parameters class
     * @return every provider and condition that its annotations name
     */
    public static Set<Class<?>> providers(final Class<? extends NodeParameters> parameters) {
        final Set<Class<?>> found = new LinkedHashSet<>();
        for (final DialogTree.Node node : new DialogTree(parameters).nodes()) {
            collect(node.field(), found);
            collect(node.type(), found);
            for (Class<?> part = node.layout(); part != null; part = part.getEnclosingClass()) {
                collect(part, found);
            }
        }
        return found;
    }

    /**
     * @param parameters the settings that the dialog shows
     * @param input what is known at the node's inputs
     * @return a sentence for each provider that fails, which begins with its name; empty if the dialog opens
     */
    public static List<String> failures(final NodeParameters parameters, final NodeParametersInput input) {
        final DialogValues values = new DialogValues(parameters, input);
        final List<String> failures = new ArrayList<>();
        for (final Class<?> provider : providers(parameters.getClass())) {
            try {
                ask(provider, values, input);
            } catch (RuntimeException e) {
                failures.add(provider.getSimpleName() + " fails: " + e);
            }
        }
        return failures;
    }

    private static void ask(final Class<?> type, final DialogValues values, final NodeParametersInput input) {
        if (EffectPredicateProvider.class.isAssignableFrom(type)) {
            values.test(type.asSubclass(EffectPredicateProvider.class));
        }
        if (StateProvider.class.isAssignableFrom(type)) {
            final StateProvider<?> provider = (StateProvider<?>)DialogValues.create(type);
            provider.init(values);
            try {
                if (provider.computeState(input) == null && provider instanceof ChoicesStateProvider) {
                    throw new IllegalStateException("no list of choices");
                }
            } catch (StateComputationFailureException e) {
                // the one way to say that there is nothing to say
            }
        }
    }

    private static void collect(final AnnotatedElement element, final Set<Class<?>> found) {
        for (final Annotation annotation : element.getAnnotations()) {
            collect(annotation, found);
        }
    }

    private static void collect(final Annotation annotation, final Set<Class<?>> found) {
        for (final Method member : annotation.annotationType().getDeclaredMethods()) {
            final Object value;
            try {
                value = member.invoke(annotation);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            for (final Object one : value instanceof Object[] several ? several : new Object[]{value}) {
                if (one instanceof Annotation inner) {
                    collect(inner, found);
                } else if (one instanceof Class<?> c && !c.isInterface() && (StateProvider.class.isAssignableFrom(c)
                    || EffectPredicateProvider.class.isAssignableFrom(c))) {
                    found.add(c);
                }
            }
        }
    }
}
