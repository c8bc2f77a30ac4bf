package org.seism.host.dialog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads the type arguments that a class gives to an interface of its ancestors. */
final class Generics {

    private Generics() {
    }

    /** The first type argument of an ancestor, where the hierarchy names it; else null. */
    static Type argumentOf(final Class<?> type, final Class<?> ancestor) {
        if (type == null) {
            return null;
        }
        for (final Type parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType p && p.getRawType() == ancestor) {
                return p.getActualTypeArguments()[0];
            }
            final Type found = argumentOf(DialogTree.raw(parent), ancestor);
            if (found != null) {
                return found;
            }
        }
        if (type.getGenericSuperclass() instanceof ParameterizedType p && p.getRawType() == ancestor) {
            return p.getActualTypeArguments()[0];
        }
        return argumentOf(type.getSuperclass(), ancestor);
    }

    /** A primitive's class of objects. */
    static Class<?> boxed(final Class<?> type) {
        return type.isPrimitive() ? java.lang.invoke.MethodType.methodType(type).wrap().returnType() : type;
    }
}
