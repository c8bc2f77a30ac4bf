package org.knime.core.node;

import java.util.function.Supplier;

/** Stands for KNIME's progress and cancel handle. */
public class ExecutionMonitor {

    private final NodeProgressMonitor monitor;

    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    public ExecutionMonitor(final NodeProgressMonitor progress) {
        this.monitor = progress;
    }

    public final NodeProgressMonitor getProgressMonitor() {
        return monitor;
    }

    public void checkCanceled() throws CanceledExecutionException {
        monitor.checkCanceled();
    }

    public void setProgress(final double progress) {
        monitor.setProgress(progress);
    }

    public void setProgress(final double progress, final String message) {
        monitor.setProgress(progress, message);
    }

    public void setProgress(final double progress, final Supplier<String> message) {
        monitor.setProgress(progress, message);
    }

    public void setMessage(final String message) {
        monitor.setMessage(message);
    }

    public void setMessage(final Supplier<String> message) {
        monitor.setMessage(message);
    }

    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(new SubProgressMonitor(monitor, maxProg, false));
    }

    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(new SubProgressMonitor(monitor, maxProg, true));
    }
}
