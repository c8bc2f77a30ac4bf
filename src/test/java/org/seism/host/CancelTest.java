package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

/** Cancel sets the flag and interrupts the node's thread; whatever the node throws then counts as cancelled. */
class CancelTest {

    @ParameterizedTest
    @ValueSource(strings = {"POLL", "SLEEP", "TASKS", "DEAF"})
    void cancelledNodeIsConfiguredAndSaysSo(final String style) throws InvalidSettingsException {
        final NodeHarness node = Sample.misbehaving(style);
        final Duration took = node.cancel(Duration.ofMillis(50));
        assertEquals("WARNING Execution canceled", node.message().toString());
        assertEquals(NodeState.CONFIGURED, node.state());
        assertTrue(took.toMillis() < 1000, "took " + took);
        assertTrue(NodeHarness.poolIdleWithin(Duration.ofSeconds(1)), "a task is left");
        node.set("case", "NONE");
        assertTrue(node.execute(), "the node can be run again");
    }
}
