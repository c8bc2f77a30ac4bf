package org.knime.core.data;

import java.util.Map;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.image.png.PNGImageValue;

/** The names KNIME shows for its value interfaces; they occur in error texts. */
final class DataTypeNames {

    private static final Map<Class<?>, String> NAMES = Map.of(StringValue.class, "String", //
        DoubleValue.class, "Number (Float)", IntValue.class, "Number (Integer)", //
        LongValue.class, "Number (Long Integer)", BooleanValue.class, "Boolean", //
        CollectionDataValue.class, "Collection", ListDataValue.class, "List", PNGImageValue.class, "Image (PNG)");

    private DataTypeNames() {
    }

    static String of(final Class<?> valueClass) {
        return NAMES.getOrDefault(valueClass, valueClass.getSimpleName());
    }
}
