package org.seism.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two purposes never share a stream, whatever their keys. */
class StreamPurposeTest {
    private static final int SMALL = 5;

    @Test
    @DisplayName("every purpose has a number of its own")
    void numbers() {
        assertEquals(StreamPurpose.values().length, Arrays.stream(StreamPurpose.values()).mapToLong(StreamPurpose::key).distinct().count());
    }

    /** All pairs of (seed, purpose, keys) with up to three small keys: no number is drawn twice, so no stream is met again. */
    @Test
    @DisplayName("all pairs of purposes, with any small keys and seeds, have distinct streams")
    void allPairs() {
        final Map<Long, String> drawn = new HashMap<>();
        for (final long seed : new long[]{0, 1, 2, 3, -1, 20_240_501}) {
            for (final StreamPurpose purpose : StreamPurpose.values()) {
                draw(drawn, seed, purpose);
                for (long a = 0; a < SMALL; a++) {
                    draw(drawn, seed, purpose, a);
                    for (long b = 0; b < SMALL; b++) {
                        draw(drawn, seed, purpose, a, b);
                        for (long c = 0; c < SMALL; c++) {
                            draw(drawn, seed, purpose, a, b, c);
                        }
                    }
                }
            }
        }
        assertEquals(6 * StreamPurpose.values().length * (1 + SMALL + SMALL * SMALL + SMALL * SMALL * SMALL) * 8, drawn.size());
    }

    private static void draw(final Map<Long, String> drawn, final long seed, final StreamPurpose purpose, final long... keys) {
        final String name = seed + " " + purpose + Arrays.toString(keys);
        final UniformRandomProvider random = RandomStreams.of(seed, purpose, keys);
        for (int k = 0; k < 8; k++) {
            final String other = drawn.put(random.nextLong(), name);
            assertTrue(other == null, () -> name + " and " + other + " share a number of 64 bits");
        }
    }

    @Test
    @DisplayName("a seed means the same in every version")
    void pinned() {
        assertArrayEquals(new long[]{-6892629499032525779L, -5531470858071544353L}, LongStream.of(1, 2)
            .map(seed -> RandomStreams.of(seed, StreamPurpose.WALK, 0, 1).nextLong()).toArray());
    }
}
