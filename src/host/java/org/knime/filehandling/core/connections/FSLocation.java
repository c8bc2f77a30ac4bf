package org.knime.filehandling.core.connections;

import java.util.Objects;
import java.util.Optional;

/** Stands for KNIME's path in a file system. */
public final class FSLocation implements FSLocationSpec {

    public static final FSLocation NULL = new FSLocation();

    private final String category;

    private final String specifier;

    private final String path;

    private FSLocation() {
        category = null;
        specifier = null;
        path = null;
    }

    public FSLocation(final FSCategory fsCategory, final String path) {
        this(fsCategory, null, path);
    }

    public FSLocation(final String fsCategory, final String path) {
        this(fsCategory, null, path);
    }

    public FSLocation(final FSCategory fsCategory, final String fsSpecifier, final String path) {
        this(fsCategory.toString(), fsSpecifier, path);
    }

    public FSLocation(final String fsCategory, final String fsSpecifier, final String path) {
        this.category = Objects.requireNonNull(fsCategory, "The file system type must not be null.");
        this.specifier = fsSpecifier;
        this.path = Objects.requireNonNull(path, "The path must not be null.");
    }

    public String getPath() {
        return path;
    }

    @Override
    public String getFileSystemCategory() {
        return category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(specifier);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FSLocation l && Objects.equals(category, l.category)
            && Objects.equals(specifier, l.specifier) && Objects.equals(path, l.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, specifier, path);
    }

    @Override
    public String toString() {
        return "(" + category + ", " + (specifier == null ? "" : specifier + ", ") + path + ")";
    }
}
