package org.seism.motif.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MotifTextTest {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static String random(final SplittableRandom random, final String letters, final int most) {
        final StringBuilder s = new StringBuilder();
        for (int k = random.nextInt(most + 1); k > 0; k--) {
            s.append(letters.charAt(random.nextInt(letters.length())));
        }
        return s.toString();
    }

    @Test
    @DisplayName("numbers and fields are those of regular expressions")
    void expressions() {
        final SplittableRandom random = new SplittableRandom(8);
        int numbers = 0;
        for (int k = 0; k < 100_000; k++) {
            final String field = random(random, "07.-+eEx\u0663", 7);
            assertEquals(NUMBER.matcher(field).matches(), MotifText.isNumber(field), field);
            numbers += MotifText.isNumber(field) ? 1 : 0;
            final String line = random(random, "a1. \t\u000B\f\r\u00A0\u2003", 9);
            assertArrayEquals(line.strip().split("\\s+"), MotifText.fields(line), line);
        }
        assertEquals(true, numbers > 5000, numbers + " numbers");
    }
}
