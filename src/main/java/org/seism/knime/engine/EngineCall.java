package org.seism.knime.engine;

import java.util.Locale;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.seism.CancelledException;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;

/** Calls the engine from a node: what it throws becomes what KNIME shows, problem and remedy kept apart. */
public final class EngineCall {
    private EngineCall() {
    }

    /**
     * A computation.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * @param progress reports to the node and tells whether it was cancelled
         * @param runner runs tasks in KNIME's pool
         * @return the result
         * @throws CanceledExecutionException if KNIME says so
         * @throws KNIMEException if there is no result, with the reason
         */
        T call(Progress progress, TaskRunner runner) throws CanceledExecutionException, KNIMEException;
    }

    /**
     * A check that may find an input or a setting that can't be used.
     *
     * @param <T> what comes out of it
     */
    @FunctionalInterface
    public interface Check<T> {
        /** @return what the check made */
        T get();
    }

    /**
     * Runs a computation in a node's execute.
     *
     * @param monitor the node's
     * @param work the computation
     * @return its result
     * @throws CanceledExecutionException if the user cancelled
     * @throws KNIMEException if the engine can't use the input; summary and resolution are the engine's
     */
    public static <T> T run(final ExecutionMonitor monitor, final Work<T> work)
        throws CanceledExecutionException, KNIMEException {
        final Progress progress = new NodeProgress(monitor);
        try {
            final T result = work.call(progress, new NodeTasks(progress));
            monitor.checkCanceled();
            return result;
        } catch (CancelledException e) {
            throw new CanceledExecutionException();
        } catch (InputException e) {
            throw KNIMEException.of(message(e), e);
        } catch (OutOfMemoryError e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution("The memory is not enough for this analysis.",
                "Use a smaller grid (width, degeneracy, largest number of candidates), or give KNIME more memory (-Xmx in "
                    + "knime.ini)."), e);
        }
    }

    /**
     * Checks settings with the engine's own rules.
     *
     * @param check makes the engine's settings, which throws for a value out of range
     * @return what it made
     * @throws InvalidSettingsException with the engine's problem and remedy
     */
    public static <T> T check(final Check<T> check) throws InvalidSettingsException {
        try {
            return check.get();
        } catch (InputException e) {
            throw message(e).toInvalidSettingsException(e);
        }
    }

    /**
     * @param problem what is wrong, a full sentence
     * @param remedy what to do, a full sentence
     * @return what to throw from configure or validate
     */
    public static InvalidSettingsException invalid(final String problem, final String remedy) {
        return Message.fromSummaryWithResolution(problem, remedy).toInvalidSettingsException();
    }

    /** The engine calls a file by its name and puts it first; "the input table" is a name that needs a capital there. */
    private static Message message(final InputException e) {
        final String problem = e.problem().substring(0, 1).toUpperCase(Locale.ROOT) + e.problem().substring(1);
        return Message.fromSummaryWithResolution(problem, e.remedy());
    }
}
