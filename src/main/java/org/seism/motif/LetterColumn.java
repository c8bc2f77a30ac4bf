package org.seism.motif;

import org.seism.sequence.Alphabet;

/**
 * What one column of a matrix says: its information content and its consensus symbol. Weights are counts or frequencies;
 * only their proportions matter.
 */
final class LetterColumn {
    /** Keeps proportions that are mathematically equal to a limit of the consensus rule from passing it by rounding. */
    private static final double ROUNDING = 1e-9;

    private LetterColumn() {
    }

    /**
     * Schneider, Stephens, Gold, Ehrenfeucht 1986: log2(s) - H - e(n), never below 0.
     *
     * @param weights one per letter, not negative
     * @param sites number of letters counted for the small-sample correction e(n) = (s - 1) / (2 ln 2 n); 0 for none
     * @return bits, 0 for an empty column
     */
    static double information(final double[] weights, final double sites) {
        double total = 0;
        for (final double w : weights) {
            total += w;
        }
        if (total <= 0) {
            return 0;
        }
        double bits = log2(weights.length);
        for (final double w : weights) {
            if (w > 0) {
                bits += w / total * log2(w / total);
            }
        }
        if (sites > 0) {
            bits -= (weights.length - 1) / (2 * Math.log(2) * sites);
        }
        return Math.max(0, bits);
    }

    /**
     * Cavener 1987: one letter if it is above 50% and more than twice the second; two letters if together above 75%;
     * else the symbol of all letters (N, for protein X).
     *
     * @param alphabet the alphabet
     * @param weights one per letter, not negative
     * @return the IUPAC symbol
     */
    static char consensus(final Alphabet alphabet, final double[] weights) {
        int first = 0;
        int second = -1;
        double total = weights[0];
        for (int a = 1; a < weights.length; a++) {
            total += weights[a];
            if (weights[a] > weights[first]) {
                second = first;
                first = a;
            } else if (second < 0 || weights[a] > weights[second]) {
                second = a;
            }
        }
        final double margin = ROUNDING * total;
        if (weights[first] > 0.5 * total + margin && weights[first] > 2 * weights[second] + margin) {
            return alphabet.symbol(1 << first);
        }
        if (weights[first] + weights[second] > 0.75 * total + margin) {
            return alphabet.symbol(1 << first | 1 << second);
        }
        return alphabet.symbol((1 << alphabet.size()) - 1);
    }

    private static double log2(final double x) {
        return Math.log(x) / Math.log(2);
    }
}
