package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Version;

/** The commands beside discover, help, and wrong usage. */
class CommandsTest {
    @TempDir
    private Path m_folder;

    @ParameterizedTest
    @ValueSource(strings = {"discover", "panel", "test", "scan", "compare", "simulate", "convert", "extract", "calibrate"})
    @DisplayName("the example in the help runs")
    void examples(final String command) {
        final String help = Cli.run(command, "--help").ok().out();
        final Matcher example = Pattern.compile("Example:\\R  \\./seism (.*)").matcher(help);
        assertTrue(example.find(), help);
        final String[] args = example.group(1).split(" ");
        assertEquals(command, args[0]);
        for (int k = 0; k < args.length; k++) {
            args[k] = args[k].startsWith("seism-out") ? m_folder.resolve(args[k]).toString() : args[k];
        }
        Cli.run((Object[])args).ok();
    }

    @Test
    @DisplayName("test: given words, with the caution that they must not come from these data")
    void plainTest() throws IOException {
        final Path out = m_folder.resolve("out");
        final Cli.Run run = Cli.run("test", "--input", Cli.ECOLI, "--words", "TATAAT,TTGACA", "--out", out).ok();
        assertTrue(run.err().contains("valid ONLY if the motifs did not come from these data"), run.err());
        assertTrue(run.out().contains("TTGACA"), run.out());
        final List<String> rows = Files.readAllLines(out.resolve("results.tsv"));
        assertEquals("motif\tconsensus\twidth\tstatistic\teffect\tpStudent\tpPermutation\tholm\tbh\tremark", rows.get(0));
        final String[] first = rows.get(1).split("\t");
        assertEquals(0.5708, Double.parseDouble(first[3]), 1e-4);
        assertEquals(1.68e-10, Double.parseDouble(first[5]), 1e-12);
        assertEquals(1e-4, Double.parseDouble(first[6]));
        assertTrue(Files.exists(out.resolve("sites.tsv")) && Files.exists(out.resolve("quality.tsv")));
        // given the other one, and by a file instead of words
        Cli.run("test", "--input", Cli.ECOLI, "--motif-file", "examples/sigma70.meme", "--given", "partial", "--permutations", 99).ok();
    }

    @Test
    @DisplayName("test: a motif that can't be tested is said to be so, and does not stop the others")
    void plainTestWithoutSites() {
        final Cli.Run run = Cli.run("test", "--input", Cli.simulated(m_folder), "--words", "ACGTAC,N", "--permutations", 99).ok();
        assertTrue(run.err().contains("N can't be tested"), run.err());
        assertTrue(run.out().contains("ACGTAC"), run.out());
    }

    @Test
    @DisplayName("scan: every sequence has its row, also one that is too short")
    void scan() {
        final Path fasta = Cli.write(m_folder, "s.fa", ">a\nCCTATAATCC\n>b\nTAT\n>c\nGGATTATAGG\n>d\n\n");
        final Cli.Run run = Cli.run("scan", "--input", fasta, "--words", "TATAAT", "--strands", "both").ok();
        assertEquals("""
            sequence\tmotif\tconsensus\tactivation\tstart\tend\tstrand\tword
            a\tTATAAT\tTATAAT\t1\t3\t8\t+\tTATAAT
            b\tTATAAT\tTATAAT\t\t\t\t\t
            c\tTATAAT\tTATAAT\t1\t3\t8\t-\tTATAAT
            d\tTATAAT\tTATAAT\t\t\t\t\t
            """, run.out());
        assertTrue(run.err().contains("2 of 4 sequences"), run.err());
    }

    @Test
    @DisplayName("simulate: the same seed gives the same file, FASTA by its name")
    void simulate() throws IOException {
        final String[] texts = new String[2];
        for (int k = 0; k < 2; k++) {
            texts[k] = Cli.run("simulate", "--sequences", 5, "--length", "10-20", "--alphabet", "rna", "--plant", "ACGU:2", "--seed", 7).ok()
                .out();
        }
        assertEquals(texts[0], texts[1]);
        assertEquals(6, texts[0].lines().count());
        final Path fasta = m_folder.resolve("x.fa");
        Cli.run("simulate", "--sequences", 5, "--alphabet", "protein", "--response", "logistic", "--out", fasta).ok();
        assertTrue(Files.readString(fasta).startsWith(">s1 y="));
    }

    @ParameterizedTest
    @CsvSource({"jaspar,jaspar", "transfac,transfac", "homer,motif", "jaspar-pfm,pfm", "meme,meme"})
    @DisplayName("convert: there and back")
    void convert(final String format, final String extension) throws IOException {
        final Path there = m_folder.resolve("motifs." + extension);
        Cli.run("convert", "--input", "examples/sigma70.meme", "--out", there).ok();
        final Cli.Run named = Cli.run("convert", "--input", "examples/sigma70.meme", "--to", format).ok();
        assertEquals(Files.readString(there), named.out());
        final Path back = m_folder.resolve("back.meme");
        Cli.run("convert", "--input", there, "--from", format, "--out", back).ok();
        assertEquals(2, Files.readAllLines(back).stream().filter(l -> l.startsWith("MOTIF")).count());
    }

    @Test
    @DisplayName("calibrate: the same table whatever the number of threads; the naive test fails")
    void calibrate() throws IOException {
        final Path input = Cli.simulated(m_folder);
        final String[] tables = new String[2];
        for (int k = 0; k < 2; k++) {
            final Path out = m_folder.resolve("calibration" + k + ".tsv");
            final Cli.Run run = Cli.run("calibrate", "--input", input, "--data-sets", 12, "--replicates", 49, "--word", "ACGTAC",
                "--effect", 2, "--threads", 1 + 2 * k, "--out", out).ok();
            assertTrue(run.out().contains("ACGTAC, held by"), run.out());
            tables[k] = Files.readString(out);
        }
        assertEquals(tables[0], tables[1]);
        assertTrue(tables[0].contains("null\t1\tnaive\t0.1\t12\t12\t1\t"), tables[0]);
    }

    @Test
    @DisplayName("wrong usage: exit code 2, one sentence and where help is")
    void usage() {
        final Path out = m_folder.resolve("out");
        wrong("Name a command");
        wrong("There is no command 'dicsover'. Did you mean 'discover'?", "dicsover");
        wrong("Missing required option: '--input", "discover");
        wrong("There is no option '--colour'", "discover", "--input", Cli.ECOLI, "--out", out, "--colour", "red");
        wrong("'six' is neither a number", "discover", "--input", Cli.ECOLI, "--out", out, "--width", "six");
        wrong("motif width 8-6", "discover", "--input", Cli.ECOLI, "--out", out, "--width", "8-6");
        wrong("'0' is neither", "discover", "--input", Cli.ECOLI, "--out", out, "--motifs", 0);
        wrong("hypothesis", "discover", "--input", Cli.ECOLI, "--out", out, "--hypothesis", "none");
        wrong("alpha is 2.0", "discover", "--input", Cli.ECOLI, "--out", out, "--alpha", 2);
        wrong("partial hypothesis", "discover", "--input", Cli.ECOLI, "--out", out, "--motifs", "auto", "--hypothesis", "partial");
        wrong("threads is 0", "discover", "--input", Cli.ECOLI, "--out", out, "--threads", 0);
        wrong("words", "test", "--input", Cli.ECOLI);
        wrong("Name the format", "convert", "--input", "examples/sigma70.meme");
        wrong("no motif file format", "convert", "--input", "examples/sigma70.meme", "--to", "word");
        wrong("WORD:EFFECT", "simulate", "--plant", "ACGT");
        wrong("do not overlap", "simulate", "--length", 5, "--plant", "ACGT:1", "--plant", "GGGG:1");
        wrong("run by the launcher", "workflow", "some/folder");
        assertFalse(Files.exists(out));
    }

    @Test
    @DisplayName("words of other letters, motif files that are none")
    void badMotifs() {
        final Cli.Run word = Cli.run("scan", "--input", Cli.ECOLI, "--words", "TATA1T");
        assertEquals(1, word.code());
        assertTrue(word.err().contains("TATA1T"), word.err());
        final Cli.Run file = Cli.run("scan", "--input", Cli.ECOLI, "--motif-file", Cli.ECOLI);
        assertEquals(1, file.code());
        assertTrue(file.err().contains("ecoli_promoters.tsv"), file.err());
        assertEquals(1, Cli.run("convert", "--input", m_folder.resolve("none.meme"), "--to", "meme").code());
    }

    @Test
    @DisplayName("cancelled: exit code 130 and no output")
    void cancelled() {
        final Interruption interruption = new Interruption();
        interruption.request();
        final Path out = m_folder.resolve("out");
        final Cli.Run run = Cli.run(interruption, "discover", "--input", Cli.ECOLI, "--out", out);
        assertEquals(130, run.code());
        assertEquals("", run.out());
        assertFalse(Files.exists(out));
    }

    @Test
    @DisplayName("the version is that of the build")
    void version() throws IOException {
        assertTrue(Cli.run("--version").ok().out().startsWith("seism " + Version.NUMBER));
        final Matcher pom = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(pom.find());
        assertEquals(pom.group(1), Version.NUMBER);
    }

    @Test
    @DisplayName("the progress line has a bar, counts and the time left")
    void progressLine() {
        final String line = TerminalProgress.line(0.25, "Replicate 500 of 2000", 30);
        assertTrue(line.startsWith("[######..................]  25% Replicate 500 of 2000, about 1 min 30 s left"), line);
        assertTrue(line.length() < 80, line);
        assertFalse(TerminalProgress.line(0.001, "Reading", 0.2).contains("left"));
    }

    private void wrong(final String expected, final Object... args) {
        final Cli.Run run = Cli.run(args);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(expected), () -> "no '" + expected + "' in: " + run.err());
        assertTrue(run.err().contains("Help: ./seism"), run.err());
        assertEquals("", run.out());
    }
}
