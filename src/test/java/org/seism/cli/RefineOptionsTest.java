package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFormat;
import org.seism.sequence.Alphabet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Motifs with soft columns and the joint fit from the command line to the files. */
class RefineOptionsTest {
    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("lattice: the motif that was tested is in results.json and motifs.meme, the same for every number of threads")
    void lattice() throws Exception {
        final Path data = Cli.simulated(m_folder);
        final Path one = m_folder.resolve("one");
        final Path two = m_folder.resolve("two");
        for (final Path out : List.of(one, two)) {
            Cli.run("discover", "--input", data, "--width", 5, "--motifs", 2, "--refine", "lattice", "--resolution", 2,
                "--max-sweeps", 5, "--replicates", 99, "--threads", out == one ? 1 : 2, "--out", out).ok();
        }
        for (final String file : List.of("results.json", "results.tsv", "motifs.meme")) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file);
        }
        final JsonNode json = new ObjectMapper().readTree(one.resolve("results.json").toFile());
        assertEquals("lattice", json.get("settings").get("refine").asText());
        assertEquals(2, json.get("settings").get("resolution").asInt());
        assertEquals(5, json.get("settings").get("maxSweeps").asInt());
        final List<FrequencyMatrix> motifs = MotifFormat.readFile(one.resolve("motifs.meme"), Alphabet.DNA);
        assertEquals(4, motifs.size());
        for (int j = 0; j < 2; j++) {
            final JsonNode columns = json.get("motifs").get(j).get("lattice");
            assertEquals(5, columns.size());
            assertEquals(5, json.get("motifs").get(j).get("seedWord").asText().length());
            final FrequencyMatrix matrix = motifs.get(2 * j + 1);
            assertEquals("SEISM-" + (j + 1) + "-lattice", matrix.name());
            for (int c = 0; c < 5; c++) {
                for (int a = 0; a < 4; a++) {
                    final double share = columns.get(c).get(a).asDouble();
                    assertEquals(Math.rint(2 * share), 2 * share, 0);
                    assertEquals(share, matrix.frequencies()[c][a], 1e-6);
                }
            }
        }
    }

    @Test
    @DisplayName("network runs, too, and says that its exact p-value is approximate")
    void network() {
        final Cli.Run run = Cli.run("discover", "--input", Cli.simulated(m_folder), "--width", 4, "--motifs", 1, "--refine",
            "network", "--null", "gaussian", "--kernel", "hypersphere", "--replicates", 19, "--out", m_folder.resolve("out")).ok();
        assertTrue(run.err().contains("exact p-values of trained motifs are approximate"), run.err());
    }

    @Test
    @DisplayName("refit: a table and a sentence; a run without it leaves no old table behind")
    void refit() throws Exception {
        final Path data = Cli.simulated(m_folder);
        final Path out = m_folder.resolve("out");
        final Cli.Run run =
            Cli.run("discover", "--input", data, "--width", 5, "--motifs", 2, "--replicates", 19, "--refit", "--out", out).ok();
        assertTrue(run.out().contains("cross-validated R2"), run.out());
        assertTrue(run.out().contains("motifs were chosen on all"), run.out());
        final List<String> lines = Files.readAllLines(out.resolve("refit.tsv"));
        assertEquals(6, lines.size());
        assertTrue(lines.get(2).startsWith("SEISM-1\tcoefficient\t"), lines.toString());
        final String json = Files.readString(out.resolve("results.json"));
        assertTrue(json.contains("\"refit\" : {") && json.contains("\"measure\" : \"r2\""), json);
        assertTrue(Cli.report(out).contains("\"name\":\"refit.tsv\""));
        Cli.run("discover", "--input", data, "--width", 5, "--motifs", 2, "--replicates", 19, "--out", out).ok();
        assertFalse(Files.exists(out.resolve("refit.tsv")));
    }

    @Test
    @DisplayName("wrong values are refused")
    void refused() {
        final Path data = Cli.simulated(m_folder);
        for (final List<Object> wrong : List.<List<Object>> of(List.of("--refine", "soft"), List.of("--resolution", 3),
            List.of("--max-sweeps", 0))) {
            final Cli.Run run = Cli.run("discover", "--input", data, wrong.get(0), wrong.get(1), "--out", m_folder.resolve("x"));
            assertNotEquals(0, run.code(), wrong.toString());
            assertFalse(run.err().contains("unexpected"), run.err());
        }
    }
}
