package org.knime.core.util;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import org.knime.core.node.NodeLogger;

/** Stands for KNIME's thread pool: a bounded number of busy threads; a task that waits for another gives its slot. */
public class ThreadPool {

    /** Set by the host: wraps each task when it is enqueued, so that it knows the node it works for. */
    static volatile UnaryOperator<Runnable> taskDecorator = r -> r;

    private static final ThreadLocal<ThreadPool> CURRENT = new ThreadLocal<>();

    private final Deque<Task<?>> queue = new ArrayDeque<>();

    private final Set<Thread> threads = new HashSet<>();

    private final java.util.concurrent.ExecutorService carriers;

    private int maxThreads;

    private int running;

    public ThreadPool(final int maxThreads) {
        this.maxThreads = maxThreads;
        this.carriers = Executors.newCachedThreadPool(r -> {
            final Thread t = new Thread(r, "KNIME-Worker");
            t.setDaemon(true);
            return t;
        });
    }

    public static ThreadPool currentPool() {
        return CURRENT.get();
    }

    public <T> Future<T> enqueue(final Callable<T> t) {
        final Task<T> task = new Task<>(t);
        synchronized (queue) {
            queue.add(task);
            dispatch();
        }
        return task;
    }

    public Future<?> enqueue(final Runnable r) {
        return enqueue(Executors.callable(r, null));
    }

    public <T> Future<T> submit(final Callable<T> t) throws InterruptedException {
        synchronized (queue) {
            while (running >= maxThreads) {
                queue.wait();
            }
            return enqueue(t);
        }
    }

    public Future<?> submit(final Runnable r) throws InterruptedException {
        return submit(Executors.callable(r, null));
    }

    public <T> Future<T> trySubmit(final Callable<T> t) {
        synchronized (queue) {
            return running < maxThreads ? enqueue(t) : null;
        }
    }

    public Future<?> trySubmit(final Runnable r) {
        return trySubmit(Executors.callable(r, null));
    }

    public int getMaxThreads() {
        return maxThreads;
    }

    public void setMaxThreads(final int newValue) {
        synchronized (queue) {
            maxThreads = newValue;
            dispatch();
        }
    }

    public int getRunningThreads() {
        synchronized (queue) {
            return running;
        }
    }

    public int getQueueSize() {
        synchronized (queue) {
            return queue.size();
        }
    }

    public <T> T runInvisible(final Callable<T> r) throws ExecutionException, InterruptedException {
        if (CURRENT.get() != this) {
            throw new IllegalThreadStateException("The current thread is not taken out of a thread pool");
        }
        release();
        try {
            return r.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        } finally {
            acquire();
        }
    }

    public void interruptAll() {
        final List<Thread> copy;
        synchronized (queue) {
            copy = new ArrayList<>(threads);
        }
        copy.forEach(Thread::interrupt);
    }

    public void shutdown() {
        carriers.shutdown();
    }

    public void waitForTermination() throws InterruptedException {
        synchronized (queue) {
            while (running > 0 || !queue.isEmpty()) {
                queue.wait();
            }
        }
    }

    private void release() {
        synchronized (queue) {
            running--;
            dispatch();
        }
    }

    private void acquire() {
        synchronized (queue) {
            running++;
        }
    }

    /** Starts queued tasks as long as slots are free; call with the queue's lock held. */
    private void dispatch() {
        while (running < maxThreads && !queue.isEmpty()) {
            final Task<?> next = queue.poll();
            running++;
            carriers.execute(() -> work(next));
        }
        queue.notifyAll();
    }

    private void work(final Task<?> task) {
        CURRENT.set(this);
        synchronized (queue) {
            threads.add(Thread.currentThread());
        }
        try {
            task.decorated.run();
        } finally {
            CURRENT.remove();
            Thread.interrupted(); // a late cancel must not reach the next task on this thread
            synchronized (queue) {
                threads.remove(Thread.currentThread());
            }
            release();
        }
    }

    /** A future whose waiting frees the waiting pool thread's slot, as KNIME's does. */
    private final class Task<T> extends FutureTask<T> {

        private final Runnable decorated = taskDecorator.apply(this);

        Task(final Callable<T> callable) {
            super(callable);
        }

        @Override
        protected void setException(final Throwable t) {
            NodeLogger.getLogger(ThreadPool.class).error("An exception occurred while executing a runnable.", t);
            super.setException(t);
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            final ThreadPool pool = CURRENT.get();
            if (isDone() || pool == null) {
                return super.get();
            }
            pool.release();
            try {
                return super.get();
            } finally {
                pool.acquire();
            }
        }

        @Override
        public T get(final long timeout, final TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
            final ThreadPool pool = CURRENT.get();
            if (isDone() || pool == null) {
                return super.get(timeout, unit);
            }
            pool.release();
            try {
                return super.get(timeout, unit);
            } finally {
                pool.acquire();
            }
        }
    }
}
