package org.seism.knime.engine;

import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.seism.Progress;

/** KNIME's execution monitor as the engine knows it. Safe for use by several threads, as the monitor is. */
final class NodeProgress implements Progress {
    private final ExecutionMonitor m_monitor;

    NodeProgress(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    @Override
    public void report(final double fraction, final Supplier<String> message) {
        m_monitor.setProgress(Math.max(0, Math.min(1, fraction)), message);
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
