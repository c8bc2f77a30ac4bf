package org.seism.motif;

import java.util.Arrays;
import java.util.List;

import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;

/**
 * The site PFM of METHOD, section 13: how often each letter stands at each position of a motif's strong sites, and next
 * to them. It describes a motif, it takes no part in the inference.
 *
 * @param alphabet the alphabet
 * @param counts {@code counts[column][letter]}: left flank, the motif's own columns, right flank; never changed after
 *            construction. A flank column counts only the sites that have a letter of the alphabet there, so its total
 *            may be smaller than {@code sites}
 * @param leftFlank number of columns before the motif's own
 * @param rightFlank number of columns after the motif's own
 * @param sites number of sites counted
 */
public record SiteMatrix(Alphabet alphabet, int[][] counts, int leftFlank, int rightFlank, int sites) {

    /** Checks that the flanks leave at least one column for the motif. */
    public SiteMatrix {
        if (leftFlank < 0 || rightFlank < 0 || leftFlank + rightFlank >= counts.length) {
            throw new IllegalArgumentException("flanks of " + leftFlank + " and " + rightFlank + " columns leave no motif");
        }
    }

    /**
     * Counts the letters of the strong sites ({@link MotifSites#strong()}). Sites on the reverse strand are reverse
     * complemented, flanks included. Positions outside the sequence and letters outside the alphabet are not counted. A
     * flank ends where no site has a letter any more, so it may be shorter than asked for.
     *
     * @param sequences the sequences that were scanned
     * @param found the motif's sites in them
     * @param flank number of positions wanted on either side, not negative
     * @return the counts
     * @throws IllegalArgumentException if the sites are not of these sequences or the flank is negative
     */
    public static SiteMatrix of(final SequenceSet sequences, final MotifSites found, final int flank) {
        if (flank < 0 || found.sequences() != sequences.size()) {
            throw new IllegalArgumentException("the flank is negative, or the sites are of other sequences");
        }
        final Alphabet alphabet = sequences.alphabet();
        final List<Site> strong = found.strong();
        final int[][] counts = new int[found.width() + 2 * flank][alphabet.size()];
        for (final Site site : strong) {
            final int length = sequences.length(site.sequence());
            for (int c = 0; c < counts.length; c++) {
                final boolean forward = site.strand() == Strand.FORWARD;
                final int position = forward ? site.start() - flank + c : site.end() - 1 + flank - c;
                final int code = position < 0 || position >= length ? -1 : sequences.code(site.sequence(), position);
                if (code >= 0) {
                    counts[c][forward ? code : alphabet.complement(code)]++;
                }
            }
        }
        int left = 0;
        while (left < flank && total(counts[flank - 1 - left]) > 0) {
            left++;
        }
        int right = 0;
        while (right < flank && total(counts[flank + found.width() + right]) > 0) {
            right++;
        }
        return new SiteMatrix(alphabet, Arrays.copyOfRange(counts, flank - left, flank + found.width() + right), left, right,
            strong.size());
    }

    private static int total(final int[] column) {
        return Arrays.stream(column).sum();
    }

    /** @return number of columns, flanks included */
    public int width() {
        return counts.length;
    }

    /**
     * @param smallSample whether to subtract e(n) = (s - 1) / (2 ln 2 n), n being the letters counted in the column
     * @return information content of every column in bits (Schneider et al. 1986), never negative
     */
    public double[] informationContent(final boolean smallSample) {
        final double[] bits = new double[counts.length];
        for (int c = 0; c < bits.length; c++) {
            bits[c] = LetterColumn.information(weights(c), smallSample ? total(counts[c]) : 0);
        }
        return bits;
    }

    /**
     * @param smallSample whether to correct for the number of sites
     * @return information content of the motif's own columns in bits, flanks left out
     */
    public double totalInformation(final boolean smallSample) {
        final double[] bits = informationContent(smallSample);
        double sum = 0;
        for (int c = leftFlank; c < bits.length - rightFlank; c++) {
            sum += bits[c];
        }
        return sum;
    }

    /**
     * @return one IUPAC symbol per column, flanks included, by the rule of Cavener 1987: one letter above 50% and more than
     *         twice the second; two letters above 75% together; else N (protein: X)
     */
    public String consensus() {
        final StringBuilder s = new StringBuilder(counts.length);
        for (int c = 0; c < counts.length; c++) {
            s.append(LetterColumn.consensus(alphabet, weights(c)));
        }
        return s.toString();
    }

    /** @return the matrix of the motif's own columns */
    public SiteMatrix core() {
        return new SiteMatrix(alphabet, Arrays.copyOfRange(counts, leftFlank, counts.length - rightFlank), 0, 0, sites);
    }

    /**
     * @return the same sites read on the other strand
     * @throws UnsupportedOperationException for protein
     */
    public SiteMatrix reverseComplement() {
        final int[][] reversed = new int[counts.length][alphabet.size()];
        for (int c = 0; c < reversed.length; c++) {
            for (int a = 0; a < alphabet.size(); a++) {
                reversed[c][alphabet.complement(a)] = counts[counts.length - 1 - c][a];
            }
        }
        return new SiteMatrix(alphabet, reversed, rightFlank, leftFlank, sites);
    }

    /**
     * @param name the matrix's identifier
     * @param description free text, possibly empty
     * @return frequencies of all columns, flanks included; uniform where nothing was counted
     */
    public FrequencyMatrix toFrequencyMatrix(final String name, final String description) {
        final double[][] frequencies = new double[counts.length][alphabet.size()];
        for (int c = 0; c < frequencies.length; c++) {
            final double total = total(counts[c]);
            for (int a = 0; a < alphabet.size(); a++) {
                frequencies[c][a] = total > 0 ? counts[c][a] / total : 1.0 / alphabet.size();
            }
        }
        return new FrequencyMatrix(name, description, alphabet, frequencies, sites, null);
    }

    private double[] weights(final int column) {
        return Arrays.stream(counts[column]).asDoubleStream().toArray();
    }
}
