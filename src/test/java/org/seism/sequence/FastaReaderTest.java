package org.seism.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seism.sequence.Inputs.refused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.biojava.nbio.core.sequence.ProteinSequence;
import org.biojava.nbio.core.sequence.compound.AminoAcidCompound;
import org.biojava.nbio.core.sequence.compound.AminoAcidCompoundSet;
import org.biojava.nbio.core.sequence.io.PlainFastaHeaderParser;
import org.biojava.nbio.core.sequence.io.ProteinSequenceCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.CancelledException;
import org.seism.Progress;
import org.seism.table.NamedInput;

class FastaReaderTest {

    private static List<SequenceRecord> read(final String text) {
        return FastaReader.readAll(Inputs.text("x.fa", text), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsWrappedLinesWithAnyLineEnd(final String end) {
        final List<SequenceRecord> records = read(String.join(end, ">a first one", "ACGT", "acg", "", ">b", "TT") + end);
        assertEquals(List.of(new SequenceRecord("a first one", "ACGTacg", 1), new SequenceRecord("b", "TT", 5)), records);
        assertEquals("a", records.get(0).id());
        assertEquals("first one", records.get(0).description());
        assertEquals("", records.get(1).description());
    }

    @Test
    void needsNoFinalLineEnd() {
        assertEquals(List.of(new SequenceRecord("a", "ACGT", 1)), read(">a\nACGT"));
        assertEquals(List.of(new SequenceRecord("a", "", 1)), read(">a"));
    }

    @Test
    void keepsGreaterSignsWithinHeaders() {
        final List<SequenceRecord> records = read(">a x->y >z\nACGT\n>>b\nC\n");
        assertEquals("x->y >z", records.get(0).description());
        assertEquals(">b", records.get(1).id());
    }

    @Test
    void keepsDuplicateIdsAndEmptyRecordsInOrder() {
        final List<SequenceRecord> records = read(">a\nAC\n>b\n>a\nGT\n>\nTT\n>c\n\n");
        assertEquals(List.of("a", "b", "a", "", "c"), records.stream().map(SequenceRecord::id).toList());
        assertEquals(List.of("AC", "", "GT", "TT", ""), records.stream().map(SequenceRecord::sequence).toList());
        assertEquals(List.of(1L, 3L, 4L, 6L, 8L), records.stream().map(SequenceRecord::line).toList());
    }

    @Test
    void skipsBlankLinesCommentsAndByteOrderMark() {
        final List<SequenceRecord> records = read("\uFEFF\n  \n; made by hand\n> a\tdescribed\nAC GT\t\n;note\n\nTT\n\n");
        assertEquals(List.of(new SequenceRecord("a\tdescribed", "ACGTTT", 4)), records);
        assertEquals("a", records.get(0).id());
        assertEquals("described", records.get(0).description());
    }

    @Test
    void keepsGapsStopsAndIupacCodesAsTheyAre() {
        assertEquals("ACRYN-.nU*", read(">a\nACRYN-\n.nU*\n").get(0).sequence());
    }

    @Test
    void recognisesGzipByItsBytesEvenInSeveralMembers() {
        final byte[] first = Inputs.gzip(">a\nAC");
        final byte[] second = Inputs.gzip("GT\n>b\nTT\n");
        final byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertEquals(List.of(new SequenceRecord("a", "ACGT", 1), new SequenceRecord("b", "TT", 3)),
            FastaReader.readAll(Inputs.bytes("no-suffix", both), Progress.NONE));
    }

    @Test
    void refusesWhatIsNoFasta() {
        refused(() -> read("\nid,sequence\n"), "x.fa", "line 2", "'id,sequence'", "'>'");
        refused(() -> read("ACGT\n>a\nACGT\n"), "x.fa", "line 1");
    }

    @Test
    void refusesEmptyInput() {
        refused(() -> read(""), "x.fa", "empty");
        refused(() -> read("\n \n"), "x.fa", "no FASTA record");
        refused(() -> FastaReader.readAll(Inputs.bytes("x.gz", Inputs.gzip("")), Progress.NONE), "x.gz", "empty");
    }

    @Test
    void refusesBinaryData() {
        refused(() -> read("\u0000\u0001\u0002"), "x.fa", "line 1", "binary");
        refused(() -> read(">a\nACGT\n>b\nAC\u0000GT\n"), "x.fa", "line 4", "binary");
        refused(() -> FastaReader.readAll(Inputs.bytes("x.zip", new byte[]{'P', 'K', 3, 4, 0}), Progress.NONE), "x.zip", "compressed");
        for (final String text : new String[]{"UTF-16", "x-UTF-16LE-BOM"}) {
            assertEquals("AC", FastaReader.readAll(Inputs.bytes("u.fa", ">a\nAC\n".getBytes(java.nio.charset.Charset.forName(text))),
                Progress.NONE).get(0).sequence());
        }
    }

    @Test
    void refusesTruncatedGzip() {
        final byte[] whole = Inputs.gzip(">a\n" + "ACGTTGCA".repeat(1000) + "\n");
        final byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        refused(() -> FastaReader.readAll(Inputs.bytes("cut.gz", cut), Progress.NONE), "cut.gz", "truncated");
        refused(() -> FastaReader.readAll(Inputs.bytes("cut.gz", new byte[]{0x1F, (byte)0x8B, 9, 9}), Progress.NONE), "cut.gz", "gzip");
    }

    @Test
    void namesMissingFilesAndFolders(@TempDir final Path folder) {
        refused(() -> FastaReader.open(NamedInput.of(folder.resolve("gone.fa"))), "no file", "gone.fa");
        refused(() -> FastaReader.open(NamedInput.of(folder)), "folder");
    }

    @Test
    void handsOutRecordsOneByOne() {
        final byte[] bytes = ">a\nAC\n>b\nbad \u0007 letter".getBytes(StandardCharsets.UTF_8);
        try (FastaReader reader = FastaReader.open(new ByteArrayInputStream(bytes), "x")) {
            assertTrue(reader.hasNext());
            assertEquals("a", reader.next().id(), "the first record comes before the second is read");
            refused(reader::next, "line 4");
            assertFalse(reader.hasNext());
            assertThrows(NoSuchElementException.class, reader::next);
        }
    }

    @Test
    void stopsWhenCancelled() {
        final Progress cancelled = new Progress() {
            @Override
            public void report(final double fraction, final java.util.function.Supplier<String> message) {
                // nobody listens
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancelledException.class, () -> FastaReader.readAll(Inputs.text("x.fa", ">a\nAC\n"), cancelled));
    }

    /** On files where BioJava loses nothing (unique identifiers, no empty record, known letters) both read the same. */
    @Test
    void agreesWithBioJavaOnGeneratedFiles() throws Exception {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7);
        final String letters = "ACDEFGHIKLMNPQRSTVWY";
        for (int file = 0; file < 20; file++) {
            final StringBuilder text = new StringBuilder();
            final List<String> expected = new ArrayList<>();
            final int count = 1 + random.nextInt(10);
            for (int r = 0; r < count; r++) {
                final StringBuilder sequence = new StringBuilder();
                text.append(">s").append(r).append(" > described\n");
                for (int k = 1 + random.nextInt(200); k > 0; k--) {
                    final char c = letters.charAt(random.nextInt(letters.length()));
                    sequence.append(c);
                    text.append(c).append(random.nextInt(30) == 0 ? random.nextBoolean() ? "\r\n" : "\n\n" : "");
                }
                text.append('\n');
                expected.add(sequence.toString());
            }
            final List<SequenceRecord> ours = read(text.toString());
            assertEquals(expected, ours.stream().map(SequenceRecord::sequence).toList());
            final var bioJava = new org.biojava.nbio.core.sequence.io.FastaReader<ProteinSequence, AminoAcidCompound>(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), new PlainFastaHeaderParser<>(),
                new ProteinSequenceCreator(AminoAcidCompoundSet.getAminoAcidCompoundSet())).process();
            assertEquals(List.copyOf(bioJava.keySet()), ours.stream().map(SequenceRecord::header).toList());
            assertEquals(bioJava.values().stream().map(ProteinSequence::getSequenceAsString).toList(), expected);
        }
    }
}
