package org.seism.knime.motifs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.seism.host.NodeHarness;
import org.seism.host.node.TableBuilder;
import org.seism.knime.Nodes;
import org.seism.knime.node.comparer.MotifComparerNodeFactory;
import org.seism.knime.node.scanner.MotifScannerNodeFactory;
import org.seism.knime.table.Columns;
import org.seism.knime.table.MotifMatrices;

/** Motif Scanner and Motif Comparer against computations of their own. */
class KnownMotifsTest {
    private static final DataType NUMBERS = ListCell.getCollectionType(DoubleCell.TYPE);
    private static final double[] TATA = {.1, .1, .1, .7, .8, .1, .05, .05, .05, .05, .1, .8, .85, .05, .05, .05};

    private static BufferedDataTable motifs(final Object... namesAndMatrices) {
        final TableBuilder table = TableBuilder.of(new String[]{"Name", "Matrix", "Family"}, StringCell.TYPE, NUMBERS, StringCell.TYPE);
        for (int k = 0; k < namesAndMatrices.length; k += 2) {
            table.row("m" + k, namesAndMatrices[k], namesAndMatrices[k + 1], "family of " + namesAndMatrices[k]);
        }
        return table.build();
    }

    private static NodeHarness scanner(final BufferedDataTable motifs, final BufferedDataTable sequences, final String... settings)
        throws Exception {
        final NodeHarness node = NodeHarness.of(MotifScannerNodeFactory.class).input(0, motifs).input(1, sequences);
        for (int k = 0; k < settings.length; k += 2) {
            node.set(settings[k], settings[k + 1]);
        }
        return node;
    }

    private static String random(final Random random, final int length) {
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < length; k++) {
            s.append("ACGT".charAt(random.nextInt(4)));
        }
        return s.toString();
    }

    private static String reverseComplement(final String s) {
        final StringBuilder r = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            r.append("TGCA".charAt("ACGT".indexOf(s.charAt(k))));
        }
        return r.toString();
    }

    /** Log-odds in hundredths of a bit under a uniform background, as the node's description says it. */
    private static int score(final double[] matrix, final String window) {
        int sum = 0;
        for (int c = 0; c < window.length(); c++) {
            final double p = (matrix[4 * c + "ACGT".indexOf(window.charAt(c))] * 20 + 0.1) / 20.4;
            sum += (int)Math.round(100 * Math.log(p / 0.25) / Math.log(2));
        }
        return sum;
    }

    /** All 256 windows of four letters are equally likely. */
    private static double p(final double[] matrix, final int least) {
        int count = 0;
        for (int w = 0; w < 256; w++) {
            final String window = "" + "ACGT".charAt(w >> 6) + "ACGT".charAt(w >> 4 & 3) + "ACGT".charAt(w >> 2 & 3) + "ACGT".charAt(w & 3);
            count += score(matrix, window) >= least ? 1 : 0;
        }
        return count / 256.0;
    }

    private static double activation(final double[] matrix, final String sequence) {
        double nearest = Double.POSITIVE_INFINITY;
        for (final String s : List.of(sequence, reverseComplement(sequence))) {
            for (int start = 0; start + 4 <= s.length(); start++) {
                double d = 0;
                for (int k = 0; k < 16; k++) {
                    final double letter = "ACGT".indexOf(s.charAt(start + k / 4)) == k % 4 ? 1 : 0;
                    d += (matrix[k] - letter) * (matrix[k] - letter);
                }
                nearest = Math.min(nearest, d);
            }
        }
        return Math.exp(-nearest / 2);
    }

    @Test
    @DisplayName("best site, activation and all sites are those of an independent scan of both strands")
    void bruteForce() throws Exception {
        final Random random = new Random(11);
        final TableBuilder table = TableBuilder.of(new String[]{"ID", "Sequence"}, StringCell.TYPE, StringCell.TYPE);
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            sequences.add(random(random, 20 + random.nextInt(30)));
            table.row("row" + i, "s" + i, sequences.get(i));
        }
        final NodeHarness node = Nodes.executed(scanner(motifs("TATA", TATA), table.build(), "threshold", "0.02", "background", "UNIFORM"));
        final List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            final String s = sequences.get(i);
            int best = Integer.MIN_VALUE;
            String place = "";
            for (int start = 0; start + 4 <= s.length(); start++) {
                final String forward = s.substring(start, start + 4);
                for (final String site : List.of(forward, reverseComplement(forward))) {
                    final String strand = site == forward ? "+" : "-";
                    final int score = score(TATA, site);
                    if (score > best) {
                        best = score;
                        place = (start + 1) + strand + site;
                    }
                    if (p(TATA, score) <= 0.02) {
                        expected.add(List.of("TATA", "s" + i, Integer.toString(start + 1), Integer.toString(start + 4), strand,
                            Double.toString(score / 100.0), Double.toString(p(TATA, score)), site, "?", "?", "?", "?"));
                    }
                }
            }
            final DataRow row = Nodes.rows(node.table(0)).get(i);
            assertEquals("row" + i, row.getKey().getString());
            assertEquals(List.of("s" + i, s), List.of(row.getCell(0).toString(), row.getCell(1).toString()));
            assertEquals(activation(TATA, s), ((DoubleCell)row.getCell(2)).getDoubleValue(), 1e-12);
            assertEquals(best / 100.0, ((DoubleCell)row.getCell(3)).getDoubleValue());
            assertEquals(place, "" + row.getCell(4) + row.getCell(5) + row.getCell(6));
        }
        assertTrue(expected.size() > 100, "too few sites to judge: " + expected.size());
        final List<List<String>> found = Nodes.rows(node.table(1)).stream()
            .map(r -> r.stream().map(c -> c.isMissing() ? "?" : c.toString()).toList()).toList();
        assertEquals(expected, found);
    }

    @Test
    @DisplayName("places on a chromosome: forward and reverse regions, counted from 1")
    void genome() throws Exception {
        final BufferedDataTable sequences = TableBuilder.of(new String[]{"name", "letters"}, StringCell.TYPE, StringCell.TYPE)
            .row("chr1:100-110", "x", "CCCTATACCC").row("chr2:100-110(-)", "x", "CCCTATACCC").row("chr3:100-111", "x", "CCCTATACCC")
            .build();
        final NodeHarness node = Nodes.executed(scanner(motifs("TATA", new double[]{0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0}),
            sequences, "sequenceColumn", "letters", "strands", "SINGLE", "threshold", "0.01", "background", "UNIFORM"));
        final BufferedDataTable sites = node.table(1);
        assertEquals(3, sites.size());
        // bases 100 to 109 from 0 are 101 to 110 from 1: the site begins at the fourth
        assertEquals(List.of("chr1", "104", "107", "+"), place(sites, 0));
        assertEquals(List.of("chr2", "104", "107", "-"), place(sites, 1));
        assertEquals(List.of("?", "?", "?", "?"), place(sites, 2));
        assertEquals("chr1:100-110", Nodes.text(sites, 0, Columns.ID));
    }

    private static List<String> place(final BufferedDataTable sites, final int row) {
        return Arrays.asList(Columns.CHROMOSOME, Columns.CHROMOSOME_START, Columns.CHROMOSOME_END, Columns.CHROMOSOME_STRAND).stream()
            .map(c -> Nodes.cell(sites, row, c).isMissing() ? "?" : Nodes.text(sites, row, c)).toList();
    }

    @Test
    @DisplayName("missing, short and ambiguous sequences have missing cells and are counted; taken names get a number")
    void oddRows() throws Exception {
        final BufferedDataTable sequences = TableBuilder.of(new String[]{"Sequence", "TATA score"}, StringCell.TYPE, StringCell.TYPE)
            .row("a", null, "x").row("b", "TAT", "x").row("c", "TATNTATNTAT", "x").row("d", "nnTATAnn", "x").build();
        final NodeHarness node = Nodes.executed(scanner(motifs("TATA", TATA, "TATA", TATA), sequences));
        assertEquals("1 of 4 sequences are missing: so are their sites. 2 of 4 sequences have no window of DNA letters for at least one "
            + "motif: their cells are missing. 2 of 2 motifs are too short or too weak to reach a p-value of 1.0E-4 (TATA, ...): they "
            + "have no site in the list.", node.message().text());
        assertEquals(List.of("Sequence", "TATA score", "TATA activation", "TATA score (#1)", "TATA start", "TATA strand", "TATA site",
            "TATA activation (#1)", "TATA score (#2)", "TATA start (#1)", "TATA strand (#1)", "TATA site (#1)"),
            List.of(node.table(0).getDataTableSpec().getColumnNames()));
        assertTrue(Nodes.cell(node.table(0), 1, "TATA site").isMissing());
        assertEquals("TATA", Nodes.text(node.table(0), 3, "TATA site"));
        assertEquals("3", Nodes.text(node.table(0), 3, "TATA start"));
        assertEquals(0, node.table(1).size());
    }

    @Test
    @DisplayName("what can't be scanned is said before or at once, with a remedy")
    void wrongInput() throws Exception {
        final BufferedDataTable sequences = TableBuilder.of(new String[]{"Sequence"}, StringCell.TYPE).row("a", "ACGT").build();
        final NodeHarness column = scanner(motifs("TATA", TATA), sequences, "sequenceColumn", "none");
        assertFalse(column.configure());
        assertEquals("The input table has no column 'none', which is chosen as sequence.", column.message().text());
        final NodeHarness none = scanner(motifs(), sequences);
        assertFalse(none.execute());
        assertEquals("The table of motifs has no row.", none.message().text());
        final double[] glycine = new double[20];
        glycine[5] = 1;
        final NodeHarness mixed = scanner(motifs("TATA", TATA, "G", glycine), sequences);
        assertFalse(mixed.execute());
        assertTrue(mixed.message().text().contains("mixes DNA and protein motifs ('G')"), mixed.message().toString());
        final NodeHarness strands = scanner(motifs("G", glycine), sequences, "strands", "BOTH");
        assertFalse(strands.execute());
        assertFalse(strands.message().resolutions().isEmpty());
    }

    @Test
    @DisplayName("motifs of a selection are scanned for, with the selection's activations")
    void selection() throws Exception {
        final BufferedDataTable simulated = Nodes.simulated();
        final BufferedDataTable selected = Nodes.executed(Nodes.selector(Nodes.executed(Nodes.encoder(simulated)).output(0), "motifs", "1")).table(1);
        final NodeHarness node = Nodes.executed(scanner(selected, simulated, "strands", "SINGLE"));
        double with = 0;
        double without = 0;
        int carriers = 0;
        for (int i = 0; i < simulated.size(); i++) {
            final double score = Nodes.number(node.table(0), i, "SEISM-1 score");
            final boolean planted = Nodes.text(simulated, i, Columns.PLANTED).contains("TATAAT");
            with += planted ? score : 0;
            without += planted ? 0 : score;
            carriers += planted ? 1 : 0;
        }
        assertTrue(with / carriers > without / (simulated.size() - carriers) + 2, with / carriers + " bits against "
            + without / (simulated.size() - carriers));
    }

    /** A library of motifs that differ, among them the query's reverse complement with two columns more. */
    @Test
    @DisplayName("the comparer finds the library's motif on the other strand and where it begins")
    void compare() throws Exception {
        final Random random = new Random(3);
        final List<Object> library = new ArrayList<>();
        double[] wanted = null;
        for (int k = 0; k < 40; k++) {
            final double[] matrix = new double[4 * 10];
            for (int c = 0; c < 10; c++) {
                Arrays.fill(matrix, 4 * c, 4 * c + 4, 0.05);
                matrix[4 * c + random.nextInt(4)] = 0.85;
            }
            wanted = k == 17 ? matrix : wanted;
            library.addAll(List.of("L" + k, matrix));
        }
        final double[] query = new double[4 * 8];
        for (int c = 0; c < 8; c++) {
            for (int a = 0; a < 4; a++) {
                query[4 * c + a] = wanted[4 * (8 - c) + 3 - a];
            }
        }
        final NodeHarness node = NodeHarness.of(MotifComparerNodeFactory.class).input(0, motifs("query", query))
            .input(1, motifs(library.toArray())).set("best", "3");
        final BufferedDataTable matches = Nodes.executed(node).table(0);
        assertEquals(3, matches.size());
        assertEquals(List.of("query", "1", "L17", "family of L17", "-", "-1", "8"),
            List.of(Columns.MOTIF, Columns.RANK, MotifMatrices.NAME, MotifMatrices.FAMILY, Columns.STRAND, Columns.OFFSET, Columns.OVERLAP)
                .stream().map(c -> Nodes.text(matches, 0, c)).toList());
        assertTrue(Nodes.number(matches, 0, Columns.Q_VALUE) < 0.05 && Nodes.number(matches, 1, Columns.Q_VALUE)
            > 10 * Nodes.number(matches, 0, Columns.Q_VALUE), Nodes.rows(matches).toString());
        assertTrue(Nodes.number(matches, 0, Columns.P_VALUE) <= Nodes.number(matches, 1, Columns.P_VALUE));
        assertEquals("family of L17", Nodes.text(node.table(1), 0, MotifMatrices.FAMILY));
        assertTrue(Nodes.text(node.table(1), 0, Columns.RESEMBLES).startsWith("resembles family of L17 (best: L17, q = "));
        final NodeHarness single = NodeHarness.of(MotifComparerNodeFactory.class).input(0, motifs("query", query))
            .input(1, motifs(library.toArray())).set("strands", "SINGLE").set("maxQ", "0.01");
        assertEquals(0, Nodes.executed(single).table(0).size());
        assertTrue(Nodes.cell(single.table(1), 0, Columns.RESEMBLES).isMissing());
        final NodeHarness empty = NodeHarness.of(MotifComparerNodeFactory.class).input(0, motifs("query", query)).input(1, motifs());
        assertFalse(empty.execute());
        assertEquals("The library holds no motif.", empty.message().text());
    }
}
