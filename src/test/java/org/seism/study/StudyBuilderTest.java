package org.seism.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seism.sequence.Inputs.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.Strands;
import org.seism.table.CellValue;

class StudyBuilderTest {
    private static final StudySettings WIDTH_4 = StudySettings.DEFAULTS.withMinWidth(4);
    private static final String[] DNA = {"ACGTA", "CCGTA", "TTTTA", "ACACA", "GGGTA", "CATGA"};

    private static CellValue[] numbers(final double... values) {
        return Arrays.stream(values).mapToObj(CellValue::of).toArray(CellValue[]::new);
    }

    private static CellValue[] texts(final String... values) {
        return Arrays.stream(values).map(CellValue::parse).toArray(CellValue[]::new);
    }

    /** Rows a, b, c, ... with the covariates as columns. */
    private static StudyBuilder rows(final StudySettings settings, final String[] sequences, final CellValue[] y,
        final double[]... covariates) {
        final List<String> names = new ArrayList<>();
        for (int c = 0; c < covariates.length; c++) {
            names.add("c" + c);
        }
        final StudyBuilder builder = new StudyBuilder("table", "y", names, settings);
        for (int i = 0; i < sequences.length; i++) {
            final int row = i;
            builder.add(String.valueOf((char)('a' + i)), sequences[i], y[i],
                Arrays.stream(covariates).map(c -> CellValue.of(c[row])).toList());
        }
        return builder;
    }

    private static PreparedStudy build(final String[] sequences, final CellValue... y) {
        return rows(WIDTH_4, sequences, y).build(Progress.NONE);
    }

    private static InputException refusedRows(final StudyBuilder rows, final String... words) {
        return refused(() -> rows.build(Progress.NONE), words);
    }

    @Test
    void keepsGoodRowsWithoutARemark() {
        final PreparedStudy p = build(DNA, numbers(1, 2, 3, 4, 5, 6));
        assertEquals(6, p.study().size());
        assertEquals(Alphabet.DNA, p.study().sequences().alphabet());
        assertEquals("CCGTA", p.study().sequences().text(1));
        assertArrayEquals(new double[]{1, 2, 3, 4, 5, 6}, p.study().phenotype().values());
        assertEquals("", p.study().phenotype().positiveClass());
        assertTrue(p.quality().rows().stream().allMatch(r -> r.kept() && r.reason().isEmpty()));
        assertTrue(p.notes().get(0).contains("DNA"), p.notes().toString());
    }

    @Test
    void namesEveryRowLeftOutWithItsReasons() {
        final String[] sequences = {"ACGTA", "", "ACG", "AC-GTNACG", "CCGTA", "TTTTA", "ACACA", null, "GGGTA"};
        final CellValue[] y = {CellValue.of(1), CellValue.of(2), CellValue.of(3), CellValue.parse("NA"), CellValue.of(Double.NaN),
            CellValue.of(Double.NEGATIVE_INFINITY), CellValue.parse("high"), CellValue.of(4), CellValue.of(5)};
        final StudyBuilder rows = rows(WIDTH_4, sequences, y);
        rows.add("x", "CATGA", CellValue.of(7), List.of());
        rows.add("y", "TATGA", CellValue.of(8), List.of());
        final PreparedStudy p = rows.build(Progress.NONE);
        final List<String> reasons = p.quality().rows().stream().map(QualityReport.Row::reason).toList();
        assertEquals(List.of("a", "i", "x", "y"), p.study().sequences().ids());
        assertEquals(7, p.quality().leftOut());
        assertEquals("the sequence is empty", reasons.get(1));
        assertTrue(reasons.get(2).contains("3 letters, fewer than the width 4"), reasons.get(2));
        assertTrue(reasons.get(3).contains("no window of 4 letters") && reasons.get(3).contains("phenotype is missing ('NA')")
            && reasons.get(3).contains("2 of 9 letters are outside the DNA alphabet (-N)"), reasons.get(3));
        assertEquals("phenotype is NaN", reasons.get(4));
        assertEquals("phenotype is infinite", reasons.get(5));
        assertEquals("phenotype 'high' is not a number", reasons.get(6));
        assertEquals("the sequence is empty", reasons.get(7));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L),
            p.quality().rows().stream().map(QualityReport.Row::number).toList());
    }

    @Test
    void skipsWindowsWithForeignLettersButKeepsTheSequence() {
        final String[] sequences = DNA.clone();
        sequences[2] = "ACGNNacgt.A";
        final PreparedStudy p = build(sequences, numbers(1, 2, 3, 4, 5, 6));
        assertEquals("ACGNNACGTNA", p.study().sequences().text(2));
        assertEquals(-1, p.study().sequences().code(2, 3));
        assertTrue(p.quality().rows().get(2).kept());
        assertTrue(p.quality().rows().get(2).reason().contains("3 of 11 letters are outside the DNA alphabet (.N)"));
    }

    @Test
    void remarksDuplicateAndEmptyIdentifiersButKeepsThem() {
        final StudyBuilder rows = new StudyBuilder("table", "y", List.of(), WIDTH_4);
        for (int i = 0; i < DNA.length; i++) {
            rows.add(i < 3 ? "same" : i == 3 ? "" : "s" + i, DNA[i], CellValue.of(i), List.of());
        }
        final PreparedStudy p = rows.build(Progress.NONE);
        assertEquals(List.of("", "duplicate identifier, first used by record 1", "duplicate identifier, first used by record 1",
            "there is no identifier", "", ""), p.quality().rows().stream().map(QualityReport.Row::reason).toList());
        assertEquals(6, p.study().size());
    }

    @Test
    void leavesOutRowsWithoutCovariate() {
        final PreparedStudy p = rows(WIDTH_4, DNA, numbers(1, 2, 4, 8, 16, 31), new double[]{3, 1, Double.NaN, 4, 1, 5})
            .build(Progress.NONE);
        assertEquals(List.of("a", "b", "d", "e", "f"), p.study().sequences().ids());
        assertArrayEquals(new double[]{3, 1, 4, 1, 5}, p.study().covariates().values()[0]);
        assertEquals("covariate 'c0' is NaN", p.quality().rows().get(2).reason());
    }

    @ParameterizedTest
    @CsvSource({"ACGTNRYacgt-.,DNA", "ACGU,RNA", "ACGUNacgu,RNA", "ACGUT,DNA", "MKLVE,PROTEIN", "ACGTE,PROTEIN", "SKRYMW,PROTEIN",
        "ACDEFGHIKLMNPQRSTVWY*,PROTEIN", "NNNN,DNA"})
    void detectsTheAlphabet(final String sequence, final Alphabet expected) {
        assertEquals(expected, AlphabetChoice.AUTO.resolve(List.of(sequence, "")));
    }

    @Test
    void aChosenAlphabetWins() {
        final CellValue[] y = numbers(1, 2, 3, 4, 5, 6);
        assertEquals(Alphabet.PROTEIN,
            rows(WIDTH_4.withAlphabet(AlphabetChoice.of("protein")), DNA, y).build(Progress.NONE).study().sequences().alphabet());
        final PreparedStudy rna = rows(WIDTH_4.withAlphabet(AlphabetChoice.RNA), DNA, y).build(Progress.NONE);
        assertEquals("UUUUA", rna.study().sequences().text(2));
        assertTrue(rna.notes().isEmpty());
    }

    @Test
    void dropsTheStopSymbolAtTheEndOfProteinsOnly() {
        final String[] proteins = {"MKLVE*", "MKL*VEQW", "MEEEEK", "MLLLLK"};
        final PreparedStudy p = build(proteins, numbers(1, 2, 3, 4));
        assertEquals("MKLVE", p.study().sequences().text(0));
        assertEquals("", p.quality().rows().get(0).reason());
        assertTrue(p.quality().rows().get(1).reason().startsWith("1 of 8 letters are outside the protein alphabet (*)"));
    }

    @Test
    void codesTheSecondOfTwoClassesAsOneAndSaysSo() {
        final PreparedStudy p = build(DNA, texts("treated", "control", "treated", "NA", "control", "control"));
        assertArrayEquals(new double[]{1, 0, 1, 0, 0}, p.study().phenotype().values());
        assertEquals("treated", p.study().phenotype().positiveClass());
        assertTrue(p.notes().get(1).contains("'treated' is coded 1 (the second of two classes in sorted order), 'control' is coded 0"),
            p.notes().toString());
    }

    @Test
    void aNamedClassIsComparedWithTheRest() {
        final CellValue[] y = texts("mid", "low", "high", "mid", "low", "high");
        final PreparedStudy p = rows(WIDTH_4.withPositiveClass("low"), DNA, y).build(Progress.NONE);
        assertArrayEquals(new double[]{0, 1, 0, 0, 1, 0}, p.study().phenotype().values());
        assertEquals("low", p.study().phenotype().positiveClass());
        refusedRows(rows(WIDTH_4.withPositiveClass("lo"), DNA, y), "no class 'lo'", "'high', 'low', 'mid'");
        refusedRows(rows(WIDTH_4.withPhenotypeType(PhenotypeType.NOMINAL), DNA, y), "3 classes", "positive class", "'high', 'low', 'mid'");
    }

    @Test
    void numbersCanBeClasses() {
        final PreparedStudy p = rows(WIDTH_4.withPositiveClass("2"), DNA, numbers(10, 2, 3, 2, 10, 3)).build(Progress.NONE);
        assertArrayEquals(new double[]{0, 1, 0, 1, 0, 0}, p.study().phenotype().values());
        final PreparedStudy sorted =
            rows(WIDTH_4.withPhenotypeType(PhenotypeType.NOMINAL), DNA, numbers(10, 2, 10, 2, 10, 2)).build(Progress.NONE);
        assertEquals("10.0", sorted.study().phenotype().positiveClass(), "10 comes after 2");
        final PreparedStudy plain = build(DNA, numbers(0, 1, 0, 1, 0, 1));
        assertEquals("", plain.study().phenotype().positiveClass());
        assertTrue(plain.study().phenotype().isBinary());
    }

    @Test
    void aFewTextsAmongNumbersMakeNoClasses() {
        final PreparedStudy p = build(DNA, texts("1", "2", "oops", "1", "2", "2"));
        assertEquals("", p.study().phenotype().positiveClass());
        assertEquals("phenotype 'oops' is not a number", p.quality().rows().get(2).reason());
        refusedRows(rows(WIDTH_4, DNA, texts("1", "1", "1", "oops", "1", "1")), "constant", "'1'");
    }

    @Test
    void refusesTextWhereNumbersAreNeeded() {
        refusedRows(rows(WIDTH_4, DNA, texts("1", "red", "blue", "green", "2", "brown")), "'y' is not numeric", "table, row 2 ('b')",
            "'red'", "positive class");
        refusedRows(rows(WIDTH_4.withPhenotypeType(PhenotypeType.NUMERIC), DNA, texts("a", "b", "a", "b", "a", "b")),
            "row 1 ('a')", "'a'", "nominal");
    }

    @Test
    void refusesAConstantPhenotype() {
        refusedRows(rows(WIDTH_4, DNA, numbers(2, 2, 2, 2, 2, 2)), "'y' of table is constant", "2.0");
        refusedRows(rows(WIDTH_4, DNA, texts("x", "x", "x", "x", "x", "x")), "constant", "'x'");
        refusedRows(rows(WIDTH_4, DNA, numbers(0, 0, 0, 0, 0, Double.NaN)), "constant");
        refusedRows(rows(WIDTH_4, DNA, numbers(.1, .1, .1, .1, .1, .1 + 1e-15)), "constant");
    }

    @Test
    void refusesAWidthThatNoSequenceHas() {
        refusedRows(rows(WIDTH_4.withMinWidth(6), DNA, numbers(1, 2, 3, 4, 5, 6)), "width 6", "larger than all sequences of table",
            "row 1 ('a')", "5 letters", "at most 5");
        assertEquals(6, rows(WIDTH_4.withMinWidth(5), DNA, numbers(1, 2, 3, 4, 5, 6)).build(Progress.NONE).study().size());
    }

    @Test
    void refusesSequencesOfAnotherKind() {
        final String[] proteins = {"MKLVEMKLVE", "MEEEEKMKLV", "MLLLLKMKLV", "MPPQEKMKLV"};
        refusedRows(rows(WIDTH_4.withAlphabet(AlphabetChoice.DNA), proteins, numbers(1, 2, 3, 4)), "4 letters in a row", "DNA",
            "'MKLVEMKLVE'");
        refusedRows(rows(WIDTH_4.withStrands(Strands.BOTH), proteins, numbers(1, 2, 3, 4)), "protein", "second strand");
        refusedRows(rows(WIDTH_4, new String[]{"", "", ""}, numbers(1, 2, 3)), "All sequences of table are empty");
        refusedRows(rows(WIDTH_4, new String[0], numbers()), "no sequences");
    }

    @Test
    void refusesFewerSequencesThanCovariatesPlusThree() {
        final String[] three = Arrays.copyOf(DNA, 3);
        assertEquals(3, build(three, numbers(1, 2, 4)).study().size());
        refusedRows(rows(WIDTH_4, three, numbers(1, 2, 4), new double[]{3, 1, 4}), "3 usable sequences", "1 covariate", "at least 4");
        refusedRows(rows(WIDTH_4, DNA, numbers(1, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, 2, Double.NaN)),
            "2 usable sequences", "at least 3", "4 of 6 were left out", "row 2 ('b')", "NaN");
        final double[] c = {1, 2, 4, 8, 17, 31};
        final double[] d = {1, 3, 2, 7, 5, 6};
        final double[] e = {2, 7, 1, 8, 2, 8};
        assertEquals(6, rows(WIDTH_4, DNA, numbers(3, 1, 4, 1, 5, 9), c, d, e).build(Progress.NONE).study().size());
    }

    @Test
    void refusesSequencesThatAreAllAlike() {
        refusedRows(rows(WIDTH_4, new String[]{"ACGTA", "acgta", "ACGTA", "ACGTA"}, numbers(1, 2, 3, 4)), "alike", "table");
    }

    @Test
    void namesTheCovariateThatIsACombinationOfTheOthers() {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
        final int n = 40;
        final String[] sequences = new String[n];
        final double[][] c = new double[4][n];
        final double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            sequences[i] = DNA[i % DNA.length];
            c[0][i] = 1e6 + random.nextDouble();
            c[1][i] = 1e-6 * random.nextDouble();
            c[2][i] = 3 - 2 * c[0][i] + 1e9 * c[1][i];
            c[3][i] = random.nextDouble();
            y[i] = random.nextDouble();
        }
        refusedRows(rows(WIDTH_4, sequences, numbers(y), c[0], c[1], c[2], c[3]), "Covariate 'c2'", "linear combination", "c0, c1");
        refusedRows(rows(WIDTH_4, sequences, numbers(y), c[0], c[3], c[0]), "Covariate 'c2'", "linear combination");
        final double[] constant = new double[n];
        Arrays.fill(constant, 0.1);
        refusedRows(rows(WIDTH_4, sequences, numbers(y), c[3], constant), "Covariate 'c1'", "constant", "intercept");
        refusedRows(rows(WIDTH_4, sequences, numbers(c[3]), c[0], c[3]), "Phenotype 'y'", "linear combination of the covariates");
        assertEquals(n, rows(WIDTH_4, sequences, numbers(y), c[0], c[1], c[3]).build(Progress.NONE).study().size(),
            "very different scales are no dependence");
        c[2][7] += 1e-3;
        assertEquals(n, rows(WIDTH_4, sequences, numbers(y), c[0], c[1], c[2]).build(Progress.NONE).study().size(),
            "one value that differs by a millionth is none either");
    }
}
