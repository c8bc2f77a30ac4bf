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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.seism.InputException;

/**
 * A folder of results that appears complete or not at all. Files are written to a staging folder; {@link #commit()} puts
 * them into place; {@link #close()} without it leaves everything as it was. A new folder appears in one step. In an
 * existing folder files of the same name are replaced, others stay, and if that fails midway, what was replaced is put
 * back. What an earlier run has written and this one doesn't is removed ({@link Manifest}), what the user has put there
 * stays. Two runs can't work for the same folder at once ({@link FolderLock}). Methods are synchronised, so that a shutdown hook may call {@link #close()}.
 */
public final class OutputDirectory implements AutoCloseable {
    private final Path m_target;
    /** Parents of the target made for it, innermost first; removed again if nothing comes of it. */
    private final Deque<Path> m_createdParents = new ArrayDeque<>();
    private final boolean m_existing;
    private final Path m_staging;
    private final FolderLock m_lock;
    private boolean m_done;

    private OutputDirectory(final Path target) throws IOException {
        m_target = target;
        m_existing = Files.isDirectory(target);
        createParents();
        // An existing folder may be a mount point or lie in a folder that is read-only: staging within it is always on the
        // same file system, and shows at once whether it can be written. A new folder is staged beside its place.
        final String inside = ".seism-";
        final String beside = ".seism-" + target.getFileName() + "-";
        final String name = UUID.randomUUID() + ".tmp";
        m_staging = m_existing ? m_target.resolve(inside + name) : m_target.resolveSibling(beside + name);
        FolderLock lock = null;
        try {
            lock = FolderLock.of(m_staging);
            if (target.getParent() != null) {
                FolderLock.clear(target.getParent(), beside, m_staging, target);
            }
            FolderLock.clear(target, inside, m_staging, target);
            Files.createDirectory(m_staging);
        } catch (IOException | InputException e) {
            if (lock != null) {
                lock.close();
            }
            removeParents();
            throw e;
        }
        m_lock = lock;
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
        refuseProtected(absolute);
        try {
            return new OutputDirectory(absolute);
        } catch (IOException e) {
            throw new InputException("The output folder " + target + " is not writable.",
                "Choose a folder that you may write to and that has space left.", e);
        }
    }

    /** A move would replace a write-protected file all the same: it needs rights on the folder only. */
    private static void refuseProtected(final Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            final Path file = files.filter(f -> ResultFiles.isName(f.getFileName().toString()) && AtomicFiles.isProtected(f)).sorted()
                .findFirst().orElse(null);
            if (file != null) {
                throw new InputException(file + " is write-protected.", "Choose another folder, or take the protection away.");
            }
        } catch (IOException e) {
            throw AtomicFiles.unwritable(folder, e);
        }
    }

    /**
     * @param input a file that is read
     * @throws InputException if it lies in this folder under a name that the results will have
     */
    public void refuseInput(final Path input) {
        try {
            if (m_existing && Files.exists(input) && Files.isSameFile(m_target, input.toRealPath().getParent())) {
                final String name = input.toRealPath().getFileName().toString();
                if (ResultFiles.isName(name) || Manifest.read(m_target).containsKey(name)) {
                    throw new InputException("The input " + input + " would be replaced by the results.", "Choose another output folder.");
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.unwritable(m_target, e);
        }
    }

    /**
     * @param file of a folder of results
     * @return whether it is the list of the other files, which {@link #commit} makes
     */
    public static boolean isManifest(final Path file) {
        return file.getFileName().toString().equals(Manifest.NAME);
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
     * Puts all files into place. Nothing can be written afterwards.
     *
     * @throws InputException if they can't be moved; the folder is then as it was
     */
    public synchronized void commit() {
        requireOpen();
        try {
            final Map<String, String> earlier = m_existing ? Manifest.read(m_target) : Map.of();
            final List<Path> written = stagedFiles();
            Files.writeString(m_staging.resolve(Manifest.NAME), Manifest.of(m_staging, written));
            final Map<String, String> now = Manifest.read(m_staging);
            final List<Path> files = new ArrayList<>(written);
            files.add(m_staging.resolve(Manifest.NAME));
            for (final Path file : files) {
                force(file);
            }
            if (m_existing) {
                replace(files);
                Manifest.removeStale(m_target, earlier, now);
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
        m_lock.close();
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
        final Path old = aside(m_staging);
        final List<Path> placed = new ArrayList<>();
        final List<Path> kept = new ArrayList<>();
        try {
            for (final Path file : files) {
                final Path name = m_staging.relativize(file);
                final Path place = m_target.resolve(name);
                if (AtomicFiles.isProtected(place)) {
                    throw new IOException(place + " is write-protected");
                }
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

    /** @return where old files are kept while new ones are put into place */
    static Path aside(final Path staging) {
        return staging.resolveSibling(staging.getFileName() + ".old");
    }

    /** Old files that a killed run had put aside go back to their places. */
    static void putBack(final Path old, final Path target) throws IOException {
        if (!Files.isDirectory(old)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(old)) {
            for (final Path file : tree.filter(Files::isRegularFile).toList()) {
                final Path place = target.resolve(old.relativize(file));
                Files.createDirectories(place.getParent());
                AtomicFiles.move(file, place);
            }
        }
        deleteTree(old);
    }

    /**
     * Removes a temporary folder as far as it can be removed: what is in use (Windows) stays, in a folder of which nobody takes it for results.
     *
     * @param root the folder with all that it holds; may be gone already
     */
    public static void deleteTree(final Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (final Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            // hidden and named .seism-*.tmp, or in the system's own folder of temporary files
        }
    }
}
