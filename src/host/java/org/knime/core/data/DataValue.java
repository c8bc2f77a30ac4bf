package org.knime.core.data;

/** Stands for KNIME's root of all value interfaces. */
public interface DataValue {
}
