package org.knime.node.parameters.widget.choices;

import java.lang.reflect.Field;

/** Stands for KNIME's choice of an enumeration constant. */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        try {
            final Field field = enumConst.getDeclaringClass().getField(enumConst.name());
            final Label label = field.getAnnotation(Label.class);
            return new EnumChoice<>(enumConst, label == null ? enumConst.name() : label.value());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
