package org.seism.knime.table;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** Cells of plain values; what can't be a value is missing, with the reason. */
final class Cells {
    private Cells() {
    }

    static DataCell of(final String text) {
        return new StringCell(text);
    }

    static DataCell of(final int number) {
        return new IntCell(number);
    }

    static DataCell of(final boolean value) {
        return BooleanCellFactory.create(value);
    }

    static DataCell of(final double number) {
        return Double.isNaN(number) ? new MissingCell("not computable") : new DoubleCell(number);
    }

    static DataCell texts(final List<String> texts) {
        return CollectionCellFactory.createListCell(texts.stream().map(StringCell::new).toList());
    }

    static DataCell integers(final int[] numbers) {
        return CollectionCellFactory.createListCell(Arrays.stream(numbers).mapToObj(IntCell::new).toList());
    }

    static DataCell numbers(final double[] numbers) {
        return CollectionCellFactory.createListCell(Arrays.stream(numbers).mapToObj(DoubleCell::new).toList());
    }
}
