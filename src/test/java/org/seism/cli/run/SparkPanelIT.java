package org.seism.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.cli.Cli;

/** Panels on Apache Spark: within one virtual machine, and on a cluster of two workers on this machine, of which one loses its executor. */
@Tag("slow")
class SparkPanelIT {
    private static final Path SPARK = Path.of("target/spark").toAbsolutePath();
    private static final int PHENOTYPES = 6;
    private static final String LOOPBACK = "127.0.0.1";

    @TempDir
    private Path m_folder;

    private final List<Process> m_started = new ArrayList<>();
    private Path m_table;

    /** As the launcher does on first use. */
    @BeforeAll
    static void build() throws Exception {
        final Path log = Files.createDirectories(SPARK).resolve("build.log");
        final String home = System.getProperty("maven.home", "");
        final String repository = System.getProperty("maven.repository", "");
        final List<String> words = new ArrayList<>(List.of(home.isEmpty() ? "mvn" : home + "/bin/mvn", "-q", "-B", "-ntp", "-f", "spark/pom.xml"));
        if (!repository.isEmpty()) {
            words.add("-Dmaven.repo.local=" + repository);
        }
        words.add("package");
        final int code = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertEquals(0, code, () -> read(log));
    }

    @BeforeEach
    void data() {
        final Random random = new Random(8);
        final StringBuilder table = new StringBuilder("id\tsequence");
        for (int k = 0; k < PHENOTYPES; k++) {
            table.append("\ty").append(k);
        }
        table.append("\tsame\n");
        for (int i = 0; i < 80; i++) {
            final StringBuilder letters = new StringBuilder();
            for (int k = 0; k < 30; k++) {
                letters.append("ACGT".charAt(random.nextInt(4)));
            }
            if (i % 2 == 0) {
                letters.replace(10, 16, "GATTAC");
            }
            table.append('s').append(i).append('\t').append(letters);
            for (int k = 0; k < PHENOTYPES; k++) {
                final double y = random.nextGaussian() + (i % 2 == 0 && k % 3 == 0 ? 3 : 0);
                table.append('\t').append(k == 4 && i % 5 == 1 ? "NA" : Double.toString(y));
            }
            table.append("\t1\n");
        }
        m_table = Cli.write(m_folder, "study.tsv", table.toString());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (final Process process : m_started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private List<Object> panel(final Path out, final int thinning, final Object... more) {
        final List<Object> words = new ArrayList<>(List.of("panel", "--input", m_table, "--phenotype-columns", "all-numeric", "--width", 4, "--motifs", 2,
            "--min-support", 4, "--replicates", 199, "--thinning", thinning, "--reports", "--out", out));
        words.addAll(List.of(more));
        return words;
    }

    /** The command line with Spark, as the launcher starts it. */
    private Process start(final String name, final List<?> words) throws IOException {
        final List<String> all = new ArrayList<>(java(List.of("-Xmx1g")));
        all.add(SPARK.resolve("seism-spark.jar") + System.getProperty("path.separator") + SPARK.resolve("jars") + "/*");
        all.add("org.seism.cli.Main");
        words.forEach(w -> all.add(w.toString()));
        return start(name, all, Map.of());
    }

    private static List<String> java(final List<String> options) {
        final List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@spark/java.options"));
        words.addAll(options);
        words.add("-cp");
        return words;
    }

    private Process start(final String name, final List<String> words, final Map<String, String> environment) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(m_folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().putAll(environment);
        final Process process = builder.start();
        m_started.add(process);
        return process;
    }

    private void assertDone(final Process process, final String name) throws InterruptedException {
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), () -> read(m_folder.resolve(name + ".log")));
        assertEquals(0, process.exitValue(), () -> read(m_folder.resolve(name + ".log")));
    }

    private void await(final BooleanSupplier condition, final Process process, final String name) throws InterruptedException {
        for (int k = 0; k < 12_000 && !condition.getAsBoolean(); k++) {
            assertTrue(process.isAlive(), () -> read(m_folder.resolve(name + ".log")));
            Thread.sleep(50);
        }
        assertTrue(condition.getAsBoolean(), () -> read(m_folder.resolve(name + ".log")));
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Map<String, String> content(final Path folder) throws IOException {
        final Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.size(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private static long lines(final Path file) {
        return Files.exists(file) ? read(file).chars().filter(c -> c == '\n').count() : 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    @DisplayName("the same bytes as without Spark; a master that is not there is said, and what was finished is kept")
    void local() throws Exception {
        final Path reference = m_folder.resolve("reference");
        Cli.run(panel(reference, 1).toArray()).ok();
        final Path out = m_folder.resolve("local");
        final Process gone = start("gone", panel(out, 1, "--master", "spark://" + LOOPBACK + ":" + freePort()));
        assertTrue(gone.waitFor(10, TimeUnit.MINUTES));
        final String said = read(m_folder.resolve("gone.log"));
        assertEquals(1, gone.exitValue(), said);
        assertTrue(said.contains("can't be reached") && said.contains("what was finished before is kept"), said);
        assertDone(start("local", panel(out, 1, "--master", "local[2]")), "local");
        assertEquals(content(reference), content(out));
        final Cli.Run without = Cli.run(panel(m_folder.resolve("without"), 1, "--master", "local[2]").toArray());
        assertTrue(without.code() == 1 && without.err().contains("Apache Spark, which --master asks for, is not there"), without.err());
    }

    @Test
    @DisplayName("the same bytes on a cluster that loses an executor while it works")
    void lostExecutor() throws Exception {
        final int port = freePort();
        final String master = "spark://" + LOOPBACK + ":" + port;
        final Path home = Files.createDirectory(m_folder.resolve("spark-home"));
        Files.createSymbolicLink(home.resolve("jars"), SPARK.resolve("jars"));
        final Map<String, String> environment = Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13");
        final List<String> daemon = java(List.of("-Xmx512m"));
        daemon.add(SPARK.resolve("jars") + "/*");
        final Process server = start("master", Stream.concat(daemon.stream(), Stream.of("org.apache.spark.deploy.master.Master", "--host", LOOPBACK,
            "--port", Integer.toString(port), "--webui-port", "0")).toList(), environment);
        await(() -> listens(port), server, "master");
        final List<Process> workers = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            workers.add(start("worker" + w, Stream.concat(daemon.stream(), Stream.of("org.apache.spark.deploy.worker.Worker", "--host", LOOPBACK,
                "--webui-port", "0", "--cores", "1", "--memory", "1g", "--work-dir", m_folder.resolve("work" + w).toString(), master)).toList(),
                environment));
        }
        // enough work in each phenotype that there is some left when the first is finished
        final Path out = m_folder.resolve("out");
        final Path journal = out.resolve("panel.unfinished");
        final Process driver = start("driver", panel(out, 12, "--master", master, "--spark-conf", "spark.executor.memory=512m", "--spark-conf",
            "spark.driver.host=" + LOOPBACK));
        await(() -> lines(journal) > 1 && workers.stream().allMatch(w -> executor(w).isPresent()), driver, "driver");
        final ProcessHandle killed = executor(workers.get(0)).orElseThrow();
        killed.destroyForcibly();
        final long finished = lines(journal) - 1;
        assertTrue(finished < PHENOTYPES + 1, finished + " were finished when the executor was killed: nothing was lost");
        assertDone(driver, "driver");
        assertFalse(killed.isAlive());
        final Path reference = m_folder.resolve("reference");
        Cli.run(panel(reference, 12).toArray()).ok();
        assertEquals(content(reference), content(out));
    }

    /** The virtual machine that a worker started for the panel. */
    private static Optional<ProcessHandle> executor(final Process worker) {
        return worker.descendants().filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend")).findFirst();
    }

    private static boolean listens(final int port) {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
