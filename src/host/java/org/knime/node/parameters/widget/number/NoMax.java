package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** The bound of the field's type. */
final class NoMax extends MaxValidation {
    @Override
    protected double getMax() {
        return Double.POSITIVE_INFINITY;
    }
}
