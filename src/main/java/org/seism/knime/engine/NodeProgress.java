package org.seism.knime.engine;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.seism.Progress;

/** KNIME's execution monitor as the engine knows it. Safe for use by several threads, as the monitor is. */
final class NodeProgress implements Progress {
    private static final Pattern LARGE = Pattern.compile("(?<![\\w.,])\\d{5,18}(?![\\w.,]\\w)");

    private final ExecutionMonitor m_monitor;

    NodeProgress(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    @Override
    public void report(final double fraction, final Supplier<String> message) {
        m_monitor.setProgress(Math.max(0, Math.min(1, fraction)), () -> grouped(message.get()));
    }

    /** Digits of large counts in groups of three: 10,000,000. Shorter numbers may be years or widths and stay. */
    static String grouped(final String message) {
        return message == null ? null : LARGE.matcher(message)
            .replaceAll(m -> String.format(Locale.ROOT, "%,d", Long.valueOf(m.group())));
    }

    @Override
    public boolean isCancelled() {
        try {
            m_monitor.checkCanceled();
            return false;
        } catch (CanceledExecutionException e) {
            return true;
        }
    }
}
