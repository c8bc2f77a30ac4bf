package org.knime.core.data;

/** Stands for KNIME's view of a cell as an int. */
public interface IntValue extends DataValue {
    int getIntValue();
}
