package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

import org.knime.node.parameters.NodeParametersInput;

/** Makes parameter objects, providers and persistors; constructors need not be public. */
final class ParameterInstances {

    private ParameterInstances() {
    }

    /** With the constructor for the given input if there is one and the input is known, else with the empty one. */
    static <T> T create(final Class<T> type, final NodeParametersInput input) {
        if (input != null) {
            try {
                return instantiate(type.getDeclaredConstructor(NodeParametersInput.class), input);
            } catch (NoSuchMethodException e) {
                // defaults that do not depend on the input
            }
        }
        try {
            return instantiate(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                "Coding issue: parameters of " + type.getName() + " don't provide an empty constructor.", e);
        }
    }

    private static <T> T instantiate(final Constructor<T> constructor, final Object... arguments) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException | InstantiationException e) {
            throw new IllegalStateException("Coding issue: cannot create " + constructor.getDeclaringClass(), e);
        }
    }
}
