package org.seism.cli.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.cli.Cli;

/** Panels on one machine: each phenotype as if alone, and the same files whatever happens on the way. */
class PanelTest {
    private static final String[] SETTINGS = {"--width", "4", "--motifs", "2", "--replicates", "99", "--min-support", "4"};
    private static final int SEQUENCES = 60;

    @TempDir
    private Path m_folder;

    private Path m_sequences;
    private Path m_matrix;

    /** Two phenotypes with a motif, two without; one of each is not known for some sequences; three that can't be analysed. */
    @BeforeEach
    void data() {
        final Random random = new Random(20);
        final StringBuilder fasta = new StringBuilder();
        final StringBuilder matrix = new StringBuilder("id\tliver\tone value\tskin\tkidney, left\twords\ttoo few\tbrain\n");
        for (int i = 0; i < SEQUENCES; i++) {
            final StringBuilder letters = new StringBuilder();
            for (int k = 0; k < 24; k++) {
                letters.append("ACGT".charAt(random.nextInt(4)));
            }
            final boolean holds = i % 2 == 0;
            if (holds) {
                letters.replace(8, 14, "GATTAC");
            }
            fasta.append(">s").append(i).append('\n').append(letters).append('\n');
            final double liver = random.nextGaussian() + (holds ? 4 : 0);
            final double kidney = random.nextGaussian() - (holds ? 4 : 0);
            matrix.append("s" + i + "\t" + liver + "\t7\t" + random.nextGaussian() + "\t" + (i % 7 == 3 ? "NA" : kidney) + "\tw"
                + i + "\t" + (i < 2 ? i : "") + "\t" + (i % 5 == 0 ? "" : random.nextGaussian()) + "\n");
        }
        m_sequences = Cli.write(m_folder, "promoters.fa", fasta.toString());
        m_matrix = Cli.write(m_folder, "matrix.tsv", matrix.toString());
    }

    private Object[] panel(final Path out, final Object... more) {
        final List<Object> words = new ArrayList<>(List.of("panel", "--input", m_sequences, "--phenotype", m_matrix));
        words.addAll(List.of(SETTINGS));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        return words.toArray();
    }

    private static Map<String, String> content(final Path folder) {
        final Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private static List<String> column(final Path table, final String name) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        final int index = List.of(lines.get(0).split("\t")).indexOf(name);
        return lines.stream().skip(1).map(l -> l.split("\t", -1)[index]).toList();
    }

    @Test
    @DisplayName("each phenotype has the bytes of a run of discover with it alone, also where values are missing")
    void asAlone() throws IOException {
        final Path out = m_folder.resolve("alone");
        Cli.run(panel(out, "--reports", "--strands", "both")).ok();
        for (final Map.Entry<String, String> one : Map.of("0001_liver", "liver", "0003_skin", "skin", "0004_kidney_left", "kidney, left", "0007_brain", "brain").entrySet()) {
            final Path single = m_folder.resolve("single" + one.getKey());
            final List<Object> words = new ArrayList<>(List.of("discover", "--input", m_sequences, "--phenotype", m_matrix));
            words.addAll(List.of(SETTINGS));
            words.addAll(List.of("--strands", "both", "--phenotype-column", one.getValue(), "--title", "promoters: " + one.getValue(), "--out", single));
            Cli.run(words.toArray()).ok();
            final Path own = out.resolve("phenotypes").resolve(one.getKey());
            final List<String> compared = new ArrayList<>(List.of("results.tsv", "results.json", "sites.tsv", "motifs.meme", "quality.tsv", "logo-1.svg"));
            for (final String file : compared) {
                assertArrayEquals(Files.readAllBytes(single.resolve(file)), Files.readAllBytes(own.resolve(file)), one + " " + file);
            }
            // the command names no title, which is that of the panel
            final String command = "\"command\":\"[^\"]*\"";
            assertTrue(Cli.report(single).replaceFirst(command, "").equals(Cli.report(own).replaceFirst(command, "")), one + " report.html");
            assertTrue(Cli.report(own).contains("\"command\":\"./seism discover --input promoters.fa --phenotype matrix.tsv --width 4 "), "command");
        }
        // the table of all motifs holds the same texts
        final List<String> all = Files.readAllLines(out.resolve("motifs.tsv"));
        final String first = Files.readAllLines(out.resolve("phenotypes/0001_liver/results.tsv")).get(1);
        assertTrue(all.get(1).startsWith("liver\ttrue\tGROUP-1\t" + first.substring(0, 20)), all.get(1));
        assertEquals(8, all.size() - 1);
    }

    @Test
    @DisplayName("a phenotype that can't be analysed fails alone, by name and with the message")
    void failures() throws IOException {
        final Path out = m_folder.resolve("failures");
        final Cli.Run run = Cli.run(panel(out)).ok();
        final List<String> states = column(out.resolve("panel.tsv"), "state");
        assertEquals(List.of("found", "failed", "nothing found", "found", "failed", "failed", "nothing found"), states);
        final List<String> remarks = column(out.resolve("panel.tsv"), "remark");
        assertTrue(remarks.get(1).contains("is constant: all 60 usable sequences have '7'"), remarks.get(1));
        assertTrue(remarks.get(4).contains("has 60 classes") || remarks.get(4).contains("not numeric"), remarks.get(4));
        assertTrue(remarks.get(5).contains("has 2 usable sequences, but a test needs at least 3"), remarks.get(5));
        assertTrue(run.err().contains("Phenotype 'one value' could not be analysed"), run.err());
        assertTrue(run.out().contains("7 phenotypes, 4 analysed; in 2 there is something"), run.out());
        assertEquals(List.of("60", "", "60", "51", "", "", "48"), column(out.resolve("panel.tsv"), "sequences"));
        final Path nothing = m_folder.resolve("nothing");
        final Cli.Run none = Cli.run(panel(nothing, "--phenotype-columns", "words,one value"));
        assertEquals(1, none.code());
        assertTrue(none.err().contains("None of the 2 phenotypes could be analysed. The first, 'words'"), none.err());
    }

    @Test
    @DisplayName("motifs of different phenotypes are one group where their matrices are alike, whatever their sign")
    void groups() throws IOException {
        final Path out = m_folder.resolve("groups");
        Cli.run(panel(out)).ok();
        final List<String> lines = Files.readAllLines(out.resolve("groups.tsv"));
        assertEquals("group\tmatrix\tphenotypes\tliver\tkidney, left", lines.get(0));
        final String[] first = lines.get(1).split("\t");
        assertEquals("2", first[2], lines.toString());
        assertTrue(Double.parseDouble(first[3]) > 0.7 && Double.parseDouble(first[4]) < -0.7, lines.toString());
        assertTrue(Files.readString(out.resolve("groups.meme")).contains("MOTIF GROUP-1"));
    }

    @Test
    @DisplayName("same bytes for any number of threads, and for a panel that was interrupted and went on")
    void sameBytes() throws Exception {
        final Path one = m_folder.resolve("one");
        final Path more = m_folder.resolve("more");
        Cli.run(panel(one, "--reports", "--threads", 1)).ok();
        Cli.run(panel(more, "--reports", "--threads", 3)).ok();
        assertEquals(content(one), content(more));
        assertFalse(content(one).keySet().stream().anyMatch(f -> f.contains("unfinished") || f.contains("part")), content(one).keySet().toString());

        final Path stopped = m_folder.resolve("stopped");
        final Path journal = stopped.resolve("panel.unfinished");
        // much work in each phenotype, so that there is something left to stop
        final Object[] long_ = {"--reports", "--threads", 1, "--thinning", 8};
        final Cli.Run run = Cli.interruptedWhen(() -> lines(journal) >= 2, panel(stopped, long_));
        assertEquals(130, run.code(), run.err());
        final int finished = lines(journal) - 1;
        assertTrue(finished >= 1 && finished < 7, finished + " finished");
        assertTrue(run.err().contains(finished + " of 7 phenotypes are finished and kept in"), run.err());
        final List<String> states = column(stopped.resolve("panel.part.tsv"), "state");
        assertEquals(finished, states.stream().filter(s -> !s.equals("not finished")).count());
        // a line that a killed machine left unfinished
        Files.writeString(journal, "{\"number\":6,\"na", StandardOpenOption.APPEND);

        final Cli.Run refused = Cli.run(panel(stopped, long_));
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("holds an interrupted panel, of which " + finished + " phenotypes are finished"), refused.err());
        final Cli.Run other = Cli.run(panel(stopped, "--reports", "--thinning", 9, "--resume"));
        assertEquals(1, other.code());
        assertTrue(other.err().contains("was asked for something else"), other.err());
        assertEquals(finished + 1, lines(journal));

        Cli.run(panel(stopped, Stream.concat(Arrays.stream(long_), Stream.of("--resume")).toArray())).ok();
        final Path whole = m_folder.resolve("whole");
        Cli.run(panel(whole, "--reports", "--threads", 2, "--thinning", 8)).ok();
        assertEquals(content(whole), content(stopped));
        final Cli.Run done = Cli.run(panel(stopped, Stream.concat(Arrays.stream(long_), Stream.of("--resume")).toArray()));
        assertTrue(done.code() == 1 && done.err().contains("is complete"), done.err());
        final Cli.Run again = Cli.run(panel(stopped, long_));
        assertTrue(again.code() == 1 && again.err().contains("holds the results of another panel"), again.err());
    }

    private static int lines(final Path file) {
        try {
            return Files.exists(file) ? (int)Files.readString(file).chars().filter(c -> c == '\n').count() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    @DisplayName("phenotypes are named one by one, by kind, or all columns of their table")
    void columns() throws IOException {
        final Path out = m_folder.resolve("columns");
        Cli.run(panel(out, "--phenotype-columns", "all-numeric")).ok();
        assertEquals(List.of("liver", "one value", "skin", "kidney, left", "too few", "brain"), column(out.resolve("panel.tsv"), "phenotype"));
        final Cli.Run twice = Cli.run(panel(m_folder.resolve("twice"), "--phenotype-columns", "liver,LIVER"));
        assertTrue(twice.code() == 1 && twice.err().contains("'liver' is named twice"), twice.err());
        final Cli.Run unknown = Cli.run(panel(m_folder.resolve("unknown"), "--phenotype-columns", "liver,lung"));
        assertTrue(unknown.code() == 1 && unknown.err().contains("has no column 'lung'"), unknown.err());
        final Cli.Run none = Cli.run("panel", "--input", m_sequences, "--out", m_folder.resolve("none"));
        assertTrue(none.code() == 2 && none.err().contains("No phenotypes are named."), none.err());
        final Cli.Run partial = Cli.run(panel(m_folder.resolve("partial"), "--hypothesis", "partial"));
        assertTrue(partial.code() == 2 && partial.err().contains("sequential hypothesis"), partial.err());
        assertFalse(Stream.of("twice", "unknown", "none", "partial").anyMatch(f -> Files.exists(m_folder.resolve(f))));
    }

    @Test
    @DisplayName("of phenotypes in the table of the sequences, id, sequence and covariates are none")
    void oneTable() throws IOException {
        final String table = Files.readAllLines(Path.of(Cli.ECOLI)).stream().limit(60).map(l -> l.startsWith("id\t") ? l + "\tbatch\tsize"
            : l + "\t" + l.hashCode() % 7 + "\t" + l.hashCode() % 1000).collect(Collectors.joining("\n"));
        final Path out = m_folder.resolve("oneTable");
        Cli.run("panel", "--input", Cli.write(m_folder, "table.tsv", table), "--phenotype-columns", "all-numeric", "--covariates", "batch",
            "--width", 3, "--motifs", 1, "--replicates", 49, "--out", out).ok();
        assertEquals(List.of("y", "size"), column(out.resolve("panel.tsv"), "phenotype"));
    }
}
