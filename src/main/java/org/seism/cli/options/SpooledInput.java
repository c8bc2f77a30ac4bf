package org.seism.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.seism.InputException;
import org.seism.table.NamedInput;

/** An input that can be read twice: what comes from a pipe is kept in a file until it is closed. */
public final class SpooledInput implements AutoCloseable {
    private final NamedInput m_input;
    /** Null where the input is a file itself. */
    private final Path m_file;

    private SpooledInput(final NamedInput input, final Path file) {
        m_input = input;
        m_file = file;
    }

    /**
     * @param path a file, or - for standard input
     * @return the input, kept in a temporary file where it comes from a pipe
     * @throws InputException if it can't be kept
     */
    public static SpooledInput of(final Path path) {
        final NamedInput input = NamedInput.of(path);
        if (Files.isRegularFile(path) || !path.toString().equals(NamedInput.STANDARD) && !Files.exists(path)) {
            return new SpooledInput(input, null);
        }
        Path file = null;
        try (InputStream in = input.open()) {
            file = Files.createTempFile("seism-", ".tmp");
            file.toFile().deleteOnExit();
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            final Path kept = file;
            return new SpooledInput(new NamedInput(input.name(), () -> Files.newInputStream(kept)), file);
        } catch (IOException e) {
            delete(file);
            throw new InputException(input.name() + " can't be kept for reading it twice: " + e.getMessage() + ".",
                "Make room in the folder for temporary files, or write the sequences to a file first.", e);
        }
    }

    /** @return what is read */
    public NamedInput input() {
        return m_input;
    }

    @Override
    public void close() {
        delete(m_file);
    }

    private static void delete(final Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the operating system clears its folder of temporary files
        }
    }
}
