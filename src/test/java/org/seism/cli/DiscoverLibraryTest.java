package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** discover with a library's matrices as candidates. */
class DiscoverLibraryTest {
    private static final String[] KNOWN = {"TGACTCATGG", "CCATATTAGG", "GGCGCGCTTT", "ATTTGCATCC", "CACGTGACTA",
        "TTACGCAATC"};

    @TempDir
    private Path m_folder;

    private Path library() {
        final StringBuilder text = new StringBuilder();
        for (int m = 0; m < KNOWN.length; m++) {
            text.append(">L").append(m).append(" factor").append(m).append('\n');
            for (int a = 0; a < 4; a++) {
                text.append("ACGT".charAt(a)).append(" [");
                for (int c = 0; c < 10; c++) {
                    text.append(' ').append(KNOWN[m].charAt(c) == "ACGT".charAt(a) ? 14 : 2);
                }
                text.append(" ]\n");
            }
        }
        return Cli.write(m_folder, "known.jaspar", text.toString());
    }

    /** Cases hold a noisy site of L4, on either strand; half of all hold one of L1, cases more often. */
    private Path data() {
        final SplittableRandom random = new SplittableRandom(4);
        final StringBuilder text = new StringBuilder("id\tsequence\ty\n");
        for (int i = 0; i < 200; i++) {
            final StringBuilder s = new StringBuilder();
            while (s.length() < 50) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            final boolean positive = i % 2 == 0;
            if (positive && random.nextInt(10) < 7) {
                plant(s, 4, random.nextInt(15), random);
            }
            if (random.nextInt(10) < (positive ? 7 : 1)) {
                plant(s, 1, 25 + random.nextInt(15), random);
            }
            text.append('s').append(i).append('\t').append(s).append('\t').append(positive ? "bound" : "free").append('\n');
        }
        return Cli.write(m_folder, "data.tsv", text.toString());
    }

    private static void plant(final StringBuilder s, final int motif, final int at, final SplittableRandom random) {
        final StringBuilder site = new StringBuilder(KNOWN[motif]);
        site.setCharAt(random.nextInt(10), "ACGT".charAt(random.nextInt(4)));
        if (random.nextBoolean()) {
            site.reverse();
            for (int k = 0; k < site.length(); k++) {
                site.setCharAt(k, "TGCA".charAt("ACGT".indexOf(site.charAt(k))));
            }
        }
        s.replace(at, at + 10, site.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"library", "both"})
    @DisplayName("both planted factors come first, in all files, the same for any number of threads")
    void found(final String candidates) throws IOException {
        final Path data = data();
        final Path library = library();
        final Path out = m_folder.resolve("out");
        final Object[] args = {"discover", "--input", data, "--positive-class", "bound", "--strands", "both",
            "--candidates", candidates, "--library", library,
            "--motifs", 2, "--replicates", 199, "--threads", 1, "--out", out};
        final Cli.Run run = Cli.run(args).ok();
        assertTrue(run.out().contains(candidates.equals("library") ? "6 candidate matrices, "
            : " candidates (words and matrices), "), run.out());
        final JsonNode json = new ObjectMapper().readTree(out.resolve("results.json").toFile());
        if (candidates.equals("library")) {
            assertEquals(List.of("factor1 (L1)", "factor4 (L4)"), Stream.of(0, 1).map(m -> json.at("/motifs/" + m
                + "/libraryMatrix").asText()).sorted()
                .toList());
        }
        assertEquals(candidates, json.at("/settings/candidates").asText());
        final Set<String> resembled = new TreeSet<>();
        for (int m = 0; m < 2; m++) {
            assertTrue(json.at("/motifs/" + m + "/kept").asBoolean(), json.toString());
            assertTrue(json.at("/motifs/" + m + "/pStep").asDouble() < 0.05);
            resembled.add(json.at("/motifs/" + m + "/resembles").asText().substring(0, "resembles factor0".length()));
            final boolean matrix = json.at("/motifs/" + m + "/libraryMatrix").isTextual();
            assertTrue(json.at("/motifs/" + m + "/exact").asInt() >= 15, "sequences with a site: " + json);
            assertEquals(matrix ? 10 : 0, json.at("/motifs/" + m + "/lattice").size());
        }
        assertEquals(Set.of("resembles factor1", "resembles factor4"), resembled);
        assertTrue(json.at("/motifs/0/libraryMatrix").isTextual(), json.toString());
        assertTrue(Files.readString(out.resolve("motifs.meme")).contains("SEISM-1-library"));
        assertTrue(Files.readAllLines(out.resolve("sites.tsv")).size() > 60);
        assertTrue(Cli.report(out).contains("Library matrix"));
        final Path again = m_folder.resolve("again");
        args[args.length - 3] = 2;
        args[args.length - 1] = again;
        Cli.run(args).ok();
        assertEquals(Files.readString(out.resolve("results.json")), Files.readString(again.resolve("results.json")));
    }

    @Test
    @DisplayName("other nulls, no erasing, one strand, numbers, and calibrate work with a library; what can't go together is said")
    void others() {
        final Path data = data();
        final Path library = library();
        final Object[] common = {"--input", data, "--positive-class", "bound", "--candidates", "library", "--library",
            library, "--motifs", 2, "--replicates",
            99};
        Cli.run(with("discover", common, "--erase", "none", "--out", m_folder.resolve("a"))).ok();
        Cli.run(with("discover", common, "--null", "gaussian", "--strands", "both", "--out", m_folder.resolve("b"))).ok();
        Cli.run(with("discover", common, "--hypothesis", "partial", "--out", m_folder.resolve("c"))).ok();
        Cli.run(with("calibrate", common, "--data-sets", 10)).ok();
        final Cli.Run none = Cli.run("discover", "--input", data, "--candidates", "library");
        assertTrue(none.code() == 2 && none.err().contains("asks for a library"), none.err());
        assertEquals(2, Cli.run(with("discover", common, "--refine", "lattice")).code());
        assertEquals(1, Cli.run("discover", "--input", data, "--candidates", "library", "--library",
            m_folder.resolve("none")).code());
    }

    private static Object[] with(final String command, final Object[] args, final Object... more) {
        final List<Object> all = new java.util.ArrayList<>();
        all.add(command);
        all.addAll(List.of(args));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
