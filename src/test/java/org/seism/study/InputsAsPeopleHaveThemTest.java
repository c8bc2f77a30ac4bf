package org.seism.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.linear.Magnitude;
import org.seism.study.check.StudyCheck;
import org.seism.study.input.StudyInput;
import org.seism.study.input.StudyReader;
import org.seism.table.NamedInput;

/** Tables and FASTA files as spreadsheets, R, data bases and mass spectrometers write them. */
class InputsAsPeopleHaveThemTest {
    private static final String[] DNA = {"ACGTACCA", "CCGTAGGT", "TTTTACGG", "GACCATGA", "CATGACCC", "GGGTATTC"};
    private static final double[] Y = {3.25, -2.5, 0.75, 1.5, -4.125, 2};
    private static final StudySettings WIDTH_4 = StudySettings.DEFAULTS.withMinWidth(4);

    private static PreparedStudy read(final String text) {
        return read(text, WIDTH_4);
    }

    private static PreparedStudy read(final String text, final StudySettings settings) {
        return StudyReader.read(StudyInput.of(input("x", text)).withHeaderPattern(text.startsWith(">") ? "y=(\\S+)" : ""), settings,
            Progress.NONE);
    }

    private static NamedInput input(final String name, final String text) {
        return new NamedInput(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String table(final String header, final String delimiter, final String... y) {
        final StringBuilder s = new StringBuilder(header + "\n");
        for (int i = 0; i < DNA.length; i++) {
            s.append("s" + i + delimiter + DNA[i] + delimiter + y[i] + "\n");
        }
        return s.toString();
    }

    private static String[] ys() {
        return Arrays.stream(Y).mapToObj(Double::toString).toArray(String[]::new);
    }

    private static void refused(final String text, final String... words) {
        refused(text, WIDTH_4, words);
    }

    private static void refused(final String text, final StudySettings settings, final String... words) {
        final String message = assertThrows(InputException.class, () -> read(text, settings)).getMessage();
        for (final String word : words) {
            assertTrue(message.contains(word), word + " in: " + message);
        }
    }

    @Test
    @DisplayName("decimal commas and the minus sign of typesetting are read where the whole column agrees")
    void otherNotations() {
        final String[] comma = Arrays.stream(ys()).map(s -> s.replace('.', ',')).toArray(String[]::new);
        final PreparedStudy p = read(table("id;sequence;y", ";", comma));
        assertArrayEquals(Y, p.study().phenotype().values());
        assertTrue(p.notes().toString().contains("decimal commas"), p.notes().toString());
        final String[] minus = Arrays.stream(ys()).map(s -> s.replace('-', '\u2212')).toArray(String[]::new);
        assertArrayEquals(Y, read(table("id,sequence,y", ",", minus)).study().phenotype().values());
        assertArrayEquals(new double[]{3, 3.2, 1, -1.1, 0, 2},
            read(table("id\tsequence\ty", "\t", "3", "3,2", "1", "-1,1", "0", "2")).study().phenotype().values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<0.5", "3,2", "31.8%", "3.178,46", "0x1p3", "2.5d", "1 234", "5 nM", "\u2212<0.5"})
    @DisplayName("one value in another notation among numbers is an error that shows it: never a row left out")
    void oneValueInAnotherNotation(final String odd) {
        final String[] y = ys();
        y[3] = odd;
        refused(table("id\tsequence\ty", "\t", y), "1 of 6 values", "another notation", odd, "line 5 ('s3')");
    }

    @Test
    @DisplayName("1,234 may be a thousand: not read as 1.234 unless another value says that the comma is a decimal one")
    void thousands() {
        refused(table("id\tsequence\ty", "\t", "1,234", "2,345", "3,456", "4", "5", "6"), "3 of 6 values", "1,234");
        assertEquals(1.234, read(table("id\tsequence\ty", "\t", "1,234", "2,3", "3", "4", "5", "6")).study().phenotype().values()[0]);
    }

    @Test
    @DisplayName("two classes that begin like numbers stay classes")
    void classes() {
        final PreparedStudy p = read(table("id\tsequence\ty", "\t", "<5", ">=5", "<5", ">=5", "<5", ">=5"));
        assertEquals(">=5", p.study().phenotype().positiveClass());
    }

    @Test
    @DisplayName("a covariate with decimal commas is a number, not a factor")
    void covariate() {
        final String text = "id;sequence;y;dose\n" + String.join("\n", List.of("a;ACGTACCA;1;0,5", "b;CCGTAGGT;2;1,5", "c;TTTTACGG;4;0,5",
            "d;GACCATGA;3;2,5", "e;CATGACCC;9;2,5", "f;GGGTATTC;5;1,5"));
        final PreparedStudy p = StudyReader.read(StudyInput.of(input("x", text)).withCovariateColumns(List.of("dose")), WIDTH_4, Progress.NONE);
        assertArrayEquals(new double[]{.5, 1.5, .5, 2.5, 2.5, 1.5}, p.study().covariates().values()[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sep=;|;", "\"sep=,\"|,"})
    @DisplayName("a first line sep=; states the delimiter and is no header; line numbers count it")
    void statedDelimiter(final String first, final String delimiter) {
        final String header = String.join(delimiter, "id", "sequence", "y");
        assertArrayEquals(Y, read(first + "\n" + table(header, delimiter, ys())).study().phenotype().values());
        refused(first + "\n" + header + "\na" + delimiter + "b\n", "line 3", "2 fields");
    }

    @Test
    @DisplayName("R's write.table: row names without a header do not shift the columns")
    void rowNames() {
        final StringBuilder text = new StringBuilder("id\tsequence\ty\n");
        for (int i = 0; i < DNA.length; i++) {
            text.append(i + 1 + "\ts" + i + "\t" + DNA[i] + "\t" + Y[i] + "\n");
        }
        final PreparedStudy p = read(text.toString());
        assertArrayEquals(Y, p.study().phenotype().values());
        assertEquals("s0", p.study().sequences().ids().get(0));
        refused("id,sequence,y\na,ACGTA,3,25\nb,CCGTA,1,5\n", "line 2", "4 fields", "decimal comma");
        refused("id\tsequence\ty\n1\ta\tACGTA\t3\nb\tCCGTA\t1\n", "line 3", "3 fields");
    }

    @Test
    @DisplayName("names of columns that differ in case only are found, with a note that names the option")
    void headerCase() {
        final PreparedStudy p = read(table("ID,Sequence,Y", ",", ys()));
        assertArrayEquals(Y, p.study().phenotype().values());
        assertEquals("s0", p.study().sequences().ids().get(0));
        assertTrue(p.notes().toString().contains("'Y' is read (--phenotype-column)"), p.notes().toString());
        refused("id,sequence,Y,y ,Y\na,ACGT,1,2,3\n", "usable");
        refused("id,Sequence,SEQUENCE,y\na,ACGT,ACGT,1\n", "no column 'sequence'", "SEQUENCE");
    }

    @Test
    @DisplayName("a second FASTA record of the same identifier is an error that names both lines")
    void duplicateRecord() {
        refused(">a y=1\nACGTA\n>b y=2\nCCGTA\n>a y=3\nTTTTA\n", "line 5", "'a'", "line 1");
        final StudyInput joined = StudyInput.of(input("x", ">a\nACGTA\n>b\nCCGTA\n>c\nTTTTA\n"))
            .withPhenotypeTable(input("p", "id\ty\na\t1\nb\t2\nc\t4\nb\t2\n"));
        final String message = assertThrows(InputException.class, () -> StudyReader.read(joined, WIDTH_4, Progress.NONE)).getMessage();
        assertTrue(message.contains("line 5") && message.contains("'b'") && message.contains("line 3"), message);
    }

    @ParameterizedTest
    @CsvSource({"PEPS[+80]TIDE, [, 5", "PEPTIDE1, 1, 8", "ACD(ox)EF, (, 4", "1 ACGTACGT, 1, 1"})
    @DisplayName("characters that are no letters are an error with record and position")
    void noLetters(final String sequence, final String character, final int position) {
        refused("id\tsequence\ty\na\tMKLVEW\t1\nb\t" + sequence + "\t2\nc\tMKLLEW\t3\n", "line 3 ('b')", "'" + character + "'",
            "position " + position);
    }

    @Test
    @DisplayName("gaps that take windows away are a warning with the counts, ambiguity codes a note")
    void lostWindows() {
        final PreparedStudy gaps = read("id\tsequence\ty\na\tACGT-CCAT\t1\nb\tCCGTAGNN\t2\nc\tTTTTACGG\t3\nd\tGACCATGA\t5\n");
        final StudyCheck check = gaps.checks().stream().filter(c -> c.kind() == StudyCheck.Kind.LETTERS).findFirst().orElseThrow();
        assertTrue(check.finding().startsWith("2 of 4 sequences have letters outside the DNA alphabet (1 x -, 2 x N)"), check.finding());
        final PreparedStudy codes = read("id\tsequence\ty\na\tACGTACCAT\t1\nb\tCCGTAGNN\t2\nc\tTTTTACGG\t3\nd\tGACCATGA\t5\n");
        assertTrue(codes.checks().stream().noneMatch(c -> c.kind() == StudyCheck.Kind.LETTERS));
        assertTrue(codes.notes().toString().contains("1 of 4 sequences have letters outside"), codes.notes().toString());
    }

    @Test
    @DisplayName("offset and scale of a phenotype decide nothing")
    void magnitude() {
        assertArrayEquals(Y, moderate(y -> y), "ordinary values stay as they are");
        assertTrue(Magnitude.isConstant(new double[]{0.1 + 0.2, 0.3, 0.3}));
        final double[] offset = moderate(y -> y + 1e12);
        for (int i = 0; i < Y.length; i++) {
            assertEquals(Y[i] + 4.125, offset[i], 1e-3);
        }
        for (final double scale : new double[]{1e200, 1e-200, 4e307, 1e-300}) {
            final double[] scaled = moderate(y -> y * scale);
            for (int i = 0; i < Y.length; i++) {
                assertEquals(Y[i] / Y[0], scaled[i] / scaled[0], 1e-12, "scale " + scale);
                assertTrue(Math.abs(scaled[i]) > 1e-3 && Math.abs(scaled[i]) < 1e3, "scale " + scale);
            }
        }
    }

    private static double[] moderate(final DoubleUnaryOperator change) {
        final String[] y = Arrays.stream(Y).map(change).mapToObj(Double::toString).toArray(String[]::new);
        return read(table("id\tsequence\ty", "\t", y)).study().phenotype().values();
    }

    @Test
    @DisplayName("reasons of rows left out are counted")
    void reasons() {
        final PreparedStudy p = read(table("id\tsequence\ty", "\t", "1", "NA", "2", "", "high", "3") + "x\tACG\t1\ny\tACGTT\t9\n");
        assertEquals("2 phenotype is missing, 1 phenotype is not a number, 1 the sequence has few letters, fewer than the width 4",
            p.quality().reasons());
    }
}
