package org.seism.output;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.seism.InputException;

/**
 * Writes a file as a whole or not at all: into a temporary file beside the target, forced to the disk, then moved over
 * the target in one step. If writing fails or is cancelled, the temporary file is deleted and an old target stays as it
 * was.
 */
public final class AtomicFiles {

    /**
     * Writes the content of a file.
     *
     * @param <W> what it writes to
     */
    @FunctionalInterface
    public interface Body<W> {
        /**
         * @param out buffered; not to be closed
         * @throws IOException if writing fails
         */
        void writeTo(W out) throws IOException;
    }

    private AtomicFiles() {
    }

    /**
     * @param target the file; its folder must exist
     * @param body writes the bytes
     * @throws InputException if the target can't be written
     * @throws RuntimeException whatever {@code body} throws, such as a cancellation, after cleaning up
     */
    public static void write(final Path target, final Body<? super OutputStream> body) {
        try {
            final Path real = realTarget(target);
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                writeDevice(real, body);
                return;
            }
            final Path temporary = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                writeForced(temporary, body);
                move(temporary, real);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        } catch (UncheckedIOException e) {
            throw unwritable(target, e.getCause());
        }
    }

    /**
     * @param target the file; its folder must exist
     * @param body writes the text, which is stored as UTF-8
     * @throws InputException if the target can't be written
     * @throws RuntimeException whatever {@code body} throws, such as a cancellation, after cleaning up
     */
    public static void writeText(final Path target, final Body<? super Writer> body) {
        write(target, out -> {
            final Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            body.writeTo(text);
            text.flush();
        });
    }

    /**
     * Moves a file over another of the same file system, in one step where the file system can.
     *
     * @param from existing file
     * @param to its new place; a file there is replaced
     * @throws IOException if it can't be moved
     */
    static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // some network shares: the best there is
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * @param target what could not be written
     * @param e why
     * @return what to throw
     */
    static InputException unwritable(final Path target, final IOException e) {
        final String why = e.getMessage() == null || e.getMessage().equals(target.toString()) ? "" : " (" + e.getMessage() + ")";
        return new InputException(target + " can't be written: " + e.getClass().getSimpleName().replace("Exception", "") + why + ".",
            "Choose a folder that you may write to and that has space left.", e);
    }

    /**
     * To be called before the work, so that an output that can't be written is known at once.
     *
     * @param target the file
     * @throws InputException if it can't be written
     */
    public static void check(final Path target) {
        try {
            final Path real = realTarget(target);
            if (!Files.exists(real) || Files.isRegularFile(real)) {
                final Path probe = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".tmp");
                Files.createFile(probe);
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** @return whether a file is there that nobody may write, be it the owner: root may write everything */
    static boolean isProtected(final Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            return !Files.isWritable(file) || Files.getPosixFilePermissions(file).stream().noneMatch(p -> p.name().endsWith("WRITE"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Links are followed: the move would replace the link instead of the file it names. */
    private static Path realTarget(final Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new InputException(target + " is a folder, not a file.", "Name a file to write.");
        }
        if (target.toString().isEmpty()) {
            throw new InputException("The name of the output file is empty.", "Name a file to write.");
        }
        final Path absolute = target.toAbsolutePath();
        if (absolute.getParent() == null || !Files.isDirectory(absolute.getParent())) {
            throw new InputException("The folder of " + target + " does not exist.", "Create it, or choose another file.");
        }
        if (isProtected(absolute)) {
            // a move would replace it all the same: it needs rights on the folder only
            throw new InputException(target + " is write-protected.", "Choose another file, or take the protection away.");
        }
        return Files.exists(absolute) ? absolute.toRealPath() : absolute;
    }

    private static void writeForced(final Path file, final Body<? super OutputStream> body) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            final OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            body.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** A terminal, a pipe or /dev/null can't be replaced, only written to. */
    private static void writeDevice(final Path device, final Body<? super OutputStream> body) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(device))) {
            body.writeTo(out);
        }
    }
}
