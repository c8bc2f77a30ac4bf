package org.knime.core.data.collection;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Stands for KNIME's factory of collection cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        final List<DataCell> cells = List.copyOf(coll);
        return new ListCell(cells, getElementType(cells.stream().map(DataCell::getType).toArray(DataType[]::new)));
    }

    /** An empty list has the missing cell's type, so it fits into every list column. */
    public static DataType getElementType(final DataType[] types) {
        DataType common = DataType.getMissingCell().getType();
        for (final DataType type : types) {
            common = DataType.getCommonSuperType(common, type);
        }
        return common;
    }
}
