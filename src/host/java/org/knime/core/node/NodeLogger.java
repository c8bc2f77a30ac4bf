package org.knime.core.node;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Stands for KNIME's logger; writes to java.util.logging, where the host listens. */
public final class NodeLogger {

    private final Logger logger;

    private NodeLogger(final String name) {
        this.logger = Logger.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> c) {
        return getLogger(c.getName());
    }

    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    private void log(final Level level, final Object o, final Throwable t) {
        if (logger.isLoggable(level)) {
            final Object text = o instanceof Supplier<?> s ? s.get() : o;
            logger.log(level, String.valueOf(text), text instanceof Throwable thrown && t == null ? thrown : t);
        }
    }

    public void debug(final Object o) {
        log(Level.FINE, o, null);
    }

    public void debug(final Throwable t) {
        log(Level.FINE, t, t);
    }

    public void debug(final Supplier<Object> s) {
        log(Level.FINE, s, null);
    }

    public void debug(final Object o, final Throwable t) {
        log(Level.FINE, o, t);
    }

    public void info(final Object o) {
        log(Level.INFO, o, null);
    }

    public void info(final Throwable t) {
        log(Level.INFO, t, t);
    }

    public void info(final Supplier<Object> s) {
        log(Level.INFO, s, null);
    }

    public void info(final Object o, final Throwable t) {
        log(Level.INFO, o, t);
    }

    public void warn(final Object o) {
        log(Level.WARNING, o, null);
    }

    public void warn(final Throwable t) {
        log(Level.WARNING, t, t);
    }

    public void warn(final Supplier<Object> s) {
        log(Level.WARNING, s, null);
    }

    public void warn(final Object o, final Throwable t) {
        log(Level.WARNING, o, t);
    }

    public void error(final Object o) {
        log(Level.SEVERE, o, null);
    }

    public void error(final Throwable t) {
        log(Level.SEVERE, t, t);
    }

    public void error(final Supplier<Object> s) {
        log(Level.SEVERE, s, null);
    }

    public void error(final Object o, final Throwable t) {
        log(Level.SEVERE, o, t);
    }

    public void fatal(final Object o) {
        log(Level.SEVERE, o, null);
    }

    public void fatal(final Object o, final Throwable t) {
        log(Level.SEVERE, o, t);
    }

    public void coding(final Object o) {
        coding(o, null);
    }

    public void coding(final Object o, final Throwable t) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, t);
    }

    public boolean isDebugEnabled() {
        return logger.isLoggable(Level.FINE);
    }

    public boolean isInfoEnabled() {
        return logger.isLoggable(Level.INFO);
    }
}
