package org.knime.core.data;

/** Stands for KNIME's view of a cell as a truth value. */
public interface BooleanValue extends DataValue {
    boolean getBooleanValue();
}
