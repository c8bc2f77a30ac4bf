package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for KNIME's conditional visibility. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** Stands for what a condition does. */
    public enum EffectType {
        ENABLE, DISABLE, SHOW, HIDE
    }
}
