package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Stands for KNIME's argument and settings checks; templates are those of {@link String#format}. */
public final class CheckUtils {

    private CheckUtils() {
    }

    public static <T> T checkArgumentNotNull(final T toCheck, final String template, final Object... templateArgs) {
        if (toCheck == null) {
            throw new IllegalArgumentException(format(template, templateArgs));
        }
        return toCheck;
    }

    public static <T> T checkArgumentNotNull(final T toCheck) {
        return checkArgumentNotNull(toCheck, "Argument must not be null");
    }

    public static void checkArgument(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalArgumentException(message);
        }
    }

    public static void checkArgument(final boolean predicate, final String template, final Object... templateArgs) {
        if (!predicate) {
            throw new IllegalArgumentException(format(template, templateArgs));
        }
    }

    public static void checkState(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalStateException(message);
        }
    }

    public static void checkState(final boolean predicate, final String template, final Object... templateArgs) {
        if (!predicate) {
            throw new IllegalStateException(format(template, templateArgs));
        }
    }

    public static <T> T checkNotNull(final T toCheck) {
        return checkNotNull(toCheck, "Object must not be null");
    }

    public static <T> T checkNotNull(final T toCheck, final String message) {
        if (toCheck == null) {
            throw new NullPointerException(message);
        }
        return toCheck;
    }

    public static <T> T checkNotNull(final T toCheck, final String template, final Object... templateArgs) {
        if (toCheck == null) {
            throw new NullPointerException(format(template, templateArgs));
        }
        return toCheck;
    }

    public static void checkSetting(final boolean predicate, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(format(template, templateArgs));
        }
    }

    public static <T> T checkSettingNotNull(final T toCheck, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        checkSetting(toCheck != null, template, templateArgs);
        return toCheck;
    }

    private static String format(final String template, final Object... args) {
        return template == null ? null : String.format(template, args);
    }
}
