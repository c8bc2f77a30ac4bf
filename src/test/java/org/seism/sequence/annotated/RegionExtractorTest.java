package org.seism.sequence.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.biojava.nbio.core.sequence.DNASequence;
import org.biojava.nbio.core.sequence.features.FeatureInterface;
import org.biojava.nbio.core.sequence.io.GenbankReaderHelper;
import org.biojava.nbio.core.sequence.location.template.Location;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.annotated.RegionSettings.Anchor;
import org.seism.sequence.annotated.RegionSettings.Neighbours;
import org.seism.table.NamedInput;

/** Regions against computations of their own: three rounds of the circle, BioJava's reader, cases by hand. */
class RegionExtractorTest {
    private final MadeGenome m_genome = new MadeGenome(7);

    private static NamedInput input(final String name, final String text) {
        return new NamedInput(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What came out, with the report. */
    private record Extracted(List<Region> regions, ExtractionReport report) {
        Region region(final String id) {
            return regions.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id + " is missing"));
        }
    }

    private static Extracted extract(final RegionSettings settings, final String sequences, final String annotation) {
        final List<Region> regions = new ArrayList<>();
        try (RecordSource records = RecordSource.open(input("sequences", sequences), annotation == null ? null : input("annotation", annotation))) {
            return new Extracted(regions, new RegionExtractor(settings).extract(records, Progress.NONE, regions::add));
        }
    }

    private static RegionSettings settings(final String type, final Anchor anchor, final int upstream, final int downstream,
        final boolean spliced, final Neighbours neighbours) {
        return new RegionSettings(List.of(type), anchor, upstream, downstream, spliced, neighbours, RegionSettings.DEFAULT.names());
    }

    @Test
    @DisplayName("GenBank, EMBL and FASTA with GFF3 give the same regions, those of three rounds of the circle")
    void circle() {
        for (final Anchor anchor : Anchor.values()) {
            final RegionSettings settings = settings("gene", anchor, 130, 40, false, Neighbours.KEEP);
            final List<Extracted> all = List.of(extract(settings, m_genome.genBank(), null), extract(settings, m_genome.embl(), null),
                extract(settings, m_genome.fasta(), m_genome.gff()));
            for (final Extracted found : all) {
                assertEquals(m_genome.genes.size(), found.regions().size());
                for (final MadeGenome.Gene gene : m_genome.genes) {
                    final int length = Math.floorMod((gene.forward() ? 1 : -1) * (gene.last() - gene.first()), MadeGenome.SIZE) + 1;
                    final String expected = switch (anchor) {
                        case START -> m_genome.around(gene, gene.first(), 130, 40);
                        case END -> m_genome.around(gene, gene.last(), 129, 41);
                        case WHOLE -> m_genome.around(gene, gene.first(), 130, length + 40);
                    };
                    assertEquals(expected, found.region(gene.tag()).letters(), gene + " " + anchor);
                }
            }
            assertTrue(all.get(0).report().crossing() >= 1);
        }
    }

    @Test
    @DisplayName("features, strands, joined letters and wrapped qualifiers are those of BioJava's reader")
    void bioJava() throws Exception {
        final Map<String, DNASequence> read = GenbankReaderHelper.readGenbankDNASequence(
            new ByteArrayInputStream(m_genome.genBank().getBytes(StandardCharsets.UTF_8)));
        final DNASequence sequence = read.values().iterator().next();
        final Extracted found = extract(settings("CDS", Anchor.WHOLE, 0, 0, true, Neighbours.KEEP), m_genome.genBank(), null);
        final Map<String, FeatureInterface<?, ?>> theirs = new HashMap<>();
        for (final var feature : sequence.getFeatures()) {
            if (feature.getType().equals("CDS")) {
                theirs.put(feature.getQualifiers().get("locus_tag").get(0).getValue(), feature);
            }
        }
        assertEquals(theirs.size(), found.regions().size());
        int joined = 0;
        for (final Region region : found.regions()) {
            final FeatureInterface<?, ?> feature = theirs.get(region.id());
            final Location location = feature.getLocations();
            final List<Location> parts = location.getSubLocations().isEmpty() ? List.of(location) : location.getSubLocations();
            final StringBuilder letters = new StringBuilder();
            parts.forEach(p -> letters.append(m_genome.letters, p.getStart().getPosition() - 1, p.getEnd().getPosition()));
            final boolean forward = location.getStrand().getStringRepresentation().equals("+");
            assertEquals(forward, region.forward(), region.id());
            assertEquals(forward ? letters.toString() : MadeGenome.reverseComplement(letters.toString()), region.letters(), region.id());
            joined += parts.size() > 1 ? 1 : 0;
            assertEquals(MadeGenome.PRODUCT.replace("\"\"", "\""), region.feature().text("product"));
            assertEquals(feature.getQualifiers().get("translation").get(0).getValue(), region.feature().text("translation"));
            assertEquals("", region.feature().text("pseudo"));
        }
        assertTrue(joined >= 4, joined + " genes in parts");
    }

    @Test
    @DisplayName("neighbours are named, cut off or a reason to leave out, as a look at every letter says")
    void neighbours() {
        final boolean[][] taken = new boolean[m_genome.genes.size()][MadeGenome.SIZE];
        for (int g = 0; g < taken.length; g++) {
            for (final int[] p : m_genome.genes.get(g).parts()) {
                Arrays.fill(taken[g], p[0] - 1, p[1], true);
            }
        }
        final Extracted gff = extract(settings("gene", Anchor.START, 100, 0, false, Neighbours.CUT), m_genome.fasta(), m_genome.gff());
        final Extracted kept = extract(settings("gene", Anchor.START, 100, 0, false, Neighbours.KEEP), m_genome.genBank(), null);
        final Extracted cut = extract(settings("gene", Anchor.START, 100, 0, false, Neighbours.CUT), m_genome.genBank(), null);
        final Extracted left = extract(settings("gene", Anchor.START, 100, 0, false, Neighbours.LEAVE_OUT), m_genome.genBank(), null);
        int free = 0;
        int nothing = 0;
        for (int g = 0; g < taken.length; g++) {
            final MadeGenome.Gene gene = m_genome.genes.get(g);
            int between = 0;
            while (between < 100 && !someone(taken, g, Math.floorMod(gene.first() + (gene.forward() ? -1 : 1) * (between + 1), MadeGenome.SIZE))) {
                between++;
            }
            final boolean overlaps = between < 100;
            assertEquals(overlaps, kept.region(gene.tag()).remarks().stream().anyMatch(r -> r.startsWith("overlaps ")), gene.toString());
            final int letters = between;
            assertEquals(between > 0, cut.regions().stream().anyMatch(r -> r.id().equals(gene.tag()) && r.letters().length() == letters));
            assertEquals(!overlaps, left.regions().stream().anyMatch(r -> r.id().equals(gene.tag())));
            free += overlaps ? 0 : 1;
            nothing += between == 0 ? 1 : 0;
        }
        assertTrue(free > 2 && nothing > 0 && free < taken.length - 5, free + " of " + taken.length + " are free, " + nothing + " have no letter");
        assertEquals(taken.length - nothing, cut.regions().size());
        assertEquals(cut.regions().stream().map(Region::letters).toList(), gff.regions().stream().map(Region::letters).toList());
        assertTrue(kept.report().warnings().contains(taken.length - free + " of " + taken.length + " regions with letters that belong to a neighbour."));
    }

    private static boolean someone(final boolean[][] taken, final int but, final int place) {
        for (int g = 0; g < taken.length; g++) {
            if (g != but && taken[g][place]) {
                return true;
            }
        }
        return false;
    }

    @Test
    @DisplayName("on a chromosome with ends regions are shortened there, which is said")
    void ends() {
        final String fasta = ">chr1\nAAACCCGGGTTT\n>chr2\nACGTN\n";
        final Extracted found = extract(settings("region", Anchor.START, 5, 2, false, Neighbours.KEEP), fasta,
            "track name=x\nchr1\t2\t6\tleft\t0\t+\nchr1\t2\t11\tright\t0\t-\nchr2\t0\t5\twhole\t0\t-\nchr9\t1\t2\tnowhere\n");
        assertEquals("AAAC", found.region("left").letters());
        assertEquals(List.of("shortened by 3 at the sequence's end"), found.region("left").remarks());
        // first letter is T at 10 (from 0); upstream lies the one T behind it
        assertEquals("AAA", found.region("right").letters());
        assertEquals("chr1:10-12(-)", found.region("right").place());
        assertEquals("NA", found.region("whole").letters());
        assertEquals(3, found.regions().size());
    }

    @Test
    @DisplayName("BED with blocks and GFF3 in parts are joined in the order of their strand")
    void joins() {
        final String fasta = ">c\nAACCGGTTACGT\n";
        final Extracted bed = extract(settings("region", Anchor.WHOLE, 1, 1, true, Neighbours.KEEP), fasta,
            "c\t1\t9\tx\t0\t-\t1\t9\t0\t2\t2,3\t0,5\n");
        // blocks AC (1-2) and TTA (6-8), read backwards: TAA GT; before it the complement of C at 9, behind it that of A at 0
        assertEquals("G" + "TAA" + "GT" + "T", bed.region("x").letters());
        final Extracted gff = extract(settings("CDS", Anchor.WHOLE, 0, 0, true, Neighbours.KEEP), fasta,
            "c\ts\tCDS\t7\t9\t.\t+\t0\tID=a;Name=y\nc\ts\tCDS\t2\t3\t.\t+\t0\tID=a;Name=y\n");
        assertEquals("AC" + "TTA", gff.region("y").letters());
        final Extracted between = extract(settings("CDS", Anchor.WHOLE, 0, 0, false, Neighbours.KEEP), fasta,
            "c\ts\tCDS\t7\t9\t.\t+\t0\tgene_id \"y; z\"; gene_name \"q\";\n");
        assertEquals("TTA", between.region("q").letters());
        assertEquals("y; z", between.region("q").feature().text("gene_id"));
    }

    @Test
    @DisplayName("UniProt entries of both styles give domains and signals")
    void uniProt() {
        final String head = "ID   MADE_ECOLI              Reviewed;          20 AA.\nAC   P12345; Q00001;\nDE   RecName: Full=Made;\n";
        final String sequence = "SQ   SEQUENCE   20 AA;  2000 MW;  0123456789ABCDEF CRC64;\n     MKLLVVAACD EFGHIKLMNP\n//\n";
        for (final String ft : List.of("FT   SIGNAL          1..5\nFT                   /note=\"A signal of\nFT                   two lines\"\n",
            "FT   SIGNAL        1      5       A signal of two lines\n")) {
            final Extracted found = extract(settings("SIGNAL", Anchor.END, 2, 6, false, Neighbours.KEEP), head + ft + sequence, null);
            assertEquals("LVVAACDE", found.regions().get(0).letters());
            assertEquals("P12345_SIGNAL_1", found.regions().get(0).id());
            assertEquals("A signal of two lines", found.regions().get(0).feature().text("note"));
        }
    }

    @Test
    @DisplayName("places without letters of their own are counted and left out; names that repeat are told apart")
    void leftOut() {
        final String head = "LOCUS       X 12 bp    DNA     linear   UNK\nFEATURES             Location/Qualifiers\n";
        final String origin = "ORIGIN\n        1 aaaccc gggttt\n//\n";
        final StringBuilder features = new StringBuilder();
        for (final String location : List.of("3..4", "<3..>4", "7", "3^4", "J0001.1:3..4", "join(complement(3..4),7..8)", "join(7..8,3..4)",
            "complement(order(3..4,7..8))")) {
            features.append("     gene            ").append(location).append("\n                     /gene=\"g\"\n");
        }
        final Extracted found = extract(settings("gene", Anchor.WHOLE, 0, 0, true, Neighbours.KEEP), head + features + origin, null);
        assertEquals(List.of("g=AC", "g.2=AC", "g.3=G", "g.4=CCGT"),
            found.regions().stream().map(r -> r.id() + "=" + r.letters()).toList());
        assertEquals(8, found.report().features());
        assertEquals(List.of("3 of 8 features left out: 'g' and others: each has no place of its own in its sequence.",
            "1 of 8 features left out: 'g' has parts in an order that its sequence, which is not circular, does not have.",
            "3 of 4 regions under a name that comes more than once, told apart by a number."), found.report().warnings());
    }

    private static void says(final String text, final RegionSettings settings, final String sequences, final String annotation) {
        final InputException e = assertThrows(InputException.class, () -> extract(settings, sequences, annotation));
        assertTrue((e.problem() + " " + e.remedy()).contains(text), e.problem() + " " + e.remedy());
    }

    @Test
    @DisplayName("unusable input is refused with what is wrong and what to do")
    void wrong() {
        final RegionSettings gene = RegionSettings.DEFAULT;
        says("Ask for one of those that are there: CDS (", settings("tRNA", Anchor.START, 5, 5, false, Neighbours.KEEP), m_genome.genBank(), null);
        says("is FASTA, which holds no features", gene, ">a\nACGT\n", null);
        says("holds features of its own", gene, m_genome.genBank(), "a\t1\t2\n");
        says("neither FASTA nor", gene, "id\tsequence\n", null);
        says("No sequence of sequences is named by annotation, whose first is 'chr1'", gene, ">1\nACGT\n", "chr1\t0\t2\n");
        says("annotation, line 2: this is no line of GFF3, GTF or BED", gene, ">1\nACGT\n", "# x\n1\tx\t2\n");
        says("line 1: this is no line of GFF3, GTF or BED (the last position lies before the first)", gene, ">1\nACGT\n", "1\t3\t2\n");
        says("reaches position 9, but 1 has 4 letters", settings("region", Anchor.START, 1, 1, false, Neighbours.KEEP), ">1\nACGT\n", "1\t3\t9\n");
        says("cut off", gene, m_genome.genBank().replace("//\n", ""), null);
        says("holds no letters, only how it is put together", gene,
            "LOCUS       X 12 bp DNA linear UNK\nFEATURES             Location/Qualifiers\n     gene            1..2\nCONTIG      join(Y:1..12)\n//\n", null);
        assertThrows(InputException.class, () -> settings("gene", Anchor.START, 0, 0, false, Neighbours.KEEP));
        assertThrows(InputException.class, () -> settings(" ", Anchor.START, 1, 0, false, Neighbours.KEEP));
        assertThrows(InputException.class, () -> settings("gene", Anchor.START, -1, 5, false, Neighbours.KEEP));
    }
}
