package org.seism.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

import org.seism.Progress;

/**
 * One line on standard error that is written over and over: a bar, what is being done with counts, and about how long it
 * will take. Silent where there is no terminal.
 */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int BAR = 24;
    private static final int COLUMNS = 79;
    private static final long INTERVAL_NANOS = 100_000_000;
    /** Before this an estimate of the time left is a guess. */
    private static final double ENOUGH = 0.02;

    private final PrintWriter m_terminal;
    private final Interruption m_interruption;
    private final long m_start = System.nanoTime();
    private long m_last = m_start - INTERVAL_NANOS;
    private double m_fraction;
    private boolean m_shown;
    private boolean m_closed;

    /**
     * @param terminal where the line goes, or null to be silent
     * @param interruption asked for cancellation
     */
    TerminalProgress(final PrintWriter terminal, final Interruption interruption) {
        m_terminal = terminal;
        m_interruption = interruption;
    }

    @Override
    public void report(final double fraction, final Supplier<String> message) {
        if (m_terminal == null) {
            return;
        }
        synchronized (this) {
            final long now = System.nanoTime();
            // parallel parts report out of order: the bar never goes back
            m_fraction = Math.max(m_fraction, Math.min(1, fraction));
            if (m_closed || now - m_last < INTERVAL_NANOS) {
                return;
            }
            m_last = now;
            m_shown = true;
            m_terminal.print("\r" + line(m_fraction, message.get(), (now - m_start) / 1e9));
            m_terminal.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return m_interruption.requested();
    }

    @Override
    public void close() {
        end();
    }

    /** Wipes the line, so that what follows begins on a clean one. */
    synchronized void end() {
        if (m_shown && !m_closed) {
            m_terminal.print("\r" + " ".repeat(COLUMNS) + "\r");
            m_terminal.flush();
        }
        m_closed = true;
    }

    static String line(final double fraction, final String message, final double seconds) {
        final int full = (int)Math.round(BAR * fraction);
        final String left = fraction < ENOUGH || seconds < 1 ? "" : ", " + duration(seconds * (1 - fraction) / fraction) + " left";
        final String bar = String.format(Locale.ROOT, "[%s%s] %3d%% ", "#".repeat(full), ".".repeat(BAR - full), (int)(100 * fraction));
        final int room = COLUMNS - bar.length() - left.length();
        final String said = message.length() > room ? message.substring(0, room - 3) + "..." : message;
        final String text = bar + said + left;
        return text + " ".repeat(COLUMNS - text.length());
    }

    private static String duration(final double seconds) {
        final long s = Math.round(seconds);
        if (s < 60) {
            return "about " + s + " s";
        }
        return s < 3600 ? String.format(Locale.ROOT, "about %d min %02d s", s / 60, s % 60)
            : String.format(Locale.ROOT, "about %d h %02d min", s / 3600, s / 60 % 60);
    }
}
