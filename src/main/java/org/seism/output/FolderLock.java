package org.seism.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.seism.InputException;

/**
 * A lock file beside a staging folder. While a run holds it, another run that wants the same place says so at once; the
 * system lets go of it when a run is killed, so that what it left can be told from what is at work, and be removed.
 */
final class FolderLock implements AutoCloseable {
    private static final String SUFFIX = ".lock";

    private final Path m_file;
    private final FileChannel m_channel;

    private FolderLock(final Path file, final FileChannel channel) {
        m_file = file;
        m_channel = channel;
    }

    /** @return the lock of a staging folder that is about to be made */
    static FolderLock of(final Path staging) throws IOException {
        final Path file = staging.resolveSibling(staging.getFileName() + SUFFIX);
        final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.tryLock();
        } catch (IOException e) {
            // a file system without locks: then nobody can be asked
        }
        return new FolderLock(file, channel);
    }

    /**
     * Looks at the staging folders of others for the same place: refuses where one is at work, removes what killed runs left.
     *
     * @param folder where staging folders lie
     * @param prefix of their names
     * @param own the caller's staging folder
     * @param target the place, for the message and for files that a killed run had put aside
     */
    static void clear(final Path folder, final String prefix, final Path own, final Path target) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, file -> isStaging(file.getFileName().toString(), prefix))) {
            for (final Path staging : others) {
                if (staging.equals(own)) {
                    continue;
                }
                final Path lock = staging.resolveSibling(staging.getFileName() + SUFFIX);
                if (isHeld(lock)) {
                    throw new InputException("Another run is writing to " + target + " at this moment.",
                        "Wait for it to end, or choose another output folder.");
                }
                OutputDirectory.putBack(OutputDirectory.aside(staging), target);
                OutputDirectory.deleteTree(staging);
                Files.deleteIfExists(lock);
            }
        }
    }

    private static boolean isStaging(final String name, final String prefix) {
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");
    }

    private static boolean isHeld(final Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return Files.exists(lock);
        }
    }

    @Override
    public void close() {
        try {
            m_channel.close();
            Files.deleteIfExists(m_file);
        } catch (IOException e) {
            // it stays: empty, and held by nobody
        }
    }
}
