package org.seism.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.InputException;

/** Whose files are whose: earlier runs', other runs', killed runs', the user's. */
class OutputPlacesTest {
    @TempDir
    private Path m_folder;

    private static void run(final Path target, final String... files) throws IOException {
        try (OutputDirectory out = OutputDirectory.open(target)) {
            for (final String file : files) {
                Files.writeString(out.file(file), "by SEISM: " + file);
            }
            out.commit();
        }
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("files of an earlier run go, the user's and those the user changed stay")
    void stale() throws IOException {
        final Path out = m_folder.resolve("out");
        run(out, "results.tsv", "logo-1.svg", "logo-2.svg", "refit.tsv");
        Files.writeString(out.resolve("logo-7.svg"), "mine");
        Files.writeString(out.resolve("refit.tsv"), "mine now");
        run(out, "results.tsv", "logo-1.svg");
        assertEquals(List.of("files.sha256", "logo-1.svg", "logo-7.svg", "refit.tsv", "results.tsv"), names(out));
        assertEquals("mine now", Files.readString(out.resolve("refit.tsv")));
        final String list = Files.readString(out.resolve(Manifest.NAME));
        assertTrue(list.lines().allMatch(l -> l.matches("[0-9a-f]{64}  (logo-1.svg|results.tsv)")), list);
    }

    @Test
    @DisplayName("a list that leads out of the folder removes nothing there")
    void foreignList() throws IOException {
        final Path out = m_folder.resolve("out");
        run(out, "results.tsv");
        Files.writeString(m_folder.resolve("precious"), "by SEISM: results.tsv");
        final String sum = Files.readString(out.resolve(Manifest.NAME)).substring(0, 64);
        Files.writeString(out.resolve(Manifest.NAME), sum + "  ../precious\n");
        run(out, "results.tsv");
        assertTrue(Files.exists(m_folder.resolve("precious")));
    }

    @Test
    @DisplayName("two runs for one place: the second is told at once, be the folder there or not")
    void locked() throws IOException {
        final Path out = m_folder.resolve("out");
        for (int round = 0; round < 2; round++) {
            try (OutputDirectory first = OutputDirectory.open(out)) {
                final InputException e = assertThrows(InputException.class, () -> OutputDirectory.open(out));
                assertTrue(e.problem().contains("Another run"), e.problem());
                OutputDirectory.open(m_folder.resolve("out2")).close();
                Files.writeString(first.file("results.tsv"), "x");
                first.commit();
            }
        }
        assertEquals(List.of("out"), names(m_folder));
        assertEquals(List.of("files.sha256", "results.tsv"), names(out));
    }

    @Test
    @DisplayName("what a killed run left is removed, and what it had put aside put back")
    void leftovers() throws IOException {
        final Path out = m_folder.resolve("out");
        run(out, "results.tsv");
        final String name = ".seism-01234567-89ab-cdef-0123-456789abcdef.tmp";
        Files.createFile(out.resolve(name + ".lock"));
        Files.writeString(Files.createDirectory(out.resolve(name)).resolve("half"), "");
        Files.writeString(Files.createDirectory(out.resolve(name + ".old")).resolve("results.tsv"), "old");
        final String beside = ".seism-out-01234567-89ab-cdef-0123-456789abcdef.tmp";
        Files.writeString(Files.createDirectory(m_folder.resolve(beside)).resolve("half"), "");
        OutputDirectory.open(out).close();
        assertEquals(List.of("files.sha256", "results.tsv"), names(out));
        assertEquals("old", Files.readString(out.resolve("results.tsv")));
        assertEquals(List.of("out"), names(m_folder));
    }

    @Test
    @DisplayName("an input that the results would replace is refused, others in the folder are not")
    void input() throws IOException {
        final Path out = m_folder.resolve("out");
        run(out, "results.tsv", "extra.tsv");
        Files.writeString(out.resolve("data.tsv"), "mine");
        try (OutputDirectory second = OutputDirectory.open(out)) {
            for (final String name : List.of("results.tsv", "quality.tsv", "logo-3.svg", "extra.tsv")) {
                Files.writeString(out.resolve(name), "x");
                assertThrows(InputException.class, () -> second.refuseInput(out.resolve(name)), name);
            }
            second.refuseInput(out.resolve("data.tsv"));
            second.refuseInput(m_folder.resolve("none"));
        }
    }

    @Test
    @DisplayName("write-protected files are refused before the work, also for root")
    void writeProtected() throws IOException {
        assumeTrue(Files.getFileAttributeView(m_folder, PosixFileAttributeView.class) != null, "no permissions on this file system");
        final Path out = m_folder.resolve("out");
        run(out, "results.tsv");
        final Path file = out.resolve("results.tsv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertTrue(assertThrows(InputException.class, () -> OutputDirectory.open(out)).problem().contains("write-protected"));
        assertTrue(assertThrows(InputException.class, () -> AtomicFiles.check(file)).problem().contains("write-protected"));
        assertThrows(InputException.class, () -> AtomicFiles.writeText(file, w -> w.write("x")));
        assertEquals("by SEISM: results.tsv", Files.readString(file));
    }

    @Test
    @DisplayName("places that can't be written are found by the check, which leaves nothing behind")
    void check() throws IOException {
        assertThrows(InputException.class, () -> AtomicFiles.check(Path.of("")));
        assertThrows(InputException.class, () -> AtomicFiles.check(m_folder));
        assertThrows(InputException.class, () -> AtomicFiles.check(m_folder.resolve("no/such/file")));
        AtomicFiles.check(m_folder.resolve("new"));
        assertFalse(Files.exists(m_folder.resolve("new")));
        assertEquals(List.of(), names(m_folder));
    }
}
