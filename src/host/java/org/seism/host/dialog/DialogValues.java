package org.seism.host.dialog;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueReference;

/** The values that a dialog's conditions and choices refer to, and how these are evaluated. */
final class DialogValues implements PredicateInitializer, StateProviderInitializer {

    private final Map<Class<?>, Supplier<Object>> byReference = new HashMap<>();

    private final NodeParametersInput input;

    DialogValues(final Object parameters, final NodeParametersInput input) {
        this.input = input;
        collect(parameters);
    }

    private void collect(final Object group) {
        for (Class<?> c = group.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
            for (final Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                    continue;
                }
                field.setAccessible(true);
                final ValueReference reference = field.getAnnotation(ValueReference.class);
                if (reference != null) {
                    byReference.put(reference.value(), () -> value(field, group));
                }
                final Object value = value(field, group);
                if (value instanceof WidgetGroup nested) {
                    collect(nested);
                } else if (value instanceof WidgetGroup[] elements && elements.length > 0) {
                    collect(elements[0]); // within a list, an element's own fields are meant
                }
            }
        }
    }

    static Object value(final Field field, final Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T create(final Class<T> type) {
        try {
            final Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Coding issue: " + type.getName() + " needs an empty constructor.", e);
        }
    }

    boolean test(final Class<? extends EffectPredicateProvider> provider) {
        return test(getPredicate(provider));
    }

    private static boolean test(final EffectPredicate predicate) {
        return ((BooleanSupplier)predicate).getAsBoolean();
    }

    /** Computes a state; its declared triggers are of no interest where nothing changes. */
    <S> S state(final StateProvider<S> provider) {
        provider.init(this);
        try {
            return provider.computeState(input);
        } catch (StateComputationFailureException e) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Supplier<T> supplier(final Class<?> reference) {
        final Supplier<Object> found = byReference.get(reference);
        if (found == null) {
            throw new IllegalStateException("Coding issue: no parameter has the reference " + reference.getName());
        }
        return () -> (T)found.get();
    }

    private static EffectPredicate predicate(final BooleanSupplier value) {
        return new Condition(value);
    }

    private record Condition(BooleanSupplier value) implements EffectPredicate, BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return value.getAsBoolean();
        }
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        final Supplier<String> text = supplier(reference);
        return new StringReference() {
            @Override
            public EffectPredicate isEqualTo(final String value) {
                return predicate(() -> value.equals(text.get()));
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return predicate(() -> text.get() != null && text.get().matches(pattern));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        final Supplier<Boolean> flag = supplier(referenceOf(reference));
        return new BooleanReference() {
            @Override
            public EffectPredicate isTrue() {
                return predicate(flag::get);
            }

            @Override
            public EffectPredicate isFalse() {
                return predicate(() -> !flag.get());
            }
        };
    }

    private static Class<?> referenceOf(final Class<?> reference) {
        return reference;
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        final Supplier<T[]> array = supplier(reference);
        return () -> predicate(() -> array.get().length > 1);
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final Supplier<E> constant = supplier(reference);
        return new EnumReference<>() {
            @Override
            @SafeVarargs
            @SuppressWarnings("varargs") // the array is only read
            public final EffectPredicate isOneOf(final E... values) {
                return predicate(() -> Arrays.asList(values).contains(constant.get()));
            }
        };
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !byReference.containsKey(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return predicate(() -> predicate.test(input));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> providerClass) {
        return getPredicate(create(providerClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider provider) {
        return provider.init(this);
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        return input;
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        return supplier(ref);
    }

    @Override
    public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        return supplier(ref);
    }

    @Override
    public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
        supplier(id); // fails on a reference nobody has, as KNIME does
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> providerClass) {
        return () -> state(create(providerClass));
    }

    @Override
    public void computeOnButtonClick(final Class<? extends ButtonReference> ref) {
        // nobody clicks
    }

    @Override
    public void computeBeforeOpenDialog() {
        // computed when asked for
    }

    @Override
    public void computeAfterOpenDialog() {
        // computed when asked for
    }
}
