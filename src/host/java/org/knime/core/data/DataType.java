package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Stands for KNIME's column type: a cell class with its value interfaces, or what several types have in common. */
public final class DataType {

    private static final ConcurrentHashMap<Class<?>, DataType> NATIVE = new ConcurrentHashMap<>();

    /** Type of the missing cell: subtype of every other type. */
    static final DataType MISSING = new DataType(MissingCell.class, List.of(MissingValue.class, DataValue.class), null);

    private static final DataCell MISSING_CELL = new MissingCell(null);

    private final Class<? extends DataCell> cellClass;

    private final List<Class<? extends DataValue>> valueClasses;

    private final DataType elementType;

    private DataType(final Class<? extends DataCell> cellClass, final List<Class<? extends DataValue>> valueClasses,
        final DataType elementType) {
        this.cellClass = cellClass;
        this.valueClasses = valueClasses;
        this.elementType = elementType;
    }

    public static DataType getType(final Class<? extends DataCell> cell) {
        if (CollectionDataValue.class.isAssignableFrom(cell)) {
            throw new IllegalArgumentException("Collection cell class without element type: " + cell.getName());
        }
        if (cell == MissingCell.class) {
            return MISSING;
        }
        return NATIVE.computeIfAbsent(cell, c -> new DataType(cell, valueClassesOf(cell), null));
    }

    public static DataType getType(final Class<? extends DataCell> cell, final DataType collectionElementType) {
        if (collectionElementType == null) {
            return getType(cell);
        }
        return new DataType(cell, valueClassesOf(cell), collectionElementType);
    }

    /** KNIME orders a cell's value interfaces as declared: the first one is the preferred one. */
    private static List<Class<? extends DataValue>> valueClassesOf(final Class<?> cell) {
        final Set<Class<? extends DataValue>> found = new LinkedHashSet<>();
        for (Class<?> c = cell; c != null; c = c.getSuperclass()) {
            collect(c.getInterfaces(), found);
        }
        return List.copyOf(found);
    }

    private static void collect(final Class<?>[] interfaces, final Set<Class<? extends DataValue>> found) {
        for (final Class<?> i : interfaces) {
            if (DataValue.class.isAssignableFrom(i)) {
                found.add(i.asSubclass(DataValue.class));
                collect(i.getInterfaces(), found);
            }
        }
    }

    public static DataCell getMissingCell() {
        return MISSING_CELL;
    }

    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        Objects.requireNonNull(type1, "Cannot build super type of a null type");
        Objects.requireNonNull(type2, "Cannot build super type of a null type");
        if (type1.isMissingValueType()) {
            return type2;
        }
        if (type2.isMissingValueType() || type1.isASuperTypeOf(type2)) {
            return type1;
        }
        if (type2.isASuperTypeOf(type1)) {
            return type2;
        }
        final List<Class<? extends DataValue>> common = new ArrayList<>(type1.valueClasses);
        common.retainAll(type2.valueClasses);
        // the numeric cells meet in one of KNIME's own types rather than in a nameless one
        for (final DataType known : List.of(IntCell.TYPE, LongCell.TYPE, DoubleCell.TYPE)) {
            if (known.isASuperTypeOf(type1) && known.isASuperTypeOf(type2)) {
                return known;
            }
        }
        final DataType element = common.contains(CollectionDataValue.class)
            ? getCommonSuperType(type1.elementType, type2.elementType) : null;
        return new DataType(null, List.copyOf(common), element);
    }

    public boolean isMissingValueType() {
        return cellClass == MissingCell.class;
    }

    public DataType getCollectionElementType() {
        return elementType;
    }

    public boolean isCollectionType() {
        return elementType != null;
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.isEmpty() ? DataValue.class : valueClasses.get(0);
    }

    public List<Class<? extends DataValue>> getValueClasses() {
        return valueClasses;
    }

    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return valueClass == DataValue.class || valueClasses.contains(valueClass);
    }

    public boolean isASuperTypeOf(final DataType type) {
        Objects.requireNonNull(type, "Type argument must not be null.");
        if (type == this || type.isMissingValueType()) {
            return true;
        }
        if (isMissingValueType() || !valueClasses.stream().allMatch(type::isCompatible)) {
            return false;
        }
        return elementType == null || elementType.isASuperTypeOf(type.elementType);
    }

    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    public void save(final ConfigWO config) {
        config.addString("cell_class", cellClass == null ? null : cellClass.getName());
        if (elementType != null) {
            elementType.save(config.addConfig("collection_element_type"));
        }
    }

    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final String name = config.getString("cell_class");
        final Class<? extends DataCell> cell = cellClassNamed(name);
        return config.containsKey("collection_element_type")
            ? getType(cell, load(config.getConfig("collection_element_type"))) : getType(cell);
    }

    /** Only KNIME's own cells occur: SEISM brings no cell type, so no registry of foreign ones is needed. */
    private static Class<? extends DataCell> cellClassNamed(final String name) throws InvalidSettingsException {
        final List<Class<? extends DataCell>> known = Arrays.asList(StringCell.class, DoubleCell.class, IntCell.class,
            LongCell.class, BooleanCell.class, MissingCell.class, org.knime.core.data.collection.ListCell.class,
            org.knime.core.data.image.png.PNGImageCell.class);
        return known.stream().filter(c -> c.getName().equals(name)).findFirst()
            .orElseThrow(() -> new InvalidSettingsException("Data cell class '" + name + "' not found."));
    }

    public String getName() {
        return DataTypeNames.of(getPreferredValueClass());
    }

    public String toPrettyString() {
        return toString();
    }

    @Override
    public String toString() {
        if (elementType != null) {
            return getName() + " (Collection of: " + elementType + ")";
        }
        return getName();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataType other && cellClass == other.cellClass
            && Objects.equals(elementType, other.elementType)
            && (cellClass != null || Set.copyOf(valueClasses).equals(Set.copyOf(other.valueClasses)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(cellClass, elementType);
    }
}
