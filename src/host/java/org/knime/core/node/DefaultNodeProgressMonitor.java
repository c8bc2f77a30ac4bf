package org.knime.core.node;

/** The monitor of an execution nobody watches. */
final class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private volatile boolean cancelled;

    private volatile Double progress;

    private volatile String message;

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (cancelled) {
            throw new CanceledExecutionException("ProgressMonitor has been canceled.");
        }
    }

    @Override
    public void setProgress(final double value) {
        progress = value;
    }

    @Override
    public Double getProgress() {
        return progress;
    }

    @Override
    public void setProgress(final double value, final String text) {
        progress = value;
        message = text;
    }

    @Override
    public void setMessage(final String text) {
        message = text;
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
        message = null;
    }
}
