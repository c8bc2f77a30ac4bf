package org.seism.motif.growth;

import java.util.List;

import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;

/**
 * A matrix grown from a word. It describes the motif and is fitted to the data: it takes no part in any test.
 *
 * @param alphabet the alphabet
 * @param counts {@code [column][letter]}: letters counted over the sites; columns at the ends of sequences have fewer
 * @param logOdds {@code [column][letter]}: log2 of pseudo-counted frequency over background, in bits
 * @param cut score of a site, in bits
 * @param correlation correlation of "holds a site" with the phenotype, in the direction of the motif
 * @param wordOffset column at which the word begins; negative where the matrix begins within the word
 * @param wordStrand strand of the matrix on which the word lies
 * @param sites the best site of every sequence on the motif's side of the phenotype, which the counts were made of
 * @param grown whether the matrix was grown; false for libraries of mutants, where it keeps to the word
 */
public record GrownMatrix(Alphabet alphabet, int[][] counts, double[][] logOdds, double cut, double correlation, int wordOffset,
    Strand wordStrand, List<MatrixSite> sites, boolean grown) {

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
        final double[][] frequencies = new double[counts.length][alphabet.size()];
        for (int c = 0; c < counts.length; c++) {
            int n = 0;
            for (final int count : counts[c]) {
                n += count;
            }
            for (int a = 0; a < frequencies[c].length; a++) {
                frequencies[c][a] = n == 0 ? 1.0 / alphabet.size() : (double)counts[c][a] / n;
            }
        }
        return new FrequencyMatrix(name, description, alphabet, frequencies, siteCount(), null);
    }
}
