package org.seism.cli.options;

import org.seism.InputException;
import org.seism.TaskRunner;

import picocli.CommandLine.Option;

/** How many threads work. Results never depend on it. */
public final class ThreadOption {
    @Option(names = "--threads", paramLabel = "N",
        description = "Threads to use; results do not depend on it. Default: all processors.")
    private Integer m_threads;

    /** @return a pool, to be closed */
    public TaskRunner.Pool pool() {
        return TaskRunner.withThreads(count());
    }

    /** @return the number of threads */
    public int count() {
        final int threads = m_threads == null ? Runtime.getRuntime().availableProcessors() : m_threads;
        if (threads < 1 || threads > 1024) {
            throw new InputException("The number of threads is " + threads + ".", "Give 1 to 1024.");
        }
        return threads;
    }
}
