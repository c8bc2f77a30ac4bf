package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.util.ThreadPool;

/** The pool behaves as measured in the genuine core: bounded, and waiting for a task frees the waiter's slot. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ThreadPoolTest {

    @Test
    void taskMayWaitForTaskInAPoolOfOne() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final Future<Integer> outer = pool.enqueue(() -> {
            final Future<Integer> middle = pool.enqueue(() -> pool.enqueue(() -> 1).get() + 1);
            assertSame(pool, ThreadPool.currentPool());
            return middle.get() + 1;
        });
        assertEquals(3, outer.get());
        assertNull(ThreadPool.currentPool());
    }

    @Test
    void neverMoreThanItsThreadsAreBusy() throws Exception {
        final ThreadPool pool = new ThreadPool(3);
        final AtomicInteger busy = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        // the first three go on when all three are at work
        final CountDownLatch three = new CountDownLatch(3);
        final List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            final int n = i;
            futures.add(pool.enqueue(() -> {
                most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                three.countDown();
                three.await();
                Thread.sleep(2);
                busy.decrementAndGet();
                return n;
            }));
        }
        for (int i = 0; i < futures.size(); i++) {
            assertEquals(i, futures.get(i).get());
        }
        assertEquals(3, most.get());
        pool.waitForTermination();
        assertEquals(0, pool.getRunningThreads());
    }

    @Test
    void invisibleWaitingNeedsAPoolThread() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        assertThrows(IllegalThreadStateException.class, () -> pool.runInvisible(() -> 1));
        assertEquals(2, pool.enqueue(() -> pool.runInvisible(() -> {
            final List<Integer> seen = new ArrayList<>();
            final Thread plain = new Thread(() -> {
                try {
                    seen.add(pool.enqueue(() -> 2).get());
                } catch (InterruptedException | ExecutionException e) {
                    seen.add(-1);
                }
            });
            plain.start();
            plain.join();
            return seen.get(0);
        })).get());
    }

    @Test
    void failureReachesWhoeverAsks() {
        final ThreadPool pool = new ThreadPool(2);
        final Future<Object> future = pool.enqueue(() -> {
            throw new IllegalStateException("T");
        });
        assertEquals("T", assertThrows(ExecutionException.class, future::get).getCause().getMessage());
    }

    @Test
    void fullPoolRefusesTrySubmit() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final CountDownLatch tried = new CountDownLatch(1);
        final Future<?> first = pool.trySubmit(() -> {
            tried.await();
            return 1;
        });
        assertNull(pool.trySubmit(() -> 2));
        tried.countDown();
        assertTrue(pool.submit(() -> true).get());
        assertEquals(1, first.get());
    }
}
