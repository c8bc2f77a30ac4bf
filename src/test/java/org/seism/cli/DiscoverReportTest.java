package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** report.html as discover leaves it. */
class DiscoverReportTest {
    @TempDir
    Path folder;

    private JsonNode report(final String threads, final String name) throws Exception {
        final Path input = Files.copy(Path.of("examples/ecoli_promoters.tsv"), folder.resolve("it's.tsv"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        final StringWriter err = new StringWriter();
        final int code = Main.run(new String[]{"discover", "--input", input.toString(), "--out=" + folder.resolve(name), "--width", "6",
            "--motifs", "2", "--strands", "single", "--replicates", "99", "--threads", threads, "--seed=7"},
            new PrintWriter(new StringWriter()), new PrintWriter(err), new Interruption());
        assertEquals(0, code, err.toString());
        return new ObjectMapper().readTree(Cli.report(folder.resolve(name)));
    }

    @Test
    void holdsTheCommandAndTheFiles() throws Exception {
        final JsonNode report = report("1", "first");
        final String path = "it'\\''s.tsv";
        assertEquals("./seism discover --input '" + path + "' --width 6 --motifs 2 --strands single --replicates 99 --seed=7 "
            + "--out seism-out", report.get("command").asText());
        assertTrue(report.get("files").size() >= 9, "tables and logos");
        for (final JsonNode file : report.get("files")) {
            byte[] content = Base64.getDecoder().decode(file.get("data").asText());
            if (file.get("gzip").asBoolean()) {
                content = new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes();
            }
            assertArrayEquals(Files.readAllBytes(folder.resolve("first").resolve(file.get("name").asText())), content);
        }
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() throws Exception {
        report("1", "one");
        report("2", "two");
        assertEquals(-1, Files.mismatch(folder.resolve("one/report.html"), folder.resolve("two/report.html")));
    }
}
