package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a shell runs it: names that are not ASCII without a locale, pipes, full devices. */
class LauncherTest {
    @TempDir
    private Path m_folder;

    private Path m_home;

    /** A copy of the launcher that takes the classes of this test run for its build. */
    @BeforeEach
    void home() throws IOException {
        assumeFalse(File.separatorChar == '\\', "a shell script");
        m_home = Files.createDirectory(m_folder.resolve("home"));
        Files.copy(Path.of("seism"), m_home.resolve("seism"));
        assertTrue(m_home.resolve("seism").toFile().setExecutable(true));
        final Path options = Path.of("src/dist/bin/java.options");
        Files.createDirectories(m_home.resolve(options).getParent());
        Files.copy(options, m_home.resolve(options));
        Files.createDirectories(m_home.resolve("src/main"));
        Files.createDirectories(m_home.resolve("src/host"));
        Files.createFile(m_home.resolve("pom.xml"));
        Files.createFile(m_home.resolve("plugin.xml"));
        final Path target = Files.createDirectories(m_home.resolve("target"));
        Files.createDirectories(target.resolve("lib"));
        Files.createSymbolicLink(target.resolve("classes"), classes());
        // surefire may pack the class path into the manifest of a jar of its own, and says what it was
        final String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (final String entry : path.split(File.pathSeparator)) {
            final Path jar = Path.of(entry);
            if (jar.getFileName().toString().matches("(picocli|fastcsv|commons-|jackson-).*\\.jar")) {
                Files.copy(jar, target.resolve("lib").resolve(jar.getFileName()));
            }
        }
        Files.createFile(target.resolve("launcher.built"));
        Files.setLastModifiedTime(target.resolve("launcher.built"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    }

    @AfterEach
    void unlink() throws IOException {
        Files.deleteIfExists(m_folder.resolve("home/target/classes"));
    }

    private static Path classes() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Result(int code, String text) {
    }

    private Result shell(final String command) throws IOException, InterruptedException {
        final ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(m_folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(k -> k.startsWith("LC_") || k.equals("LANGUAGE"));
        builder.environment().put("LANG", "C");
        builder.environment().put("S", m_home.resolve("seism").toString());
        final File out = Files.createTempFile(m_folder, "out", ".txt").toFile();
        final Process process = builder.redirectOutput(out).start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "no end");
        return new Result(process.exitValue(), Files.readString(out.toPath(), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("names that are not ASCII, without a locale")
    void names() throws Exception {
        final Result run = shell("printf '>a\\nTATAAT\\n' > 'gr\u00f6\u00dfe \u03bb.fa'; $S scan -i 'gr\u00f6\u00dfe \u03bb.fa' --words TATAAT -o '\u00f6ut.tsv' "
            + "&& cat '\u00f6ut.tsv'");
        assumeFalse(run.text().contains("Malformed input"), "this system has no UTF-8 locale at all");
        assertEquals(0, run.code(), run.text());
        assertTrue(run.text().contains("TATAAT"), run.text());
        final Result missing = shell("$S scan -i 'f\u00e9hlt.fa' --words A");
        assertTrue(missing.code() == 1 && missing.text().contains("f\u00e9hlt.fa"), missing.text());
    }

    @Test
    @DisplayName("pipes of every kind, for every reader, and slow ones between two members of a gzip file")
    void pipes() throws Exception {
        Cli.write(m_folder, "s.fa", ">a\nTATAAT\n>b\nTATACC\n");
        Cli.write(m_folder, "m.meme", "MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4\n1 0 0 0\n");
        for (final String input : List.of("-i - < s.fa", "-i /dev/stdin < <(cat s.fa)", "-i <(cat s.fa)", "-i <(gzip -c s.fa)",
            "-i <(head -n 2 s.fa | gzip -c; sleep 1; tail -n 2 s.fa | gzip -c)", "-i p & cat s.fa > p; wait $!")) {
            final Result run = shell("rm -f p; mkfifo p; $S scan --words TATAAT " + input);
            assertEquals(0, run.code(), input + run.text());
            assertEquals(3, run.text().lines().count(), input + run.text());
        }
        final Result motifs = shell("$S scan -i s.fa --motif-file <(cat m.meme) && $S convert -i - --to jaspar < m.meme");
        assertEquals(0, motifs.code(), motifs.text());
        assertTrue(motifs.text().contains("A  ["), motifs.text());
    }

    @Test
    @DisplayName("a full device")
    void full() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");
        Cli.write(m_folder, "s.fa", ">a\nTATAAT\n");
        for (final String command : List.of("scan -i s.fa --words A > /dev/full", "--help > /dev/full", "scan -i s.fa --words A -o /dev/full")) {
            final Result run = shell("$S " + command);
            assertEquals(1, run.code(), run.text());
            assertTrue(run.text().contains("seism: "), run.text());
        }
    }
}
