package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in a process of its own. */
class InterruptTest {
    /** Bit of SIGINT (signal 2) in the mask of ignored signals. */
    private static final long INTERRUPT_BIT = 1L << 1;

    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("Ctrl-C stops it with exit code 130 and leaves nothing")
    void interrupt() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")) && !interruptIsIgnored(),
            "needs Linux and a shell that does not ignore interrupts in the background");
        final Path input = m_folder.resolve("input.tsv");
        Cli.run("simulate", "--sequences", 800, "--length", 100, "--out", input).ok();
        final Path work = Files.createDirectory(m_folder.resolve("work"));
        final Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), "org.seism.cli.Main", "discover", "--input", input.toString(), "--width", "7",
            "--replicates", "1000000", "--threads", "2", "--out", work.resolve("deep/out").toString()))
                .redirectErrorStream(true).redirectOutput(m_folder.resolve("log").toFile()).start();
        try {
            // the staging folder shows that the work has begun
            for (int k = 0; k < 6000 && count(work) == 0; k++) {
                Thread.sleep(100);
            }
            assertTrue(count(work) > 0, Files.readString(m_folder.resolve("log")));
            Thread.sleep(3000);
            final long start = System.nanoTime();
            assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
            final double seconds = (System.nanoTime() - start) / 1e9;
            assertEquals(130, process.exitValue(), Files.readString(m_folder.resolve("log")));
            assertEquals(0, count(work), "something is left");
            // a figure for the reader: a busy machine takes its time
            System.out.println("Ctrl-C: ended after " + seconds + " s");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("work that does not notice is cleaned up after; finished work is left alone")
    void stuck() {
        final AtomicBoolean cleaned = new AtomicBoolean();
        final Interruption stuck = new Interruption();
        stuck.onKill(() -> cleaned.set(true));
        stuck.stop();
        assertTrue(stuck.requested() && cleaned.get());
        final Interruption done = new Interruption();
        done.onKill(() -> fail("cleaned up after finished work"));
        done.finished();
        done.stop();
    }

    private static long count(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** Shells without job control start background jobs so, and the virtual machine then leaves the signal alone. */
    private static boolean interruptIsIgnored() throws IOException {
        final String mask = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("SigIgn:")).findFirst()
            .orElse("SigIgn: 0").substring(7).strip();
        return (Long.parseUnsignedLong(mask, 16) & INTERRUPT_BIT) != 0;
    }
}
