package org.seism.sequence.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A bacterial genome of the tests' own making, as GenBank, EMBL and FASTA with GFF3 write it. */
final class MadeGenome {
    /** Where a gene was put: parts from left to right on the given strand (from 1, inclusive); across the origin the later part first. */
    record Gene(String tag, boolean forward, int[][] parts) {
        /** The letter that is read first, from 0. */
        int first() {
            return forward ? parts[0][0] - 1 : parts[parts.length - 1][1] - 1;
        }

        int last() {
            return forward ? parts[parts.length - 1][1] - 1 : parts[0][0] - 1;
        }

        String location() {
            final List<String> texts = new ArrayList<>();
            for (final int[] p : parts) {
                texts.add(p[0] + ".." + p[1]);
            }
            final String inner = texts.size() == 1 ? texts.get(0) : "join(" + String.join(",", texts) + ")";
            return forward ? inner : "complement(" + inner + ")";
        }
    }

    static final int SIZE = 6000;
    static final String PRODUCT = "putative \"\"helix-turn-helix\"\" regulator of something that takes more than one line of a flat file "
        + "to be described in full";

    final String letters;
    final List<Gene> genes = new ArrayList<>();

    MadeGenome(final long seed) {
        final Random random = new Random(seed);
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < SIZE; k++) {
            s.append("ACGT".charAt(random.nextInt(4)));
        }
        letters = s.toString();
        genes.add(new Gene("T_0000", random.nextBoolean(), new int[][]{{SIZE - 70, SIZE}, {1, 50}}));
        for (int at = 120; at < SIZE - 400; ) {
            final int length = 90 + random.nextInt(200);
            final boolean forward = random.nextBoolean();
            final String tag = String.format(Locale.ROOT, "T_%04d", genes.size());
            genes.add(random.nextInt(4) > 0 ? new Gene(tag, forward, new int[][]{{at, at + length - 1}})
                : new Gene(tag, forward, new int[][]{{at, at + 29}, {at + 40, at + 59}, {at + 75, at + length - 1}}));
            // some overlap the one before
            at += length + random.nextInt(160) - 20;
        }
    }

    String genBank() {
        final StringBuilder s = new StringBuilder(String.format(Locale.ROOT,
            "LOCUS       MADE01 %20d bp    DNA     circular BCT 01-JAN-2026%nDEFINITION  A genome of the tests' own making,%n"
                + "            complete.%nACCESSION   MADE01%nVERSION     MADE01.1%nFEATURES             Location/Qualifiers%n", SIZE));
        s.append("     source          1..").append(SIZE).append("\n                     /organism=\"Fabricata\"\n");
        for (final Gene g : genes) {
            feature(s, "     ", "gene", g, List.of("/locus_tag=\"" + g.tag() + "\""));
            feature(s, "     ", "CDS", g, List.of("/locus_tag=\"" + g.tag() + "\"", "/codon_start=1", "/pseudo",
                "/product=\"" + PRODUCT + "\"", "/translation=\"MKLLVVAACDEFGHIKLMNPQRSTVWYMKLLVVAACDEFGHIKLMNPQRSTVWYMKLLVVAACDEFGHIKLMNPQ\""));
        }
        s.append("ORIGIN\n");
        for (int k = 0; k < SIZE; k += 60) {
            s.append(String.format(Locale.ROOT, "%9d", k + 1));
            for (int b = k; b < Math.min(SIZE, k + 60); b += 10) {
                s.append(' ').append(letters.substring(b, Math.min(SIZE, b + 10)).toLowerCase(Locale.ROOT));
            }
            s.append('\n');
        }
        return s.append("//\n").toString().replace("\r", "");
    }

    String embl() {
        final StringBuilder s = new StringBuilder("ID   MADE01; SV 1; circular; genomic DNA; STD; PRO; " + SIZE + " BP.\nXX\nAC   MADE01;\nXX\n"
            + "DE   A genome of the tests' own making\nXX\nFH   Key             Location/Qualifiers\nFH\n");
        for (final Gene g : genes) {
            feature(s, "FT   ", "gene", g, List.of("/locus_tag=\"" + g.tag() + "\""));
        }
        s.append("XX\nSQ   Sequence ").append(SIZE).append(" BP;\n");
        for (int k = 0; k < SIZE; k += 60) {
            s.append("    ");
            for (int b = k; b < Math.min(SIZE, k + 60); b += 10) {
                s.append(' ').append(letters.substring(b, Math.min(SIZE, b + 10)).toLowerCase(Locale.ROOT));
            }
            s.append(String.format(Locale.ROOT, " %9d%n", Math.min(SIZE, k + 60)));
        }
        return s.append("//\n").toString().replace("\r", "");
    }

    String gff() {
        final StringBuilder s = new StringBuilder("##gff-version 3\n");
        s.append("MADE01.1\ttest\tregion\t1\t").append(SIZE).append("\t.\t+\t.\tID=whole;Is_circular=true\n");
        for (final Gene g : genes) {
            final boolean across = g.parts()[0][1] == SIZE;
            // across the origin GFF3 counts on behind the last letter
            for (final int[] p : across ? new int[][]{{g.parts()[0][0], SIZE + g.parts()[1][1]}} : g.parts()) {
                s.append(String.join("\t", "MADE01.1", "test", "gene", Integer.toString(p[0]), Integer.toString(p[1]), ".",
                    g.forward() ? "+" : "-", ".", "ID=gene-" + g.tag() + ";locus_tag=" + g.tag() + ";Note=a%3Bb%2Cc")).append('\n');
            }
        }
        return s.toString();
    }

    String fasta() {
        return ">MADE01.1 made\n" + letters + "\n";
    }

    /** Lines of at most 80 letters: values are wrapped at blanks, the rest where the line ends. */
    private static void feature(final StringBuilder s, final String margin, final String type, final Gene gene, final List<String> qualifiers) {
        final String next = margin + " ".repeat(21 - margin.length());
        String location = gene.location();
        s.append(margin).append(type).append(" ".repeat(16 - type.length()));
        // short enough to be wrapped within a join
        while (location.length() > 30) {
            final int comma = location.lastIndexOf(',', 29) + 1;
            s.append(location, 0, comma).append('\n').append(next);
            location = location.substring(comma);
        }
        s.append(location).append('\n');
        for (final String qualifier : qualifiers) {
            String rest = qualifier;
            while (rest.length() > 58) {
                final int blank = rest.startsWith("/translation") || rest.indexOf(' ') < 0 ? -1 : rest.lastIndexOf(' ', 58);
                s.append(next).append(rest, 0, blank < 0 ? 58 : blank).append('\n');
                rest = rest.substring(blank < 0 ? 58 : blank + 1);
            }
            s.append(next).append(rest).append('\n');
        }
    }

    static String reverseComplement(final String s) {
        final StringBuilder r = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            r.append("TGCAN".charAt("ACGTN".indexOf(s.charAt(k))));
        }
        return r.toString();
    }

    /** Letters upstream and downstream of a place on a gene's strand, from three rounds of the circle. */
    String around(final Gene gene, final int place, final int upstream, final int downstream) {
        final String rounds = letters + letters + letters;
        final int at = place + SIZE;
        return gene.forward() ? rounds.substring(at - upstream, at + downstream)
            : reverseComplement(rounds.substring(at - downstream + 1, at + upstream + 1));
    }
}
