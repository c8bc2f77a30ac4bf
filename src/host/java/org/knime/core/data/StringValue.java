package org.knime.core.data;

/** Stands for KNIME's view of a cell as text. */
public interface StringValue extends DataValue {
    String getStringValue();
}
