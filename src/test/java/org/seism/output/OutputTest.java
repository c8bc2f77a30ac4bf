package org.seism.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.CancelledException;
import org.seism.InputException;

class OutputTest {
    @TempDir
    private Path m_folder;

    /** Everything below the folder, so that no temporary file can hide. */
    private List<String> tree() throws IOException {
        try (Stream<Path> all = Files.walk(m_folder)) {
            return all.filter(p -> !p.equals(m_folder)).map(p -> m_folder.relativize(p).toString().replace('\\', '/')).sorted().toList();
        }
    }

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        final Path file = m_folder.resolve("a.tsv");
        AtomicFiles.writeText(file, out -> out.write("é 1\n"));
        assertEquals("é 1\n", Files.readString(file));
        AtomicFiles.write(file, out -> out.write(new byte[]{65}));
        assertEquals("A", Files.readString(file));
        assertEquals(List.of("a.tsv"), tree());
    }

    @Test
    void aFailureLeavesTheOldFile() throws IOException {
        final Path file = m_folder.resolve("a.tsv");
        Files.writeString(file, "old");
        assertThrows(CancelledException.class, () -> AtomicFiles.writeText(file, out -> {
            out.write("half");
            out.flush();
            assertEquals("old", Files.readString(file), "nothing is seen before the end");
            assertEquals(2, tree().size(), "the temporary file is beside the target");
            throw new CancelledException();
        }));
        final InputException e = assertThrows(InputException.class, () -> AtomicFiles.writeText(file, out -> {
            throw new IOException("No space left on device");
        }));
        assertTrue(e.getMessage().contains("a.tsv") && e.getMessage().contains("No space left"), e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.tsv"), tree());
    }

    @Test
    void refusesTargetsThatAreNoFiles() throws IOException {
        final InputException folder = assertThrows(InputException.class, () -> AtomicFiles.writeText(m_folder, out -> out.write("x")));
        assertTrue(folder.problem().contains("is a folder"), folder.problem());
        final Path orphan = m_folder.resolve("no/such/a.tsv");
        final InputException parent = assertThrows(InputException.class, () -> AtomicFiles.writeText(orphan, out -> out.write("x")));
        assertTrue(parent.problem().contains("does not exist"), parent.problem());
        assertEquals(List.of(), tree());
    }

    @Test
    void writesThroughALink() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("a.tsv"), "old");
        final Path link = m_folder.resolve("link");
        try {
            Files.createSymbolicLink(link, file);
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no symbolic links here");
        }
        AtomicFiles.writeText(link, out -> out.write("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aNewFolderAppearsOnlyOnCommit() throws IOException {
        final Path target = m_folder.resolve("results/run1");
        try (OutputDirectory out = OutputDirectory.open(target)) {
            Files.writeString(out.file("a.tsv"), "a");
            Files.writeString(out.file("logos/1.svg"), "svg");
            assertFalse(Files.exists(target));
            out.commit();
            assertThrows(IllegalStateException.class, () -> out.file("b"));
        }
        assertEquals(List.of("results", "results/run1", "results/run1/a.tsv", "results/run1/files.sha256", "results/run1/logos", "results/run1/logos/1.svg"), tree());
    }

    @Test
    void withoutCommitNothingIsLeftNotEvenParents() throws IOException {
        final Path target = m_folder.resolve("results/deep/run1");
        try (OutputDirectory out = OutputDirectory.open(target)) {
            Files.writeString(out.file("a.tsv"), "a");
            assertFalse(tree().isEmpty());
        }
        assertEquals(List.of(), tree());
    }

    @Test
    void anExistingFolderKeepsItsOtherFiles() throws IOException {
        Files.writeString(m_folder.resolve("a.tsv"), "old a");
        Files.writeString(m_folder.resolve("mine.txt"), "mine");
        try (OutputDirectory out = OutputDirectory.open(m_folder)) {
            Files.writeString(out.file("a.tsv"), "new a");
            Files.writeString(out.file("logos/1.svg"), "svg");
            assertEquals("old a", Files.readString(m_folder.resolve("a.tsv")));
            out.commit();
        }
        assertEquals(List.of("a.tsv", "files.sha256", "logos", "logos/1.svg", "mine.txt"), tree());
        assertEquals("new a", Files.readString(m_folder.resolve("a.tsv")));
        assertEquals("mine", Files.readString(m_folder.resolve("mine.txt")));
    }

    @Test
    void aCancelledRunLeavesAnExistingFolderAsItWas() throws IOException {
        Files.writeString(m_folder.resolve("a.tsv"), "old a");
        assertThrows(CancelledException.class, () -> {
            try (OutputDirectory out = OutputDirectory.open(m_folder)) {
                Files.writeString(out.file("a.tsv"), "new a");
                throw new CancelledException();
            }
        });
        assertEquals(List.of("a.tsv"), tree());
        assertEquals("old a", Files.readString(m_folder.resolve("a.tsv")));
    }

    @Test
    void aFailureMidwayPutsTheOldFilesBack() throws IOException {
        Files.writeString(m_folder.resolve("a.tsv"), "old a");
        Files.createDirectories(m_folder.resolve("z.tsv/full"));
        try (OutputDirectory out = OutputDirectory.open(m_folder)) {
            Files.writeString(out.file("a.tsv"), "new a");
            Files.writeString(out.file("b.tsv"), "new b");
            Files.writeString(out.file("z.tsv"), "new z");
            final InputException e = assertThrows(InputException.class, out::commit);
            assertTrue(e.getMessage().contains("z.tsv"), e.getMessage());
        }
        assertEquals(List.of("a.tsv", "z.tsv", "z.tsv/full"), tree());
        assertEquals("old a", Files.readString(m_folder.resolve("a.tsv")));
    }

    @Test
    void refusesAFileWhereTheFolderShouldBe() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("out"), "x");
        for (final Path target : List.of(file, file.resolve("deeper/still"))) {
            final InputException e = assertThrows(InputException.class, () -> OutputDirectory.open(target));
            assertTrue(e.problem().contains("is a file") && e.problem().contains("out"), e.problem());
        }
        assertEquals(List.of("out"), tree());
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        final Path locked = Files.createDirectory(m_folder.resolve("locked"));
        // root may write everywhere, except where the kernel says no
        final Path place = locked.toFile().setWritable(false) && !Files.isWritable(locked) ? locked : Path.of("/proc");
        Assumptions.assumeTrue(Files.isDirectory(place));
        for (final Path target : List.of(place, place.resolve("run1"))) {
            final InputException e = assertThrows(InputException.class, () -> OutputDirectory.open(target));
            assertTrue(e.problem().contains("not writable") && e.problem().contains(target.toString()), e.problem());
        }
        locked.toFile().setWritable(true);
    }

    @Test
    void namesStayWithinTheFolder() {
        try (OutputDirectory out = OutputDirectory.open(m_folder.resolve("run"))) {
            assertThrows(IllegalArgumentException.class, () -> out.file("../evil.txt"));
            assertThrows(IllegalArgumentException.class, () -> out.file("."));
        }
    }
}
