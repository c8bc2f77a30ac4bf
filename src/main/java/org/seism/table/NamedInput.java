package org.seism.table;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

import org.seism.InputException;
import org.seism.Progress;

/**
 * Something that can be read, possibly more than once, with the name that error messages use for it. The command line
 * makes one from a path, the KNIME nodes from whatever their file chooser hands them.
 *
 * @param name how the user knows it, for instance the path as typed
 * @param opener opens it at its beginning
 */
public record NamedInput(String name, Opener opener) {
    /** Stands for standard input or output where a file is asked for. */
    public static final String STANDARD = "-";

    /** Opens a stream of bytes at its beginning. */
    @FunctionalInterface
    public interface Opener {
        /**
         * @return a new stream, closed by the caller
         * @throws IOException if it can't be opened
         */
        InputStream open() throws IOException;
    }

    /**
     * @param path a file, or {@code -} for standard input; it is looked at only when the input is opened
     * @return the file as an input, under its path as given
     */
    public static NamedInput of(final Path path) {
        if (path.toString().equals(STANDARD)) {
            return new NamedInput("standard input", () -> new FileInputStream(FileDescriptor.in));
        }
        return new NamedInput(path.toString(), () -> openFile(path));
    }

    /**
     * @return a new stream, closed by the caller
     * @throws InputException if there is no such file or it can't be opened, with the file's name
     */
    public InputStream open() {
        try {
            return opener.open();
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        }
    }

    /**
     * @param progress asked before every block of bytes
     * @return the same input, whose streams throw {@link org.seism.CancelledException} once the run is cancelled: for readers that know no
     *         progress
     */
    public NamedInput cancellable(final Progress progress) {
        return new NamedInput(name, () -> new FilterInputStream(opener.open()) {
            @Override
            public int read() throws IOException {
                progress.checkCancelled();
                return super.read();
            }

            @Override
            public int read(final byte[] bytes, final int from, final int length) throws IOException {
                progress.checkCancelled();
                return super.read(bytes, from, length);
            }
        });
    }

    private static InputStream openFile(final Path path) throws IOException {
        // said beforehand, because the exceptions of the file systems differ and name the path only
        if (!Files.exists(path)) {
            throw new InputException("There is no file " + path + ".", "Check the spelling and the folder.");
        }
        if (Files.isDirectory(path)) {
            throw new InputException(path + " is a folder, not a file.", "Name the file to read.");
        }
        // a pipe has no position, which the channels of java.nio ask for
        return Files.isRegularFile(path) || path.getFileSystem() != FileSystems.getDefault() ? Files.newInputStream(path)
            : new FileInputStream(path.toFile());
    }
}
