package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the command line answers what people type. */
class UsageTest {
    @TempDir
    private Path m_folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"discoverr | 'discoverr'. Did you mean 'discover'?", "sacn | Did you mean 'scan'?",
        "discover --widht 6 | There is no option '--widht'. Did you mean '--width'?", "scan --input x --motif-fil y | '--motif-file'",
        "discover --input x --strands double | --strands can't be 'double': give one of single, both.",
        "discover --input x --null permutaton | Did you mean 'permutation'?", "discover --strands single --inptu x | '--input'",
        "discover --out y | --input", "discover --input x --min-support 0 | --min-support is 0", "discover --input x --width six | 'six'",
        "convert --input x --from fasta --to meme | 'fasta'", "scan --input x --words A --from nonsense | 'nonsense'", "frobnicate | There is no command"})
    void told(final String line, final String expected) {
        final Cli.Run run = Cli.run((Object[])line.split(" "));
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(expected), run.err());
        assertFalse(run.err().contains("Missing required") && line.contains("--inptu"), run.err());
    }

    @Test
    @DisplayName("empty names of files, and names that are none, are wrong usage")
    void emptyNames() {
        for (final String name : List.of("", " ", "a\0b")) {
            assertEquals(2, Cli.run("discover", "--input", Cli.ECOLI, "--out", name).code());
            assertEquals(2, Cli.run("scan", "--input", name, "--words", "A").code());
        }
    }

    @Test
    @DisplayName("an argument that begins with @ is an argument")
    void noArgumentFiles() {
        final Path file = Cli.write(m_folder, "args", "--help");
        final Cli.Run run = Cli.run("discover", "@" + file);
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertEquals(1, Cli.run("scan", "--words", "A", "--input", "@nowhere").code());
    }

    @Test
    @DisplayName("help as a command, options in groups, no line beyond 110 columns")
    void help() {
        final String text = Cli.run("help", "discover").ok().out();
        assertEquals(Cli.run("discover", "--help").ok().out(), text);
        for (final String group : List.of("Sequences:", "Phenotype and covariates:", "Selection of motifs:", "Null distribution:",
            "Options:", "Output and general:")) {
            assertTrue(text.lines().anyMatch(group::equals), group);
        }
        assertTrue(text.lines().allMatch(l -> l.length() <= 110), text);
        for (final String option : Main.commands(new Interruption()).getSubcommands().get("discover").getCommandSpec().optionsMap().keySet()) {
            assertTrue(text.contains(option), option);
        }
    }

    @Test
    @DisplayName("completion and manual page name every command and option")
    void shellFiles() throws IOException {
        ShellFiles.main(new String[]{m_folder.resolve("shell").toString()});
        final String completion = Files.readString(m_folder.resolve("shell").resolve(ShellFiles.COMPLETION));
        final String manual = Files.readString(m_folder.resolve("shell").resolve(ShellFiles.MANUAL)).replace("\\-", "-");
        Main.commands(new Interruption()).getSubcommands().forEach((name, command) -> {
            assertTrue(completion.contains(name) && manual.contains("SEISM " + name.toUpperCase()), name);
            command.getCommandSpec().options().stream().filter(o -> !o.hidden())
                .forEach(o -> assertTrue(completion.contains(o.longestName()) && manual.contains(o.longestName()), o.longestName()));
        });
    }

    @Test
    @DisplayName("a full device: exit 1 with a message, whatever is printed")
    void fullDevice() {
        final Path sites = m_folder.resolve("m.meme");
        Cli.write(m_folder, "m.meme", "MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4\n1 0 0 0\n");
        for (final List<String> args : List.of(List.of("--help"), List.of("scan", "--help"), List.of("simulate", "--sequences", "20"),
            List.of("convert", "--input", sites.toString(), "--to", "jaspar"), List.of("scan", "--input", Cli.ECOLI, "--words", "TATAAT"),
            List.of("test", "--input", Cli.ECOLI, "--words", "TATAAT", "--permutations", "99"))) {
            final StringWriter err = new StringWriter();
            final PrintWriter full = new PrintWriter(new OutputStreamWriter(new OutputStream() {
                @Override
                public void write(final int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            }, StandardCharsets.UTF_8));
            assertEquals(1, Main.run(args.toArray(String[]::new), full, new PrintWriter(err), new Interruption()), args + ": " + err);
            assertTrue(err.toString().contains("Standard output could not be written"), args + ": " + err);
        }
    }

    @Test
    @DisplayName("an output that is the input is refused, and the input stays")
    void outputIsInput() throws IOException {
        final Path data = Cli.write(m_folder, "data.fa", ">a\nTATAAT\n>b\nACGTAC\n");
        final Path link = Files.createSymbolicLink(m_folder.resolve("link.fa"), data);
        for (final Path out : List.of(data, link, m_folder.resolve(".").resolve("data.fa"))) {
            final Cli.Run run = Cli.run("scan", "--input", data, "--words", "TATAAT", "--out", out);
            assertEquals(1, run.code());
            assertTrue(run.err().contains("is the input itself"), run.err());
        }
        assertEquals(">a\nTATAAT\n>b\nACGTAC\n", Files.readString(data));
        final Path folder = Files.createDirectory(m_folder.resolve("out"));
        final Path inside = Files.copy(Path.of(Cli.ECOLI), folder.resolve("results.tsv"));
        final Cli.Run run = Cli.run("discover", "--input", inside, "--out", folder);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("would be replaced"), run.err());
    }

    @Test
    @DisplayName("- as output is standard output, for every writer")
    void standardOutput() {
        final Path data = Cli.write(m_folder, "data.fa", ">a\nTATAAT\n");
        assertTrue(Cli.run("scan", "-i", data, "--words", "TATAAT", "-o", "-").ok().out().contains("TATAAT"));
        assertTrue(Cli.run("simulate", "--sequences", 20, "-o", "-").ok().out().startsWith("id\t"));
        assertFalse(Files.exists(Path.of("-")));
    }

    @Test
    @DisplayName("progress fits 80 columns and keeps the time left")
    void progress() {
        final String line = TerminalProgress.line(0.5, "m".repeat(300), 100);
        assertEquals(79, line.length());
        assertTrue(line.endsWith("... about 1 min 40 s left".replace("... ", "..., ")), line);
        assertEquals(79, TerminalProgress.line(0.001, "", 0).length());
    }

    @Test
    @DisplayName("four significant digits, no control characters, no marks that turn the text")
    void shown() {
        assertEquals("0.5708", TextTable.number(0.57081234));
        assertEquals("2.181e-4", TextTable.number(2.18123e-4));
        assertEquals("12.35", TextTable.number(12.3456));
        assertEquals("12346", TextTable.number(12345.6));
        assertEquals(" red ", SeismCommand.oneLine("\u009b\u001bred\u202e"));
    }

    @Test
    @DisplayName("a header pattern that overflows the stack is the user's to change")
    void recursivePattern() {
        final Path data = Cli.write(m_folder, "long.fa", ">" + "ab".repeat(100_000) + "\nACGT\n");
        final Cli.Run run = Cli.run("discover", "--input", data, "--header-pattern", "((?:a|b)*)", "--out", m_folder.resolve("o"));
        assertEquals(1, run.code());
        assertTrue(run.err().contains("header pattern") && run.err().lines().count() <= 3, run.err());
    }

    @Test
    @DisplayName("the warning on left-out rows counts them by reason")
    void reasons() {
        final StringBuilder text = new StringBuilder("id\tsequence\ty\n");
        for (int i = 0; i < 30; i++) {
            text.append("s" + i).append('\t').append(i % 10 == 3 ? "AC" : "ACGTTGCA".substring(i % 3) + "ACGTGGATTACA".substring(i % 5)).append('\t')
                .append(i % 6 == 0 ? "NA" : "" + i * i % 17).append('\n');
        }
        final Cli.Run run = Cli.run("discover", "--input", Cli.write(m_folder, "t.tsv", text.toString()), "--width", 3, "--motifs", 1,
            "--replicates", 19, "--out", m_folder.resolve("o")).ok();
        assertTrue(run.err().matches("(?s).*8 of 30 sequences were left out \\(5 phenotype is missing, 3 [^)]*\\), the first: record 1 .*"), run.err());
    }
}
