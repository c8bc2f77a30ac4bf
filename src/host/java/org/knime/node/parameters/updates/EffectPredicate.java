package org.knime.node.parameters.updates;

/** Stands for KNIME's condition. The host's conditions can be asked for their value by being a BooleanSupplier. */
public interface EffectPredicate {

    default EffectPredicate and(final EffectPredicate other) {
        return EvaluablePredicate.of(() -> EvaluablePredicate.test(this) && EvaluablePredicate.test(other));
    }

    default EffectPredicate or(final EffectPredicate other) {
        return EvaluablePredicate.of(() -> EvaluablePredicate.test(this) || EvaluablePredicate.test(other));
    }

    default EffectPredicate negate() {
        return EvaluablePredicate.of(() -> !EvaluablePredicate.test(this));
    }
}
