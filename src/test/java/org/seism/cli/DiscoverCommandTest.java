package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The main job from the command line to its files. */
class DiscoverCommandTest {
    /** The first version's keys: none may go. */
    private static final List<String> MOTIF_KEYS = List.of("rank", "consensus", "members", "width", "statistic", "score", "r2",
        "effect", "support", "pSampled", "seSampled", "ess", "replicates", "pExact", "log10PExact", "pSplit", "holm", "bh",
        "forwardStop", "pfm", "logo");

    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("E. coli promoters: the -10 box first, significant by both tests")
    void promoters() throws Exception {
        final Path out = m_folder.resolve("out");
        final Cli.Run run = Cli.run("discover", "--input", Cli.ECOLI, "--width", 6, "--strands", "single", "--closed-form", "--out",
            out).ok();
        assertTrue(run.out().contains("TATAAT"), run.out());
        assertTrue(run.out().contains("NOT VALID"), run.out());
        assertEquals(List.of("files.sha256", "logo-1.png", "logo-1.svg", "logo-2.png", "logo-2.svg", "logo-3.png", "logo-3.svg", "motifs.meme",
            "quality.tsv", "report.html", "results.json", "results.tsv", "sites.tsv"), names(out));

        final JsonNode json = json(out);
        assertEquals(List.of("version", "settings", "data", "grid", "motifs"), keys(json));
        assertEquals(List.of("sequences", "used", "covariates"), keys(json.get("data")));
        assertEquals(List.of("candidates", "leftOut"), keys(json.get("grid")));
        assertEquals(106, json.get("data").get("used").asInt());
        assertEquals("permutation", json.get("settings").get("null").asText());
        assertEquals("DNA", json.get("settings").get("alphabet").asText());
        assertEquals(1, json.get("settings").get("seed").asInt());
        assertEquals(3, json.get("motifs").size());
        for (final JsonNode motif : json.get("motifs")) {
            assertTrue(keys(motif).containsAll(MOTIF_KEYS), keys(motif).toString());
            assertEquals(motif.get("matrix").asText().length(), motif.get("pfm").size(), "the grown matrix");
            assertTrue(Files.exists(out.resolve(motif.get("logo").asText())));
        }
        final JsonNode first = json.get("motifs").get(0);
        assertEquals("TATAAT", first.get("consensus").asText());
        assertEquals("TATAAT", first.get("members").get(0).asText());
        assertTrue(first.get("pSampled").asDouble() <= 0.005, first.toString());
        assertTrue(first.get("pExact").isNumber() && first.get("pExact").asDouble() <= 1e-3, first.toString());
        assertEquals(Math.log10(first.get("pExact").asDouble()), first.get("log10PExact").asDouble(), 1e-9);
        assertEquals(4999, first.get("replicates").asInt());
        assertTrue(first.get("statistic").asDouble() > 0.5);

        final List<FrequencyMatrix> motifs = MotifFormat.readFile(out.resolve("motifs.meme"), null);
        assertEquals(3, motifs.size());
        assertEquals("SEISM-1", motifs.get(0).name());
        assertTrue(motifs.get(0).consensus().contains("TATAAT"), motifs.get(0).consensus());
        assertEquals(107, Files.readAllLines(out.resolve("quality.tsv")).size());
        assertTrue(Files.readAllLines(out.resolve("sites.tsv")).stream()
            .anyMatch(l -> l.startsWith("SEISM-1\tp3\t") && l.contains("TATAAT")), "p3 holds TATAAT at 38");
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(Files.readAllBytes(out.resolve("logo-1.svg"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "permutation"})
    @DisplayName("the same bytes with 1, 2 and 4 threads, wherever the input lies")
    void threads(final String model) throws IOException {
        final Path input = Cli.simulated(m_folder, "--covariate", "gc:0.5");
        final List<Map<String, byte[]>> results = new ArrayList<>();
        for (final int threads : new int[]{1, 2, 4}) {
            final Path copy = Files.createDirectories(m_folder.resolve("t" + threads).resolve("study"))
                .resolve("data.tsv");
            Files.copy(input, copy);
            final Path out = m_folder.resolve("out" + threads);
            Cli.run("discover", "--input", copy, "--width", "5-6", "--covariates", "gc", "--null", model, "--replicates", 199,
                "--bandwidth", "0.8,1", "--motifs", 2, "--threads", threads, "--out", out).ok();
            results.add(bytes(out));
        }
        for (final Map<String, byte[]> other : results.subList(1, 3)) {
            assertEquals(results.get(0).keySet(), other.keySet());
            other.forEach((name, content) -> assertArrayEquals(results.get(0).get(name), content, name));
        }
        assertTrue(json(m_folder.resolve("out1")).get("motifs").get(0).get("bandwidth").isNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"share", "ridge", "hsic"})
    @DisplayName("a joint test of all motifs: in the file, on the terminal and in the report, and nowhere without being asked for")
    void joint(final String kind) throws IOException {
        final Path input = Cli.simulated(m_folder);
        final Path out = m_folder.resolve("out");
        final String text = Cli.run("discover", "--input", input, "--width", 5, "--replicates", 199, "--motifs", 2, "--joint", kind, "--threads",
            2, "--out", out).ok().out();
        final JsonNode joint = json(out).get("joint");
        assertEquals(kind, joint.get("kind").asText());
        assertEquals(2, joint.get("motifs").asInt());
        assertEquals((1.0 + joint.get("exceeding").asInt()) / 200, joint.get("p").asDouble(), 1e-12);
        assertTrue(text.contains("All 2 motifs together: "), text);
        assertTrue(Cli.report(out).contains("All 2 motifs together: "));
        Cli.run("discover", "--input", input, "--width", 5, "--replicates", 19, "--motifs", 1, "--out", out).ok();
        assertFalse(json(out).has("joint"));
    }

    @Test
    @DisplayName("another seed: the same selection, p-values that agree within their errors")
    void seeds() throws IOException {
        final Path input = Cli.simulated(m_folder);
        final List<JsonNode> motifs = new ArrayList<>();
        for (final int seed : new int[]{1, 2}) {
            final Path out = m_folder.resolve("out" + seed);
            Cli.run("discover", "--input", input, "--motifs", 2, "--seed", seed, "--replicates", 1999, "--out", out).ok();
            motifs.add(json(out).get("motifs"));
        }
        for (int j = 0; j < 2; j++) {
            final JsonNode a = motifs.get(0).get(j);
            final JsonNode b = motifs.get(1).get(j);
            assertEquals(a.get("consensus"), b.get("consensus"));
            assertEquals(a.get("pExact"), b.get("pExact"));
            final double error = Math.hypot(a.get("seSampled").asDouble(), b.get("seSampled").asDouble());
            assertEquals(a.get("pSampled").asDouble(), b.get("pSampled").asDouble(), 5 * error + 1e-3);
        }
    }

    @Test
    @DisplayName("identifiers that are markup, formulas or hold tabs and quotes stay text")
    void hostileIdentifiers() throws Exception {
        final List<String> rows = Files.readAllLines(Cli.simulated(m_folder));
        final StringBuilder table = new StringBuilder("id\tsequence\ty\n");
        final String[] ids = {"<img src=x onerror=alert(1)>", "=cmd()", "\"a\tb\"", "\"say \"\"hi\"\"\"", "../../etc", "\u001b[31mred"};
        for (int r = 1; r < rows.size(); r++) {
            final String[] fields = rows.get(r).split("\t");
            table.append(r <= ids.length ? ids[r - 1] : fields[0]).append('\t').append(fields[1]).append('\t').append(fields[2]).append('\n');
        }
        final Path out = m_folder.resolve("out");
        final Path input = Cli.write(m_folder, "hostile.tsv", table.toString());
        final Cli.Run run = Cli.run("discover", "--input", input, "--motifs", 1, "--replicates", 99, "--out", out);
        if (run.code() != 0) {
            // a control character may be refused, as long as it is said where
            assertTrue(run.err().contains("hostile.tsv") && run.err().contains("line 7"), run.err());
            Cli.write(m_folder, "hostile.tsv", table.toString().replace("\u001b", ""));
            Cli.run("discover", "--input", input, "--motifs", 1, "--replicates", 99, "--out", out).ok();
        }
        final List<String> quality = Files.readAllLines(out.resolve("quality.tsv"));
        assertEquals(61, quality.size());
        quality.forEach(line -> assertEquals(4, line.split("\t", -1).length, line));
        assertTrue(quality.get(1).startsWith("1\t<img src=x onerror=alert(1)>\ttrue"), quality.get(1));
        assertTrue(quality.get(2).startsWith("2\t=cmd()\ttrue"), quality.get(2));
        assertTrue(quality.get(3).startsWith("3\ta\\tb\ttrue"), quality.get(3));
        assertTrue(quality.get(4).startsWith("4\t\"say \"\"hi\"\"\"\ttrue"), quality.get(4));
        assertFalse(Files.readString(out.resolve("logo-1.svg")).contains("<img"));
        assertFalse(run.err().contains("\u001b"));
    }

    @Test
    @DisplayName("FASTA with the phenotype in the headers or in a second table")
    void fasta() throws IOException {
        final Path table = Cli.simulated(m_folder);
        final Path fasta = m_folder.resolve("simulated.fasta");
        Cli.run("simulate", "--sequences", 60, "--length", 20, "--plant", "ACGTAC:1.5:0.5", "--out", fasta).ok();
        final Path a = m_folder.resolve("a");
        final Path b = m_folder.resolve("b");
        final Path c = m_folder.resolve("c");
        final Object[] common = {"--motifs", 1, "--replicates", 99};
        Cli.run(args(common, "discover", "--input", table, "--out", a)).ok();
        Cli.run(args(common, "discover", "--input", fasta, "--header-pattern", "y=(\\S+)", "--out", b)).ok();
        Cli.run(args(common, "discover", "--input", fasta, "--phenotype", table, "--out", c)).ok();
        assertEquals(json(a).get("motifs"), json(b).get("motifs"));
        assertEquals(json(a).get("motifs"), json(c).get("motifs"));
        assertEquals("simulated.tsv", json(c).get("settings").get("phenotypeTable").asText());
    }

    @Test
    @DisplayName("a second run into the same folder replaces its files, also logos of motifs that are gone")
    void again() throws IOException {
        final Path input = Cli.simulated(m_folder);
        final Path out = Files.createDirectories(m_folder.resolve("deep/er/out"));
        final Path mine = Cli.write(out, "logo-mine.svg", "kept");
        for (final int motifs : new int[]{3, 1}) {
            Cli.run("discover", "--input", input, "--motifs", motifs, "--replicates", 99, "--out", out).ok();
        }
        assertEquals(List.of("files.sha256", "logo-1.png", "logo-1.svg", "logo-mine.svg", "motifs.meme", "quality.tsv", "report.html", "results.json", "results.tsv",
            "sites.tsv"), names(out));
        assertEquals("kept", Files.readString(mine));
    }

    @Test
    @DisplayName("automatic number, adaptive replicates, partial hypothesis, HSIC, both strands, degenerate words")
    void manySettings() throws IOException {
        final Path input = Cli.simulated(m_folder);
        final Path auto = m_folder.resolve("auto");
        final Cli.Run run = Cli.run("discover", "--input", input, "--motifs", "auto", "--replicates", 99, "--out", auto).ok();
        assertTrue(run.err().contains("kept") || run.err().contains("keeps"), run.err());
        assertEquals("auto", json(auto).get("settings").get("motifs").asText());
        final Path all = m_folder.resolve("all");
        Cli.run("discover", "--input", input, "--alphabet", "dna", "--strands", "both", "--width", "4-5", "--degeneracy", 1, "--motifs",
            2, "--score", "hsic", "--min-support", 3, "--max-grid-size", 500, "--null", "gaussian", "--hypothesis", "partial",
            "--kernel", "hypersphere", "--replicates", 99, "--adaptive", 399, "--thinning", 2, "--split-fraction", 0.4,
            "--split-repeats", 3, "--alpha", 0.1, "--flank", 0, "--seed", 5, "--threads", 2, "--lambda", 0, "--out", all).ok();
        final JsonNode json = json(all);
        assertEquals(500, json.get("grid").get("candidates").asInt() , 20);
        assertTrue(json.get("grid").get("leftOut").asInt() > 0);
        assertEquals("4-5", json.get("settings").get("width").asText());
        assertEquals("both", json.get("settings").get("strands").asText());
        assertEquals("hypersphere", json.get("settings").get("kernel").asText());
        assertTrue(Files.readString(all.resolve("results.tsv")).contains("\tadaptive\t"));
    }

    @Test
    @DisplayName("branches: a setting of results and report; other p-values, the same motifs, any number of threads")
    void branches() throws IOException {
        final Path input = Cli.simulated(m_folder);
        final List<JsonNode> results = new ArrayList<>();
        for (final Object[] own : new Object[][]{{"--threads", 1}, {"--branches", 2, "--threads", 1}, {"--branches", 6, "--threads", 1},
            {"--branches", 6, "--threads", 4}}) {
            final Path out = m_folder.resolve("branches" + results.size());
            Cli.run(args(new Object[]{"--input", input, "--motifs", 2, "--replicates", 199, "--out", out},
                Stream.concat(Stream.of("discover"), Stream.of(own)).toArray())).ok();
            results.add(json(out));
            assertEquals(results.size() > 2, Cli.report(out).contains("[\"Branches\",\"6\"]"));
        }
        assertEquals(List.of(1, 2, 6, 6), results.stream().map(r -> r.get("settings").get("branches").asInt()).toList());
        assertEquals(results.get(0).get("motifs"), results.get(1).get("motifs"), "two branches are the path");
        assertNotEquals(results.get(0).get("motifs"), results.get(2).get("motifs"));
        assertEquals(results.get(2), results.get(3));
        for (int j = 0; j < 2; j++) {
            final JsonNode path = results.get(0).get("motifs").get(j);
            final JsonNode star = results.get(2).get("motifs").get(j);
            assertEquals(path.get("consensus"), star.get("consensus"));
            assertEquals(path.get("pExact"), star.get("pExact"));
            assertEquals(199, star.get("replicates").asInt());
        }
        for (final int wrong : new int[]{0, 1001}) {
            final Cli.Run run = Cli.run("discover", "--input", input, "--branches", wrong, "--out", m_folder.resolve("wrong"));
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("The number of branches is " + wrong + ".") && run.err().contains("1 to 1000"), run.err());
        }
    }

    private static Object[] args(final Object[] common, final Object... own) {
        return Stream.concat(Stream.of(own), Stream.of(common)).toArray();
    }

    private static JsonNode json(final Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    }

    private static List<String> keys(final JsonNode node) {
        final List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> bytes(final Path folder) throws IOException {
        final Map<String, byte[]> bytes = new TreeMap<>();
        for (final String name : names(folder)) {
            bytes.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return bytes;
    }
}
