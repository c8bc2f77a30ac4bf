package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** Stands for KNIME's bounds of a number in the dialog. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {

    default boolean isExclusive() {
        return false;
    }

    /** Stands for KNIME's lower bound. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        public MinValidation() {
        }

        protected abstract double getMin();

        @Override
        public String getErrorMessage() {
            return String.format(isExclusive() ? "The value must be greater than %s." : "The value must be at least %s.",
                Bounds.text(getMin()));
        }

        /** Stands for the lower bound 0. */
        public static final class IsNonNegativeValidation extends MinValidation {
            public IsNonNegativeValidation() {
            }

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** Stands for the lower bound 1. */
        public static final class IsPositiveIntegerValidation extends MinValidation {
            public IsPositiveIntegerValidation() {
            }

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** Stands for the exclusive lower bound 0. */
        public static final class IsPositiveDoubleValidation extends MinValidation {
            public IsPositiveDoubleValidation() {
            }

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** Stands for KNIME's upper bound. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        public MaxValidation() {
        }

        protected abstract double getMax();

        @Override
        public String getErrorMessage() {
            return String.format(isExclusive() ? "The value must be less than %s." : "The value must not exceed %s.",
                Bounds.text(getMax()));
        }
    }
}
