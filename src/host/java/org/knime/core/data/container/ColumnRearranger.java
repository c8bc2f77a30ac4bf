package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.streamable.StreamableFunction;

/** Stands for KNIME's recipe of a table with the same rows and other columns. */
public class ColumnRearranger {

    private final DataTableSpec original;

    private final List<Item> items = new ArrayList<>();

    public ColumnRearranger(final DataTableSpec original) {
        this.original = original;
        for (int i = 0; i < original.getNumColumns(); i++) {
            items.add(new Item(original.getColumnSpec(i), null, i));
        }
    }

    public final void keepOnly(final int... colIndices) {
        final Set<Integer> keep = Arrays.stream(colIndices).boxed().collect(Collectors.toSet());
        final List<Item> kept = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (keep.contains(i)) {
                kept.add(items.get(i));
            }
        }
        items.clear();
        items.addAll(kept);
    }

    public final void keepOnly(final String... colNames) {
        keepOnly(indices(colNames));
    }

    public final void remove(final int... colIndices) {
        final Set<Integer> drop = Arrays.stream(colIndices).boxed().collect(Collectors.toSet());
        final int[] kept = java.util.stream.IntStream.range(0, items.size()).filter(i -> !drop.contains(i)).toArray();
        keepOnly(kept);
    }

    public final void remove(final String... colNames) {
        remove(indices(colNames));
    }

    private int[] indices(final String... colNames) {
        return Arrays.stream(colNames).mapToInt(n -> {
            final int index = indexOf(n);
            if (index < 0) {
                throw new IllegalArgumentException("No such column name: \"" + n + "\"");
            }
            return index;
        }).toArray();
    }

    public final int indexOf(final String columnName) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).spec().getName().equals(columnName)) {
                return i;
            }
        }
        return -1;
    }

    public final int getColumnCount() {
        return items.size();
    }

    public final void move(final int from, final int to) {
        items.add(to > from ? to - 1 : to, items.remove(from));
    }

    public final void move(final String colName, final int to) {
        move(indices(colName)[0], to);
    }

    public final void insertAt(final int position, final CellFactory fac) {
        items.addAll(position, itemsOf(fac));
    }

    public final void append(final CellFactory fac) {
        insertAt(items.size(), fac);
    }

    public final void replace(final CellFactory newCol, final String colName) {
        replace(newCol, indices(colName));
    }

    public final void replace(final CellFactory fac, final int... colIndex) {
        final List<Item> fresh = itemsOf(fac);
        if (fresh.size() != colIndex.length) {
            throw new IndexOutOfBoundsException("Arguments do not apply to same number of columns: " + fresh.size()
                + " vs. " + colIndex.length);
        }
        for (int i = 0; i < colIndex.length; i++) {
            items.set(colIndex[i], fresh.get(i));
        }
    }

    private static List<Item> itemsOf(final CellFactory factory) {
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        final List<Item> fresh = new ArrayList<>();
        for (int i = 0; i < specs.length; i++) {
            fresh.add(new Item(specs[i], factory, i));
        }
        return fresh;
    }

    public final DataTableSpec createSpec() {
        return new DataTableSpec(original.getName(),
            items.stream().map(Item::spec).toArray(DataColumnSpec[]::new));
    }

    public final StreamableFunction createStreamableFunction() {
        final List<Item> plan = List.copyOf(items);
        return new StreamableFunction() {
            @Override
            public DataRow compute(final DataRow input) {
                return compute(input, 0);
            }

            @Override
            public DataRow compute(final DataRow input, final long rowIndex) {
                final Map<CellFactory, DataCell[]> made = new IdentityHashMap<>();
                return new DefaultRow(input.getKey(),
                    plan.stream().map(item -> item.cell(input, rowIndex, made)).toArray(DataCell[]::new));
            }

            @Override
            public void finish() {
                plan.stream().map(Item::factory).filter(AbstractCellFactory.class::isInstance).distinct()
                    .forEach(f -> ((AbstractCellFactory)f).afterProcessing());
            }
        };
    }

    /** One output column: of the input (no factory) or the n-th of a factory. */
    private record Item(DataColumnSpec spec, CellFactory factory, int index) {

        DataCell cell(final DataRow input, final long rowIndex, final Map<CellFactory, DataCell[]> made) {
            if (factory == null) {
                return input.getCell(index);
            }
            // each factory runs once per row, however many columns it makes
            final DataCell[] cells = made.computeIfAbsent(factory, f -> f.getCells(input, rowIndex));
            if (cells.length != factory.getColumnSpecs().length) {
                throw new IllegalStateException("The cell factory made " + cells.length + " cells for "
                    + factory.getColumnSpecs().length + " columns in row \"" + input.getKey() + "\".");
            }
            return cells[index];
        }
    }
}
