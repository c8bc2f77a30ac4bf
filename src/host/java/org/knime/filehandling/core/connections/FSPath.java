package org.knime.filehandling.core.connections;

import java.net.URI;
import java.nio.file.Path;

/** Stands for KNIME's path. */
public abstract class FSPath implements Path {

    public FSPath() {
    }

    @Override
    public abstract FSFileSystem<?> getFileSystem();

    @Override
    public final URI toUri() {
        return Path.of(toAbsolutePath().toString()).toUri();
    }
}
