package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** discover with words in places and words with a gap as candidates. */
class DiscoverFormsTest {
    private static final String OFFER = "note: All sequences have ";

    @TempDir
    private Path m_folder;

    private static JsonNode results(final Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("results.json").toFile());
    }

    /** Large values hold two words with six letters between, on either strand, and sometimes a mistake. */
    private Path gapped(final boolean unequal) {
        final SplittableRandom random = new SplittableRandom(8);
        final StringBuilder text = new StringBuilder("id\tsequence\ty\n");
        for (int i = 0; i < 160; i++) {
            final StringBuilder s = new StringBuilder();
            while (s.length() < 40 + (unequal ? i % 3 : 0)) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            if (i % 2 == 0) {
                final boolean turned = random.nextBoolean();
                final int at = random.nextInt(25);
                final String site = turned ? "GTGA......CAAA" : "TTTG......TCAC";
                for (int k = 0; k < site.length(); k++) {
                    if (site.charAt(k) != '.' && random.nextInt(20) > 0) {
                        s.setCharAt(at + k, site.charAt(k));
                    }
                }
            }
            text.append('s').append(i).append('\t').append(s).append('\t').append((i % 2 == 0 ? 2 : 0) + random.nextDouble()).append('\n');
        }
        return Cli.write(m_folder, unequal ? "unequal.tsv" : "gapped.tsv", text.toString());
    }

    @Test
    @Tag("slow")
    @DisplayName("promoters: TG of the -35 box in its place, then the -10 box in its place, in all files")
    void promoters() throws IOException {
        final Path out = m_folder.resolve("out");
        final Cli.Run run = Cli.run("discover", "--input", Cli.ECOLI, "--positions", "auto", "--width", "2-6", "--motifs", 2,
            "--replicates", 99, "--out", out).ok();
        assertFalse(run.err().contains(OFFER), run.err());
        final JsonNode json = results(out);
        assertEquals("auto", json.at("/settings/positions").asText());
        assertTrue(json.at("/settings/gapped").isNull() || json.at("/settings/gapped").isMissingNode());
        assertEquals("TG@16", json.at("/motifs/0/consensus").asText());
        assertTrue(json.at("/motifs/0/statistic").asDouble() > 0.7, json.toString());
        assertEquals("TA@37-41", json.at("/motifs/1/consensus").asText());
        assertTrue(json.at("/motifs/0/kept").asBoolean() && json.at("/motifs/1/kept").asBoolean());
        final String meme = Files.readString(out.resolve("motifs.meme"));
        assertTrue(meme.contains("MOTIF SEISM-1 TG@16"), meme);
        final List<String> starts = Files.readAllLines(out.resolve("sites.tsv")).stream().filter(l -> l.startsWith("SEISM-1\t"))
            .map(l -> l.split("\t")[2]).distinct().toList();
        assertEquals(1, starts.size(), "sites of a word at one start begin at one start: " + starts);
        assertTrue(Cli.report(out).contains("sequences, anywhere or at 20, 5, 1 neighbouring starts, were candidates"), "methods");
        assertTrue(Cli.report(out).contains("TG@16") && Cli.report(out).contains("\"place\":["));
    }

    @Test
    @DisplayName("two words with a gap are found as one motif, the same for any number of threads")
    void pair() throws IOException {
        final Path data = gapped(false);
        final Path out = m_folder.resolve("one");
        final Path again = m_folder.resolve("two");
        for (final Path folder : List.of(out, again)) {
            final Cli.Run run = Cli.run("discover", "--input", data, "--gapped", "--strands", "both", "--motifs", 1, "--replicates", 99, "--threads",
                folder.equals(out) ? 1 : 3, "--out", folder).ok();
            assertTrue(run.err().contains(OFFER + "40 letters."), run.err());
        }
        final JsonNode json = results(out);
        assertTrue(json.at("/settings/gapped").asBoolean());
        final String word = json.at("/motifs/0/consensus").asText();
        assertTrue(word.matches("[ACGT]{3,4}-N[0-9]+-[ACGT]{3,4}"), word);
        assertTrue(lies(word, "TTTG......TCAC") || lies(word, "GTGA......CAAA"), word);
        assertTrue(json.at("/motifs/0/pStep").asDouble() <= 0.01);
        final String consensus = json.at("/motifs/0/matrix").asText();
        assertTrue(consensus.matches(".*(TTG|TGA).{6}(TCA|CAA).*"), consensus);
        for (final String file : List.of("results.json", "sites.tsv", "motifs.meme", "report.html")) {
            assertEquals(Files.readString(out.resolve(file)), Files.readString(again.resolve(file)), file);
        }
        assertTrue(Cli.report(out).contains("and pairs of words of 3 or 4 letters with up to 20 free letters between, were candidates"), "methods");
        final Path jaspar = m_folder.resolve("m.jaspar");
        for (final String format : List.of("jaspar", "transfac", "homer", "meme")) {
            Cli.run("convert", "--input", out.resolve("motifs.meme"), "--to", format, "--out", jaspar).ok();
            assertTrue(Files.size(jaspar) > 100);
        }
    }

    @Test
    @DisplayName("other nulls, hypotheses, erasing and calibrate work with places and gaps")
    void others() {
        final Path data = gapped(false);
        final Object[] common = {"--input", data, "--width", "3", "--positions", "8,1", "--gapped", "--motifs", 2, "--replicates", 49,
            "--max-grid-size", 3000};
        Cli.run(with("discover", common, "--erase", "none", "--out", m_folder.resolve("a"))).ok();
        Cli.run(with("discover", common, "--null", "gaussian", "--strands", "both", "--out", m_folder.resolve("b"))).ok();
        Cli.run(with("discover", common, "--hypothesis", "partial", "--adjust", "gc", "--out", m_folder.resolve("c"))).ok();
        final Cli.Run power = Cli.run(with("calibrate", common, "--data-sets", 4, "--word", "TTTG-N6-TCAC")).ok();
        assertTrue(power.out().contains("TTTG-N6-TCAC, held by"), power.out());
    }

    @Test
    @DisplayName("given words may have a gap or a place")
    void given() throws IOException {
        final Path data = gapped(false);
        final Cli.Run test = Cli.run("test", "--input", data, "--words", "TTTG-N6-TCAC,TT@3-9").ok();
        assertTrue(test.out().contains("TTTG-N6-TCAC") && test.out().contains("TT@3-9"), test.out());
        final Cli.Run best = Cli.run("scan", "--input", data, "--words", "TT@3").ok();
        assertTrue(best.out().lines().skip(1).allMatch(l -> l.split("\t")[4].equals("3")), best.out());
        final Cli.Run scan = Cli.run("scan", "--input", data, "--words", "TTTG-N6-TCAC", "--sites", "all").ok();
        assertTrue(scan.out().lines().skip(1).map(l -> l.split("\t")[6]).anyMatch(s -> s.matches("TTTG.{6}TCAC")), scan.out());
        final Cli.Run placed = Cli.run("scan", "--input", data, "--words", "TT@3", "--sites", "all");
        assertTrue(placed.code() != 0 && placed.err().contains("bound to a place"), placed.err());
    }

    @Test
    @DisplayName("what can't go together is said with a remedy")
    void refused() {
        final Path data = gapped(true);
        final Cli.Run lengths = Cli.run("discover", "--input", data, "--positions", "5,1", "--out", m_folder.resolve("x"));
        assertTrue(lengths.code() == 1 && lengths.err().contains("need sequences of one length, and these have 40 to 42 letters"), lengths.err());
        final Cli.Run auto = Cli.run("discover", "--input", data, "--positions", "auto", "--motifs", 1, "--replicates", 19, "--out",
            m_folder.resolve("y")).ok();
        assertTrue(auto.err().contains("Words are candidates anywhere only") && !auto.err().contains(OFFER), auto.err());
        Stream.of(new String[][]{{"--gapped", "--refine", "lattice"}, {"--positions", "auto", "--refine", "network"},
            {"--positions", "5;1"}, {"--candidates", "library", "--library", "x.meme", "--gapped"}}).forEach(options -> {
                final Cli.Run run = Cli.run(with("discover", new Object[]{"--input", data}, (Object[])options));
                assertEquals(2, run.code(), run.err());
            });
    }

    /** Whether a word with a gap is a part of a site. */
    private static boolean lies(final String word, final String site) {
        final String[] parts = word.split("-");
        final String letters = parts[0] + ".".repeat(Integer.parseInt(parts[1].substring(1))) + parts[2];
        return IntStream.rangeClosed(0, site.length() - letters.length()).anyMatch(at -> IntStream.range(0, letters.length())
            .allMatch(k -> letters.charAt(k) == '.' || letters.charAt(k) == site.charAt(at + k)));
    }

    private static Object[] with(final String command, final Object[] args, final Object... more) {
        return Stream.of(Stream.of(command), Stream.of(args), Stream.of(more)).flatMap(s -> s).toArray();
    }
}
