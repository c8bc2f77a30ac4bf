package org.seism.study.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seism.sequence.Inputs.bytes;
import static org.seism.sequence.Inputs.gzip;
import static org.seism.sequence.Inputs.refused;
import static org.seism.sequence.Inputs.text;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatedCovariate;
import org.seism.simulation.Simulation;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.PreparedStudy;
import org.seism.study.Study;
import org.seism.study.StudySettings;
import org.seism.table.NamedInput;

class StudyReaderTest {
    private static final StudySettings WIDTH_3 = StudySettings.DEFAULTS.withMinWidth(3);
    private static final String TABLE = "id,sequence,y,age,group\na,ACGT,1,3,x\nb,CCGT,2.5,1,y\nc,TTTT,-3,4,x\nd,GATT,4,1,y\n";
    private static final String FASTA = ">a y=1\nACGT\n>b y=2.5\nCCGT\n>c y=-3\nTTTT\n>d y=4\nGA\nTT\n";

    private static PreparedStudy read(final StudyInput input) {
        return StudyReader.read(input, WIDTH_3, Progress.NONE);
    }

    private static StudyInput table() {
        return StudyInput.of(text("t.csv", TABLE));
    }

    private static StudyInput fasta() {
        return StudyInput.of(text("f.fa", FASTA));
    }

    @Test
    void readsATable() {
        final PreparedStudy p = read(table().withCovariateColumns(List.of("age")));
        assertEquals(List.of("a", "b", "c", "d"), p.study().sequences().ids());
        assertArrayEquals(new double[]{1, 2.5, -3, 4}, p.study().phenotype().values());
        assertEquals("y", p.study().phenotype().name());
        assertEquals(List.of("age"), p.study().covariates().names());
        assertArrayEquals(new double[]{3, 1, 4, 1}, p.study().covariates().values()[0]);
    }

    @Test
    void readsANominalColumnUnderItsOwnNames() {
        final PreparedStudy p = read(StudyInput.of(bytes("t.gz", gzip(TABLE.replace("id,sequence", "name,dna"))))
            .withIdColumn("name").withSequenceColumn("dna").withPhenotypeColumn("group"));
        assertArrayEquals(new double[]{0, 1, 0, 1}, p.study().phenotype().values());
        assertEquals("y", p.study().phenotype().positiveClass());
    }

    @Test
    void numbersRowsWhereThereIsNoIdColumn() {
        final PreparedStudy p = read(StudyInput.of(text("t.csv", TABLE.replace("id,", "name,"))));
        assertEquals(List.of("1", "2", "3", "4"), p.study().sequences().ids());
        assertTrue(p.notes().stream().anyMatch(n -> n.contains("row numbers")), p.notes().toString());
        refused(() -> read(table().withIdColumn("name")), "'name'", "id, sequence, y, age, group");
    }

    @Test
    void readsThePhenotypeFromHeaders() {
        final PreparedStudy p = read(fasta().withHeaderPattern("y=(\\S+)"));
        assertArrayEquals(new double[]{1, 2.5, -3, 4}, p.study().phenotype().values());
        assertEquals("GATT", p.study().sequences().text(3));
        final PreparedStudy partly = read(fasta().withHeaderPattern("y=([0-9.]+)"));
        assertEquals("phenotype is missing (the header does not match the pattern)", partly.quality().rows().get(2).reason());
        assertEquals(3, partly.study().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y=\\S+", "(y)=(\\S+)"})
    void aHeaderPatternHasExactlyOneGroup(final String pattern) {
        refused(() -> read(fasta().withHeaderPattern(pattern)), "groups", "exactly one", "(?:");
    }

    @Test
    void refusesABrokenHeaderPattern() {
        refused(() -> read(fasta().withHeaderPattern("y=(")), "'y=('", "regular expression");
        refused(() -> read(table().withHeaderPattern("y=(.)")), "t.csv", "is a table");
    }

    @Test
    void joinsASecondTableByIdentifier() {
        final StudyInput input = fasta().withCovariateColumns(List.of("age"))
            .withPhenotypeTable(text("p.tsv", "y\tage\tid\n4\t1\td\n2.5\t1\tb\n1\t3\ta\n7\t7\tz\n-3\t4\tc\n"));
        final PreparedStudy p = read(input);
        assertEquals(List.of("a", "b", "c", "d"), p.study().sequences().ids());
        assertArrayEquals(new double[]{1, 2.5, -3, 4}, p.study().phenotype().values());
        assertArrayEquals(new double[]{3, 1, 4, 1}, p.study().covariates().values()[0]);
        assertTrue(p.notes().contains("1 identifier of p.tsv without a sequence."), p.notes().toString());
    }

    @Test
    void joinsASecondTableToATableToo() {
        final PreparedStudy p =
            read(table().withPhenotypeTable(text("p.tsv", "id\ty\na\t10\nb\t20\nc\t30\nd\t50\n")));
        assertArrayEquals(new double[]{10, 20, 30, 50}, p.study().phenotype().values());
    }

    @Test
    void takesEveryCovariateFromTheTableThatHasIt() {
        final PreparedStudy p = read(StudyInput.of(text("t.csv", TABLE + "e,CATG,0,5,x\n"))
            .withCovariateColumns(List.of("dose", "age"))
            .withPhenotypeTable(text("p.tsv", "id\ty\tdose\nd\t50\t.5\na\t10\t2\nb\t20\t7\nc\t30\t1\ne\t1\t3\n")));
        assertArrayEquals(new double[]{10, 20, 30, 50, 1}, p.study().phenotype().values());
        assertArrayEquals(new double[]{2, 7, 1, .5, 3}, p.study().covariates().values()[0]);
        assertArrayEquals(new double[]{3, 1, 4, 1, 5}, p.study().covariates().values()[1]);
    }

    @Test
    void takesThePhenotypeFromHeadersAndCovariatesFromATable() {
        final PreparedStudy p = read(fasta().withHeaderPattern("y=(\\S+)").withCovariateColumns(List.of("age"))
            .withPhenotypeTable(text("p.tsv", "id\tage\na\t3\nb\t1\nc\t4\nd\t1\n")));
        assertArrayEquals(new double[]{1, 2.5, -3, 4}, p.study().phenotype().values());
        assertArrayEquals(new double[]{3, 1, 4, 1}, p.study().covariates().values()[0]);
    }

    @Test
    void reportsIdentifiersWithoutPhenotype() {
        final PreparedStudy p = read(fasta().withPhenotypeTable(text("p.tsv", "id\ty\na\t1\nb\t2\nd\t3.5\n")));
        assertEquals(List.of("a", "b", "d"), p.study().sequences().ids());
        assertEquals("phenotype is missing (no row for this identifier in p.tsv)", p.quality().rows().get(2).reason());
    }

    @Test
    void refusesAJoinThatCannotWork() {
        refused(() -> read(fasta().withPhenotypeTable(text("p.tsv", "id\ty\nA\t1\nB\t2\n"))), "f.fa", "p.tsv", "'a'", "'A'");
        refused(() -> read(fasta().withPhenotypeTable(text("p.tsv", "id\ty\na\t1\nb\t2\na\t3\n"))), "p.tsv", "line 4", "'a'", "line 2");
        refused(() -> read(fasta().withPhenotypeTable(text("p.tsv", "name\ty\na\t1\n"))), "p.tsv", "'id'", "name, y");
        refused(() -> read(fasta().withPhenotypeTable(text("p.tsv", "id\ty\na\t1\n")).withHeaderPattern("(.)")), "two sources");
    }

    @Test
    void saysWhenThePhenotypeOrACovariateIsNowhere() {
        refused(() -> read(fasta()), "f.fa", "no phenotype", "table");
        refused(() -> read(fasta().withHeaderPattern("y=(\\S+)").withCovariateColumns(List.of("age"))), "no covariates", "age");
        refused(() -> read(table().withPhenotypeColumn("activity")), "t.csv", "'activity'", "id, sequence, y, age, group");
        refused(() -> read(table().withCovariateColumns(List.of("age", "sex"))), "'sex'", "id, sequence, y, age, group");
    }

    @Test
    void namesLineAndRecordOfATextPhenotype() {
        refused(() -> read(StudyInput.of(text("t.csv", TABLE.replace("2.5", "high").replace("-3", "low").replace(",4,", ",mid,")))),
            "t.csv, line 3 ('b')", "'high'", "not numeric");
    }

    @Test
    void tellsFastaFromTables() {
        assertEquals(4, read(StudyInput.of(text("no-suffix", "\uFEFF\n" + FASTA)).withHeaderPattern("y=(\\S+)")).study().size());
        refused(() -> read(StudyInput.of(text("f.fasta.gz", "ACGT\nACGT\n")).withHeaderPattern("(.)")), "not a FASTA", "line 1");
        refused(() -> read(StudyInput.of(text("f.txt", "ACGT\nACGT\n"))), "neither a FASTA", "'ACGT'");
        refused(() -> read(table().withFormat(StudyInput.Format.FASTA).withHeaderPattern("(.)")), "t.csv, line 1", "not a FASTA");
        refused(() -> read(fasta().withFormat(StudyInput.Format.TABLE)), "f.fa");
        refused(() -> read(StudyInput.of(text("e.tsv", ""))), "e.tsv", "empty");
        refused(() -> read(StudyInput.of(text("h.tsv", "id\tsequence\ty\n"))), "h.tsv", "no sequences");
        refused(() -> read(StudyInput.of(text("j.tsv", "\u0002\u0000\u0001\n"))), "j.tsv", "binary");
    }

    @Test
    void namesAMissingFile(@TempDir final Path folder) {
        refused(() -> read(StudyInput.of(NamedInput.of(folder.resolve("gone.tsv")))), "no file", "gone.tsv");
        refused(() -> read(fasta().withPhenotypeTable(NamedInput.of(folder.resolve("gone.tsv")))), "no file", "gone.tsv");
    }

    @Test
    void readsThePromoterExample() {
        final PreparedStudy p = StudyReader.read(StudyInput.of(NamedInput.of(Path.of("examples", "ecoli_promoters.tsv"))),
            StudySettings.DEFAULTS, Progress.NONE);
        assertEquals(106, p.study().size());
        assertEquals(0, p.quality().leftOut());
        assertEquals(Alphabet.DNA, p.study().sequences().alphabet());
        assertTrue(p.study().phenotype().isBinary());
        assertEquals(53, java.util.Arrays.stream(p.study().phenotype().values()).sum());
        assertTrue(java.util.Arrays.stream(p.study().sequences().lengths()).allMatch(n -> n == 57));
    }

    /** A simulated data set comes back the same from both of its file formats. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackSimulations(final long seed) {
        final Simulation simulation = SequenceSimulator.simulate(SimulatorSettings.defaults().withLengths(8, 40).withSeed(seed)
            .withCovariates(List.of(new SimulatedCovariate("batch", 1))), Progress.NONE);
        final Study truth = simulation.study();
        final StringBuilder table = new StringBuilder();
        simulation.writeTable(table);
        final Study fromTable =
            read(StudyInput.of(text("s.tsv", table.toString())).withCovariateColumns(List.of("batch"))).study();
        assertArrayEquals(truth.sequences().codes(), fromTable.sequences().codes());
        assertArrayEquals(truth.phenotype().values(), fromTable.phenotype().values());
        assertArrayEquals(truth.covariates().values()[0], fromTable.covariates().values()[0]);
        final StringBuilder fasta = new StringBuilder();
        simulation.writeFasta(fasta);
        final Study fromFasta = read(StudyInput.of(text("s.fa", fasta.toString())).withHeaderPattern("y=(\\S+)")).study();
        assertEquals(truth.sequences().ids(), fromFasta.sequences().ids());
        assertArrayEquals(truth.sequences().codes(), fromFasta.sequences().codes());
        assertArrayEquals(truth.phenotype().values(), fromFasta.phenotype().values());
    }
}
