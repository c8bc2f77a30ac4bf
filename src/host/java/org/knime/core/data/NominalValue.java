package org.knime.core.data;

/** Stands for KNIME's marker of values that may enumerate a domain. */
public interface NominalValue extends DataValue {
}
