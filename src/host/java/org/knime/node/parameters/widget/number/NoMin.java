package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bound of the field's type. */
final class NoMin extends MinValidation {
    @Override
    protected double getMin() {
        return Double.NEGATIVE_INFINITY;
    }
}
