package org.seism.motif.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.seism.motif.FrequencyMatrix;
import org.seism.motif.SiteMatrix;
import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * A matrix grown from a word. It describes the motif and is fitted to the data: it takes no part in any test.
 *
 * @param alphabet the alphabet
 * @param counts {@code [column][letter]}: letters counted over the sites; columns at the ends of sequences have fewer
 * @param logOdds {@code [column][letter]}: log2 of pseudo-counted frequency over background, in bits
 * @param cut score of a site, in bits
 * @param correlation correlation of "holds a site" with the phenotype, in the direction of the motif
 * @param wordOffset column at which the word begins; negative where the matrix begins within the word
 * @param wordWidth letters of the word
 * @param wordStrand strand of the matrix on which the word lies
 * @param sites the best site of every sequence on the motif's side of the phenotype, which the counts were made of
 * @param grown whether the matrix was grown; false for libraries of mutants, where it keeps to the word
 * @param place where its sites lie
 */
public record GrownMatrix(Alphabet alphabet, int[][] counts, double[][] logOdds, double cut, double correlation, int wordOffset,
    int wordWidth, Strand wordStrand, List<MatrixSite> sites, boolean grown, MatrixPlace place) {

    /** Scores that differ by less are equal. */
    private static final double ROUNDING = 1e-8;

    /** @return number of columns */
    public int width() {
        return counts.length;
    }

    /** @return largest number of letters counted in a column, the nsites of motif files */
    public int siteCount() {
        int most = 0;
        for (final int[] column : counts) {
            int n = 0;
            for (final int c : column) {
                n += c;
            }
            most = Math.max(most, n);
        }
        return most;
    }

    /**
     * @param name identifier
     * @param description free text
     * @return the counted frequencies for motif files and logos
     */
    public FrequencyMatrix toFrequencyMatrix(final String name, final String description) {
        return FrequencyMatrix.ofCounts(name, description, alphabet, counts);
    }

    /**
     * @return the same sites read on the other strand
     * @throws UnsupportedOperationException for protein
     */
    public GrownMatrix reverseComplement() {
        final int[][] turnedCounts = new int[counts.length][alphabet.size()];
        final double[][] turnedOdds = new double[counts.length][alphabet.size()];
        for (int c = 0; c < counts.length; c++) {
            for (int a = 0; a < alphabet.size(); a++) {
                turnedCounts[c][alphabet.complement(a)] = counts[counts.length - 1 - c][a];
                turnedOdds[c][alphabet.complement(a)] = logOdds[counts.length - 1 - c][a];
            }
        }
        return new GrownMatrix(alphabet, turnedCounts, turnedOdds, cut, correlation, width() - wordOffset - wordWidth, wordWidth,
            other(wordStrand), sites.stream().map(s -> new MatrixSite(s.sequence(), s.start(), other(s.strand()), s.score())).toList(),
            grown, place.otherStrand());
    }

    private static Strand other(final Strand strand) {
        return strand == Strand.FORWARD ? Strand.REVERSE : Strand.FORWARD;
    }

    /**
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @return all windows at or above the cut, for a word in a place those there, by sequence and place, forward before reverse
     */
    public List<MatrixSite> allSites(final SequenceSet sequences, final Strands strands) {
        final List<MatrixSite> all = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            final byte[] codes = sequences.codes(i);
            for (int start = 0; start + width() <= codes.length; start++) {
                addSite(all, i, start, Strand.FORWARD, codes);
                if (strands == Strands.BOTH) {
                    addSite(all, i, start, Strand.REVERSE, codes);
                }
            }
        }
        return all;
    }

    private void addSite(final List<MatrixSite> all, final int sequence, final int start, final Strand strand, final byte[] codes) {
        if (!place.allows(strand, start)) {
            return;
        }
        double score = 0;
        for (int c = 0; c < width(); c++) {
            final int code = codes[strand == Strand.FORWARD ? start + c : start + width() - 1 - c];
            if (code < 0) {
                return;
            }
            score += logOdds[c][strand == Strand.FORWARD ? code : alphabet.complement(code)];
        }
        // the cut is a score of one of the sites, which a turned matrix adds up in another order
        if (score >= cut - ROUNDING) {
            all.add(new MatrixSite(sequence, start, strand, score));
        }
    }

    /**
     * @param sequences the sequences that the matrix was grown on
     * @param flank number of columns wanted on either side
     * @return the counts as a site matrix, with flanks as far as sites have letters there
     */
    public SiteMatrix toSiteMatrix(final SequenceSet sequences, final int flank) {
        final int[][] all = new int[counts.length + 2 * flank][];
        for (int c = 0; c < all.length; c++) {
            all[c] = c >= flank && c < flank + counts.length ? counts[c - flank] : new int[alphabet.size()];
        }
        for (final MatrixSite site : sites) {
            for (int c = 0; c < all.length; c++) {
                final boolean forward = site.strand() == Strand.FORWARD;
                final int at = forward ? site.start() - flank + c : site.start() + counts.length - 1 + flank - c;
                final boolean outside = c < flank || c >= flank + counts.length;
                if (outside && at >= 0 && at < sequences.length(site.sequence()) && sequences.code(site.sequence(), at) >= 0) {
                    final int code = sequences.code(site.sequence(), at);
                    all[c][forward ? code : alphabet.complement(code)]++;
                }
            }
        }
        int left = 0;
        while (left < flank && Arrays.stream(all[flank - 1 - left]).sum() > 0) {
            left++;
        }
        int right = 0;
        while (right < flank && Arrays.stream(all[flank + counts.length + right]).sum() > 0) {
            right++;
        }
        return new SiteMatrix(alphabet, Arrays.copyOfRange(all, flank - left, flank + counts.length + right), left, right, siteCount());
    }
}
