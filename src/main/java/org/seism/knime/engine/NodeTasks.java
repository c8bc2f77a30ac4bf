package org.seism.knime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.knime.core.node.KNIMEConstants;
import org.seism.CancelledException;
import org.seism.Progress;
import org.seism.TaskRunner;

/**
 * Runs the engine's tasks in KNIME's own pool, so that the number of threads is the one set in KNIME's preferences. Tasks
 * are enqueued, never submitted, because a node that waits for a free slot while it holds one itself can wait for ever;
 * the futures of the pool give the waiting node's slot back while it waits.
 */
final class NodeTasks implements TaskRunner {
    private final Progress m_progress;

    /** @param progress tells tasks that still wait in the queue not to begin after a cancel */
    NodeTasks(final Progress progress) {
        m_progress = progress;
    }

    /** What a task ended with. KNIME's pool logs an error for every exception, also for a cancel, so none gets there. */
    private record Outcome<T>(T result, Throwable failure) {
    }

    @Override
    public int threads() {
        return KNIMEConstants.GLOBAL_THREAD_POOL.getMaxThreads();
    }

    @Override
    public <T> List<T> runAll(final List<? extends Callable<T>> tasks) {
        final List<Future<Outcome<T>>> futures = new ArrayList<>(tasks.size());
        try {
            for (final Callable<T> task : tasks) {
                final Callable<Outcome<T>> guarded = () -> run(task);
                futures.add(KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(guarded));
            }
            final List<T> results = new ArrayList<>(tasks.size());
            for (final Future<Outcome<T>> future : futures) {
                final Outcome<T> outcome = future.get();
                if (outcome.failure() != null) {
                    throw TaskRunner.unchecked(outcome.failure());
                }
                results.add(outcome.result());
            }
            return results;
        } catch (ExecutionException e) {
            throw TaskRunner.unchecked(e.getCause());
        } catch (CancellationException e) {
            throw new CancelledException();
        } catch (InterruptedException e) {
            throw TaskRunner.unchecked(e);
        } finally {
            // only the node's own thread is interrupted by a cancel; the tasks are ours to stop
            futures.forEach(f -> f.cancel(true));
        }
    }

    private <T> Outcome<T> run(final Callable<T> task) {
        try {
            m_progress.checkCancelled();
            return new Outcome<>(task.call(), null);
        } catch (Throwable t) { // handed to the thread that waits, errors too
            return new Outcome<>(null, t);
        }
    }
}
