package org.seism.motif.growth;

import org.seism.motif.Motif;

/**
 * Counts that a person can check with a text search: how many sequences hold a word exactly, with one mismatch at best, or not at all,
 * and what the phenotype is in each of the three groups (METHOD, section 13). For a matrix of a library: a site, nearly one, or none.
 *
 * @param sequences number of sequences per group: exact, one mismatch, more
 * @param phenotype mean phenotype per group, the share of cases for two classes; NaN where a group is empty
 * @param positives number of cases per group for two classes, null for numbers
 */
public record MatchCounts(int[] sequences, double[] phenotype, int[] positives) {
    /** Fewer sequences that hold a word exactly are little evidence of what it does. */
    public static final int FEW = 5;

    /**
     * @param data sequences and phenotype
     * @param motif a motif; its letters are what counts
     * @return the counts; on both strands where both are scanned
     */
    public static MatchCounts of(final GrowthData data, final Motif motif) {
        final int[] sequences = new int[3];
        final double[] sums = new double[3];
        final int[] positives = new int[3];
        final MotifWindows best = MotifWindows.of(data, motif);
        for (int i = 0; i < data.size(); i++) {
            final int group = best.holds(i) ? 0 : best.isNear(i) ? 1 : 2;
            sequences[group]++;
            sums[group] += data.y(i);
            positives[group] += data.isOnSide(i, 1) ? 1 : 0;
        }
        for (int g = 0; g < 3; g++) {
            sums[g] = sequences[g] == 0 ? Double.NaN
                : data.hasClasses() ? (double)positives[g] / sequences[g] : sums[g] / sequences[g];
        }
        return new MatchCounts(sequences, sums, data.hasClasses() ? positives : null);
    }

    /** @return number of sequences that hold the word exactly */
    public int exact() {
        return sequences[0];
    }

    /** @return whether few sequences hold the word exactly */
    public boolean isThin() {
        return exact() < FEW;
    }
}
