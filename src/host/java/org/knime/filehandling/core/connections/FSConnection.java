package org.knime.filehandling.core.connections;

import java.io.IOException;

/** Stands for KNIME's open connection to a file system. */
public interface FSConnection extends AutoCloseable {

    FSFileSystem<?> getFileSystem();

    @Override
    default void close() throws IOException {
    }
}
