package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Stands for KNIME's file operations that explain their failures. */
public final class FSFiles {

    private FSFiles() {
    }

    public static InputStream newInputStream(final Path path, final OpenOption... options) throws IOException {
        return Files.newInputStream(path, options);
    }

    public static OutputStream newOutputStream(final Path path, final OpenOption... options) throws IOException {
        return Files.newOutputStream(path, options);
    }

    public static boolean exists(final Path path, final LinkOption... options) {
        return Files.exists(path, options);
    }

    public static boolean isDirectory(final Path path, final LinkOption... options) {
        return Files.isDirectory(path, options);
    }
}
