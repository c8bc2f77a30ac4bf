package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Stands for KNIME's view of a cell as an ordered list of cells. */
public interface ListDataValue extends CollectionDataValue {

    DataCell get(int index);
}
