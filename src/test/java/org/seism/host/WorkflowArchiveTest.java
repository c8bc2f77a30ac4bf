package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.host.io.HostException;
import org.seism.host.workflow.WorkflowArchive;

/** Files as KNIME exports workflows. */
class WorkflowArchiveTest {
    @TempDir
    private Path m_folder;

    private Path zip(final String... names) throws IOException {
        final Path file = m_folder.resolve("w.knwf");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write("<config/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void isUnpackedAndCleared() throws Exception {
        final Path directory;
        try (WorkflowArchive archive = WorkflowArchive.open(zip("My flow/workflow.knime", "My flow/data/a.fasta"))) {
            directory = archive.directory();
            assertEquals("My flow", directory.getFileName().toString());
            assertTrue(Files.exists(directory.resolve("data/a.fasta")));
        }
        assertFalse(Files.exists(directory));
    }

    @Test
    void whatIsNoWorkflowIsRefused() throws Exception {
        refused("holds 0 workflows", zip("My flow/readme.txt"));
        refused("holds 2 workflows", zip("a/workflow.knime", "b/workflow.knime"));
        refused("outside of its folder", zip("../evil/workflow.knime"));
        refused("is no .knwf file", Files.writeString(m_folder.resolve("text.knwf"), "text"));
        assertFalse(Files.exists(m_folder.getParent().resolve("evil")));
    }

    private static void refused(final String why, final Path file) {
        final String message = assertThrows(HostException.class, () -> WorkflowArchive.open(file)).getMessage();
        assertTrue(message.contains(why), message);
    }
}
