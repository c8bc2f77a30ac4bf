package org.knime.node.parameters.updates;

import java.util.Arrays;
import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;

/** Stands for KNIME's maker of a condition from the dialog's values. */
@FunctionalInterface
public interface EffectPredicateProvider {

    EffectPredicate init(PredicateInitializer i);

    default EffectPredicate and(final EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::and).orElseThrow();
    }

    default EffectPredicate or(final EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::or).orElseThrow();
    }

    default EffectPredicate not(final EffectPredicate predicate) {
        return predicate.negate();
    }

    /** Stands for KNIME's access to the values a condition reads. */
    interface PredicateInitializer {

        StringReference getString(Class<? extends ParameterReference<String>> reference);

        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** Stands for KNIME's conditions on a text. */
        interface StringReference {
            EffectPredicate isEqualTo(String value);

            EffectPredicate matchesPattern(String pattern);
        }

        /** Stands for KNIME's conditions on a truth value. */
        interface BooleanReference {
            EffectPredicate isTrue();

            EffectPredicate isFalse();
        }

        /** Stands for KNIME's conditions on an enumeration. */
        interface EnumReference<E extends Enum<E>> {
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Stands for KNIME's conditions on a list. */
        interface ArrayReference {
            EffectPredicate hasMultipleItems();
        }
    }
}
