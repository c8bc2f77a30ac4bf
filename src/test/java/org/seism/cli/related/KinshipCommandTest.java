package org.seism.cli.related;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.cli.Cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Related sequences on the command line: a matrix, groups, and what does not go with them. */
class KinshipCommandTest {
    @TempDir
    private Path m_folder;
    private Path m_table;
    private Path m_matrix;

    /** Families of four with a common ancestor, and the matrix that says so. */
    @BeforeEach
    void write() throws IOException {
        final Random random = new Random(7);
        final List<String> rows = new ArrayList<>(List.of("id\tsequence\ty\tfamily"));
        final StringBuilder matrix = new StringBuilder("id");
        final int n = 60;
        for (int i = 0; i < n; i++) {
            matrix.append("\ts").append(i);
        }
        matrix.append('\n');
        String ancestor = "";
        double shared = 0;
        for (int i = 0; i < n; i++) {
            if (i % 4 == 0) {
                ancestor = letters(random, 30);
                shared = random.nextGaussian();
            }
            final StringBuilder text = new StringBuilder(ancestor);
            for (int k = 0; k < 4; k++) {
                text.setCharAt(random.nextInt(30), "ACGT".charAt(random.nextInt(4)));
            }
            rows.add("s" + i + "\t" + text + "\t" + (shared + 0.7 * random.nextGaussian()) + "\tf" + i / 4);
            matrix.append('s').append(i);
            for (int j = 0; j < n; j++) {
                matrix.append('\t').append(i / 4 == j / 4 ? 1 : 0);
            }
            matrix.append('\n');
        }
        m_table = Files.write(m_folder.resolve("study.tsv"), rows);
        m_matrix = Files.writeString(m_folder.resolve("kinship.tsv"), matrix);
    }

    private static String letters(final Random random, final int length) {
        final StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("ACGT".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    private JsonNode discover(final String out, final Object... more) throws IOException {
        final List<Object> args = new ArrayList<>(List.of("discover", "--input", m_table, "--width", 4, "--motifs", 2, "--replicates", 199,
            "--threads", 2, "--out", m_folder.resolve(out)));
        args.addAll(List.of(more));
        Cli.run(args.toArray()).ok();
        return new ObjectMapper().readTree(m_folder.resolve(out).resolve("results.json").toFile());
    }

    @Test
    @DisplayName("groups and the matrix of the same families give the same result, with h said, and another one than without")
    void sources() throws IOException {
        final JsonNode groups = discover("groups", "--groups", "family");
        final JsonNode matrix = discover("matrix", "--kinship", m_matrix);
        assertEquals(groups.get("motifs"), matrix.get("motifs"));
        final double h = groups.get("settings").get("heritability").asDouble();
        assertTrue(h > 0.2 && h < 0.95, "h = " + h);
        assertEquals(h, matrix.get("settings").get("heritability").asDouble(), 1e-9);
        assertEquals("gaussian", groups.get("settings").get("null").asText());
        assertEquals("family", groups.get("settings").get("groupColumn").asText());
        assertEquals("kinship.tsv", matrix.get("settings").get("kinshipFile").asText());
        assertEquals("family (60 of 60 sequences related, in 15 groups)", groups.get("settings").get("kinship").asText());
        final JsonNode plain = discover("plain", "--null", "gaussian");
        assertNotEquals(groups.get("motifs"), plain.get("motifs"));
        assertTrue(plain.get("settings").get("heritability").isNull());
        final JsonNode none = discover("none", "--groups", "family", "--heritability", 0);
        assertEquals(plain.get("motifs").get(0).get("pSampled"), none.get("motifs").get(0).get("pSampled"), "h = 0 is as if not related");
        final String report = Cli.report(m_folder.resolve("groups"));
        assertTrue(report.contains("Related sequences: family (60 of 60 sequences related, in 15 groups)"), "said in the report");
        assertTrue(report.contains("was accounted for by noise with the covariance"), "in the paragraph for a paper");
        assertTrue(report.contains("estimated by restricted maximum likelihood"), "h is said in the report");
    }

    @Test
    @DisplayName("a joint test, intervals and a rank transform go with it; the same bytes with any number of threads")
    void together() throws IOException {
        final Object[] options = {"--groups", "family", "--joint", "share", "--intervals", "--transform", "rank", "--heritability", 0.5};
        final JsonNode one = discover("one", options);
        assertTrue(one.get("joint").get("p").asDouble() > 0);
        assertEquals(0.5, one.get("settings").get("heritability").asDouble());
        final List<Object> more = new ArrayList<>(List.of(options));
        more.addAll(List.of("--threads", 1));
        Cli.run("discover", "--input", m_table, "--width", 4, "--motifs", 2, "--replicates", 199, "--groups", "family", "--joint", "share",
            "--intervals", "--transform", "rank", "--heritability", 0.5, "--threads", 1, "--out", m_folder.resolve("two")).ok();
        assertEquals(-1, Files.mismatch(m_folder.resolve("one/results.json"), m_folder.resolve("two/results.json")));
    }

    @Test
    @DisplayName("what does not go with related sequences is refused with a remedy")
    void refused() {
        refused("can't be exchanged", "--null", "permutation", "--groups", "family");
        refused("can't be refined", "--refine", "lattice", "--groups", "family");
        refused("two sources", "--kinship", m_matrix, "--groups", "family");
        refused("nothing says how sequences are related", "--heritability", "0.5");
        refused("heritability is 1.0", "--groups", "family", "--heritability", "1");
        refused("no column", "--groups", "tribe");
    }

    private void refused(final String message, final Object... more) {
        final List<Object> args = new ArrayList<>(
            List.of("discover", "--input", m_table, "--width", 4, "--replicates", 19, "--out", m_folder.resolve("no")));
        args.addAll(List.of(more));
        final Cli.Run run = Cli.run(args.toArray());
        assertTrue(run.code() == 1 || run.code() == 2, "exit code " + run.code());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    @DisplayName("calibrate draws phenotypes that are alike among relatives: the null of relatives holds")
    void calibrate() {
        final Cli.Run run = Cli.run("calibrate", "--input", m_table, "--width", 4, "--data-sets", 20, "--replicates", 39, "--groups", "family",
            "--threads", 2).ok();
        assertTrue(run.out().contains("gaussian null, 20 simulated phenotypes"), run.out());
        assertTrue(!run.out().contains("NOT HONEST"), run.out());
    }
}
