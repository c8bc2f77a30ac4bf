package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

/** Names of columns as KNIME makes them unique. */
class UniqueNameGeneratorTest {

    @Test
    void countsOnWhereANameIsTaken() {
        final var names = new UniqueNameGenerator(Set.of("x", "y (#4)", "z (#a)", "x (#2)"));
        assertEquals("x (#1)", names.newName(" x "));
        assertEquals("x (#3)", names.newName("x"));
        assertEquals("y (#5)", names.newName("y (#4)"));
        assertEquals("z (#a) (#1)", names.newName("z (#a)"));
        assertEquals("free (#7)", names.newName("free (#7)"));
    }
}
