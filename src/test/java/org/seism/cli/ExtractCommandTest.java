package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a genome and a table of values to motifs, on the command line. */
class ExtractCommandTest {
    private static final int GENES = 60;
    private static final int SPACE = 300;
    private static final String WORD = "TTGACA";

    @TempDir
    private Path m_folder;

    private static String reverseComplement(final String s) {
        final StringBuilder r = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            r.append("TGCA".charAt("ACGT".indexOf(s.charAt(k))));
        }
        return r.toString();
    }

    /**
     * A circular genome in which every second gene has the word upstream, and the values of its genes. It lies in examples/ as well;
     * renewed with -Dseism.renew=true.
     */
    private Path genome() {
        final Random random = new Random(4);
        final StringBuilder letters = new StringBuilder();
        for (int k = 0; k < GENES * SPACE; k++) {
            letters.append("ACGT".charAt(random.nextInt(4)));
        }
        final StringBuilder features = new StringBuilder();
        final StringBuilder values = new StringBuilder("id\texpression\n");
        for (int g = 0; g < GENES; g++) {
            final boolean forward = random.nextBoolean();
            final int first = g * SPACE + 150;
            features.append("     gene            ").append(forward ? first + ".." + (first + 60) : "complement(" + (first - 60) + ".." + first + ")")
                .append("\n                     /locus_tag=\"b").append(String.format(Locale.ROOT, "%04d", g)).append("\"\n");
            if (g % 2 == 0) {
                // 35 letters before the gene's first, on its strand
                final int at = forward ? first - 1 - 35 : first + 35 - WORD.length();
                letters.replace(at, at + WORD.length(), forward ? WORD : reverseComplement(WORD));
            }
            values.append(String.format(Locale.ROOT, "b%04d\t%.3f%n", g, (g % 2 == 0 ? 2 : 0) + random.nextGaussian()).replace("\r", ""));
        }
        Cli.write(m_folder, "expression.tsv", values.toString());
        final StringBuilder origin = new StringBuilder();
        for (int k = 0; k < letters.length(); k += 60) {
            origin.append(String.format(Locale.ROOT, "%9d ", k + 1)).append(letters, k, Math.min(letters.length(), k + 60)).append('\n');
        }
        return Cli.write(m_folder, "genome.gbk", "LOCUS       G1 " + letters.length() + " bp    DNA     circular BCT 01-JAN-2026\nVERSION     G1.1\n"
            + "FEATURES             Location/Qualifiers\n" + features + "ORIGIN\n" + origin + "//\n");
    }

    @Test
    @DisplayName("the example is this genome")
    void example() throws Exception {
        final Path genome = genome();
        final Path values = m_folder.resolve("expression.tsv");
        if (Boolean.getBoolean("seism.renew")) {
            Files.writeString(Path.of("examples", "made_genome.gbk"), Files.readString(genome));
            Files.writeString(Path.of("examples", "made_expression.tsv"), Files.readString(values));
        }
        assertEquals(Files.readString(genome), Files.readString(Path.of("examples", "made_genome.gbk")));
        assertEquals(Files.readString(values), Files.readString(Path.of("examples", "made_expression.tsv")));
    }

    @Test
    @DisplayName("a genome and a table of values are enough: extract, then discover by locus_tag")
    void discover() throws Exception {
        final Path promoters = m_folder.resolve("promoters.tsv");
        final Cli.Run run = Cli.run("extract", "--input", genome(), "--upstream", 60, "--downstream", 0, "--out", promoters).ok();
        assertTrue(run.err().contains(GENES + " regions of " + GENES + " features are in "), run.err());
        final List<String> lines = Files.readAllLines(promoters);
        assertEquals("id\tsequence\tchromosome\tstart\tend\tstrand\tremarks", lines.get(0));
        for (int g = 0; g < GENES; g += 2) {
            final String[] row = lines.get(g + 1).split("\t", -1);
            assertEquals(String.format(Locale.ROOT, "b%04d", g), row[0]);
            assertEquals(WORD, row[1].substring(60 - 35, 60 - 35 + WORD.length()), row[5]);
        }
        final Path out = m_folder.resolve("out");
        final Cli.Run tested = Cli.run("discover", "--input", promoters, "--phenotype", m_folder.resolve("expression.tsv"),
            "--phenotype-column", "expression", "--motifs", 1, "--replicates", 199, "--out", out).ok();
        assertTrue(Files.readString(out.resolve("results.tsv")).contains(WORD), tested.out() + Files.readString(out.resolve("results.tsv")));
    }

    @Test
    @DisplayName("FASTA headers tell the place; attributes become columns; the rule for neighbours is spelt either way")
    void forms() throws Exception {
        final Path fasta = Cli.write(m_folder, "c.fa", ">c\nAACCGGTTACGT\n");
        final Path gff = Cli.write(m_folder, "c.gff", "c\ts\tgene\t5\t6\t.\t-\t.\tID=g;Name=a b;product=p%2Cq\n");
        final String out = Cli.run("extract", "-i", fasta, "--annotation", gff, "--upstream", 3, "--downstream", 2, "--to", "fasta",
            "--neighbours", "leave-out").ok().out();
        assertEquals(">a_b c:5-9(-)\nTAACC\n", out);
        final String table = Cli.run("extract", "-i", fasta, "--annotation", gff, "--anchor", "whole", "--attributes", "product,none").ok().out();
        assertEquals("id\tsequence\tchromosome\tstart\tend\tstrand\tremarks\tproduct\tnone\na b\tCC\tc\t5\t6\t-\t\tp,q\t\n", table);
        final Cli.Run end = Cli.run("extract", "-i", fasta, "--annotation", gff, "--anchor", "end").ok();
        assertTrue(end.out().contains("\tGGTT\t"), end.out());
        assertTrue(end.err().contains("1 of 1 regions shortened at the end of the sequence"), end.err());
    }

    @Test
    @DisplayName("wrong usage and unusable files say what to do, and write nothing")
    void wrong() throws Exception {
        final Path fasta = Cli.write(m_folder, "c.fa", ">c\nAACCGGTTACGT\n");
        final Path bed = Cli.write(m_folder, "c.bed", "c\t4\t6\tg\n");
        assertEquals(2, Cli.run("extract", "-i", fasta, "--neighbours", "love").code());
        assertEquals(2, Cli.run("extract", "-i", fasta, "--upstream", 0, "--downstream", 0).code());
        assertEquals(2, Cli.run("extract", "-i", "-").code());
        assertEquals(1, Cli.run("extract", "-i", fasta, "--out", m_folder.resolve("o.tsv")).code());
        final Cli.Run types = Cli.run("extract", "-i", fasta, "--annotation", bed, "--out", m_folder.resolve("o.tsv"));
        assertEquals(1, types.code());
        assertTrue(types.err().contains("There is no feature of the type gene.") && types.err().contains("region (1)"), types.err());
        final Cli.Run same = Cli.run("extract", "-i", fasta, "--annotation", bed, "--feature", "region", "--out", bed);
        assertEquals(1, same.code());
        assertFalse(Files.exists(m_folder.resolve("o.tsv")));
        assertEquals("c\t4\t6\tg\n", Files.readString(bed));
    }
}
