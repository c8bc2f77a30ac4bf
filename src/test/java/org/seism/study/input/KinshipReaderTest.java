package org.seism.study.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.study.Kinship;
import org.seism.study.PreparedStudy;
import org.seism.study.StudySettings;
import org.seism.table.NamedInput;

class KinshipReaderTest {
    private static final List<String> IDS = List.of("a", "b", "c");

    private static NamedInput input(final String name, final byte[] bytes) {
        return new NamedInput(name, () -> new ByteArrayInputStream(bytes));
    }

    private static NamedInput input(final String text) {
        return input("k.tsv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Kinship read(final String text) {
        return KinshipReader.read(input(text), IDS, Progress.NONE);
    }

    @Test
    @DisplayName("rows and columns in any order, more of them than sequences, mean diagonal 1, blocks of those who are related")
    void orders() {
        final Kinship k = read("\td\tb\ta\tc\nb\t0\t2\t1\t0\nd\t9\t0\t0\t0\na\t0\t1\t2\t0\nc\t0\t0\t0\t2\n");
        assertEquals(2, k.members().length);
        assertArrayEquals(new int[]{0, 1}, k.members()[0]);
        assertArrayEquals(new double[]{1, 0.5, 0.5, 1}, k.blocks()[0], 1e-15);
        assertArrayEquals(new int[]{2}, k.members()[1]);
        assertTrue(Double.isNaN(k.heritability()));
        assertEquals("k.tsv (2 of 3 sequences related, in 1 group)", k.text());
        assertEquals(0.25, k.withHeritability(0.25).heritability());
    }

    @Test
    @DisplayName("gzip, commas, blanks, quotes, a header without a field above the names")
    void notations() throws IOException {
        final double[] expected = {1, 0.5, 0, 0.5, 1, 0.25, 0, 0.25, 1};
        for (final String text : List.of("\ta\tb\tc\na\t1\t.5\t0\nb\t.5\t1\t.25\nc\t0\t.25\t1\n", "a,b,c\na,1,.5,0\nb,.5,1,.25\nc,0,.25,1",
            "id a b c\na 1 .5 0\n\nb .5 1 .25\nc 0 .25 1\n", "\"\",\"a\",\"b\",\"c\"\r\n\"a\",1,0.5,0\r\n\"b\",0.5,1,0.25\r\n\"c\",0,0.25,1\r\n")) {
            assertArrayEquals(expected, read(text).blocks()[0], 1e-15, text);
            final ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            assertArrayEquals(expected, KinshipReader.read(input("k.tsv.gz", packed.toByteArray()), IDS, Progress.NONE).blocks()[0], 1e-15);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("\ta\tb\na\t1\t0\nb\t0\t1\n", "no column for 1 of the sequences: 'c'"),
            Arguments.of("\ta\tb\tc\na\t1\t0\t0\nb\t0\t1\t.5\n", "is not square: it has 3 columns and 2 rows, none for 'c'"),
            Arguments.of("\ta\tb\tc\na\t1\t0\nb\t0\t1\t.5\nc\t0\t.5\t1\n", "line 2 ('a'): 2 numbers for 3 columns"),
            Arguments.of("\ta\tb\tc\na\t1\tNaN\t0\nb\t0\t1\t.5\nc\t0\t.5\t1\n", "'a' and 'b' are related by 'NaN'"),
            Arguments.of("\ta\tb\tc\na\t1\t\t0\nb\t0\t1\t.5\nc\t0\t.5\t1\n", "which is no number"),
            Arguments.of("\ta\tb\tc\na\t1\t.4\t0\nb\t.1\t1\t.5\nc\t0\t.5\t1\n", "is not symmetric: 'a' and 'b'"),
            Arguments.of("\ta\tb\tc\na\t1\t.9\t-.9\nb\t.9\t1\t.9\nc\t-.9\t.9\t1\n", "is not positive semidefinite"),
            Arguments.of("\ta\tb\tc\na\t1\t0\t0\nb\t0\t1\t0\nc\t0\t0\t1\n", "nobody is related to anybody"),
            Arguments.of("\ta\tb\tb\na\t1\t0\t0\nb\t0\t1\t0\nc\t0\t0\t1\n", "two columns 'b'"),
            Arguments.of("\ta\tb\tc\na\t1\t0\t0\na\t0\t1\t0\nc\t0\t0\t1\n", "a second row 'a'"),
            Arguments.of("\ta\tb\tc\na\t0\t1\t0\nb\t1\t0\t0\nc\t0\t0\t0\n", "The diagonal of k.tsv has the mean 0.0"),
            Arguments.of(">a\nACGT\n", "is no matrix with identifiers"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("what is no matrix of relationships is refused by what is wrong with it")
    void bad(final String text, final String problem) {
        final InputException e = assertThrows(InputException.class, () -> read(text));
        assertTrue(e.problem().contains(problem), e.problem());
        assertFalse(e.remedy().isBlank());
    }

    @Test
    @DisplayName("a subset keeps the relationships of those who are left")
    void subset() {
        final Kinship k = read("a,b,c\na,1,.5,0\nb,.5,1,.25\nc,0,.25,1").subset(new int[]{2, 1});
        assertArrayEquals(new int[]{1, 0}, k.members()[0]);
        assertArrayEquals(new double[]{1, 0.25, 0.25, 1}, k.blocks()[0], 1e-15);
        assertEquals(2, k.size());
    }

    private static PreparedStudy study(final StudyInput input) {
        return StudyReader.read(input, StudySettings.DEFAULTS, Progress.NONE);
    }

    private static StudyInput.Related groups(final String column) {
        return new StudyInput.Related(Optional.empty(), column, Double.NaN);
    }

    @Test
    @DisplayName("groups of a table: rows that are left out do not shift them, an empty one is a sequence by itself")
    void groups() {
        final String table = "id\tsequence\ty\tfamily\np1\tACGTACGTAA\t1\tx\np2\tACG\t2\tx\np3\tACGTTTGTAA\t3\ty\np4\tCCGTACGTAA\t4\tx\n"
            + "p5\tACGTACGGGG\t2\t\np6\tACGAAAGGGG\t2.5\t\n";
        final Kinship k = study(StudyInput.of(input(table)).withRelated(groups("family"))).study().kinship().orElseThrow();
        assertArrayEquals(new int[]{0, 2}, k.members()[0]);
        assertEquals(4, k.members().length);
        assertEquals(5, k.size());
        // the same from a second table, with a covariate beside, and for FASTA
        final String second = "id\ty\tfamily\tdose\np1\t1\tx\t1\np2\t2\tx\t2\np3\t3\ty\t4\np4\t4\tx\t2\np5\t2\t\t1\np6\t2.5\t\t7\n";
        final Kinship joined = study(StudyInput.of(input(table.replace("\tfamily", "\tother"))).withPhenotypeTable(input(second))
            .withCovariateColumns(List.of("dose")).withRelated(groups("family"))).study().kinship().orElseThrow();
        assertArrayEquals(new int[]{0, 2}, joined.members()[0]);
        final String fasta = ">p1\nACGTACGTAA\n>p2\nACG\n>p3\nACGTTTGTAA\n>p4\nCCGTACGTAA\n>p5\nACGTACGGGG\n>p6\nACGAAAGGGG\n";
        final PreparedStudy read = study(StudyInput.of(input(fasta)).withPhenotypeTable(input(second)).withCovariateColumns(List.of("dose"))
            .withRelated(groups("family")));
        assertArrayEquals(new int[]{0, 2}, read.study().kinship().orElseThrow().members()[0]);
        assertEquals(1, read.study().covariates().size());
    }

    @Test
    @DisplayName("groups that say nothing, and two sources, are refused")
    void badGroups() {
        final String table = "id\tsequence\ty\tfamily\none\np1\tACGTACGTAA\t1\tx\tz\np3\tACGTTTGTAA\t3\ty\tz\np4\tCCGTACGTAA\t4\tw\tz\n"
            .replace("family\none", "family\tone");
        for (final String column : List.of("family", "one", "absent")) {
            assertThrows(InputException.class, () -> study(StudyInput.of(input(table)).withRelated(groups(column))), column);
        }
        assertThrows(InputException.class, () -> new StudyInput.Related(Optional.of(input("x")), "family", Double.NaN));
        assertThrows(InputException.class, () -> new StudyInput.Related(Optional.empty(), "", 0.5));
        final InputException fasta = assertThrows(InputException.class, () -> study(StudyInput.of(input(">a y=1\nACGTACGT\n"))
            .withHeaderPattern("y=(\\S+)").withRelated(groups("family"))));
        assertTrue(fasta.problem().contains("holds no groups"), fasta.problem());
        assertThrows(InputException.class, () -> read("a,b,c\na,1,.5,0\nb,.5,1,.25\nc,0,.25,1").withHeritability(1));
    }
}
