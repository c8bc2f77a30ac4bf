package org.knime.core.data;

/** Stands for KNIME's view of a cell as a long. */
public interface LongValue extends DataValue {
    long getLongValue();
}
