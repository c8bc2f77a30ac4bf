package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** seism compare, and names in discover. */
class CompareCommandTest {
    @TempDir
    private Path m_folder;
    private Path m_library;

    /** Thirty motifs in families of three relatives: "tatas" holds the one that the tests ask for. */
    @BeforeEach
    void library() {
        final StringBuilder text = new StringBuilder();
        final SplittableRandom random = new SplittableRandom(11);
        for (int family = 0; family < 10; family++) {
            final StringBuilder word = new StringBuilder(family == 0 ? "GACTATAATGC" : "");
            while (word.length() < 11) {
                word.append("ACGT".charAt(random.nextInt(4)));
            }
            for (int member = 0; member < 3; member++) {
                text.append("AC F").append(family).append('.').append(member).append("\nXX\nID ").append(family == 0 ? "Tata" : "Fac")
                    .append(family).append((char)('a' + member)).append("\nXX\nPO\tA\tC\tG\tT\n");
                for (int c = member; c < 11; c++) {
                    text.append(String.format("%02d", c - member + 1));
                    for (int a = 0; a < 4; a++) {
                        text.append('\t').append("ACGT".charAt(a) == word.charAt(c) ? 17 : 1);
                    }
                    text.append('\n');
                }
                text.append("XX\nCC tf_family:").append(family == 0 ? "tatas" : "family " + family).append("\nXX\n//\n");
            }
        }
        m_library = Cli.write(m_folder, "known.tf", text.toString());
    }

    private static List<String> column(final String table, final String name) {
        final List<String> rows = table.lines().toList();
        final int c = Arrays.asList(rows.get(0).split("\t")).indexOf(name);
        return rows.subList(1, rows.size()).stream().map(r -> r.split("\t", -1)[c]).toList();
    }

    @Test
    @DisplayName("the family comes first, q-values rise, a name stands behind 'resembles', both forms say the same")
    void compared() throws IOException {
        final Path query = Cli.write(m_folder, "query.jaspar", ">Q1\nA [20 0 0 20 0 20 20 0]\nC [0 20 0 0 0 0 0 0]\nG [0 0 0 0 0 0 0 0]\n"
            + "T [0 0 20 0 20 0 0 20]\n"
            + ">Q2\nA [5 5 5 5 5 5]\nC [5 5 5 5 5 5]\nG [5 5 5 5 5 5]\nT [5 5 5 5 5 5]\n");
        final String table = Cli.run("compare", "--input", query, "--library", m_library, "--best", 3).ok().out();
        assertEquals(List.of("Q1", "Q1", "Q1", "Q2", "Q2", "Q2"), column(table, "motif"));
        assertEquals(List.of("tatas", "tatas", "tatas"), column(table, "family").subList(0, 3));
        assertEquals(Set.of("-1", "0", "1"), Set.copyOf(column(table, "offset").subList(0, 3)));
        final List<Double> q = column(table, "q").stream().map(Double::valueOf).toList();
        assertTrue(q.get(0) <= q.get(1) && q.get(1) <= q.get(2) && q.get(0) < 0.05 && q.get(3) > 0.05, q.toString());
        assertTrue(column(table, "resembles").get(0).matches("resembles tatas \\(best: Tata0[abc], q = .*\\)"), table);
        assertTrue(column(table, "resembles").get(5).startsWith("resembles nothing in the library (smallest q = "), table);
        final Path out = m_folder.resolve("matches.json");
        final Cli.Run run = Cli.run("compare", "-i", query, "--library", m_library, "--best", 3, "--out", out, "--threads", 2).ok();
        assertTrue(run.err().contains("Q1 ACTATAAT resembles tatas (best: "), run.err());
        final JsonNode json = new ObjectMapper().readTree(out.toFile());
        final List<Double> same = new ArrayList<>();
        json.get("motifs").forEach(m -> m.get("matches").forEach(k -> same.add(k.get("q").asDouble())));
        assertEquals(q, same);
        assertEquals(30, json.at("/library/motifs").asInt());
        assertTrue(json.at("/motifs/1/family").isNull());
        // a motif without a match to show keeps its row
        assertEquals(List.of("Q1", "Q1", "Q1", "Q2"),
            column(Cli.run("compare", "-i", query, "--library", m_library, "--best", 3, "--max-q", 0.05).ok().out(), "motif"));
    }

    @Test
    @DisplayName("discover gives every motif what it resembles, in all files; compare takes the folder and says the same")
    void discovered() throws IOException {
        final Path out = m_folder.resolve("out");
        final Cli.Run run = Cli.run("discover", "--input", Cli.ECOLI, "--motifs", 2, "--replicates", 99, "--library", m_library, "--out", out).ok();
        final String says = column(Files.readString(out.resolve("results.tsv")), "resembles").get(0);
        assertTrue(says.startsWith("resembles tatas (best: Tata0"), says);
        assertTrue(run.out().contains(says), run.out());
        final JsonNode json = new ObjectMapper().readTree(out.resolve("results.json").toFile());
        assertEquals(says, json.at("/motifs/0/resembles").asText());
        assertTrue(json.at("/motifs/0/resemblesQ").asDouble() < 0.05);
        assertEquals("known.tf (30 motifs)", json.at("/settings/library").asText());
        assertTrue(Cli.report(out).contains("--library known.tf"));
        assertEquals(says, column(Cli.run("compare", "--input", out, "--library", m_library).ok().out(), "resembles").get(0));
        // without a library nothing is said
        final Cli.Run plain = Cli.run("discover", "--input", Cli.ECOLI, "--motifs", 1, "--replicates", 99, "--out", m_folder.resolve("plain")).ok();
        assertFalse(plain.out().contains("resembles"), plain.out());
        assertEquals(List.of(""), column(Files.readString(m_folder.resolve("plain/results.tsv")), "resembles"));
    }

    @Test
    @DisplayName("what can't be compared is said before the work, by name")
    void refused() {
        final Path protein = Cli.write(m_folder, "protein.meme", "MEME version 4\n\nALPHABET= ACDEFGHIKLMNPQRSTVWY\n\nMOTIF P\n"
            + "letter-probability matrix: alength= 20 w= 1 nsites= 20\n" + " 0.05".repeat(20) + "\n");
        final Cli.Run kinds = Cli.run("compare", "--input", m_library, "--library", protein);
        assertEquals(1, kinds.code());
        assertTrue(kinds.err().contains("protein.meme holds protein motifs, the others are DNA motifs."), kinds.err());
        final Path out = m_folder.resolve("never");
        final Cli.Run discover = Cli.run("discover", "--input", Cli.ECOLI, "--library", protein, "--out", out);
        assertTrue(discover.code() == 1 && !Files.exists(out), discover.err());
        final Cli.Run folder = Cli.run("compare", "--input", m_folder, "--library", m_library);
        assertTrue(folder.code() == 1 && folder.err().contains("holds no motifs.meme"), folder.err());
        assertEquals(2, Cli.run("compare", "--input", m_library).code());
        assertEquals(2, Cli.run("compare", "--input", m_library, "--library", m_library, "--best", 0).code());
        assertEquals(1, Cli.run("compare", "--input", "-", "--library", "-").code());
        final Cli.Run itself = Cli.run("compare", "--input", m_library, "--library", m_library, "--out", m_library);
        assertTrue(itself.code() == 1 && itself.err().contains("is the input itself"), itself.err());
        assertEquals(1, Cli.run("compare", "--input", m_library, "--library", m_folder.resolve("none")).code());
    }
}
