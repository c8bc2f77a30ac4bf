package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** Stands for KNIME's checks of a text in the dialog. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** Stands for KNIME's pattern check. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        public PatternValidation() {
        }

        protected abstract String getPattern();

        @Override
        public String getErrorMessage() {
            return String.format("The string must match the pattern: %s", getPattern());
        }

        /** Stands for KNIME's check that a text is not blank. */
        public static final class IsNotBlankValidation extends PatternValidation {
            public IsNotBlankValidation() {
            }

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }
        }
    }

    /** Stands for KNIME's check of the least length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        public MinLengthValidation() {
        }

        protected abstract int getMinLength();

        @Override
        public String getErrorMessage() {
            return String.format("The string must be at least %d character%s long.", getMinLength(),
                getMinLength() == 1 ? "" : "s");
        }
    }

    /** Stands for KNIME's check of the greatest length. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        public MaxLengthValidation() {
        }

        protected abstract int getMaxLength();

        @Override
        public String getErrorMessage() {
            return String.format("The string must not exceed %d character%s.", getMaxLength(),
                getMaxLength() == 1 ? "" : "s");
        }
    }
}
