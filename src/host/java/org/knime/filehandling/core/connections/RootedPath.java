package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/** A path of a {@link RootedFileSystem}: path arithmetic is that of the wrapped path. */
final class RootedPath extends FSPath {

    private final RootedFileSystem system;

    private final Path path;

    RootedPath(final RootedFileSystem system, final Path path) {
        this.system = system;
        this.path = path;
    }

    Path path() {
        return path;
    }

    private RootedPath with(final Path other) {
        return other == null ? null : new RootedPath(system, other);
    }

    private static Path unwrap(final Path other) {
        return other instanceof RootedPath p ? p.path : other;
    }

    @Override
    public FSFileSystem<?> getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return path.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return with(path.getRoot());
    }

    @Override
    public Path getFileName() {
        return with(path.getFileName());
    }

    @Override
    public Path getParent() {
        return with(path.getParent());
    }

    @Override
    public int getNameCount() {
        return path.getNameCount();
    }

    @Override
    public Path getName(final int index) {
        return with(path.getName(index));
    }

    @Override
    public Path subpath(final int beginIndex, final int endIndex) {
        return with(path.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(final Path other) {
        return path.startsWith(unwrap(other));
    }

    @Override
    public boolean endsWith(final Path other) {
        return path.endsWith(unwrap(other));
    }

    @Override
    public Path normalize() {
        return with(path.normalize());
    }

    @Override
    public Path resolve(final Path other) {
        return with(path.resolve(unwrap(other)));
    }

    @Override
    public Path relativize(final Path other) {
        return with(path.relativize(unwrap(other)));
    }

    @Override
    public Path toAbsolutePath() {
        return with(Path.of(system.toShown(path)));
    }

    @Override
    public Path toRealPath(final LinkOption... options) throws IOException {
        system.provider().checkAccess(this);
        return toAbsolutePath();
    }

    @Override
    public WatchKey register(final WatchService watcher, final Kind<?>[] events, final Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(final Path other) {
        return path.compareTo(unwrap(other));
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof RootedPath p && system == p.system && path.equals(p.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
