package org.seism.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.seism.motif.scan.GenomeRegion;
import org.seism.motif.scan.SiteScan;
import org.seism.table.DelimitedWriter;

/**
 * Writes sites as they are found: a table, BED (Kent et al. 2002) or GFF3 (Sequence Ontology, version 1.26). Where identifiers name
 * regions of a genome ({@code chr1:100-200(+)}), BED and GFF3 hold places in the genome, the table both.
 */
public final class SiteWriter implements SiteScan.Output {
    /** The file formats. */
    public enum Form {
        /** Tab-separated with a header row; places count from 1, both included. */
        TSV,
        /** Places count from 0, the end is the first position behind. */
        BED,
        /** Places count from 1, both included. */
        GFF3
    }

    private static final List<String> COLUMNS = List.of("motif", "consensus", "sequence", "start", "end", "strand", "site", "score", "p",
        "chromosome", "chromosomeStart", "chromosomeEnd", "chromosomeStrand");

    private final Form m_form;
    private final List<SiteScan.ScannedMatrix> m_matrices;
    private final List<Long> m_lengths;
    private final boolean m_bestOnly;
    private final boolean m_protein;
    private final Appendable m_out;
    private final DelimitedWriter m_table;
    private long m_count;
    private int m_sequence = -1;
    private Optional<GenomeRegion> m_region = Optional.empty();

    /**
     * Writes what stands before the first site.
     *
     * @param form the file's format
     * @param matrices that are looked for
     * @param lengths of all sequences
     * @param bestOnly whether a table has a row for every matrix and sequence, also where there is no site
     * @param protein whether the sequences are proteins
     * @param out not closed
     */
    public SiteWriter(final Form form, final List<SiteScan.ScannedMatrix> matrices, final List<Long> lengths, final boolean bestOnly,
        final boolean protein, final Appendable out) {
        m_form = form;
        m_matrices = List.copyOf(matrices);
        m_lengths = lengths;
        m_bestOnly = bestOnly;
        m_protein = protein;
        m_out = out;
        m_table = form == Form.TSV ? new DelimitedWriter(out, COLUMNS) : null;
        if (form == Form.GFF3) {
            line("##gff-version 3");
        }
    }

    /** @return number of sites so far */
    public long count() {
        return m_count;
    }

    @Override
    public void sites(final int sequence, final String id, final List<SiteScan.FoundSite> sites) {
        if (sequence != m_sequence) {
            m_sequence = sequence;
            m_region = GenomeRegion.of(id, m_lengths.get(sequence));
        }
        m_count += sites.size();
        if (m_form == Form.TSV && m_bestOnly) {
            int next = 0;
            for (int m = 0; m < m_matrices.size(); m++) {
                final boolean found = next < sites.size() && sites.get(next).matrix() == m;
                row(m, id, found ? Optional.of(sites.get(next++)) : Optional.empty());
            }
            return;
        }
        for (final SiteScan.FoundSite site : sites) {
            switch (m_form) {
                case TSV -> row(site.matrix(), id, Optional.of(site));
                case BED -> bed(id, site);
                case GFF3 -> gff(id, site);
                default -> throw new IllegalStateException(m_form.name());
            }
        }
    }

    private void row(final int matrix, final String id, final Optional<SiteScan.FoundSite> found) {
        final SiteScan.ScannedMatrix m = m_matrices.get(matrix);
        if (found.isEmpty()) {
            m_table.row(m.name(), m.consensus(), id, "", "", "", "", "", "", "", "", "", "");
            return;
        }
        final SiteScan.FoundSite site = found.get();
        final Optional<GenomeRegion> place = m_region.map(r -> r.site(site.start(), site.width(), site.strand()));
        m_table.row(m.name(), m.consensus(), id, Long.toString(site.start() + 1), Long.toString(site.start() + site.width()),
            String.valueOf(site.strand().symbol()), site.letters(), bits(site), DelimitedWriter.number(site.p()),
            place.map(GenomeRegion::chromosome).orElse(""), place.map(p -> Long.toString(p.start() + 1)).orElse(""),
            place.map(p -> Long.toString(p.end())).orElse(""), place.map(p -> String.valueOf(p.strand().symbol())).orElse(""));
    }

    private GenomeRegion place(final String id, final SiteScan.FoundSite site) {
        return m_region.map(r -> r.site(site.start(), site.width(), site.strand()))
            .orElseGet(() -> new GenomeRegion(id, site.start(), site.start() + site.width(), site.strand()));
    }

    /** BED's score is a whole number from 0 to 1000: a hundred times -log10 p. */
    private void bed(final String id, final SiteScan.FoundSite site) {
        final GenomeRegion place = place(id, site);
        final int score = (int)Math.max(0, Math.min(1000, Math.round(-100 * Math.log10(Math.max(site.p(), Double.MIN_NORMAL)))));
        line(blank(place.chromosome()) + '\t' + place.start() + '\t' + place.end() + '\t' + blank(m_matrices.get(site.matrix()).name()) + '\t'
            + score + '\t' + place.strand().symbol());
    }

    private void gff(final String id, final SiteScan.FoundSite site) {
        final GenomeRegion place = place(id, site);
        line(escaped(place.chromosome(), " >") + "\tSEISM\t" + (m_protein ? "polypeptide_motif" : "nucleotide_motif") + '\t'
            + (place.start() + 1) + '\t' + place.end() + '\t' + bits(site) + '\t' + place.strand().symbol() + "\t.\tName="
            + escaped(m_matrices.get(site.matrix()).name(), "=;&,") + ";pvalue=" + DelimitedWriter.number(site.p()) + ";site=" + site.letters()
            + (m_region.isPresent() ? ";region=" + escaped(id, "=;&,") : ""));
    }

    private static String bits(final SiteScan.FoundSite site) {
        return String.format(Locale.ROOT, "%.2f", site.score() / 100.0);
    }

    /** A tab ends a column of BED, and blanks do for some programs. */
    private static String blank(final String text) {
        return text.isEmpty() ? "." : text.replaceAll("\\s", "_");
    }

    /** Characters with a meaning are written as their code in hexadecimal digits. */
    private static String escaped(final String text, final String special) {
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            final char c = text.charAt(k);
            s.append(c < ' ' || c == '%' || c == 127 || special.indexOf(c) >= 0 ? String.format("%%%02X", (int)c) : String.valueOf(c));
        }
        return s.isEmpty() ? "." : s.toString();
    }

    private void line(final String text) {
        try {
            m_out.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
