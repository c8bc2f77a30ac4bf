package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data that can't be used: exit code 1, a message that names the place, the cause and what to do, and nothing left in the
 * file system.
 */
class BadInputTest {
    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("missing file")
    void missing() {
        refused(m_folder.resolve("nowhere.tsv"), "nowhere.tsv", "Check the spelling");
    }

    @Test
    @DisplayName("neither FASTA nor table")
    void notFasta() {
        refused(Cli.write(m_folder, "poem.txt", "Shall I compare thee\nto a summer's day\n"), "poem.txt", "line 1", "FASTA");
        refused(Cli.write(m_folder, "broken.fasta", "ACGT\n>s1\nACGT\n"), "--header-pattern", "y=(\\S+)", "broken.fasta", "line 1");
    }

    @Test
    @DisplayName("empty file, header only")
    void empty() {
        refused(Cli.write(m_folder, "empty.tsv", ""), "empty.tsv", "is empty");
        refused(Cli.write(m_folder, "header.tsv", "id\tsequence\ty\n"), "header.tsv", "no sequences");
    }

    @Test
    @DisplayName("width larger than all sequences")
    void width() {
        refused(table(i -> sequence(i), i -> "" + i), "--width", 50, "The width 50", "20 letters", "at most 20");
    }

    @Test
    @DisplayName("constant phenotype")
    void constant() {
        refused(table(i -> sequence(i), i -> "2.5"), "'y'", "constant", "'2.5'");
    }

    @Test
    @DisplayName("phenotype that is no number")
    void text() {
        refused(table(i -> sequence(i), i -> "word" + i), "'y'", "word");
    }

    @Test
    @DisplayName("unknown columns are answered with those there are")
    void columns() {
        final Path input = table(i -> sequence(i), i -> "" + i);
        refused(input, "--phenotype-column", "activity", "'activity'", "id, sequence, y");
        refused(input, "--sequence-column", "dna", "'dna'", "id, sequence, y");
        refused(input, "--id-column", "name", "'name'", "id, sequence, y");
        refused(input, "--covariates", "gc", "'gc'", "id, sequence, y");
    }

    @Test
    @DisplayName("fewer sequences than covariates + 3")
    void tooFew() {
        final StringBuilder text = new StringBuilder("id\tsequence\ty\ta\n");
        for (int i = 0; i < 3; i++) {
            text.append("s").append(i).append('\t').append(sequence(i)).append('\t').append(i).append('\t').append(i * i).append('\n');
        }
        refused(Cli.write(m_folder, "few.tsv", text.toString()), "--covariates", "a", "few.tsv", "3 usable", "at least 4");
    }

    @Test
    @DisplayName("all sequences alike")
    void alike() {
        refused(table(i -> "ACGTACGTACGTACGTACGT", i -> "" + i), "alike", "check the file");
    }

    @Test
    @DisplayName("covariate that is a linear combination of others")
    void dependent() {
        final StringBuilder text = new StringBuilder("id\tsequence\ty\ta\tb\tc\n");
        for (int i = 0; i < 20; i++) {
            text.append(String.join("\t", "s" + i, sequence(i), "" + i % 7, "" + i, "" + i * i, "" + (2 * i - 3 * i * i + 1))).append('\n');
        }
        refused(Cli.write(m_folder, "dependent.tsv", text.toString()), "--covariates", "a,b,c", "'c'", "linear combination", "a, b");
    }

    @Test
    @DisplayName("NaN and infinities: such rows are left out and named; if nothing else is left, that is said")
    void notFinite() throws IOException {
        refused(table(i -> sequence(i), i -> i % 2 == 0 ? "NaN" : "Inf"), "0 usable", "20 of 20 were left out", "line 2");
        final Path out = m_folder.resolve("out");
        final Path input = table(i -> sequence(i), i -> i == 4 ? "-Infinity" : i == 7 ? "nan" : "" + i % 5);
        final Cli.Run run = Cli.run("discover", "--input", input, "--width", 3, "--motifs", 1, "--replicates", 99, "--out", out).ok();
        assertTrue(run.err().contains("2 of 20 sequences were left out (1 phenotype is NaN, 1 phenotype is infinite), the first: record 5 ('s4')"), run.err());
        final List<String> quality = Files.readAllLines(out.resolve("quality.tsv"));
        assertTrue(quality.get(5).startsWith("5\ts4\tfalse\tphenotype"), quality.get(5));
        assertTrue(quality.get(8).startsWith("8\ts7\tfalse\tphenotype"), quality.get(8));
    }

    @Test
    @DisplayName("output that can't be written")
    void output() throws IOException {
        final Path file = Cli.write(m_folder, "occupied", "a file");
        final Cli.Run run = Cli.run("discover", "--input", Cli.ECOLI, "--out", file.resolve("out"));
        assertEquals(1, run.code());
        assertTrue(run.err().contains("occupied is a file"), run.err());
        final Path locked = Files.createDirectory(m_folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        final Cli.Run second = Cli.run("discover", "--input", Cli.ECOLI, "--out", locked.resolve("out"));
        assertEquals(1, second.code());
        assertTrue(second.err().contains("not writable"), second.err());
    }

    @Test
    @DisplayName("an existing folder of results stays as it was")
    void keepsOldResults() throws IOException {
        final Path out = Files.createDirectory(m_folder.resolve("out"));
        Cli.write(out, "results.tsv", "old");
        assertEquals(1, Cli.run("discover", "--input", m_folder.resolve("nowhere"), "--out", out).code());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(List.of(out.resolve("results.tsv")), files.toList());
        }
        assertEquals("old", Files.readString(out.resolve("results.tsv")));
    }

    /** The last arguments without a dash before them are what the message must hold, the ones before are options. */
    private void refused(final Path input, final Object... optionsThenExpected) {
        int k = 0;
        while (k < optionsThenExpected.length && optionsThenExpected[k].toString().startsWith("--")) {
            k += 2;
        }
        final Path out = m_folder.resolve("out");
        final List<Object> args = new ArrayList<>(List.of("discover", "--input", input, "--out", out));
        args.addAll(List.of(optionsThenExpected).subList(0, k));
        final Cli.Run run = Cli.run(args.toArray());
        assertEquals(1, run.code(), run.err());
        assertEquals("", run.out());
        for (final Object part : List.of(optionsThenExpected).subList(k, optionsThenExpected.length)) {
            assertTrue(run.err().contains(part.toString()), () -> "no '" + part + "' in: " + run.err());
        }
        assertEquals(2, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
        assertFalse(Files.exists(out));
        try (Stream<Path> files = Files.list(m_folder)) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith(".seism")), "a staging folder is left");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path table(final IntFunction<String> sequence, final IntFunction<String> y) {
        final StringBuilder text = new StringBuilder("id\tsequence\ty\n");
        for (int i = 0; i < 20; i++) {
            text.append("s").append(i).append('\t').append(sequence.apply(i)).append('\t').append(y.apply(i)).append('\n');
        }
        return Cli.write(m_folder, "table.tsv", text.toString());
    }

    private static String sequence(final int i) {
        final StringBuilder s = new StringBuilder();
        long state = i * 7919L + 17;
        for (int k = 0; k < 20; k++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            s.append("ACGT".charAt((int)(state >>> 62)));
        }
        return s.toString();
    }
}
