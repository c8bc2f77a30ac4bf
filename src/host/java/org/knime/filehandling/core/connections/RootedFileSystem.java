package org.knime.filehandling.core.connections;

import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of this machine: all of them, or those below a root that looks like "/" from inside. */
class RootedFileSystem extends FSFileSystem<RootedPath> {

    private final Path root;

    private final Path working;

    private final RootedProvider provider = new RootedProvider(this);

    RootedFileSystem(final FSCategory category, final String specifier, final Path root, final Path working) {
        super(new FSLocationSpec() {
            @Override
            public String getFileSystemCategory() {
                return category.name();
            }

            @Override
            public Optional<String> getFileSystemSpecifier() {
                return Optional.ofNullable(specifier);
            }
        });
        this.root = root == null ? null : root.toAbsolutePath().normalize();
        this.working = working;
    }

    /** The file on this machine that a path of this system means. */
    Path toReal(final Path path) {
        if (root == null) {
            return working.resolve(path).normalize();
        }
        // resolved inside the root like "/": enough ".." end at the root, never above it
        final Path inside = Path.of("/").resolve(path).normalize();
        return root.resolve(Path.of("/").relativize(inside).toString());
    }

    /** A failure names the path as the node gave it, not where it lies on this machine. */
    String toShown(final Path path) {
        return root == null ? toReal(path).toString() : Path.of("/").resolve(path).normalize().toString();
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public RootedPath getPath(final String first, final String... more) {
        return new RootedPath(this, Path.of(first, more));
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return FileSystems.getDefault().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(final String syntaxAndPattern) {
        return FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
