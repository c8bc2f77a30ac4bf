package org.seism.knime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts in progress messages can be read at a glance. */
class NodeProgressTest {

    @ParameterizedTest
    @DisplayName("large counts are grouped, years, widths, decimals and names are not")
    @CsvSource(delimiter = '|', value = {"Replicate 16 of 10000000|Replicate 16 of 10,000,000", "12345 of 9999 words.|12,345 of 9999 words.",
        "p = 0.00012345|p = 0.00012345", "sequence12345 is read|sequence12345 is read", "50,000 of 123456|50,000 of 123,456",
        "1234567890123456789012 letters|1234567890123456789012 letters"})
    void grouped(final String message, final String shown) {
        assertEquals(shown, NodeProgress.grouped(message));
    }

    @Test
    @DisplayName("no message stays none")
    void none() {
        assertNull(NodeProgress.grouped(null));
    }
}
