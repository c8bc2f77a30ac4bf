package org.seism.motif.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.logo.SequenceLogoTest;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

class MotifFormatTest {

    private static FrequencyMatrix counted(final Random random, final Alphabet alphabet, final int sites) {
        final double[][] f = new double[1 + random.nextInt(20)][alphabet.size()];
        for (final double[] column : f) {
            for (int k = 0; k < sites; k++) {
                column[Math.min(random.nextInt(alphabet.size()), random.nextInt(alphabet.size()))]++;
            }
            for (int a = 0; a < column.length; a++) {
                column[a] /= sites;
            }
        }
        return new FrequencyMatrix("M" + random.nextInt(100000), "", alphabet, f, sites, null);
    }

    private static void assertSame(final List<FrequencyMatrix> expected, final List<FrequencyMatrix> read, final double tolerance) {
        assertEquals(expected.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            assertEquals(expected.get(i).name(), read.get(i).name());
            assertEquals(expected.get(i).alphabet(), read.get(i).alphabet());
            assertEquals(expected.get(i).sites(), read.get(i).sites(), 1e-9);
            assertEquals(expected.get(i).width(), read.get(i).width());
            for (int c = 0; c < read.get(i).width(); c++) {
                assertArrayEquals(expected.get(i).frequencies()[c], read.get(i).frequencies()[c], tolerance);
                assertEquals(1, Arrays.stream(read.get(i).frequencies()[c]).sum(), 1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MotifFormat.class)
    void countsSurviveTheRoundTrip(final MotifFormat format) {
        final Random random = new Random(99);
        for (final Alphabet alphabet : Alphabet.values()) {
            if (!format.holds(alphabet)) {
                continue;
            }
            for (final int sites : new int[]{1, 3, 7, 10, 997, 9999, 123457}) {
                final List<FrequencyMatrix> motifs = List.of(counted(random, alphabet, sites), counted(random, alphabet, sites));
                final String text = format.write(motifs);
                assertEquals(format.name(), MotifLayout.detect(new MotifText(text, "f")).name(), text);
                final List<FrequencyMatrix> read = format.read(text, "f", alphabet);
                assertSame(motifs, read, 2e-6);
                for (int i = 0; i < 2; i++) {
                    for (int c = 0; c < motifs.get(i).width(); c++) {
                        for (int a = 0; a < alphabet.size(); a++) {
                            assertEquals(Math.round(motifs.get(i).frequencies()[c][a] * sites),
                                Math.round(read.get(i).frequencies()[c][a] * sites));
                        }
                    }
                }
                // and on through any other format, still the same counts in the file
                if (alphabet == Alphabet.DNA) {
                    final String jaspar = MotifFormat.JASPAR.write(motifs);
                    assertEquals(jaspar, MotifFormat.JASPAR.write(read));
                    assertFalse(jaspar.replaceAll(">.*", "").contains("."), jaspar);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MotifFormat.class)
    void frequenciesSurviveWithinThePrecision(final MotifFormat format) {
        final Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            final List<FrequencyMatrix> motifs = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                final FrequencyMatrix m = SequenceLogoTest.random(random, Alphabet.DNA, 1 + random.nextInt(15), round % 2 == 0 ? 0 : 17);
                motifs.add(new FrequencyMatrix("m" + k, "", Alphabet.DNA, m.frequencies(), m.sites(), null));
            }
            final String text = format.write(motifs);
            assertSame(motifs, MotifFormat.readAny(text, "f", null), 2e-6);
            assertSame(motifs, MotifFormat.readAny("\uFEFF\r\n" + text.replace("\n", "\r\n") + "\r\n\r\n", "f", null), 2e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(MotifFormat.class)
    void namesAreMadeSafeAndUnique(final MotifFormat format) {
        final double[][] f = {{0.5, 0.5, 0, 0}, {0, 0, 0.25, 0.75}};
        final List<FrequencyMatrix> motifs = new ArrayList<>();
        for (final String name : new String[]{"two words", "two\twords", "a=b\n>c # [d]", "  ", "w= 3 nsites= 9"}) {
            motifs.add(new FrequencyMatrix(name, "width = 4\nand > \t\"more\"", Alphabet.DNA, f, 4, null));
        }
        final List<FrequencyMatrix> read = MotifFormat.readAny(format.write(motifs), "f", null);
        assertEquals(List.of("two_words", "two_words_2", "a_b_c_d_", "motif", "w_3_nsites_9"),
            read.stream().map(FrequencyMatrix::name).toList());
        for (final FrequencyMatrix m : read) {
            assertArrayEquals(f[1], m.frequencies()[1], 1e-9);
        }
    }

    @Test
    void memeIsWrittenToTheSpecification() {
        final FrequencyMatrix m = new FrequencyMatrix("TATA", "box", Alphabet.RNA, new double[][]{{0, 0, 0, 1}, {0.5, 0.25, 0.25, 0}}, 4,
            new double[]{0.3, 0.2, 0.2, 0.3});
        assertEquals("""
            MEME version 5

            ALPHABET= ACGU

            strands: +

            Background letter frequencies
            A 0.300000 C 0.200000 G 0.200000 U 0.300000

            MOTIF TATA box
            letter-probability matrix: alength= 4 w= 2 nsites= 4
             0.000000 0.000000 0.000000 1.000000
             0.500000 0.250000 0.250000 0.000000
            """, MotifFormat.MEME.write(List.of(m)));
        final FrequencyMatrix read = MotifFormat.MEME.read(MotifFormat.MEME.write(List.of(m)), "f", null).get(0);
        assertArrayEquals(m.background(), read.background(), 1e-12);
        assertEquals("box", read.description());
        assertTrue(MotifFormat.MEME.write(List.of(), Strands.BOTH).contains("strands: + -"));
        final String protein = MotifFormat.MEME.write(List.of(counted(new Random(1), Alphabet.PROTEIN, 5)));
        assertTrue(protein.contains("ALPHABET= ACDEFGHIKLMNPQRSTVWY\n") && !protein.contains("strands"), protein);
    }

    @Test
    void otherFormatsAreWrittenToTheSpecification() {
        final List<FrequencyMatrix> m =
            List.of(new FrequencyMatrix("MA1", "Arnt x", Alphabet.DNA, new double[][]{{0, 0, 0, 1}, {0.5, 0.25, 0.25, 0}}, 12, null));
        assertEquals(">MA1\tArnt_x\nA  [  0 6 ]\nC  [  0 3 ]\nG  [  0 3 ]\nT  [ 12 0 ]\n", MotifFormat.JASPAR.write(m));
        assertEquals(">MA1\tArnt_x\n  0 6\n  0 3\n  0 3\n 12 0\n", MotifFormat.JASPAR_PFM.write(m));
        assertEquals("""
            AC  MA1
            XX
            ID  MA1
            XX
            NA  Arnt x
            XX
            P0          A          C          G          T
            01          0          0          0         12      T
            02          6          3          3          0      N
            XX
            //
            """, MotifFormat.TRANSFAC.write(m));
        // log-odds threshold: 0.8 (ln 4 + ln 2)
        assertEquals(">TN\tMA1\t1.663553\t0\t0\tT:12.0\n0.000000\t0.000000\t0.000000\t1.000000\n0.500000\t0.250000\t0.250000\t0.000000\n",
            MotifFormat.HOMER.write(m));
    }

    @Test
    void readsJasparsOwnFile() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/motifs/jaspar-two.meme")) {
            final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            final List<FrequencyMatrix> motifs = MotifFormat.readAny(text, "jaspar-two.meme", null);
            assertEquals(List.of("MA0062.2", "MA0093.2"), motifs.stream().map(FrequencyMatrix::name).toList());
            assertEquals(List.of("GABPA", "USF1"), motifs.stream().map(FrequencyMatrix::description).toList());
            assertEquals(991, motifs.get(0).sites());
            assertEquals(11, motifs.get(1).width());
            assertEquals(0.776542, motifs.get(0).frequencies()[0][1], 1e-6);
            assertNull(motifs.get(0).background());
        }
    }

    @Test
    void readsFullMemeOutput() {
        final String full = """
            ********************************************************************************
            MEME - Motif discovery tool
            ********************************************************************************
            MEME version 5.5.5 (Release date: Thu Sep 14 08:48:04 2023 +1000)

            ALPHABET= ACGT
            Sequence name            Weight Length  Sequence name            Weight Length
            seq1                     1.0000     15  seq2                     1.0000     15
            Letter frequencies in dataset:
            A 0.4 C 0.1 G 0.1 T 0.4
            Background letter frequencies (from file dataset with add-one prior applied):
            A 0.4 C 0.1 G 0.1 T 0.4
            ********************************************************************************
            MOTIF TA MEME-1\twidth =   2  sites =  18  llr = 201  E-value = 4.1e-009
            ********************************************************************************
            \tMotif TA MEME-1 Description
            Simplified        A  :a
            pos.-specific     C  ::
            \tMotif TA MEME-1 position-specific scoring matrix
            log-odds matrix: alength= 4 w= 2 n= 10 bayes= 7.4 E= 4.1e-009
              -120    -89   -216     99
               100   -300   -300   -300
            \tMotif TA MEME-1 position-specific probability matrix
            letter-probability matrix: alength= 4 w= 2 nsites= 18 E= 4.1e-009
             0.1 0.1 0.1 0.7
             1.0 0.0 0.0 0.0
            MOTIF  2\twidth =   1  sites =   3  llr = 20  E-value = 4.1
            letter-probability matrix: alength= 4 w= 1 nsites= 3 E= 4.1

             0.0 1.0 0.0 0.0
            SUMMARY OF MOTIFS
            MOTIFS
            """;
        final List<FrequencyMatrix> motifs = MotifFormat.readAny(full, "meme.txt", null);
        assertEquals(List.of("TA", "2"), motifs.stream().map(FrequencyMatrix::name).toList());
        assertEquals(18, motifs.get(0).sites());
        assertArrayEquals(new double[]{0.4, 0.1, 0.1, 0.4}, motifs.get(1).background());
        assertArrayEquals(new double[]{0.1, 0.1, 0.1, 0.7}, motifs.get(0).frequencies()[0], 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 0\n0 4\n0 0\n0 0\n", "A 4 0\nC 0 4\nG 0 0\nT 0 0\n", ">x\n# comment\n\na [4 0]\nt [0 0]\ng [0 0]\nc [0 4]\n",
        "> x  desc more\nA|4 0\nC|0 4\nG|0 0\nU|0 0\n", "VV  1.0\nXX\n//\nID  x\nBF  some factor\nPO A T C G\n01 4 0 0 0 A\n02 0 0 4 0\nXX\nCC  note\n//\n",
        ">AC\tx\t3.2\n1.000\t0\t0\t0\n0.001\t0.999\t0\t0\n", "AC  x\np0 a c g u\n1 4 0 0 0\n2 0 4 0 0\n"})
    void readersTolerateWhatOthersWrite(final String text) {
        final List<FrequencyMatrix> read = MotifFormat.readAny(text, "dir/x.pfm", null);
        assertEquals(1, read.size());
        assertEquals("x", text.startsWith("4") || text.startsWith("A 4") ? read.get(0).name() : read.get(0).name().toLowerCase());
        assertEquals("AC", read.get(0).consensus());
        assertEquals(text.contains("U|") || text.contains("g u") ? Alphabet.RNA : Alphabet.DNA, read.get(0).alphabet());
        assertEquals(Alphabet.RNA, MotifFormat.readAny(text, "x.pfm", Alphabet.RNA).get(0).alphabet());
    }

    @Test
    void badFilesAreExplained() {
        check("", "f: the file is empty", null);
        check("hello\nworld\n", "f: the format is not known", null);
        check("MEME version 5\nMOTIF a\nMOTIF b\n", "f, line 2: This motif has no letter-probability matrix", null);
        check("MEME version 5\nletter-probability matrix: alength= 4\n1 0 0 0\n", "f, line 2: This matrix belongs to no motif", null);
        check("MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4 w= 2\n1 0 0 0\n", "f, line 3: The matrix has 1 rows", null);
        check("MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4\n1 0 0\n", "f, line 4: A column of motif a has 3 values", null);
        check("MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4\n1 x 0 0\n", "f, line 4: 'x' is not a number", null);
        check("MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4\n0.3 0.3 0 0\n", "column 1 of motif a add up to 0.6", null);
        check("MEME version 5\nMOTIF a\nletter-probability matrix: alength= 4\n1 -1 1 0\n", "f, line 4: -1 is no count", null);
        check("MEME version 5\nALPHABET= ABC\n", "f, line 2: The alphabet 'ABC' is not supported", null);
        check("MEME version 5\nALPHABET \"x\"\nA\n", "f, line 2: The alphabet's definition has no end", null);
        check("MEME version 5\n", "f: no motif found", null);
        check(">a\nA [1 2]\nC [1 2]\nG [1]\nT [0 0]\n", "f, line 1: Motif 'a' has 2 counts for A, but 1 for G", null);
        check(">a\nA [1 2]\nC [1 2]\n", "has 2 rows", null);
        check(">a\nA [1 2]\nA [1 2]\nG [1 1]\nT [0 0]\n", "f, line 3: There are two rows for A", null);
        check(">a\nA [0]\nC [0]\nG [0]\nT [0]\n", "Column 1 of motif a is all zero", null);
        check(">a\nA [1e999]\nC [0]\nG [0]\nT [0]\n", "f, line 2: 1e999 is no count", null);
        check(">a\tb\t1\n0.1 0.2 0.7\n", "f, line 2: A row has 3 values", null);
        check("AC a\nP0 A C G\n01 1 1 1\n", "f, line 2: The matrix header must name", null);
        check("AC a\nP0 A C G G\n01 1 1 1 1\n", "names a letter twice", null);
        check("AC a\nP0 A C G T\n01 1 1 1\n", "f, line 3: A position has 3 counts", null);
        check("ID a\nXX\n//\n", "f, line 1: This motif has no matrix", null);
        check(">a\nA [1]\nC [0]\nG [0]\nT [0]\n", "motif a is a DNA motif, protein is wanted", Alphabet.PROTEIN);
        final InputException missing =
            assertThrows(InputException.class, () -> MotifFile.read(org.seism.table.NamedInput.of(Path.of("no-such-dir", "none.meme")), null, null));
        assertTrue(missing.problem().contains("none.meme") && missing.problem().contains("no file"), missing.getMessage());
        assertThrows(InputException.class, () -> MotifFormat.of("fasta"));
        assertEquals(MotifFormat.JASPAR_PFM, MotifFormat.of("jaspar-pfm"));
        final FrequencyMatrix protein = counted(new Random(1), Alphabet.PROTEIN, 5);
        final FrequencyMatrix dna = counted(new Random(1), Alphabet.DNA, 5);
        assertThrows(InputException.class, () -> MotifFormat.HOMER.write(List.of(protein)));
        assertThrows(InputException.class, () -> MotifFormat.MEME.write(List.of(dna, protein)));
    }

    private static void check(final String text, final String problem, final Alphabet alphabet) {
        final InputException e = assertThrows(InputException.class, () -> MotifFormat.readAny(text, "f", alphabet), text);
        assertTrue(e.problem().contains(problem), text + " -> " + e.problem());
        assertTrue(e.remedy().endsWith("."), e.remedy());
    }

    /** Whatever the bytes, a reader answers with motifs or with an InputException. */
    @Test
    void damagedFilesNeverCrashAReader() {
        final Random random = new Random(123);
        final List<FrequencyMatrix> motifs = List.of(counted(random, Alphabet.DNA, 9), counted(random, Alphabet.DNA, 20));
        for (final MotifFormat format : MotifFormat.values()) {
            final List<String> lines = format.write(motifs).lines().collect(Collectors.toList());
            for (int round = 0; round < 400; round++) {
                final List<String> damaged = new ArrayList<>(lines);
                for (int k = 0; k <= round % 3; k++) {
                    final int i = random.nextInt(damaged.size());
                    final String line = damaged.get(i);
                    final int at = line.isEmpty() ? 0 : random.nextInt(line.length());
                    switch (random.nextInt(4)) {
                        case 0 -> damaged.remove(i);
                        case 1 -> damaged.add(random.nextInt(damaged.size()), line);
                        case 2 -> damaged.set(i, line.substring(0, at));
                        default -> damaged.set(i, line.substring(0, at) + (char)(9 + random.nextInt(120)) + line.substring(at));
                    }
                }
                final String text = String.join("\n", damaged);
                for (final MotifFormat reader : MotifFormat.values()) {
                    try {
                        reader.read(text, "f", null).forEach(m -> assertTrue(m.width() > 0));
                    } catch (InputException expected) {
                        assertFalse(expected.problem().isBlank());
                    }
                }
            }
        }
    }
}
