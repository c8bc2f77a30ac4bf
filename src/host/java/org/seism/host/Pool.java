package org.seism.host;

import java.time.Duration;

import org.knime.core.node.KNIMEConstants;

/** KNIME's pool of threads, as a test sees it. */
public final class Pool {
    private Pool() {
    }

    /**
     * Waits until nothing works any more in KNIME's pool.
     *
     * @param limit how long to wait at most
     * @return whether the pool is idle, that is, the node has left no task behind
     */
    public static boolean idleWithin(final Duration limit) {
        final long end = System.nanoTime() + limit.toNanos();
        while (KNIMEConstants.GLOBAL_THREAD_POOL.getRunningThreads() > 0
            || KNIMEConstants.GLOBAL_THREAD_POOL.getQueueSize() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
