package org.knime.node.parameters.validation;

/** Stands for KNIME's check of a value in the dialog. */
public interface BuiltinValidation {

    String getErrorMessage();
}
