package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.Optional;

/** Stands for KNIME's file system. */
public abstract class FSFileSystem<T extends FSPath> extends FileSystem {

    private final FSLocationSpec location;

    FSFileSystem(final FSLocationSpec location) {
        this.location = location;
    }

    public final FSCategory getFileSystemCategory() {
        return location.getFSCategory();
    }

    public final Optional<String> getFileSystemSpecifier() {
        return location.getFileSystemSpecifier();
    }

    public T getPath(final FSLocation fsLocation) {
        if (fsLocation.getFSCategory() != getFileSystemCategory()) {
            throw new IllegalArgumentException(
                "Only FSLocations of type " + getFileSystemCategory() + " are allowed with this file system.");
        }
        if (!fsLocation.getFileSystemSpecifier().equals(getFileSystemSpecifier())) {
            throw new IllegalArgumentException("Only FSLocations with specifier " + getFileSystemSpecifier()
                + " are allowed with this file system.");
        }
        return getPath(fsLocation.getPath());
    }

    @Override
    public abstract T getPath(String first, String... more);

    @Override
    public final void close() throws IOException {
        // the connection is closed, never the file system
    }
}
