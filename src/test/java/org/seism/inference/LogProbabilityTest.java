package org.seism.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a probability keeps six digits at any size. */
class LogProbabilityTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "-0.6931471805599453, 0.5", "-1.5897573, 0.203975", "-8.430385, 0.000218137", "-23.02585092994046, 1e-10",
        "-22.3131, 2.03959e-10", "-1151.292546497023, 1e-500", "-2302.0, 1.79516e-1000"})
    void text(final double log, final String expected) {
        final String text = new LogProbability(log).text();
        if (Math.abs(log) < 700) {
            assertEquals(Math.exp(log), Double.parseDouble(text), 1e-5 * Math.exp(log));
        }
        assertEquals(expected, text);
    }
}
