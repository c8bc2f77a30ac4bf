package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Stands for KNIME's iterable of cells. */
public interface CellCollection extends Iterable<DataCell> {
}
