package org.knime.core.node;

import org.knime.core.util.ThreadPool;

/** Stands for KNIME's constants. None is a compile-time constant, or javac would copy it into the nodes' classes. */
public final class KNIMEConstants {

    public static final int MAJOR = number("5");

    public static final int MINOR = number("8");

    public static final int REV = number("0");

    public static final String VERSION = MAJOR + "." + MINOR + "." + REV;

    public static final String PROPERTY_MAX_THREAD_COUNT = text("org.knime.core.maxThreads");

    public static final String ENV_MAX_THREAD_COUNT = text("KNIME_CORE_MAX_THREADS");

    public static final int DEF_MAX_THREAD_COUNT = 2 * Runtime.getRuntime().availableProcessors();

    public static final ThreadPool GLOBAL_THREAD_POOL = new ThreadPool(maxThreads());

    private KNIMEConstants() {
    }

    private static int maxThreads() {
        final String environment = System.getenv(ENV_MAX_THREAD_COUNT);
        final String value = environment != null ? environment : System.getProperty(PROPERTY_MAX_THREAD_COUNT);
        try {
            return value == null ? DEF_MAX_THREAD_COUNT : Math.max(1, Integer.parseInt(value.trim()));
        } catch (NumberFormatException e) {
            return DEF_MAX_THREAD_COUNT;
        }
    }

    private static int number(final String s) {
        return Integer.parseInt(s);
    }

    private static String text(final String s) {
        return s;
    }
}
