package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.Version;

/** The zip of the command line, as somebody uses it who has a Java and nothing else. */
class CommandLineZipIT {
    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void unzip() throws IOException {
        try (ZipFile zip = new ZipFile(System.getProperty("cli.zip"))) {
            for (final ZipEntry entry : Collections.list(zip.entries())) {
                final Path to = folder.resolve(entry.getName()).normalize();
                assertTrue(to.startsWith(folder), entry.getName());
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
        home = folder.resolve("seism-" + Version.NUMBER);
    }

    /** Only Java and the shell's own tools are on the path. */
    private static String run(final int expected, final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of("sh", home.resolve("bin/seism").toString()));
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().remove("SEISM_JAVA_OPTS");
        final Path log = Files.createTempFile(folder, "run", ".log");
        final Process process = builder.redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "it does not end");
        final String text = Files.readString(log);
        assertEquals(expected, process.exitValue(), text);
        return text;
    }

    @Test
    @DisplayName("it holds a launcher, libraries, licences and examples, and tells its version")
    void content() throws Exception {
        for (final String file : List.of("bin/seism", "bin/seism.cmd", "bin/java.options", "LICENSE", "NOTICE", "licenses", "README.md",
            "examples/ecoli_promoters.tsv", "lib/seism.jar", "share")) {
            assertTrue(Files.exists(home.resolve(file)), file);
        }
        assertTrue(run(0, "--version").contains(Version.NUMBER));
        assertTrue(run(2, "discover").contains("--input"));
    }

    @Test
    @DisplayName("an analysis runs, and writes its report")
    void discover() throws Exception {
        final String text = run(0, "discover", "--input", home.resolve("examples/ecoli_promoters.tsv").toString(), "--width", "6", "--motifs",
            "1", "--replicates", "99", "--out", "results");
        assertTrue(text.contains("TATAAT"), text);
        assertTrue(Files.size(folder.resolve("results/report.html")) > 100_000);
    }

    @Test
    @DisplayName("a KNIME workflow runs without KNIME")
    void workflow() throws Exception {
        final String text = run(0, "workflow", home.resolve("test-workflows/Null data").toString());
        assertTrue(text.contains("As expected."), text);
    }
}
