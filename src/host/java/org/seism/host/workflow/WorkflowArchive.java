package org.seism.host.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.seism.host.io.HostException;

/** A workflow in a {@code .knwf} file, as KNIME exports and KNIME Hub keeps them: unpacked into a temporary folder until it is closed. */
public final class WorkflowArchive implements AutoCloseable {
    private final Path m_folder;
    private final Path m_directory;

    private WorkflowArchive(final Path folder, final Path directory) {
        m_folder = folder;
        m_directory = directory;
    }

    /**
     * @param file a {@code .knwf} file
     * @return the unpacked workflow
     * @throws HostException if the file can't be read or holds no single workflow
     */
    public static WorkflowArchive open(final Path file) throws HostException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("seism-workflow");
            unpack(file, folder);
            final List<Path> workflows;
            try (Stream<Path> tree = Files.walk(folder, 3)) {
                workflows = tree.filter(p -> p.getFileName().toString().equals("workflow.knime")).toList();
            }
            if (workflows.size() != 1) {
                throw new HostException(file.getFileName() + " holds " + workflows.size() + " workflows, not one.");
            }
            return new WorkflowArchive(folder, workflows.get(0).getParent());
        } catch (ZipException e) {
            delete(folder);
            throw new HostException(file.getFileName() + " is no .knwf file: " + e.getMessage(), e);
        } catch (IOException e) {
            delete(folder);
            throw new HostException(file.getFileName() + " can't be unpacked: " + e.getMessage(), e);
        } catch (HostException e) {
            delete(folder);
            throw e;
        }
    }

    private static void unpack(final Path file, final Path folder) throws IOException, HostException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (final ZipEntry entry : (Iterable<ZipEntry>)zip.stream().map(e -> (ZipEntry)e)::iterator) {
                final Path to = folder.resolve(entry.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new HostException(file.getFileName() + " would write outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to);
                    }
                }
            }
        }
    }

    /** @return the workflow's directory */
    public Path directory() {
        return m_directory;
    }

    @Override
    public void close() {
        delete(m_folder);
    }

    private static void delete(final Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (final Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // a temporary folder: the system clears it
        }
    }
}
