package org.knime.filehandling.core.connections;

import java.util.Optional;

/** Stands for KNIME's description of a file system. */
public interface FSLocationSpec {

    String getFileSystemCategory();

    Optional<String> getFileSystemSpecifier();

    default FSCategory getFSCategory() {
        return FSCategory.valueOf(getFileSystemCategory());
    }
}
