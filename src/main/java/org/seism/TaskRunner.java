package org.seism;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs independent tasks, possibly at the same time, and hands back their results in the order of the tasks, so that no
 * result can depend on the number of threads. The command line uses {@link #withThreads(int)}; the KNIME layer adapts
 * KNIME's own pool.
 */
public interface TaskRunner {

    /** @return how many tasks may run at once; a hint for cutting work into pieces, never for results */
    int threads();

    /**
     * Runs all tasks and waits for them.
     *
     * @param tasks independent of one another
     * @return the results, in the order of the tasks
     * @throws RuntimeException the first failure (by task order) as thrown by its task; the other tasks are cancelled
     */
    <T> List<T> runAll(List<? extends Callable<T>> tasks);

    /** @return runs everything in the calling thread */
    static TaskRunner sequential() {
        return new TaskRunner() {
            @Override
            public int threads() {
                return 1;
            }

            @Override
            public <T> List<T> runAll(final List<? extends Callable<T>> tasks) {
                final List<T> results = new ArrayList<>(tasks.size());
                for (final Callable<T> task : tasks) {
                    try {
                        results.add(task.call());
                    } catch (Exception e) {
                        throw unchecked(e);
                    }
                }
                return results;
            }
        };
    }

    /**
     * @param threads at least 1
     * @return a runner with its own daemon threads, to be closed after use
     */
    static Pool withThreads(final int threads) {
        return new Pool(threads);
    }

    /**
     * @param e what a task threw
     * @return e itself where it is unchecked, else wrapped; errors are thrown on
     */
    static RuntimeException unchecked(final Throwable e) {
        if (e instanceof Error) {
            throw (Error)e;
        }
        if (e instanceof RuntimeException) {
            return (RuntimeException)e;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new CancelledException();
        }
        return new IllegalStateException(e);
    }

    /** A fixed number of daemon threads. */
    final class Pool implements TaskRunner, AutoCloseable {
        private final int m_threads;
        private final ExecutorService m_executor;

        private Pool(final int threads) {
            m_threads = Math.max(1, threads);
            m_executor = Executors.newFixedThreadPool(m_threads, r -> {
                final Thread t = new Thread(r, "seism-worker");
                t.setDaemon(true);
                return t;
            });
        }

        @Override
        public int threads() {
            return m_threads;
        }

        @Override
        public <T> List<T> runAll(final List<? extends Callable<T>> tasks) {
            final List<Future<T>> futures = new ArrayList<>(tasks.size());
            for (final Callable<T> task : tasks) {
                futures.add(m_executor.submit(task));
            }
            try {
                final List<T> results = new ArrayList<>(tasks.size());
                for (final Future<T> f : futures) {
                    results.add(f.get());
                }
                return results;
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            } catch (InterruptedException e) {
                throw unchecked(e);
            } finally {
                futures.forEach(f -> f.cancel(true));
            }
        }

        @Override
        public void close() {
            m_executor.shutdownNow();
        }
    }
}
