package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** Stands for KNIME's view of a cell as a collection of cells. */
public interface CollectionDataValue extends DataValue, CellCollection {

    DataType getElementType();

    int size();
}
