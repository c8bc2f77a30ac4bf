package org.seism.sequence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.function.Executable;
import org.seism.InputException;
import org.seism.table.NamedInput;

/** Inputs in memory and what tests expect of messages. */
public final class Inputs {
    private Inputs() {
    }

    public static NamedInput text(final String name, final String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static NamedInput bytes(final String name, final byte[] bytes) {
        return new NamedInput(name, () -> new ByteArrayInputStream(bytes));
    }

    public static byte[] gzip(final String text) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The problem must hold every one of the words, and there must be a remedy. */
    public static InputException refused(final Executable call, final String... words) {
        final InputException e = assertThrows(InputException.class, call);
        for (final String word : words) {
            assertTrue(e.getMessage().contains(word), () -> "'" + word + "' is missing in: " + e.getMessage());
        }
        assertTrue(e.problem().endsWith(".") || e.problem().endsWith("?"), e.problem());
        assertFalse(e.remedy().isBlank());
        return e;
    }
}
