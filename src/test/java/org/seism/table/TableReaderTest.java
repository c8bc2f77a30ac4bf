package org.seism.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seism.sequence.Inputs.refused;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.Progress;
import org.seism.sequence.Inputs;

class TableReaderTest {

    private static DataTable read(final String text) {
        return TableReader.read(Inputs.text("t.csv", text), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ",", ";"})
    void detectsTheDelimiter(final String d) {
        final DataTable table = read(String.join(d, "id", "sequence", "y") + "\n" + String.join(d, "a", "ACGT", "1.5") + "\n");
        assertEquals(List.of("id", "sequence", "y"), table.columns());
        assertEquals(List.of("ACGT"), table.texts("sequence"));
        assertArrayEquals(new double[]{1.5}, table.numbers("y"));
    }

    @Test
    void delimitersWithinQuotesAndOtherRowsDoNotCount() {
        final DataTable table = read("\"a;b;c\",d\n1,\"x;y;z;w\"\n");
        assertEquals(List.of("a;b;c", "d"), table.columns());
        assertEquals(List.of("id", "a,b"), read("id\ta,b\n1\t2\n").columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsAnyLineEndWithByteOrderMarkAndBlankLines(final String end) {
        final DataTable table = read("\uFEFF" + String.join(end, "id,y", "", "a,1", "  ", "b,2"));
        assertEquals(List.of("id", "y"), table.columns());
        assertEquals(List.of("a", "b"), table.texts("id"));
        assertEquals(3, table.line(0));
        assertEquals(5, table.line(1));
    }

    @Test
    void readsQuotedFieldsAsRfc4180Says() {
        final DataTable table = read("id,text,y\na,\"with, comma\",1\nb,\"a \"\"quote\"\"\",2\nc,\"two\nlines\",3\nd,5\" cap,4\n");
        assertEquals(List.of("with, comma", "a \"quote\"", "two\nlines", "5\" cap"), table.texts("text"));
        assertEquals(6, table.line(3), "a field with a line break takes two lines");
    }

    @Test
    void readsGzip() {
        assertEquals(List.of("ACGT"),
            TableReader.read(Inputs.bytes("t", Inputs.gzip("id\tsequence\na\tACGT\n")), Progress.NONE).texts("sequence"));
    }

    @Test
    void listsTheColumnsWhenOneIsUnknown() {
        refused(() -> read("id,sequence,activity\na,ACGT,1\n").indexOf("y"), "t.csv", "'y'", "id, sequence, activity");
        refused(() -> read("id,y,y\na,1,2\n").indexOf("y"), "more than one column 'y'");
    }

    @Test
    void namesTheLineOfARaggedRow() {
        refused(() -> read("id,y\na,1\nb,2,3\n"), "t.csv", "line 3", "3 fields", "2");
        refused(() -> read("id,y\na\n"), "line 2", "1 fields");
    }

    @Test
    void namesTheLineOfTextAmongNumbers() {
        refused(() -> read("id,y\na,1\nb,high\n").numbers("y"), "line 3", "'y'", "'high'");
    }

    @Test
    void refusesEmptyBinaryAndUnclosedInput() {
        refused(() -> read(""), "t.csv", "empty");
        refused(() -> read("\n\n"), "t.csv", "blank");
        refused(() -> read("id,y\na,\u0001\n"), "t.csv", "line 2", "binary");
        refused(() -> read("id,y\na,\"1\nb,2\nc,3\n"), "t.csv", "line 2", "quote");
        refused(() -> read("id,y\na,\"1\nb,\"2\"\n"), "t.csv", "quote");
        assertEquals(List.of("1\n2"), read("id,y\na,\"1\n2\"\n\n").texts("y"), "a closed quote at the end is fine");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-1.5e3,-1500", "+.5,0.5", "7.,7", "' 2 ',2", "inf,Infinity", "-Infinity,-Infinity"})
    void parsesNumbers(final String text, final double expected) {
        assertEquals(expected, CellValue.parse(text).number());
        assertEquals(CellValue.Kind.NUMBER, CellValue.parse(text).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x10", "1f", "1,5", "1 2", "-", "none", "e5", "--1"})
    void whatOnlyJavaReadsAsANumberIsText(final String text) {
        assertTrue(CellValue.parse(text).isText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "NA", "n/a", "null", "?"})
    void knowsMissingValues(final String text) {
        assertTrue(CellValue.parse(text).isMissing());
        assertTrue(Double.isNaN(CellValue.parse(text).number()));
    }

    @Test
    void nanIsANumberThatCannotBeUsed() {
        assertEquals(CellValue.Kind.NUMBER, CellValue.parse("NaN").kind());
        assertTrue(!CellValue.parse("NaN").isFinite());
    }

    /** Whatever is written comes back, except that tabs and line breaks are escaped. */
    @Test
    void readsBackWhatTheWriterWrites() {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11);
        final String[] pieces = {"a", "\"", ",", ";", "'", "\\", "=1+1", "-", " ", "é", "\t", "\n", "\r", "#"};
        for (int round = 0; round < 50; round++) {
            final List<List<String>> rows = new ArrayList<>();
            final StringBuilder out = new StringBuilder();
            final DelimitedWriter writer = new DelimitedWriter(out, List.of("id", "text", "other"));
            for (int r = 0; r < 10; r++) {
                final List<String> row = new ArrayList<>(List.of("r" + r));
                for (int c = 0; c < 2; c++) {
                    final StringBuilder field = new StringBuilder();
                    for (int k = random.nextInt(6); k > 0; k--) {
                        field.append(pieces[random.nextInt(pieces.length)]);
                    }
                    row.add(field.toString());
                }
                writer.row(row);
                rows.add(row.stream().map(f -> f.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")).toList());
            }
            assertEquals(11, out.chars().filter(c -> c == '\n').count(), "one line per row");
            final DataTable table = read(out.toString());
            for (int r = 0; r < rows.size(); r++) {
                assertEquals(rows.get(r), List.of(table.text(r, 0), table.text(r, 1), table.text(r, 2)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-0.0,0", "0.1,0.1", "1e-300,1.0E-300", "123456789012345,123456789012345", "NaN,''"})
    void writesNumbersShortest(final double value, final String expected) {
        assertEquals(expected, DelimitedWriter.number(value));
    }

    @Test
    void readsFieldsOfTheSizeOfAChromosome() {
        final int letters = 17_500_000;
        final DataTable table = read("id,sequence,y\nchr,\"" + "A".repeat(letters) + "\",1\nb,ACGT,2\n");
        assertEquals(letters, table.text(0, 1).length());
        assertEquals("ACGT", table.text(1, 1));
    }

    @Test
    void readsManyColumnsAndNamesTheLimit() {
        final DataTable table = read("id" + ",c".repeat(20_000) + ",y\na" + ",3".repeat(20_000) + ",4\n");
        assertEquals(20_002, table.columns().size());
        assertArrayEquals(new double[]{4}, table.numbers("y"));
        refused(() -> read("id" + ",c".repeat(1 << 20) + "\n"), "more than 1048576 columns", "that are needed");
    }

    @Test
    void zeroBytesAreBinaryData() {
        refused(() -> read("id,y\na,1\nb," + "\0".repeat(100) + "\n"), "line 3", "binary data");
        refused(() -> read("id,y\na,1\n" + "\0".repeat(1 << 18)), "line 3", "binary data");
    }
}
