package org.knime.core.data;

/** Stands for KNIME's view of a missing cell with its reason. */
public interface MissingValue extends DataValue {
    String getError();
}
