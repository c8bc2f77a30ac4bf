package org.seism.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.seism.InputException;

/**
 * A folder of results that appears complete or not at all. Files are written to a staging folder; {@link #commit()} puts
 * them into place; {@link #close()} without it leaves everything as it was. A new folder appears in one step. In an
 * existing folder files of the same name are replaced, others stay but for superseded ones, and if that fails midway, what was replaced is put
 * back. Methods are synchronised, so that a shutdown hook may call {@link #close()}.
 */
public final class OutputDirectory implements AutoCloseable {
    private final Path m_target;
    /** Parents of the target made for it, innermost first; removed again if nothing comes of it. */
    private final Deque<Path> m_createdParents = new ArrayDeque<>();
    private final boolean m_existing;
    private final Path m_staging;
    private Predicate<String> m_stale = name -> false;
    private boolean m_done;

    private OutputDirectory(final Path target) throws IOException {
        m_target = target;
        m_existing = Files.isDirectory(target);
        createParents();
        // An existing folder may be a mount point or lie in a folder that is read-only: staging within it is always on the
        // same file system, and shows at once whether it can be written. A new folder is staged beside its place.
        final String name = ".seism-" + UUID.randomUUID() + ".tmp";
        m_staging = m_existing ? m_target.resolve(name) : m_target.resolveSibling(name);
        try {
            Files.createDirectory(m_staging);
        } catch (IOException e) {
            removeParents();
            throw e;
        }
    }

    /**
     * Prepares a folder; to be called before the work, so that an output that can't be written is known at once.
     *
     * @param target the folder of results; it need not exist, nor its parents
     * @return an empty staging area for it, to be closed
     * @throws InputException if there is a file of this name (or a parent is a file), or the folder can't be written
     */
    public static OutputDirectory open(final Path target) {
        final Path absolute = target.toAbsolutePath().normalize();
        for (Path p = absolute; p != null; p = p.getParent()) {
            if (Files.exists(p) && !Files.isDirectory(p)) {
                throw new InputException("The output folder " + target + " can't be made: "
                    + (p.equals(absolute) ? "it" : p.toString()) + " is a file.", "Choose another folder, or move the file away.");
            }
        }
        try {
            return new OutputDirectory(absolute);
        } catch (IOException e) {
            throw new InputException("The output folder " + target + " is not writable.",
                "Choose a folder that you may write to and that has space left.", e);
        }
    }

    /** @return where the results will be */
    public Path target() {
        return m_target;
    }

    /**
     * @param name of a file, possibly with folders before it ({@code logos/1.svg}), which are made
     * @return where to write it now
     * @throws IllegalArgumentException if the name leads out of the folder
     * @throws InputException if a folder can't be made
     */
    public synchronized Path file(final String name) {
        requireOpen();
        final Path file = m_staging.resolve(name).normalize();
        if (!file.startsWith(m_staging) || file.equals(m_staging)) {
            throw new IllegalArgumentException("'" + name + "' is no name within the folder");
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw AtomicFiles.unwritable(m_target, e);
        }
        return file;
    }

    /**
     * Names files that only an earlier run can have left: in an existing folder they go when the new files come, unless they
     * are among them, because they would pass for results of this run.
     *
     * @param names of files directly in the folder
     */
    public synchronized void supersede(final Predicate<String> names) {
        requireOpen();
        m_stale = m_stale.or(names);
    }

    /**
     * Puts all files into place. Nothing can be written afterwards.
     *
     * @throws InputException if they can't be moved; the folder is then as it was
     */
    public synchronized void commit() {
        requireOpen();
        try {
            final List<Path> files = stagedFiles();
            for (final Path file : files) {
                force(file);
            }
            if (m_existing) {
                replace(files);
            } else {
                Files.move(m_staging, m_target);
            }
        } catch (IOException e) {
            close();
            throw AtomicFiles.unwritable(m_target, e);
        }
        m_createdParents.clear();
        close();
    }

    /** Throws away what was not committed. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (m_done) {
            return;
        }
        m_done = true;
        deleteTree(m_staging);
        removeParents();
    }

    private void requireOpen() {
        if (m_done) {
            throw new IllegalStateException("the output folder is closed");
        }
    }

    private void createParents() throws IOException {
        final Deque<Path> missing = new ArrayDeque<>();
        for (Path p = m_target.getParent(); p != null && !Files.exists(p); p = p.getParent()) {
            missing.push(p);
        }
        try {
            for (final Path p : missing) {
                Files.createDirectory(p);
                m_createdParents.push(p);
            }
        } catch (IOException e) {
            removeParents();
            throw e;
        }
    }

    private void removeParents() {
        try {
            while (!m_createdParents.isEmpty()) {
                Files.deleteIfExists(m_createdParents.pop());
            }
        } catch (IOException e) {
            // somebody else has put a file there in the meantime: it stays
            m_createdParents.clear();
        }
    }

    private List<Path> stagedFiles() throws IOException {
        try (Stream<Path> tree = Files.walk(m_staging)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void force(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Old files are kept aside until all new ones are in place. */
    private void replace(final List<Path> files) throws IOException {
        final Path old = m_staging.resolveSibling(m_staging.getFileName() + ".old");
        final List<Path> placed = new ArrayList<>();
        final List<Path> kept = new ArrayList<>();
        try {
            for (final Path file : files) {
                final Path name = m_staging.relativize(file);
                final Path place = m_target.resolve(name);
                if (Files.isDirectory(place)) {
                    throw new IOException(place + " is a folder");
                }
                Files.createDirectories(place.getParent());
                if (Files.exists(place)) {
                    Files.createDirectories(old.resolve(name).getParent());
                    AtomicFiles.move(place, old.resolve(name));
                    kept.add(name);
                }
                AtomicFiles.move(file, place);
                placed.add(name);
            }
            for (final Path stale : stale(placed)) {
                Files.createDirectories(old);
                AtomicFiles.move(stale, old.resolve(stale.getFileName()));
                kept.add(stale.getFileName());
            }
        } catch (IOException e) {
            for (final Path name : placed) {
                Files.deleteIfExists(m_target.resolve(name));
            }
            for (final Path name : kept) {
                AtomicFiles.move(old.resolve(name), m_target.resolve(name));
            }
            throw e;
        } finally {
            deleteTree(old);
        }
    }

    private List<Path> stale(final List<Path> placed) throws IOException {
        try (Stream<Path> files = Files.list(m_target)) {
            return files.filter(Files::isRegularFile)
                .filter(f -> m_stale.test(f.getFileName().toString()) && !placed.contains(f.getFileName())).sorted().toList();
        }
    }

    private static void deleteTree(final Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (final Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            // a file is in use (Windows): the folder stays, hidden and named .seism-*.tmp
        }
    }
}
