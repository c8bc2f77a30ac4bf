package org.seism.motif.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.table.NamedInput;

/** Files as databases and programs write them: read as they are meant, or refused; never the other way round. */
class MotifLayoutTest {

    private static MotifFile read(final String file, final MotifLayout layout) {
        return MotifFile.read(new NamedInput(file, () -> {
            final InputStream in = MotifLayoutTest.class.getResourceAsStream("/cases/" + file);
            if (in == null) {
                throw new IOException("no test resource " + file);
            }
            return in;
        }), layout, null);
    }

    private static FrequencyMatrix parse(final String text, final MotifLayout layout) {
        return MotifFile.parse(text, "f", layout, null).strict().motifs().get(0);
    }

    @ParameterizedTest
    @CsvSource({"08-other-matrix-formats/M00001_2.00.txt, M00001_2.00, RTAAC, 0", "08-other-matrix-formats/cisbp-bulk.txt, M00002_2.00, RTA, 0",
        "08-other-matrix-formats/hocomoco.pcm, FOO_HUMAN.H11MO.0.A, GACGC, 500", "08-other-matrix-formats/hocomoco-w4.pcm, FOO_HUMAN.H11MO.0.A, GACG, 500",
        "08-other-matrix-formats/encode.txt, FOO_disc1, GART, 0", "08-other-matrix-formats/encode-gatc.txt, FOO_disc2, GATC, 0",
        "08-other-matrix-formats/uniprobe.txt, Foo, NNA, 0", "08-other-matrix-formats/uniprobe-noname.txt, uniprobe-noname, NNA, 0",
        "08-other-matrix-formats/logomaker.csv, logomaker, NA, 0", "08-other-matrix-formats/r-write-table.tsv, r-write-table, NA, 10",
        "05-jaspar-variants/raw2010.pfm, MA9001.1, CCAW, 97", "05-jaspar-variants/matrix_only.txt, MA9001.1, CCAW, 97",
        "05-jaspar-variants/crlf.jaspar, MA9001.1, CCAW, 97", "05-jaspar-variants/lower.jaspar, x, CCAW, 97",
        "05-jaspar-variants/tgca.jaspar, x, CCAW, 97", "05-jaspar-variants/headerless.pfm, headerless, CCAW, 97",
        "05-jaspar-variants/rna.jaspar, x, CCAW, 97", "05-jaspar-variants/colon.jaspar, x, CCAW, 97", "05-jaspar-variants/pipe.tab, x, CCAW, 97",
        "10-meme-edge/bom-crlf.meme, a, AM, 20", "10-meme-edge/cr-only.meme, a, AM, 20", "10-meme-edge/gz.meme.gz, a, AM, 20",
        "10-meme-edge/noalphabet.meme, a, AC, 20", "10-meme-edge/noversion.meme, a, AM, 20"})
    void asMeant(final String file, final String name, final String consensus, final double sites) {
        final FrequencyMatrix motif = read(file, null).strict().motifs().get(0);
        assertEquals(name, motif.name());
        assertEquals(consensus, motif.consensus());
        assertEquals(sites, motif.sites(), 1e-9);
        assertEquals(file.contains("rna") ? Alphabet.RNA : Alphabet.DNA, motif.alphabet());
    }

    @ParameterizedTest
    @CsvSource({"08-other-matrix-formats/hocomoco.pwm, line 2, log-odds", "08-other-matrix-formats/aligned-sites.txt, line 1, sequences",
        "08-other-matrix-formats/jaspar.sites, line 2, sequences", "05-jaspar-variants/ragged.jaspar, line 1, 3 for G",
        "05-jaspar-variants/zerocol.jaspar, line 1, Column 3", "05-jaspar-variants/logodds.jaspar, line 2, log-odds",
        "05-jaspar-variants/decimalcomma.jaspar, line 2, 0_10", "10-meme-edge/zerorow.meme, line 3, all zero",
        "10-meme-edge/width-mismatch.meme, line 4, 3 rows", "10-meme-edge/empty.meme, empty, empty"})
    void refused(final String file, final String place, final String why) {
        final InputException e = assertThrows(InputException.class, () -> read(file, null).strict());
        assertTrue(e.getMessage().contains(place) && e.getMessage().contains(why.replace('_', ',')), e.getMessage());
    }

    @Test
    @DisplayName("UTF-16 with its mark is text")
    void utf16() {
        assertEquals("a", read("10-meme-edge/utf16.meme", null).motifs().get(0).name());
    }

    @Test
    @DisplayName("RNA motifs without width and nsites: two, unknown sites stay unknown and are not written")
    void unknownSites() {
        final List<FrequencyMatrix> motifs = read("01-meme-no-w-nsites-rna/in.meme", null).strict().motifs();
        assertEquals(List.of(4, 3), motifs.stream().map(FrequencyMatrix::width).toList());
        assertEquals(Alphabet.RNA, motifs.get(0).alphabet());
        final String written = MotifFormat.MEME.write(motifs);
        assertTrue(!written.contains("nsites") && !written.contains("E=") && written.contains("ALPHABET= ACGU"), written);
        assertTrue(MotifFormat.HOMER.write(motifs).lines().filter(l -> l.startsWith(">")).allMatch(l -> l.split("\t").length == 3));
    }

    @Test
    @DisplayName("4 x 4 either way: right whenever the sums tell, an error that names --from where they don't")
    void squares() {
        final Random random = new Random(4);
        int open = 0;
        for (int round = 0; round < 500; round++) {
            final int sites = 3 + random.nextInt(40);
            final double[][] counts = new double[4][4];
            for (final double[] position : counts) {
                for (int k = 0; k < sites; k++) {
                    position[Math.min(random.nextInt(4), random.nextInt(4))]++;
                }
            }
            final double[][] letters = new double[4][4];
            for (int c = 0; c < 4; c++) {
                for (int a = 0; a < 4; a++) {
                    letters[a][c] = counts[c][a];
                }
            }
            for (final boolean byPosition : new boolean[]{true, false}) {
                final String text = ">m\n" + rows(byPosition ? counts : letters, "");
                final String lettered = ">m\n" + rows(byPosition ? counts : letters, "ACGT");
                for (final String t : List.of(text, lettered)) {
                    try {
                        final double[][] read = parse(t, null).frequencies();
                        for (int c = 0; c < 4; c++) {
                            for (int a = 0; a < 4; a++) {
                                assertEquals(counts[c][a] / sites, read[c][a], 1e-12, t);
                            }
                        }
                    } catch (InputException e) {
                        assertTrue(e.getMessage().contains("--from"), e.getMessage());
                        open++;
                    }
                }
                assertArrayEquals(new double[]{counts[0][0] / sites, counts[0][1] / sites, counts[0][2] / sites, counts[0][3] / sites},
                    parse(text, byPosition ? MotifLayout.PCM : MotifLayout.JASPAR_PFM).frequencies()[0], 1e-12);
            }
        }
        assertTrue(open < 100, open + " of 2000 left open");
        final InputException open4 = assertThrows(InputException.class, () -> parse(">m\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n", null));
        assertTrue(open4.remedy().contains("--from pcm") && open4.remedy().contains("--from jaspar-pfm"), open4.remedy());
    }

    private static String rows(final double[][] rows, final String letters) {
        final StringBuilder s = new StringBuilder();
        for (int r = 0; r < rows.length; r++) {
            s.append(letters.isEmpty() ? "" : letters.charAt(r) + " ");
            for (final double v : rows[r]) {
                s.append((int)v).append(' ');
            }
            s.append('\n');
        }
        return s.toString();
    }

    @Test
    @DisplayName("the other motifs of a file decide for one that might be either; one that contradicts them is skipped by name")
    void company() {
        final String either = ">e\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 2\n".replace('2', '1');
        final MotifFile file = MotifFile.parse(">a\n3 1 0 0\n0 4 0 0\n1 1 2 0\n" + either + ">t\n4 0 1 2\n0 4 1 1\n0 0 1 1\n0 0 1 0\n", "f", null, null);
        assertEquals(List.of("AMG".length(), 4), file.motifs().stream().map(FrequencyMatrix::width).toList());
        assertEquals(1, file.skipped().size());
        assertTrue(file.warning().contains("1 of 3") && file.warning().contains("motif t"), file.warning());
        assertThrows(InputException.class, file::strict);
    }

    @Test
    @DisplayName("one bad motif among many is named and skipped, in every format")
    void oneBadMotif() {
        final List<FrequencyMatrix> motifs = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            motifs.add(new FrequencyMatrix("m" + k, "", Alphabet.DNA, new double[][]{{0.5, 0.5, 0, 0}, {0, 0, 0.25, 0.75}, {1, 0, 0, 0}}, 4, null));
        }
        for (final MotifFormat format : MotifFormat.values()) {
            final List<String> lines = format.write(motifs).lines().collect(Collectors.toList());
            int row = -1;
            for (int i = 0; row < 0; i++) {
                if (lines.get(i).matches("(AC  |MOTIF |>|>\\w+\t)m17\\b.*")) {
                    for (int k = i + 1; row < 0; k++) {
                        row = lines.get(k).matches("\\s*(01\\s|A\\s+\\[)?\\s*\\d.*") ? k : -1;
                    }
                }
            }
            lines.set(row, lines.get(row).replaceFirst("(\\d)(\\s*\\]?\\s*[A-Z]?)$", "x$1$2"));
            final MotifFile file = MotifFile.parse(String.join("\n", lines), "f", null, null);
            assertEquals(29, file.motifs().size(), format + ": " + file.warning());
            assertEquals(1, file.skipped().size());
            assertTrue(file.warning().contains("line " + (row + 1)), format + ": " + file.warning());
        }
    }

    @Test
    @DisplayName("STAMP's TRANSFAC without a line of letters")
    void stamp() {
        final String text = "DE\tfirst\n0\t0.1\t0.2\t0.3\t0.4\tT\n1\t0.7\t0.1\t0.1\t0.1\tA\nXX\nDE\tsecond\n0\t0\t9\t1\t0\tC\nXX\n";
        final List<FrequencyMatrix> motifs = MotifFile.parse(text, "f", null, null).strict().motifs();
        assertEquals(List.of("first", "second"), motifs.stream().map(FrequencyMatrix::name).toList());
        assertEquals(0.7, motifs.get(0).frequencies()[1][0], 1e-12);
        assertEquals(10, motifs.get(1).sites(), 1e-9);
    }

    @Test
    @DisplayName("an alphabet that is not ours is named")
    void customAlphabet() {
        final InputException e = assertThrows(InputException.class, () -> parse("MEME version 4.11\nALPHABET \"Methylated\" DNA-LIKE\nA ~ T\n"
            + "C ~ G\nm ~ 1\nEND ALPHABET\nMOTIF a\n", null));
        assertTrue(e.problem().contains("Methylated"), e.problem());
    }

    @Test
    @DisplayName("sums that overflow are an error with the line")
    void overflow() {
        for (final String text : List.of(">m\nA [1e308 1]\nC [1e308 0]\nG [1e308 0]\nT [1e308 0]\n", ">m\n1e308 1e308 1e308 0\n1 1 1 1\n1 0 0 0\n",
            "Pos A C G T\n1 1e308 1e308 1e308 0\n", "ID m\nP0 A C G T\n01 1e308 1e308 1e308 0\n")) {
            final InputException e = assertThrows(InputException.class, () -> parse(text, null));
            assertTrue(e.problem().matches("(?s)f, line [123]: Column 1.*"), e.problem());
        }
    }

    @Test
    @DisplayName("a long strange name overflows no stack")
    void longName() {
        final String name = "=".repeat(200_000);
        final FrequencyMatrix m = new FrequencyMatrix(name, "\u00e4".repeat(200_000), Alphabet.DNA, new double[][]{{1, 0, 0, 0}}, 1, null);
        for (final MotifFormat format : MotifFormat.values()) {
            assertTrue(format.write(List.of(m)).contains("_"), format.label());
        }
    }

    @Test
    @DisplayName("layouts have the names that the help says")
    void names() {
        for (final MotifLayout layout : MotifLayout.values()) {
            assertEquals(layout, MotifLayout.of(layout.option()));
            assertEquals(layout, MotifLayout.of(layout.name().toLowerCase(Locale.ROOT)));
        }
        assertThrows(InputException.class, () -> MotifLayout.of("fasta"));
        assertThrows(InputException.class, () -> MotifFile.read(new NamedInput("b", () -> new ByteArrayInputStream(new byte[]{'>', 'a', 0, 1})),
            null, null));
    }
}
