package org.seism.cli.options;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.seism.InputException;
import org.seism.motif.scan.MatrixScanner;
import org.seism.output.SiteWriter;
import org.seism.sequence.Alphabet;
import org.seism.table.NamedInput;

import picocli.CommandLine.Option;

/** Options that say which sites a scan gives and how they are written. */
@Heading("Sites")
public final class SiteOptions {
    /** Which sites. */
    public enum Sites {
        /** The best of each motif in each sequence, by activation. */
        ACTIVATION,
        /** The best of each matrix in each sequence, by log-odds score. */
        BEST,
        /** All that reach the threshold. */
        ALL
    }

    @Option(names = "--sites", paramLabel = "WHICH", defaultValue = "activation",
        description = "activation: the best site of each motif in each sequence by its activation, as discover sees it; best: the same by "
            + "log-odds score, with a p-value; all: every site that reaches the threshold. Default: activation.")
    private Sites m_sites;

    @Option(names = "--p-value", paramLabel = "X",
        description = "With --sites all: largest p-value of a site's score. Default: 1e-4.")
    private Double m_p;

    @Option(names = "--cut",
        description = "With --sites all and a folder that discover wrote: each motif's own cut instead of a p-value, so that sites are what "
            + "they are in that folder's sites.tsv.")
    private boolean m_cut;

    @Option(names = "--background", paramLabel = "WHICH", defaultValue = "sequences",
        description = "Letters between the sites: sequences (their own frequencies), uniform, or frequencies in the alphabet's order such as "
            + "0.3,0.2,0.2,0.3. Default: sequences.")
    private String m_background;

    @Option(names = "--to", paramLabel = "FORM",
        description = "With --sites best or all: tsv, bed or gff3. Identifiers such as chr1:100-200(+) give places in the genome. Default: told from "
            + "the name of the output file, else tsv.")
    private SiteWriter.Form m_form;

    /** @return which sites are asked for */
    public Sites sites() {
        return m_sites;
    }

    /** @return whether every motif's own cut decides */
    public boolean cut() {
        return m_cut;
    }

    /** @return largest p-value of a site */
    public double p() {
        return m_p == null ? 1e-4 : m_p;
    }

    /**
     * @param folder whether the motifs are those of a folder of results
     * @return this
     * @throws InputException if the options do not go together
     */
    public SiteOptions checked(final boolean folder) {
        if (m_p != null && !(m_p > 0 && m_p <= 1)) {
            throw new InputException("--p-value is " + m_p + ".", "Give a number above 0 and up to 1, such as 1e-4.");
        }
        if ((m_p != null || m_cut) && m_sites != Sites.ALL) {
            throw new InputException("A threshold is for all sites (--sites all).", "Add --sites all, or leave the threshold out.");
        }
        if (m_p != null && m_cut) {
            throw new InputException("--p-value and --cut are two thresholds.", "Give one of them.");
        }
        if (m_cut && !folder) {
            throw new InputException("--cut asks for motifs with cuts of their own.", "Name a folder that discover wrote with --motif-file.");
        }
        if (m_form != null && m_form != SiteWriter.Form.TSV && m_sites == Sites.ACTIVATION) {
            throw new InputException("BED and GFF3 are for sites with a score.", "Add --sites all or --sites best.");
        }
        fixedBackground();
        return this;
    }

    /**
     * @param out file that is written, or null
     * @return how sites are written
     */
    public SiteWriter.Form form(final Path out) {
        if (m_form != null) {
            return m_form;
        }
        final String name = out == null || out.toString().equals(NamedInput.STANDARD) ? "" : out.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".bed") ? SiteWriter.Form.BED : name.endsWith(".gff") || name.endsWith(".gff3") ? SiteWriter.Form.GFF3
            : SiteWriter.Form.TSV;
    }

    /**
     * @param alphabet of the sequences
     * @param counts how often every letter occurs in them
     * @param bothStrands whether both strands are scanned
     * @return probability of every letter
     * @throws InputException if as many frequencies as letters were not given
     */
    public double[] background(final Alphabet alphabet, final long[] counts, final boolean bothStrands) {
        final double[] fixed = fixedBackground();
        if (fixed == null) {
            final int[] complements = new int[alphabet.size()];
            if (bothStrands) {
                Arrays.setAll(complements, alphabet::complement);
            }
            return MatrixScanner.background(counts, bothStrands ? complements : null);
        }
        if (fixed.length == 0) {
            final double[] uniform = new double[alphabet.size()];
            Arrays.fill(uniform, 1.0 / alphabet.size());
            return uniform;
        }
        if (fixed.length != alphabet.size()) {
            throw new InputException("--background has " + fixed.length + " frequencies, " + alphabet.label() + " has " + alphabet.size()
                + " letters (" + alphabet.letters() + ").", "Give one for each.");
        }
        final double total = Arrays.stream(fixed).sum();
        return Arrays.stream(fixed).map(x -> x / total).toArray();
    }

    /** Null for the sequences' own, empty for uniform. */
    private double[] fixedBackground() {
        if (m_background.equalsIgnoreCase("sequences")) {
            return null;
        }
        if (m_background.equalsIgnoreCase("uniform")) {
            return new double[0];
        }
        try {
            final double[] given = Arrays.stream(m_background.split(",")).mapToDouble(Double::parseDouble).toArray();
            if (given.length > 1 && Arrays.stream(given).allMatch(x -> x > 0 && x < Double.POSITIVE_INFINITY)) {
                return given;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InputException("--background is '" + m_background + "'.",
            "Give sequences, uniform, or frequencies above 0 such as 0.3,0.2,0.2,0.3.");
    }
}
