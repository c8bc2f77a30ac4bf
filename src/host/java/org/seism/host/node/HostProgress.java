package org.seism.host.node;

import java.util.function.BiConsumer;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeProgressMonitor;

/** Progress and cancel request of one execution. */
final class HostProgress implements NodeProgressMonitor {

    private final BiConsumer<Double, String> listener;

    private volatile boolean cancelled;

    private volatile Double progress;

    private volatile String message = "Performing node execution...";

    HostProgress(final BiConsumer<Double, String> listener) {
        this.listener = listener;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (cancelled) {
            throw new CanceledExecutionException("ProgressMonitor has been canceled.");
        }
    }

    @Override
    public void setProgress(final double value) {
        progress = Math.max(0, Math.min(1, value));
        listener.accept(progress, message);
    }

    @Override
    public Double getProgress() {
        return progress;
    }

    @Override
    public void setProgress(final double value, final String text) {
        message = text;
        setProgress(value);
    }

    @Override
    public void setMessage(final String text) {
        message = text;
        listener.accept(progress, message);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public void setExecuteCanceled() {
        cancelled = true;
    }

    @Override
    public void reset() {
        cancelled = false;
        progress = null;
    }
}
