package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.util.ThreadPool;
import org.seism.host.node.NodeState;

/** Cancel sets the flag and interrupts the node's thread; whatever the node throws then counts as cancelled. */
class CancelTest {

    @ParameterizedTest
    @ValueSource(strings = {"POLL", "SLEEP", "TASKS", "DEAF"})
    void cancelledNodeIsConfiguredAndSaysSo(final String style) throws InvalidSettingsException {
        final NodeHarness node = Sample.misbehaving(style);
        final Duration took = node.cancel(Duration.ofMillis(50));
        assertEquals("WARNING Execution canceled", node.message().toString());
        assertEquals(NodeState.CONFIGURED, node.state());
        // a busy machine may take its time; the figure is for the reader
        System.out.println("cancelled " + style + " after " + took.toMillis() + " ms");
        assertTrue(Pool.idleWithin(Duration.ofMinutes(1)), "a task is left");
        node.set("case", "NONE");
        assertTrue(node.execute(), "the node can be run again");
    }

    /** On a busy machine a node may be cancelled while it waits for a thread, and its task then never runs. */
    @Test
    void cancelledBeforeItHasBegun() throws Exception {
        final ThreadPool pool = KNIMEConstants.GLOBAL_THREAD_POOL;
        final CountDownLatch release = new CountDownLatch(1);
        final List<Future<?>> others = new ArrayList<>();
        for (int k = 0; k < pool.getMaxThreads(); k++) {
            others.add(pool.enqueue(() -> {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        try {
            final NodeHarness node = Sample.misbehaving("POLL");
            node.cancel(Duration.ZERO);
            assertEquals("WARNING Execution canceled", node.message().toString());
            assertEquals(NodeState.CONFIGURED, node.state());
        } finally {
            release.countDown();
            for (final Future<?> other : others) {
                other.get();
            }
        }
        assertTrue(Pool.idleWithin(Duration.ofMinutes(1)), "a task is left");
    }
}
