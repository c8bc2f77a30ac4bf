package org.knime.core.node;

/** A share of a parent's progress; its messages appear behind the parent's own, unless silent. */
final class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor parent;

    private final double share;

    private final boolean silent;

    private double last;

    private String message;

    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent) {
        this.parent = parent;
        this.share = share;
        this.silent = silent;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        parent.checkCanceled();
    }

    @Override
    public synchronized void setProgress(final double progress) {
        final double bounded = Math.max(0, Math.min(1, progress));
        if (bounded > last) {
            synchronized (parent) { // two shares of one parent must not lose each other's steps
                final double before = parent.getProgress() == null ? 0 : parent.getProgress();
                parent.setProgress(before + share * (bounded - last));
            }
            last = bounded;
        }
    }

    @Override
    public Double getProgress() {
        return last;
    }

    @Override
    public void setProgress(final double progress, final String text) {
        setProgress(progress);
        setMessage(text);
    }

    @Override
    public void setMessage(final String text) {
        message = text;
        if (!silent) {
            parent.setMessage(text);
        }
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public void setExecuteCanceled() {
        parent.setExecuteCanceled();
    }

    @Override
    public synchronized void reset() {
        last = 0;
        message = null;
    }
}
