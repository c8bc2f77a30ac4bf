package org.knime.node.parameters.updates;

import java.util.function.BooleanSupplier;

/** A condition whose value can be asked for. */
record EvaluablePredicate(BooleanSupplier value) implements EffectPredicate, BooleanSupplier {

    static EffectPredicate of(final BooleanSupplier value) {
        return new EvaluablePredicate(value);
    }

    static boolean test(final EffectPredicate predicate) {
        return ((BooleanSupplier)predicate).getAsBoolean();
    }

    @Override
    public boolean getAsBoolean() {
        return value.getAsBoolean();
    }
}
