package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** seism scan --sites, held to an independent scan: all windows, p-values by adding up the probabilities of all words. */
class ScanSitesTest {
    private static final String MOTIFS = ">M1 one\nA [18 1 0 2 15]\nC [0 1 19 2 1]\nG [1 17 0 2 3]\nT [1 1 1 14 1]\n"
        + ">M2 two\nA [1 1 18 1 2 1]\nC [17 1 1 1 1 2]\nG [1 17 0 1 1 16]\nT [1 1 1 17 16 1]\n";
    private static final int[][][] COUNTS = {{{18, 0, 1, 1}, {1, 1, 17, 1}, {0, 19, 0, 1}, {2, 2, 2, 14}, {15, 1, 3, 1}},
        {{1, 17, 1, 1}, {1, 1, 17, 1}, {18, 1, 0, 1}, {1, 1, 1, 17}, {2, 1, 1, 16}, {1, 2, 16, 1}}};

    @TempDir
    private Path m_folder;

    private static String random(final int length, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < length; k++) {
            s.append(random.nextInt(200) == 0 ? 'N' : "AACGTT".charAt(random.nextInt(6)));
        }
        return s.toString();
    }

    private static String complement(final String s) {
        final StringBuilder r = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            r.append("ACGTN".charAt("TGCAN".indexOf(s.charAt(k))));
        }
        return r.toString();
    }

    /** An independent scan. */
    private static final class Reference {
        private final double[] m_background;
        private final List<Map<String, Double>> m_p = new ArrayList<>();

        Reference(final List<String> sequences) {
            final double[] counts = {1, 1, 1, 1};
            for (final String s : sequences) {
                for (final String strand : List.of(s, complement(s))) {
                    strand.chars().map("ACGT"::indexOf).filter(a -> a >= 0).forEach(a -> counts[a] += 0.5);
                }
            }
            final double total = Arrays.stream(counts).sum();
            m_background = Arrays.stream(counts).map(c -> c / total).toArray();
            for (int m = 0; m < COUNTS.length; m++) {
                m_p.add(pValues(m));
            }
        }

        private long score(final int matrix, final String word) {
            long sum = 0;
            for (int c = 0; c < word.length(); c++) {
                final int a = "ACGT".indexOf(word.charAt(c));
                sum += Math.round(100 * Math.log((COUNTS[matrix][c][a] + 0.1) / 20.4 / m_background[a]) / Math.log(2));
            }
            return sum;
        }

        private Map<String, Double> pValues(final int matrix) {
            final List<String> words = new ArrayList<>(List.of(""));
            for (int c = 0; c < COUNTS[matrix].length; c++) {
                final List<String> longer = new ArrayList<>();
                words.forEach(w -> "ACGT".chars().forEach(a -> longer.add(w + (char)a)));
                words.clear();
                words.addAll(longer);
            }
            final Map<String, Double> p = new HashMap<>();
            for (final String word : words) {
                final long score = score(matrix, word);
                p.put(word, words.stream().filter(w -> score(matrix, w) >= score)
                    .mapToDouble(w -> w.chars().mapToDouble(a -> m_background["ACGT".indexOf(a)]).reduce(1, (x, y) -> x * y)).sum());
            }
            return p;
        }

        /** "motif sequence start strand" of all sites. */
        List<String> sites(final List<String> sequences, final double threshold) {
            final List<String> sites = new ArrayList<>();
            for (int i = 0; i < sequences.size(); i++) {
                final String s = sequences.get(i);
                for (int start = 0; start < s.length(); start++) {
                    for (int m = 0; m < COUNTS.length; m++) {
                        final int end = start + COUNTS[m].length;
                        if (end <= s.length() && !s.substring(start, end).contains("N")) {
                            final String word = s.substring(start, end);
                            for (final String strand : List.of("+", "-")) {
                                if (m_p.get(m).get(strand.equals("+") ? word : complement(word)) <= threshold) {
                                    sites.add("M" + (m + 1) + " s" + (i + 1) + " " + (start + 1) + " " + strand);
                                }
                            }
                        }
                    }
                }
            }
            return sites;
        }
    }

    private static String fasta(final List<String> sequences, final int wrap) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < sequences.size(); i++) {
            text.append(">s").append(i + 1).append(" some words\r\n");
            for (int k = 0; k < sequences.get(i).length(); k += wrap) {
                text.append(sequences.get(i), k, Math.min(sequences.get(i).length(), k + wrap)).append("\r\n");
            }
        }
        return text.toString();
    }

    private static List<String> columns(final String table, final int... columns) {
        return table.lines().skip(1).map(r -> r.split("\t", -1)).map(f -> {
            final List<String> kept = new ArrayList<>();
            for (final int c : columns) {
                kept.add(f[c]);
            }
            return String.join(" ", kept);
        }).toList();
    }

    @Test
    @DisplayName("all sites and no others, over the pieces of a long sequence, for any number of threads, gzip, one line or many")
    void all() throws IOException {
        final List<String> sequences = List.of(random(700_000, 1), "", random(40, 2), random(300_001, 3).toLowerCase());
        final List<String> upper = sequences.stream().map(String::toUpperCase).toList();
        final Path motifs = Cli.write(m_folder, "motifs.jaspar", MOTIFS);
        final Path wrapped = Cli.write(m_folder, "wrapped.fa", fasta(sequences, 61));
        final String table = Cli.run("scan", "--input", wrapped, "--motif-file", motifs, "--sites", "all", "--p-value", "1e-3", "--strands",
            "both", "--threads", 2).ok().out();
        final List<String> expected = new Reference(upper).sites(upper, 1e-3);
        assertTrue(expected.size() > 500);
        assertEquals(expected, columns(table, 0, 2, 3, 5));
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(fasta(sequences, 1_000_000).getBytes(StandardCharsets.UTF_8));
        }
        final Path one = Files.write(m_folder.resolve("one.fa.gz"), packed.toByteArray());
        assertEquals(table, Cli.run("scan", "--input", one, "--motif-file", motifs, "--sites", "all", "--p-value", "1e-3", "--strands", "both",
            "--threads", 1).ok().out());
    }

    @Test
    @DisplayName("the best site of every matrix in every sequence, a row also where there is none")
    void best() {
        final List<String> sequences = List.of(random(300, 5), "ACG", random(80, 6), "NNNNNNNNNN", "AGCTAGCTAACGATTG");
        final Path motifs = Cli.write(m_folder, "motifs.jaspar", MOTIFS);
        final String table = Cli.run("scan", "--input", Cli.write(m_folder, "s.fa", fasta(sequences, 60)), "--motif-file", motifs, "--sites", "best",
            "--strands", "both").ok().out();
        final Reference reference = new Reference(sequences);
        final List<String> rows = columns(table, 0, 2, 3, 5, 8);
        assertEquals(10, rows.size());
        for (int i = 0; i < sequences.size(); i++) {
            for (int m = 0; m < 2; m++) {
                final String row = rows.get(2 * i + m);
                double least = 2;
                String first = "  ";
                for (int start = 0; start + COUNTS[m].length <= sequences.get(i).length(); start++) {
                    final String word = sequences.get(i).substring(start, start + COUNTS[m].length);
                    for (final String strand : List.of("+", "-")) {
                        final double p = reference.m_p.get(m).getOrDefault(strand.equals("+") ? word : complement(word), 2.0);
                        if (p < least - 1e-12) {
                            least = p;
                            first = start + 1 + " " + strand;
                        }
                    }
                }
                assertTrue(row.startsWith("M" + (m + 1) + " s" + (i + 1) + " " + first.strip()), row + " is not " + first);
                if (least < 2) {
                    assertEquals(least, Double.parseDouble(row.substring(row.lastIndexOf(' ') + 1)), 1e-9);
                }
            }
        }
    }

    @Test
    @DisplayName("places in the genome: both strands, both ways of counting; BED and GFF3 as their specifications ask")
    void genome() throws IOException {
        // CGATTG at 3..8 of the sequence as given
        final String sequence = "AACGATTGAAAA";
        final Path input = Cli.write(m_folder, "regions.fa", ">chr1:100-112(+)\n" + sequence + "\n>chr1:100-112(-)\n" + sequence + "\n>chrX:101-112\n"
            + sequence + "\n>a=b;c:1-2\n" + sequence + "\n");
        final Path motifs = Cli.write(m_folder, "motifs.jaspar", MOTIFS.substring(MOTIFS.indexOf(">M2")));
        final Path bed = m_folder.resolve("sites.bed");
        final String[] all = {"scan", "--input", input.toString(), "--motif-file", motifs.toString(), "--sites", "all", "--p-value", "0.001", "--strands",
            "both", "--background", "uniform"};
        final Cli.Run run = Cli.run(with(all, "--out", bed)).ok();
        assertTrue(run.err().contains("4 sites of 1 motifs in 4 sequences (48 letters)"), run.err());
        assertEquals(List.of("chr1 102 108 M2 +", "chr1 104 110 M2 -", "chrX 102 108 M2 +", "a=b;c:1-2 2 8 M2 +"),
            Files.readAllLines(bed).stream().map(l -> l.replaceAll("\t\\d+\t([+-])$", "\t$1").replace('\t', ' ')).toList());
        final List<String> gff = Cli.run(with(all, "--to", "gff3")).ok().out().lines().toList();
        assertEquals("##gff-version 3", gff.get(0));
        assertEquals(List.of("chr1", "SEISM", "nucleotide_motif", "103", "108"), List.of(gff.get(1).split("\t")).subList(0, 5));
        assertTrue(gff.get(2).startsWith("chr1\tSEISM\tnucleotide_motif\t105\t110\t") && gff.get(2).contains("\t-\t.\tName=M2;pvalue="), gff.get(2));
        assertTrue(gff.get(4).startsWith("a=b;c:1-2\tSEISM\tnucleotide_motif\t3\t8\t") && !gff.get(4).contains("region="), gff.get(4));
        final String table = Cli.run((Object[])all).ok().out();
        assertEquals(List.of("3 8 + CGATTG chr1 103 108 +", "3 8 + CGATTG chr1 105 110 -", "3 8 + CGATTG chrX 103 108 +", "3 8 + CGATTG    "),
            columns(table, 3, 4, 5, 6, 9, 10, 11, 12));
    }

    private static Object[] with(final String[] args, final Object... more) {
        final List<Object> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    @DisplayName("with their own cuts the motifs of a folder have the sites of that folder")
    void cuts() throws IOException {
        final Path out = m_folder.resolve("out");
        Cli.run("discover", "--input", Cli.ECOLI, "--motifs", 2, "--replicates", 99, "--strands", "both", "--out", out).ok();
        final List<String> expected = columns(Files.readString(out.resolve("sites.tsv")), 0, 1, 2, 3, 4, 5, 6).stream().sorted().toList();
        final String table = Cli.run("scan", "--input", Cli.ECOLI, "--motif-file", out, "--sites", "all", "--cut", "--strands", "both").ok().out();
        assertEquals(expected, columns(table, 0, 2, 3, 4, 5, 6, 7).stream()
            .map(r -> r.replaceAll("(\\.\\d)0$", "$1").replaceAll("\\.0$", "")).sorted().toList());
        assertTrue(expected.size() > 10);
    }

    @Test
    @DisplayName("wrong usage, motifs that can't reach the threshold, and a failure that leaves the old file")
    void refused() throws IOException {
        final Path motifs = Cli.write(m_folder, "motifs.jaspar", MOTIFS);
        final Path input = Cli.write(m_folder, "s.fa", ">a\nACGTACGTAACGATTG\n");
        assertEquals(2, Cli.run("scan", "--input", input, "--motif-file", motifs, "--p-value", "0.1").code());
        assertEquals(2, Cli.run("scan", "--input", input, "--motif-file", motifs, "--sites", "all", "--p-value", "0").code());
        assertEquals(2, Cli.run("scan", "--input", input, "--motif-file", motifs, "--sites", "all", "--cut").code());
        assertEquals(2, Cli.run("scan", "--input", input, "--motif-file", motifs, "--to", "bed").code());
        assertEquals(2, Cli.run("scan", "--input", input, "--motif-file", motifs, "--sites", "all", "--background", "0.5,0.5").code());
        final Cli.Run silent = Cli.run("scan", "--input", input, "--motif-file", motifs, "--sites", "all", "--p-value", "1e-6").ok();
        assertTrue(silent.err().contains("2 of 2 motifs can't reach the threshold"), silent.err());
        final Path out = Cli.write(m_folder, "kept.bed", "old\n");
        final Path broken = Cli.write(m_folder, "broken.fa", ">a\n" + random(100_000, 1) + "\n>b\nACGT1\n");
        final Cli.Run failed = Cli.run("scan", "--input", broken, "--motif-file", motifs, "--sites", "all", "--out", out);
        assertTrue(failed.code() == 1 && failed.err().contains("record 2 ('b')"), failed.err());
        assertEquals("old\n", Files.readString(out));
        assertEquals(1, Cli.run("scan", "--input", Cli.write(m_folder, "no.fa", "ACGT\n"), "--motif-file", motifs, "--sites", "all").code());
        // words are matrices of their letters alone
        assertFalse(columns(Cli.run("scan", "--input", input, "--words", "AACGATTG", "--sites", "all").ok().out(), 0).isEmpty());
    }
}
