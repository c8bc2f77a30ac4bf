package org.knime.core.data;

/** Stands for KNIME's view of a cell as a double. */
public interface DoubleValue extends DataValue {
    double getDoubleValue();
}
