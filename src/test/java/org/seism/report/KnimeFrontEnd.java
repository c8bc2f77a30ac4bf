package org.seism.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * KNIME's published front-end packages, fetched by npm for these tests and never shipped ({@code src/test/browser}). Installed once into
 * the build folder; where npm or its registry can't be reached the tests are skipped and say so.
 */
final class KnimeFrontEnd {
    private static final Path SOURCES = Path.of("src/test/browser");
    private static final Path BUILD = Path.of("target/browser");
    private static final List<String> FILES =
        List.of("package.json", "package-lock.json", "build.mjs", "embedder.js", "embedder-new.js");

    private KnimeFrontEnd() {
    }

    /** @return a folder with embedder.js, embedder-new.js and axe.min.js */
    static Path bundles() throws IOException, InterruptedException {
        final Path out = BUILD.resolve("out").toAbsolutePath();
        if (upToDate(out)) {
            return out;
        }
        Files.createDirectories(BUILD);
        for (final String file : FILES) {
            Files.copy(SOURCES.resolve(file), BUILD.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error");
        run("node", "build.mjs", out.toString());
        return out;
    }

    private static boolean upToDate(final Path out) throws IOException {
        if (!Files.exists(out.resolve("axe.min.js"))) {
            return false;
        }
        for (final String file : FILES) {
            final Path copy = BUILD.resolve(file);
            if (!Files.exists(copy) || Files.mismatch(copy, SOURCES.resolve(file)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void run(final String... command) throws InterruptedException {
        int code = -1;
        String problem = "";
        try {
            final Path log = BUILD.resolve("npm.log");
            final Process process = new ProcessBuilder(command).directory(BUILD.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            } else {
                code = process.exitValue();
            }
            problem = Files.readString(log);
        } catch (IOException e) {
            problem = e.getMessage();
        }
        if (code != 0) {
            final String line = "SKIPPED: tests with KNIME's own front end need node and npm with its registry: " + String.join(" ", command)
                + " failed: " + problem.lines().limit(3).toList();
            System.out.println(line);
            Assumptions.abort(line);
        }
    }
}
