package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.DirectoryStream.Filter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands every operation to the files of this machine; failures name the path as seen from inside. */
final class RootedProvider extends FileSystemProvider {

    private interface Operation<T> {
        T run(Path real) throws IOException;
    }

    private final RootedFileSystem system;

    RootedProvider(final RootedFileSystem system) {
        this.system = system;
    }

    private <T> T on(final Path path, final Operation<T> operation) throws IOException {
        final Path inner = ((RootedPath)path).path();
        try {
            return operation.run(system.toReal(inner));
        } catch (NoSuchFileException e) {
            final NoSuchFileException shown = new NoSuchFileException(system.toShown(inner));
            shown.initCause(e);
            throw shown;
        } catch (FileAlreadyExistsException e) {
            final FileAlreadyExistsException shown = new FileAlreadyExistsException(system.toShown(inner));
            shown.initCause(e);
            throw shown;
        }
    }

    private Path real(final Path path) {
        return system.toReal(((RootedPath)path).path());
    }

    @Override
    public String getScheme() {
        return "host";
    }

    @Override
    public FileSystem newFileSystem(final URI uri, final Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(final URI uri) {
        return system;
    }

    @Override
    public Path getPath(final URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel newByteChannel(final Path path, final Set<? extends OpenOption> options,
        final FileAttribute<?>... attrs) throws IOException {
        return on(path, p -> Files.newByteChannel(p, options, attrs));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(final Path dir, final Filter<? super Path> filter)
        throws IOException {
        final List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = on(dir, Files::newDirectoryStream)) {
            for (final Path child : stream) {
                final Path inside = dir.resolve(child.getFileName().toString());
                if (filter.accept(inside)) {
                    children.add(inside);
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return children.iterator();
            }

            @Override
            public void close() {
                // everything was read at once
            }
        };
    }

    @Override
    public void createDirectory(final Path dir, final FileAttribute<?>... attrs) throws IOException {
        on(dir, p -> Files.createDirectory(p, attrs));
    }

    @Override
    public void delete(final Path path) throws IOException {
        on(path, p -> {
            Files.delete(p);
            return p;
        });
    }

    @Override
    public void copy(final Path source, final Path target, final CopyOption... options) throws IOException {
        on(source, p -> Files.copy(p, real(target), options));
    }

    @Override
    public void move(final Path source, final Path target, final CopyOption... options) throws IOException {
        on(source, p -> Files.move(p, real(target), options));
    }

    @Override
    public boolean isSameFile(final Path path, final Path path2) throws IOException {
        return on(path, p -> Files.isSameFile(p, real(path2)));
    }

    @Override
    public boolean isHidden(final Path path) throws IOException {
        return on(path, Files::isHidden);
    }

    @Override
    public FileStore getFileStore(final Path path) throws IOException {
        return on(path, Files::getFileStore);
    }

    @Override
    public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
        on(path, p -> {
            p.getFileSystem().provider().checkAccess(p, modes);
            return p;
        });
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(final Path path, final Class<V> type,
        final LinkOption... options) {
        return Files.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(final Path path, final Class<A> type,
        final LinkOption... options) throws IOException {
        return on(path, p -> Files.readAttributes(p, type, options));
    }

    @Override
    public Map<String, Object> readAttributes(final Path path, final String attributes, final LinkOption... options)
        throws IOException {
        return on(path, p -> Files.readAttributes(p, attributes, options));
    }

    @Override
    public void setAttribute(final Path path, final String attribute, final Object value,
        final LinkOption... options) throws IOException {
        on(path, p -> Files.setAttribute(p, attribute, value, options));
    }
}
