package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.host.Main;

/** The files for KNIME Hub that the build makes: opened and run from end to end. */
class StoryIT {

    @ParameterizedTest
    @ValueSource(strings = {"Which motifs make a promoter", "What shortens an mRNA's life"})
    @DisplayName("a story opens, runs, and gives the expected tables")
    void opens(final String name) throws Exception {
        final Path file = Path.of("target/stories", name + ".knwf");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            final String metadata = new String(zip.getInputStream(zip.getEntry(name + "/workflow-metadata.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(metadata.contains("<description>") && metadata.contains("<tag>motif discovery</tag>"), metadata);
            assertTrue(zip.stream().noneMatch(e -> e.getName().contains("/expected/")), "what a test compares with is no part of it");
        }
        final ByteArrayOutputStream messages = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
        final Path expected = Path.of("test-workflows", name, "expected");
        assertTrue(Files.isDirectory(expected));
        final int code = Main.run(new String[]{"workflow", file.toString(), "--quiet", "--expected", expected.toString(), "--tolerance", "1e-9"}, out, out);
        assertEquals(0, code, () -> messages.toString(StandardCharsets.UTF_8));
    }
}
